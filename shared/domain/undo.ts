/** So long whoever asked for something may take it back as if it had not been, in milliseconds. */
export const undoWithin = 5 * 60 * 1000
