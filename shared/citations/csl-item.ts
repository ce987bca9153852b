import type { Citation, Name } from './citation.ts'
import { cslType } from './csl-type.ts'
import { issuedParts } from './issued.ts'
import { namePartsOf } from './name-parts.ts'
import { itemNote } from './item-note.ts'

const cslName = (name: Name): object => {
  const parts = namePartsOf(name)
  if ('literal' in parts) return { literal: parts.literal }
  const { family, given, suffix } = parts
  return { family, given: given || undefined, suffix: suffix || undefined }
}

/** An item of CSL-JSON, what is not known as `undefined`. CSL has no field for an item's standing, nor for what was cut: they become its note. */
export const cslItem = (citation: Citation, key: string): object => {
  const { standing: _, standingSeen: __, cut: ___, author, issued: ____, ...item } = citation
  const [note, parts] = [itemNote(citation), issuedParts(citation)]
  return {
    id: key,
    ...item,
    type: cslType(item.type),
    author: author?.map(cslName),
    issued: parts.length > 0 ? { 'date-parts': [parts] } : undefined,
    note: note || undefined,
  }
}
