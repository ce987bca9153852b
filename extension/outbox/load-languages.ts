import { provideHospital } from '../../shared/phi/hospital-numbers.ts'
import { onPolicyChange, readPolicy } from '../browser/managed-policy.ts'
import { needsLanguages } from './needs-languages.ts'

let followed: Promise<void> | undefined

const takeHospital = async (): Promise<void> => provideHospital(await readPolicy())

/** In a page of ours: the PHI guard knows the hospital's own numbers from the computer's policy, and follows its changes. */
export const followHospital = (): Promise<void> => {
  if (!followed) {
    onPolicyChange(() => void takeHospital())
    followed = takeHospital()
  }
  return followed
}

/**
 * In a page of ours: loads the PHI rules of other languages, if a text in these values needs them, and the hospital's own numbers.
 * Resolves to whether other languages came.
 */
export const languagesFor = async (values: unknown): Promise<boolean> => {
  await followHospital()
  if (!needsLanguages(values)) return false
  await import('../../shared/phi/by-language/provide.ts')
  return true
}
