import * as v from 'valibot'
import type { SaidCitation } from './citation.ts'
import { tidyCitation } from './tidy-citation.ts'

/** Whatever is an object becomes a citation (`tidyCitation`); nothing is refused for one of its fields. */
export const citationSchema = v.pipe(
  v.custom<SaidCitation>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  v.transform(tidyCitation),
)
