import type { Citation, Standing, StandingPlace } from './citation.ts'

export interface Stand {
  standing: Standing
  seen: StandingPlace
}

type Rule = readonly [Standing, RegExp]

/** A word of every rule for titles and banners: nearly all papers have none, and then no long expression need be compiled. */
const mayStand = /r[eé]tra|retir|withdr|remov|concern|preocupaci|inquietud|anulad|corre|corri|err(?:at|or)|addend/i

const first = (rules: readonly Rule[], text: string): Standing | undefined => rules.find(([, pattern]) => pattern.test(text))?.[0]

const firstSaid = (rules: readonly Rule[], text: string): Standing | undefined => (mayStand.test(text) ? first(rules, text) : undefined)

const item = '(?:article|paper|chapter|publication|study|manuscript|artículo|artigo|article|trabajo)'
const retractedWord = '(?:retracted|withdrawn|removed|retractad[oa]|retirad[oa]|retratad[oa]|rétracté)'
/** What parts a publisher's mark from the title that it was put before. */
const mark = String.raw`\s*(?:[:\]|)»*–—]|\s-\s|\.\s)`
const quoted = '[“"‘«„\']'
const noticeWord = '(?:retraction|withdrawal|removal|retractaci[oó]n|retracci[oó]n|retirada|retrataç[aã]o|rétractation)'
/** Who publishes notices; other words before "expression of concern" are of a study ("Parental expression of concern"). */
const publisher =
  "(?:(?:an?|the|editorial|editors?[’']?s?|publishers?[’']?s?|journals?[’']?s?|authors?[’']?|interim|joint|updated|notice|note)[:.]? ){0,3}"
const concern =
  '(?:notices? of concern|nota (?:editorial )?de (?:preocupaci[oó]n|inquietud)|expressions? of (?:editorial )?concern|expresi[oó]n(?:es)? de (?:preocupaci[oó]n|inquietud)|manifestaci[oó]n de preocupaci[oó]n)'

/**
 * Exact forms in which publishers mark titles, before the title or behind it. Words alone accuse nobody: "Retraction pocket of
 * the tympanic membrane" and "Withdrawn from care" are titles of medicine.
 */
