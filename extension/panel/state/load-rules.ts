/** What checks and saves. Its word lists are half of what the panel loads, so they come after the form is there; nothing is saved before. */
const load = async () => {
  const [{ saveClip }, { findingsIn }, replace, { findPatientInfo }, { keepCopies }, { followHospital, languagesFor }] = await Promise.all([
    import('../../drafts/save-clip.ts'),
    import('../../drafts/phi-findings.ts'),
    import('../../drafts/phi-replace.ts'),
    import('../../../shared/phi/detect.ts'),
    import('../../backup/keep-copies.ts'),
    import('../../outbox/load-languages.ts'),
  ])
  await followHospital()
  // The rules' expressions are compiled at their first use: not at the first letter that somebody types.
  findPatientInfo('Warm', { field: 'note' })
  return { saveClip, findingsIn, keepCopies, languagesFor, ...replace }
}

export type Rules = Awaited<ReturnType<typeof load>>

let loaded: Promise<Rules> | undefined

export const loadRules = (): Promise<Rules> => (loaded ??= load())
