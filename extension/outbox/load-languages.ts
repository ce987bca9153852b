import { needsLanguages } from './needs-languages.ts'

/** In a page of ours: loads the PHI rules of other languages, if a text in these values needs them. Resolves to whether they are there. */
export const languagesFor = async (values: unknown): Promise<boolean> => {
  if (!needsLanguages(values)) return false
  await import('../../shared/phi/by-language/provide.ts')
  return true
}
