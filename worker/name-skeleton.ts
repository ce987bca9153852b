import { isStaff, type Role } from '../shared/network.ts'

/**
 * Letters of other scripts, and digits, that look like Latin ones: the ones of Cyrillic, Greek and Armenian that names are spelt
 * with, after the table of UTS 39 (confusables.txt, Unicode 17). In small letters, since names are compared so.
 */
const lookalikes = new Map(
  [
    ['aа', 'αɑ'],
    ['bв', 'ьβƅ'],
    ['cс', 'ϲᴄ'],
    ['dԁ', 'ɗ'],
    ['eе', 'εҽє'],
    ['gɡ', 'ց'],
    ['hһ', 'нհ'],
    ['iі', 'ιıɩ'],
    ['jј', 'ϳ'],
    ['kк', 'κ'],
    ['l1', '|ӏⅼlו'],
    ['mм', 'μ'],
    ['nп', 'ηո'],
    ['oо', 'ο0օσ'],
    ['pр', 'ρ'],
    ['qԛ', 'զ'],
    ['rг', 'ᴦ'],
    ['sѕ', 'ꜱ'],
    ['tт', 'τ'],
    ['uυ', 'սц'],
    ['vν', 'ѵ'],
    ['wԝ', 'ѡω'],
    ['xх', 'χ'],
    ['yу', 'γүყ'],
    ['zᴢ', 'ʐ'],
    ['3з', 'ʒ'],
  ].flatMap(([first = '', others = '']) => {
    const [latin = '', ...same] = Array.from(first + others)
    return same.map((letter): [string, string] => [letter, latin])
  }),
)

/** Capitals that look like another letter than their small ones do, and pairs of letters that look like one. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/[IІΙӀ]/gu, 'l'],
  [/[ВΒ]/gu, 'b'],
  [/[НΗ]/gu, 'h'],
  [/[РΡ]/gu, 'p'],
  [/[СϹ]/gu, 'c'],
  [/[ΝՆ]/gu, 'n'],
  [/Υ/gu, 'y'],
]
const pairs: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
]

/**
 * What is left of a name when everything is taken away that a hurried reader does not tell apart (the skeleton of UTS 39, section 4,
 * also without accents, case, spaces and signs). Two names with one skeleton look alike; never shown, only compared.
 */
export const nameSkeleton = (name: string): string => {
  const shaped = shapes.reduce((text, [from, to]) => text.replaceAll(from, to), name.normalize('NFKD'))
  const letters = shaped
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/./gsu, (letter) => lookalikes.get(letter) ?? letter)
  const bare = letters.replaceAll(/[^\p{L}\p{N}]/gu, '')
  return pairs.reduce((text, [from, to]) => text.replaceAll(from, to), bare)
}

interface Named {
  name: string
  role: Role
}

/** The skeletons of those whose word decides: coordinators, steering, admins. */
export const staffSkeletons = (people: readonly Named[]): ReadonlySet<string> =>
  new Set(people.filter(({ role }) => isStaff(role)).map(({ name }) => nameSkeleton(name)))

/** Whether somebody who is no staff has a name that reads like one of theirs. */
export const readsLikeStaff = ({ name, role }: Named, staff: ReadonlySet<string>): boolean =>
  !isStaff(role) && nameSkeleton(name) !== '' && staff.has(nameSkeleton(name))
