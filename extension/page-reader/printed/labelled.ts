import { isGroupName } from './bodies.ts'
import { isJournalName, tidy } from './journal-name.ts'
import type { Line } from './lines.ts'
import { invertedName, readPeople } from './people.ts'
import { begins } from './published.ts'

/** What pages and records of libraries print before a value, in five languages. */
const labels = {
  authors:
    'authors?(?:\\(s\\))?|creators?|autor(?:es|as|a|in|en)?(?:[/(]as\\)?)?|auteurs?|autrices?|verfasser(?:innen|in|angaben)?|personal author|corporate author',
  journal:
    'journal(?: title| name)?|(?:publication|source|serial) title|published in|appears in|revista|revue|título de la revista|titre de la revue|zeitschrift|periódico|host publication(?: title)?|publicado en|paru dans|erschienen in|publicado em',
  source: 'source|publication|fuente|localización|fonte|quelle',
  type: '(?:document|item|resource|publication|output|content) type|type|tipo(?: de (?:documento|recurso|publicación|publicação))?|type de (?:document|publication)|dokument(?:en)?(?:art|typ)|publikations(?:art|typ)',
  year: 'year(?: of publication)?|date(?: (?:written|registered|of registration|issued))?|año(?: de publicación)?|ano|année|jahr|erscheinungsjahr|fecha(?: de (?:edición|registro))?|data(?: de (?:registro|defesa))?|date d.(?:enregistrement|édition)|datum|stand|registrierungsdatum|date (?:de soutenance|of defen[cs]e)|registration date|first (?:posted|submitted|registered)|publication (?:year|date)|publicación',
}

/** The values behind such a label, on its line or on the lines after it, near the title. */
const labelled = (lines: readonly Line[], title: number, label: keyof typeof labels): Line[][] => {
  const alone = new RegExp(`^(?:${labels[label]})\\s?:?$`, 'i')
  const before = new RegExp(`^(?:(?:${labels[label]})\\s?:|from the journal\\s)\\s?(?=\\S)`, 'i')
  const found: Line[][] = []
  for (let at = Math.max(0, title - 30); at < Math.min(lines.length, title + 160); at += 1) {
    const line = lines[at] as Line
    if (line.isOther || line.text.length > 600 || at === title) continue
    if (alone.test(line.text)) found.push(lines.slice(at + 1, at + 40).filter(({ isOther }) => !isOther))
    else if (before.test(line.text)) found.push([{ ...line, text: line.text.replace(before, ''), plain: line.plain.replace(before, '') }])
  }
  return found
}

const isOfIssue = (line: Line | undefined): boolean => line !== undefined && /ISSN|\d/.test(line.text)

const editedBook =
  /\b(?:in|en|em|dans)\s?:\s[^:]{3,160}?\((?:eds?|hrsg|dirs?|orgs?|coords?|éds?)\.?\)[.,:]?\s(?<name>[A-ZÀ-Þ][^.()\d]{4,140})[.,]/iu
