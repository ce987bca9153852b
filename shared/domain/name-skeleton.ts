import { isStaff, type Role } from './entities.ts'

/**
 * Letters of other scripts, and digits, that look like Latin ones: the ones of Cyrillic, Greek and Armenian that names are spelt
 * with, Latin small capitals and letters with a stroke, after the table of UTS 39 (confusables.txt, Unicode 17). In small letters, since names are compared so.
 */
const lookalikes = new Map(
  [
    ['aа', 'αɑᴀⱥ'],
    ['bв', 'ьβƅʙƀ'],
    ['cс', 'ϲᴄȼ'],
    ['dԁ', 'ɗᴅđð'],
    ['eе', 'εҽєᴇɇ'],
    ['gɡ', 'ցɢǥ'],
    ['hһ', 'нհʜħ'],
    ['jј', 'ϳᴊɉ'],
    ['kк', 'κᴋĸ'],
    ['fꜰ', ''],
    // A capital I is a small l: so one i is any.
    ['l1', '|ӏⅼוiіιıɩɪɨłɫʟƚ'],
    ['mм', 'μᴍ'],
    ['nп', 'ηոɴ'],
    ['oо', 'ο0օσᴏø'],
    ['pр', 'ρᴘᵽ'],
    ['qԛ', 'զ'],
    ['rг', 'ᴦʀɍ'],
    ['sѕ', 'ꜱ'],
    ['tт', 'τᴛŧ'],
    ['uυ', 'սцᴜʉ'],
    ['vν', 'ѵᴠ'],
    ['wԝ', 'ѡωᴡ'],
    ['xх', 'χ'],
    ['yу', 'γүყʏɏ'],
    ['zᴢ', 'ʐƶ'],
    ['3з', 'ʒ'],
  ].flatMap(([first = '', others = '']) => {
    const [latin = '', ...same] = Array.from(first + others)
    return same.map((letter): [string, string] => [letter, latin])
  }),
)

/** Capitals that look like another letter than their small ones do, and letters of scripts that have capitals only; each behind what it looks like. */
const capitals = new Map(
  'a:ᎪꓮᎯ b:ВΒᏴꓐ c:СϹᏟꓚ d:Ꭰꓓ e:Ꭼꓰ f:ꓝ g:Ꮐꓖ h:НΗᎻꓧ i:IІΙӀᎥꓲ j:Ꭻꓙ k:Ꮶꓗ l:Ꮮꓡ m:Ꮇꓟ n:ΝՆꓠ o:Ꮎꓳ p:РΡᏢꓑ r:ᎡᏒꓣ s:Ꮪꓢ t:Ꭲꓔ u:Սꓴ v:Ꮩꓦ w:ᎳᏔꓪ x:ꓫ y:ΥᎩꓬ z:Ꮓꓜ'
    .split(' ')
    .flatMap((entry) => Array.from(entry.slice(2)).map((letter): [string, string] => [letter, entry.slice(0, 1)])),
)
/** Alphabets of letters in a disc, in a square, and of flags, where they begin: NFKD leaves them as they are. */
const alphabets = [0x1f150, 0x1f170, 0x1f1e6]
const latinOf = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0
  const begins = alphabets.find((first) => code >= first && code < first + 26)
  return begins === undefined ? (capitals.get(letter) ?? letter) : String.fromCodePoint(97 + code - begins)
}
/** Pairs of letters that look like one. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
]

const lookingLike = (text: string): string => text.replaceAll(/./gsu, (letter) => lookalikes.get(letter) ?? letter)

/** What somebody can put beside a name to be taken for staff, or to be another than they: no part of it. */
const beside = new Set(
  'coordinator coordinators coordination admin admins administrator steering committee staff dr dra prof professor md phd mph rn coordinador coordinadora administrador administradora comité dirección doctor doctora'
    .split(' ')
    .map((word) => lookingLike(word.normalize('NFKD')).replaceAll(/\P{L}/gu, '')),
)

/**
 * What is left of a name when everything is taken away that a hurried reader does not tell apart (the skeleton of UTS 39, section 4,
 * also without accents, case, spaces, signs, and words of an office or a title). Two names with one skeleton look alike; never shown, only compared.
 */
export const nameSkeleton = (name: string): string => {
  const shaped = name.normalize('NFKD').replaceAll(/./gsu, latinOf)
  const letters = lookingLike(shaped.toLowerCase().normalize('NFKD')).replaceAll(/\p{M}/gu, '')
  const words = letters.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const own = words.filter((word) => !beside.has(word))
  const bare = (own.length > 0 ? own : words).join('')
  return pairs.reduce((text, [from, to]) => text.replaceAll(from, to), bare)
}

/** What stands where a name was that its person took away. Many may have it, and it is nobody's. */
export const formerMember = 'A former member'

interface Named {
  name: string
  role: Role
}

/** The skeletons of those whose word decides: coordinators, steering, admins. */
export const staffSkeletons = (people: readonly Named[]): ReadonlySet<string> =>
  new Set(people.filter(({ name, role }) => isStaff(role) && name !== formerMember).map(({ name }) => nameSkeleton(name)))

/** Whether somebody who is no staff has a name that reads like one of theirs. */
export const readsLikeStaff = ({ name, role }: Named, staff: ReadonlySet<string>): boolean =>
  !isStaff(role) && nameSkeleton(name) !== '' && staff.has(nameSkeleton(name))