const titleRules: readonly Rule[] = [
  [
    'notice',
    new RegExp(
      String.raw`^\W*(?:notice|statement|note|announcement|comunicado|aviso|nota|declaración|avis)s? (?:of|de) (?:the |la )?(?:partial )?${noticeWord}\b`,
      'iu',
    ),
  ],
  [
    'notice',
    new RegExp(
      String.raw`^\W*(?:partial )?${noticeWord} (?:note|notice|statement|announcement|letter)s?(?=\s*(?:$|[:.—–\[(-]|(?:to|for|of|on|regarding|from|by)\b|${quoted}))`,
      'iu',
    ),
  ],
  [
    'notice',
    new RegExp(
      String.raw`^\W*${publisher}(?:partial |voluntary )?(?:article )?(?:retraction|retractaci[oó]n|retracci[oó]n|retrataç[aã]o|rétractation)(?: and (?:replacement|republication)| in part)?(?: by the (?:authors?|editors?|publisher))?(?:\s*[:—–]|\s-\s|\.\s|\s*$)`,
      'iu',
    ),
  ],
  ['notice', /^\W*article (?:withdrawal|removal)(?:\s*[:—–]|\s-\s|\.\s|\s*$)/iu],
  [
    'notice',
    new RegExp(
      String.raw`^\W*(?:partial )?${noticeWord}\s*(?:of|to|for|de|del|and replacement of|and republication of)?(?: the| an?| el| la)?(?: ${item})?\s*:?\s*${quoted}`,
      'iu',
    ),
  ],
  ['notice', new RegExp(String.raw`^\W*${noticeWord} (?:of|to|for|de)\s*:`, 'iu')],
  [
    'notice',
    new RegExp(
      String.raw`^\W*${noticeWord} (?:(?:(?:of|to|for|de) (?:the|an?|la|el|este|this|that|two|three|four|\d+)|del) (?:published |original )?${item}s?\b(?! (?:drugs?|medications?|treatments?|products?|devices?|catheters?|participants?|subjects?|tow\p{L}*|visits?|sites?))|(?:of|to|for|de) (?:published |original )?${item}(?:\s*[:.—–\[(]|\s-\s|\s*$))`,
      'iu',
    ),
  ],
  ['notice', /^\W*retraction (?:of|to|for) .{1,80}\bet al\b/iu],
  ['notice', /^\W*(?:WITHDRAWAL|REMOVAL)\s*[:—–]/u],
  ['notice', /[[(]\s*(?:partial )?retraction (?:of|to|notice)\b[^\])]*[\])]\W*$/iu],
  [
    'doubted',
    new RegExp(
      String.raw`^\W*${publisher}${concern}(?:\s*[:.—–]|\s-\s|\s*$|\s+(?:(?:for|to|on|about|regarding|sobre|acerca de)\s*)?(?::|${quoted}))`,
      'iu',
    ),
  ],
  ['doubted', new RegExp(String.raw`^\W*${publisher}${concern} (?:(?:for|to|about) .{1,80}\bet al\b|(?:on|regarding) )`, 'iu')],
  ['doubted', new RegExp(String.raw`[[(]\s*(?:[\p{L}’']+ ){0,2}${concern}\s*[\])]\W*$`, 'iu')],
  ['doubted', new RegExp(String.raw`^\W*partially ${retractedWord}(?: ${item})?${mark}`, 'iu')],
  ['retracted', new RegExp(String.raw`^\W*${retractedWord}(?: and (?:replaced|republished))?(?: ${item})?${mark}`, 'iu')],
  [
    'retracted',
    new RegExp(
      String.raw`^\W*(?:this |este )?${item} (?:has been |was |ha sido )?(?:${retractedWord}|retraíd[oa]|anulad[oa])(?:${mark}|\W*$)`,
      'iu',
    ),
  ],
  ['retracted', /^\W*temporary removal\s*[:\]–—-]/iu],
  // Set in capitals alone, before a title that is not.
  ['retracted', /^\W*(?:RETRACTED|WITHDRAWN)(?: ARTICLE| PAPER)?\s+(?=.*\p{Ll}{3})/u],
  [
    'retracted',
    new RegExp(
      String.raw`[[(]\s*(?:this )?(?:${item} )?(?:has been )?${retractedWord}(?: ${item})?\s*(?:[.,;:]\s*(?:see|retraction|v[eé]ase|ver)\b[^\])]{0,80})?[\])]\W*$`,
      'iu',
    ),
  ],
  ['retracted', /(?:\s[–—-]|[.:])\s*(?:Retracted|Withdrawn|Retractad[oa])(?: [Aa]rticle| [Pp]aper)?\W*$/u],
  ['retracted', /[\s:—–-](?:RETRACTED|WITHDRAWN)(?: ARTICLE| PAPER)?\W*$/u],
  [
    'corrected',
    /^\W*(?:(?:author|publisher|editorial)(?:[’']?s)? )?(?:corrections?|corrigend(?:um|a)|errat(?:um|a)|addend(?:um|a)|correcci[oó]n(?:es)?|fe de err(?:atas?|ores)|errors? in(?=\s*[:“"‘«]))\s*(?::|[—–]|\s-\s|\.\s|$|(?:to|of|for|de|a)\s*(?::|[“"‘«„']))/iu,
  ],
  ['corrected', /^\W*(?:(?:author|publisher) )?corrections? (?:to\b(?! normal)|for .{1,80}\bet al\b)/iu],
  [
    'corrected',
    /[[(]\s*(?:(?:published|author|publisher) )?(?:correction|corrigendum|erratum|errata|fe de erratas)\s*[\])]\W*$|[:–—-]\s*(?:corrigendum|erratum|fe de erratas)\W*$/iu,
  ],
]

/** What a title says of its item's standing, in the exact forms that publishers use; `undefined`: nothing. */
export const standingOfTitle = (title: string): Standing | undefined => firstSaid(titleRules, title.slice(0, 600).normalize('NFC').trim())

/** Publication types by MEDLINE's names (a notice is a "Retraction Notice" since 2025, before a "Retraction of Publication") and publishers' article types. */
const typeRules: readonly Rule[] = [
  [
    'notice',
    /^(?:partial )?(?:retraction|withdrawal|removal)(?: (?:notice|note|statement|of publication|of article))?s?$|^notice of (?:retraction|withdrawal)$/i,
  ],
  ['retracted', /^(?:retracted|withdrawn|removed)(?:[ -](?:publication|article|paper))?$/i],
  ['doubted', /^(?:editorial )?expressions? of concern$/i],
  ['corrected', /^(?:published |author |publisher )?(?:erratum|errata|corrections?|corrigend(?:um|a)|addend(?:um|a))$/i],
]