const proceedings = /(?:^|:\s|[.”"]\s(?:In:?\s)?(?:the\s)?)(?<name>(?:Proceedings of|Actas d|Anais d|Actes d)[^,.()]{5,140})/u

/** The book or proceedings that a line near the title says the item is in, with the year on that line. */
const holdingBook = (lines: readonly Line[], title: number): { name: string; year: string | undefined } | undefined => {
  for (const { text, isOther } of lines.slice(Math.max(0, title - 6), title + 60)) {
    const found = isOther || text.length > 600 ? null : (editedBook.exec(text) ?? proceedings.exec(text))
    if (found?.groups) {
      const behind = text.slice(found.index + found[0].length)
      return { name: found.groups['name'] ?? '', year: /(?<![\d-])(?:19|20)\d{2}(?![\d-])/.exec(behind)?.[0] }
    }
  }
  return undefined
}

/** The journal that a label, or "From the journal", names, without the ISSN, volume, year and pages that run on behind it. */
export const labelledJournal = (lines: readonly Line[], title: number): string | undefined => {
  return [
    ...labelled(lines, title, 'journal').flatMap(([line]) => line?.text ?? []),
    ...labelled(lines, title, 'source').flatMap(([line]) => (isOfIssue(line) ? (line?.text ?? '') : [])),
    holdingBook(lines, title)?.name ?? '',
  ]
    .map((text) =>
      tidy(
        text
          .replace(/\s*[,;(·]?\s*(?:(?:p|e)?-?ISSN|vol\b|v\.|núm|n[º°.]|\(?(?:19|20)\d{2}).*$/i, '')
          .replace(/\s*[;(].*$/, '')
          .replace(/,?\s+\d.*$/, ''),
      ),
    )
    .find(isJournalName)
}

/** The first day or year behind a label that says so, or the year of the book that the item is in. */
export const labelledDate = (lines: readonly Line[], title: number): string | undefined =>
  labelled(lines, title, 'year').flatMap(([line]) => (line && begins.exec(line.text)?.[0]) ?? [])[0] ?? holdingBook(lines, title)?.year

/** "Poe, Ann" on a line or in a link of its own, people in a list, or one body. */
const namesOn = ({ plain }: Line): string[] => {
  const text = plain.replace(/\s*,\s*$|^\s*,\s*/g, '').trim()
  const turned = invertedName(text)
  if (turned) return [turned]
  const people = readPeople(plain)
  return people.length > 0 ? people : isGroupName(text) ? [text] : []
}

/** Who is named behind a label that says so: lines of names up to the first that holds none. */
export const labelledAuthors = (lines: readonly Line[], title: number): string[] => {
  for (const [first, ...rest] of labelled(lines, title, 'authors')) {
    const names = first ? namesOn(first) : []
    if (names.length === 0) continue
    for (const line of rest) {
      const own = namesOn(line)
      if (own.length === 0) break
      names.push(...own)
    }
    return [...new Set(names)]
  }
  return []
}

const kinds: readonly (readonly [type: string, words: RegExp])[] = [
  [
    'thesis',
    /^(?:(?:doctoral|ph\.?\s?d\.?|master.?s?|bachelor.?s?|undergraduate)\s)?(?:thesis|theses|dissertation)s?\b|^(?:thèse|tesis|tese|dissertação|doktorarbeit|masterarbeit|habilitation|hochschulschrift|trabajo (?:de )?fin de|trabalho de conclusão)(?=\W|$)/i,
  ],
  ['dataset', /^(?:dataset|data set|research data|conjunto de (?:datos|dados)|jeu de données|datensatz|forschungsdaten)$/i],
  [
    'chapter',
    /^(?:book )?(?:chapter|section)$|^(?:book chapter|book section|chapter in\b|capítulo (?:de libro|em livro)|chapitre d.ouvrage|buch(?:kapitel|abschnitt))/i,
  ],
  [
    'paper-conference',
    /^(?:conference (?:or workshop item|paper|object|contribution|proceedings?)|proceedings? (?:paper|article)|(?:in )?proceedings of\b|(?:anais|actas|actes) d|ponencia|comunicación (?:en|a) congreso|objeto de conferencia|communication dans un congrès|konferenz(?:beitrag|schrift)|tagungsbeitrag|trabalho (?:apresentado )?em (?:evento|congresso))/i,
  ],
  [
    'article',
    /^preprint\b|\bis a preprint\b|\b(?:es|é|est|ist) (?:um|un|une|ein) preprint\b|^(?:prépublication|pré-?publication)|not (?:been |certified by )?peer.?review|no ha sido revisado por pares|não foi revisado por pares/i,
  ],
  [
    'report',
    /^(?:(?:technical|research|working|evidence|annual) )?(?:report|paper)$|^(?:technical documents?|guidelines?|clinical guideline|informe(?: técnico)?|guía de práctica clínica|rapport|recommandation de bonne pratique|bericht|leitlinie|relatório(?: técnico)?|diretriz)$/i,
  ],
  ['book', /^(?:book|monograph|libro|livre|ouvrage|buch|monographie|livro)$/i],
]

/** Whether the page is a repository's record of something that somebody wrote. */
export const isRepository = ({ pathname }: URL, lines: readonly Line[], title: number): boolean =>
  (/\/handle\/\d+/.test(pathname) || lines.some(({ text }) => /hdl\.handle\.net\//i.test(text))) && labelledAuthors(lines, title).length > 0

/** The kind of item (a type of CSL) that the page's own label, a line above or near its title, or the line that cites it says. */
export const printedType = (lines: readonly Line[], title: number, cited: readonly string[]): string | undefined => {
  const near = lines
    .slice(Math.max(0, title - 6), title + 25)
    .filter(({ isOther, text }, at) => !isOther && text.length < 160 && at !== Math.min(title, 6))
  const said = [...labelled(lines, title, 'type').flatMap(([first]) => first?.text ?? []), ...near.map(({ text }) => text)]
  for (const [type, words] of kinds) if (said.some((text) => words.test(text))) return type
  return cited.some((text) => /\[(?:data ?set|datos|données)\]/i.test(text))
    ? 'dataset'
    : cited.some((text) => /\b(?:thesis|dissertation|thèse|tesis doctoral)\]/i.test(text))
      ? 'thesis'
      : cited.some((text) => /[.”"]\s+(?:In|En|Em|Dans):?\s+(?:\d{4}\s)?(?:the\s)?(?:Proceedings|Actas|Anais|Actes)\b/i.test(text))
        ? 'paper-conference'
        : cited.some((text) => /\b(?:available at ssrn|(?:bio|med|psy|soc|ed)rxiv|research square|preprints?)\b/i.test(text))
          ? 'article'
          : undefined
}

const registries =
  /\b(?:NCT\d{8}|ISRCTN\d{5,10}|DRKS\d{8}|ACTRN\d{14}|ChiCTR[-\w]{6,16}|CTRI\/\d{4}\/\d{2,3}\/\d{5,6}|EUCTR\d{4}-\d{6}-\d{2}|PACTR\d{12,16}|jRCT\w?\d{9,12}|UMIN\d{9}|KCT\d{7}|IRCT\w{10,18}|RBR-\w{4,8}|TCTR\d{11}|SLCTR\/\d{4}\/\d{3}|NTR\d{3,5}|PER-\d{3}-\d{2}|CRD\d{8,14})\b/

/** The number of a trial's record: one that the address, the window or a labelled line holds, and no paper only mentions. */
export const registryNumber = (address: URL, window: string, lines: readonly Line[], title: number): string | undefined => {
  const inAddress = registries.exec(decodeURI(address.pathname + address.search))?.[0] ?? registries.exec(window)?.[0]
  if (!inAddress) return undefined
  return lines.slice(0, title + 80).some(({ text }) => text.includes(inAddress)) ? inAddress : undefined
}
