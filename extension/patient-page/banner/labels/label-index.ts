import { once } from '../../../../shared/phi/lexicons/word-set.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import type { BannerLabels, LabelKind } from './label-kinds.ts'
import { pt } from './pt.ts'

/** A new language is its file and a line here. Where two languages mean different things by one word, the first one counts. */
export const bannerLanguages: Readonly<Record<string, BannerLabels>> = { en, es, pt, fr, de, it }

const kinds = once(() => {
  const found = new Map<string, LabelKind>()
  for (const labels of Object.values(bannerLanguages))
    for (const [kind, list] of Object.entries(labels) as [LabelKind, string][])
      for (const key of list.split('|')) if (!found.has(key)) found.set(key, kind)
  return found
})

const ofPatients = new Set(
  'patient patients patiente patientin patienten pat paciente pac pte paz paziente utente doente assistito pt resident usager bewohner s'.split(
    ' ',
  ),
)

const firstOf = (key: string): string => {
  const space = key.indexOf(' ')
  return space < 0 ? key : key.slice(0, space)
}

const firstWords = once(() => {
  const words = new Set(ofPatients)
  for (const key of kinds().keys()) words.add(firstOf(key))
  for (const word of 'n no nr nro num numero numer number nummer'.split(' ')) words.add(word)
  return words
})

/** Whether a label can begin with a word in small letters without accents: nearly no text does, and to ask is quick. */
export const opensLabel = (word: string): boolean => word.length < 2 || firstWords().has(word) || /(?:nummer|nr)$/.test(word)

const found = (key: string): LabelKind | undefined => {
  const kind = kinds().get(key)
  if (kind || !key.endsWith(' #')) return kind
  const bare = kinds().get(key.slice(0, -2))
  return bare && /^(?:record|code|national|insurance|account|phone|bed)$/.test(bare) ? bare : undefined
}

/** What a label says that speaks of a patient: a name is then the patient's, and any number the patient's own. */
const ofPatient = (kind: LabelKind): LabelKind | undefined => {
  if (kind === 'name') return 'patient'
  if (kind === 'code') return 'record'
  return kind === 'against' ? undefined : kind
}

/**
 * The kind of a label by its key (`labelKey`). A label that says "number" counts without the word too, where numbers are meant,
 * and one that says whose it is ("sexo del paciente") without that.
 */
export const kindOfKey = (key: string): LabelKind | undefined => {
  const kind = found(key)
  if (kind || !key.includes(' ')) return kind
  const words = key.split(' ')
  const others = words.filter((word) => !ofPatients.has(word))
  if (others.length === words.length) return undefined
  const rest = others.length === 0 ? undefined : others.length === 1 && others[0] === '#' ? 'code' : found(others.join(' '))
  return rest && ofPatient(rest)
}
