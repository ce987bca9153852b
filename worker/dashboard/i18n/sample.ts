import english from './compiled/en/sample.ts'
import { inLanguage } from './messages.ts'

/** Made-up ideas, to be looked at. Loaded where they are shown. */
export const sampleMessages = await inLanguage('sample', english)
