/** What checks and saves. Its word lists are half of what the panel loads, so they come after the form is there; nothing is saved before. */
const load = async () => {
  const [{ saveClip }, { findingsIn }, replace, { findPatientInfo }, { keepCopies }] = await Promise.all([
    import('../../save-clip.ts'),
    import('../../patient-check.ts'),
    import('../../replace.ts'),
    import('../../../shared/patient-info.ts'),
    import('../../keep-copies.ts'),
  ])
  // The rules' expressions are compiled at their first use: not at the first letter that somebody types.
  findPatientInfo('Warm', { field: 'note' })
  return { saveClip, findingsIn, keepCopies, ...replace }
}

export type Rules = Awaited<ReturnType<typeof load>>

let loaded: Promise<Rules> | undefined

export const loadRules = (): Promise<Rules> => (loaded ??= load())
