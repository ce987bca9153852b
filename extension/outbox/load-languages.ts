import { needsLanguages } from './needs-languages.ts'

/** In a page of ours: the patient guard's rules of other languages, where a text in these values asks for them. Answers whether they came. */
export const languagesFor = async (values: unknown): Promise<boolean> => {
  if (!needsLanguages(values)) return false
  await import('../../shared/phi/by-language/provide.ts')
  return true
}
