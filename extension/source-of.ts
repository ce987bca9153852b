import * as v from 'valibot'
import { limits } from '../shared/fields.ts'
import type { DraftSource } from './draft.ts'

const text = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((all) => all.slice(0, most)),
  )
export const pageReadingSchema = v.object({
  title: text(limits.sentence),
  url: v.pipe(v.string(), v.maxLength(limits.address), v.regex(/^https?:/)),
  selection: v.string(),
})

export const sourceOf = ({ title, url, selection }: v.InferOutput<typeof pageReadingSchema>): DraftSource => ({
  citation: { type: 'webpage', title, URL: url },
  quote: selection ? { exact: selection.slice(0, limits.quote), prefix: '', suffix: '' } : null,
  quoteCut: selection.length > limits.quote,
  link: url,
  kind: null,
})
