import { textsIn } from '../../shared/mutations/engine/phi-guard.ts'
import { asksOtherLanguages, hasLanguages } from '../../shared/phi/language-pack.ts'

/** Whether a text in these values needs the PHI rules of other languages, and they are not loaded yet. */
export const needsLanguages = (values: unknown): boolean =>
  !hasLanguages() && textsIn({ values }).some(({ text }) => asksOtherLanguages(text))
