import { signal } from '@preact/signals'
import type { ReferenceFile } from '../../../shared/import/references/reference-file.ts'

/** The file of references that is being brought in. It lives in this page alone. */
export interface OpenReferences {
  file: string
  /** Tells whether the same file is opened again. */
  print: string
  read: ReferenceFile
  /** Reads it as a list of ideas instead. */
  asTable: () => Promise<void>
}

export const openReferences = signal<OpenReferences | undefined>(undefined)
/** The idea that they are for; none where they are left loose. */
export const attachTo = signal('')
