import { folded } from './cell.ts'

export interface Named {
  key: string
  label: string
}

/** A value that stands for an entry of the network's list; one that may (`suggest`, empty for nothing near); or nothing at all. */
export type NameRead = { key: string } | { suggest: string } | undefined

/** Words that every site's name has, or may have. */
const common = new Set(
  'the of and for a hospital hospitals clinic clinica clinico centre center centro site unit ward department health healthcare nhs trust university universitario universitaria general de del la el los las y e para st saint san santa children childrens infantil pediatric paediatric medical materno care'.split(
    ' ',
  ),
)
/** Words of one thing in two languages, or two words of it. */
const alike: readonly (readonly string[])[] = [
  ['handoff', 'handover', 'traspaso', 'relevo', 'pase', 'rounds', 'ronda'],
  ['feeding', 'alimentacion', 'lactancia', 'nutrition', 'nutricion'],
  ['family', 'familia', 'parents', 'padres', 'familias'],
  ['safety', 'seguridad'],
  ['medication', 'medicacion', 'drugs', 'medicines', 'farmacos', 'medicamentos'],
  ['sleep', 'sueno', 'descanso'],
  ['discharge', 'alta'],
  ['respiratory', 'respiratorio', 'breathing', 'lungs', 'ventilation'],
  ['infection', 'infeccion', 'infecciones', 'sepsis', 'hygiene'],
  ['pain', 'dolor'],
  ['growth', 'crecimiento'],
  ['surgery', 'cirugia'],
  ['communication', 'comunicacion'],
  ['network', 'red'],
  ['single', 'unico', 'un', 'local'],
  ['incubator', 'incubadora', 'incubacion'],
]

const nothing = /^(?:|n a|na|none|nil|ninguno|ninguna|no aplica|sin asignar|not assigned|unassigned|unknown|desconocido|tbd|tbc)$/

/** Names as they are compared: "&" is "and", "st" is "saint". */
const plainName = (text: string): string =>
  folded(text.replaceAll('&', ' and '))
    .replaceAll(/\b(?:and|y|e|the)\b/g, ' ')
    .replaceAll(/\bsaint\b/g, 'st')
    .replaceAll(/\bcentred\b/g, 'centered')
    .replaceAll(/\bcentre\b/g, 'center')
    .replaceAll(/\bpaediatric\b/g, 'pediatric')
    .replaceAll(/ +/g, ' ')
    .trim()

const isNear = (one: string, other: string): boolean => {
  if (one === other || alike.some((group) => group.includes(one) && group.includes(other))) return true
  const shorter = Math.min(one.length, other.length)
  let same = 0
  while (same < shorter && one[same] === other[same]) same += 1
  return same >= 5 && same >= shorter * 0.7
}

/** Whether every word that a value says of its own is a word of the name, or the first letter of one. */
const isPartOf = (value: string, label: string): boolean => {
  const [said, words] = [value.split(' '), label.split(' ')]
  const own = said.filter((word) => word.length > 1 && !common.has(word))
  if (own.length === 0) return false
  return said.every(
    (word) => words.some((other) => isNear(word, other) || (word.length === 1 && other.startsWith(word))) || common.has(word),
  )
}

/** No name is longer, in characters. */
const longest = 120

/**
 * Finds names of one list; each differing value is looked up once.
 * @param near Whether what is only near is suggested.
 */
export const nameReader = (list: readonly Named[], near = true): ((value: string) => NameRead) => {
  const exact = new Map<string, string>()
  for (const { key, label } of list.toReversed()) {
    if (plainName(label)) exact.set(plainName(label), key)
    const short = /\(([^)]+)\)/.exec(label)
    // "Harrow Vale (HV)": either is the name.
    if (short) for (const name of [short[1] ?? '', label.replace(short[0], '')]) exact.set(plainName(name), key)
  }
  const keys = new Set(list.map(({ key }) => key))
  const named = list.map(({ key, label }) => ({ key, label: plainName(label) }))
  const known = new Map<string, NameRead>()
  const look = (value: string): NameRead => {
    const plain = plainName(value)
    if (nothing.test(folded(value))) return undefined
    // A key is one only as it is written: "harrow-vale", not "Harrow Vale".
    const whole = keys.has(value.trim()) ? value.trim() : exact.get(plain)
    if (whole !== undefined) return { key: whole }
    const parts = value.split(/\s*(?:[/;,+&|\n]|\b(?:and|y|und|with|con)\b)\s*/i).filter(Boolean)
    const several = new Set(parts.flatMap((part) => exact.get(plainName(part)) ?? []))
    if (several.size > 1) return { suggest: '' }
    if (!near || plain.length > longest) return { suggest: '' }
    const found = named.filter(({ label }) => isPartOf(plain, label) || isPartOf(label, plain))
    return { suggest: found.length === 1 ? (found[0]?.key ?? '') : '' }
  }
  return (value) => {
    if (!known.has(value)) known.set(value, look(value))
    return known.get(value)
  }
}