export const standingOfTypes = (types: readonly string[]): Standing | undefined => {
  const said = new Set(types.map((type) => first(typeRules, type.slice(0, 200).replace(/[_-]+/g, ' ').trim())))
  return (['notice', 'retracted', 'doubted', 'corrected'] as const).find((one) => said.has(one))
}

/** Whole sentences and labels that pages show of the item itself; what they tell of other papers is no such sentence. */
const bannerRules: readonly Rule[] = [
  ['notice', /^this is (?:a|the) (?:retraction|withdrawal) (?:notice|note)\b|^retraction of\s*:?$|^this (?:article|notice) retracts\b/i],
  [
    'retracted',
    /^(?:note:?\s*)?(?:this|the|este|el|esta|la)\s(?:[\p{L}-]+ ){0,2}(?:article|paper|chapter|publication|study|preprint|manuscript|version|artículo|trabajo|publicación)\s(?:has been|was|is|is being|ha sido|fue|está)\s(?:(?:formally|officially|now|temporarily|permanently) )?(?:retracted|withdrawn|removed|retractad[oa]|retirad[oa])\b/iu,
  ],
  [
    'retracted',
    /^\W*(?:retracted|withdrawn)(?: (?:article|paper|publication|chapter))?\W*$|^\W*(?:article|paper|publication) (?:retracted|withdrawn)\W*$|^artículo (?:retractado|retirado)\W*$|^retract(?:ed|ion) in\s*:?$/i,
  ],
  [
    'doubted',
    /^(?:an? |editorial |this article has an? )?expression of (?:editorial )?concern(?: in| has been (?:published|issued)| was (?:published|issued))?\b[^.]{0,60}\.?$|^see (?:the )?expression of concern\b/i,
  ],
  [
    'corrected',
    /^(?:this (?:article|paper) has been corrected|this (?:article|paper) has an? (?:correction|erratum)|an? (?:author |publisher )?(?:correction|erratum|corrigendum) (?:to this article )?(?:was|has been) published|erratum in\s*:?|correct(?:ion|ed) in\s*:?)/i,
  ],
]

export const standingOfBanner = (text: string): Standing | undefined =>
  firstSaid(bannerRules, text.slice(0, 400).replace(/\s+/g, ' ').trim())

/** What a page says besides the citation: its titles and notes in the order in which they are believed. */
export interface StandingSigns {
  publicationTypes?: readonly string[]
  titles?: readonly { seen: 'heading' | 'window' | 'metadata'; text: string }[]
  banners?: readonly string[]
}

/** Of several signs the one that warns most counts. A notice of a retraction comes first, since it is not itself a retracted paper, unless only a note on the page says so. */
const weight = ({ standing, seen }: Stand): number =>
  standing === 'notice' && seen === 'banner' ? 2.5 : { corrected: 1, doubted: 2, retracted: 3, notice: 4 }[standing]

/** How an item stands by what is known of it, and where that was read. */
export const standingSaid = (
  title: string,
  { publicationTypes = [], titles = [], banners = [] }: StandingSigns = {},
): Stand | undefined => {
  const typed = standingOfTypes(publicationTypes)
  if (typed === 'notice' || typed === 'retracted') return { standing: typed, seen: 'type' }
  const found: (Stand | undefined)[] = [
    stand(standingOfTitle(title), 'title'),
    ...titles.map(({ seen, text }) => stand(standingOfTitle(text), seen)),
    stand(typed, 'type'),
    ...banners.map((text) => stand(standingOfBanner(text), 'banner')),
  ]
  return found
    .filter((one) => one !== undefined)
    .reduce<Stand | undefined>((best, one) => (!best || weight(one) > weight(best) ? one : best), undefined)
}

const stand = (standing: Standing | undefined, seen: StandingPlace): Stand | undefined => (standing ? { standing, seen } : undefined)

/** How a cited item stands: as its page said when it was clipped, or by its title alone. */
export const standingOf = ({ standing, standingSeen = 'title', title = '' }: Citation): Stand | undefined =>
  standing ? { standing, seen: standingSeen } : standingSaid(title)
