import { useEffect, useState } from 'preact/hooks'
import { LatestWriteWins } from '../../drafts/latest-write.ts'
import { keepTexts, type Texts, textsOf } from '../../store/form-drafts.ts'
import { database, fault } from './panel-state.ts'

interface KeptTexts<Fields extends Texts> {
  /** What the form began with. */
  base: Fields
  typed: Fields
  type: (change: Partial<Fields>) => void
  /** They are said, or thrown away. */
  drop: () => void
}

/**
 * The texts of a form, kept with every keystroke until they are said or thrown away: closing the panel costs nothing. Kept
 * are only those that differ from what the form began with, so that another field follows what others write meanwhile.
 */
export const useTexts = <Fields extends Texts>(form: string, begin: Fields): KeptTexts<Fields> => {
  const [base] = useState(begin)
  const [touched, touch] = useState<Texts>({})
  const [writer] = useState(() => new LatestWriteWins(async (texts: Texts) => database.value && keepTexts(database.value, form, texts)))
  const keep = (texts: Texts): void => {
    touch(texts)
    writer.keep(texts).catch((error: unknown) => {
      fault.value = error
    })
  }
  useEffect(() => {
    // Whoever types before it is read has the last word.
    if (database.value) void textsOf(database.value, form).then((kept) => touch((now) => ({ ...kept, ...now })))
  }, [form])
  const differing = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([name, text]) => text !== base[name]))
  return {
    base,
    typed: { ...base, ...touched },
    type: (change) => keep(differing({ ...touched, ...change })),
    drop: () => keep({}),
  }
}
