type Guard = (typeof import('../../../shared/mutations/engine/phi-guard.ts'))['guard']

/**
 * The patient guard, able to read these texts: the rules of other languages are loaded with it where any text that it reads asks for
 * them, for without them a text in Spanish would go unread. Rejects where a part of it cannot be loaded: then nothing may be sent.
 */
export const guardFor = async (asked: readonly object[]): Promise<Guard> => {
  const [{ asksOtherLanguages, hasLanguages }, { guard, textsIn }] = await Promise.all([
    import('../../../shared/phi/language-pack.ts'),
    import('../../../shared/mutations/engine/phi-guard.ts'),
  ])
  if (!hasLanguages() && asked.some((args) => textsIn(args).some(({ text }) => asksOtherLanguages(text))))
    await import('../../../shared/phi/by-language/provide.ts')
  return guard
}
