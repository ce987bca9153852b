/** One field of a tagged record: its lines, the first behind the tag. */
export interface TaggedField {
  tag: string
  lines: string[]
}
export interface TaggedRecord {
  line: number
  fields: TaggedField[]
}

/** The texts under these tags in the order of the tags, each line of a field one text; empty ones are left out. */
export const linesOf = ({ fields }: TaggedRecord, ...tags: string[]): string[] =>
  tags.flatMap((tag) =>
    fields.filter((field) => field.tag === tag).flatMap(({ lines }) => lines.map((line) => line.trim()).filter(Boolean)),
  )

/** The texts under these tags, the lines of each field joined. */
export const textsOf = ({ fields }: TaggedRecord, ...tags: string[]): string[] =>
  tags.flatMap((tag) =>
    fields.filter((field) => field.tag === tag).flatMap(({ lines }) => lines.join(' ').replace(/\s+/g, ' ').trim() || []),
  )

export const firstText = (record: TaggedRecord, ...tags: string[]): string => textsOf(record, ...tags)[0] ?? ''
