/** Fields that a person should look at: what a page says of them differs, or could not be read for certain. */
export type FieldDoubts = Partial<Record<'title' | 'author' | 'container-title' | 'issued' | 'DOI', 'differ' | 'unsure'>>
