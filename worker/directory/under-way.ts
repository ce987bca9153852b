/** True within a batch if the change's first statement found that it may be: then its rows stand in the outbox. */
export const isUnderWay = (parameter: string): string => `EXISTS (SELECT 1 FROM object_outbox o WHERE o.change = ${parameter})`
