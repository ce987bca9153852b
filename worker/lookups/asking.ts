import type { Asking } from './services.ts'

/** Who asks, by what the operator set; `undefined` where nobody is to be asked. */
export const askingOf = ({ LOOKUP_CONTACT, NCBI_KEY, OPENALEX_KEY, LOOKUP_ADDRESS }: Env): Asking | undefined =>
  LOOKUP_CONTACT && /^\S+@\S+$/.test(LOOKUP_CONTACT)
    ? { contact: LOOKUP_CONTACT, ncbiKey: NCBI_KEY, openAlexKey: OPENALEX_KEY, instead: LOOKUP_ADDRESS }
    : undefined
