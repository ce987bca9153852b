import { cleanText } from '../page/clean.ts'

/** Names of platforms, publishers and parts of sites, which no journal has. */
const isPlatform =
  /full.?text|abstract|^(?:article|pdf|pmc|\d+|home|journals?|archive|current issue|issue|subscriptions?|contents?|research(?: article)?|(?:bi-?|semi-?)?(?:weekly|monthly)\W*|original (?:article|research|paper)|reviews?|editorial|letters?|news|about|browse|login|search|menu|cite|share|export|download|view|advertisement|volume.*|free|open access|en|es|pt|fr|de)$|\bpress$|publish|journals$|online$|library|springer(?:link)?$|sciencedirect|pubmed|ncbi|wiley|^sage|taylor|oxford academic|cambridge core|europe pmc|hal$|archive ouverte|^cdc$|\.com|\.org|\.net|logo|university|facebook|twitter|linkedin|iopscience|jstor|mendeley|creative commons|crossmark|orcid|altmetric|et al|^pnas.*info|elsevier|^national |society$|^https?:/i

/** What may be a journal's name: capitalised words, not of a platform. */
export const isJournalName = (name: string): boolean =>
  name.length > 1 &&
  name.length < 110 &&
  /^[A-ZÀ-Þ\d]|^[a-z][A-Z]/.test(name) &&
  !/[!;<>{}=@]|(?<![A-Za-z])\d{4}|\s(?:\d+|of|the|de|der|and)$/.test(name) &&
  name.split(' ').length < 14 &&
  !isPlatform.test(name)

/** Words that only journals are called by. */
export const saysJournal =
  /\b(?:journal|revista|revue|zeitschrift|annals|annales|anales|archives|archivos|archiv|acta|bulletin|boletín|gaceta|gazette|cadernos|cuadernos|cahiers|transactions|rivista)\b/i

/** A name without what stands around it: labels, signs. */
export const tidy = (text: string): string =>
  cleanText(
    text.replace(
      /^.*(?:cite (?:this )?(?:article )?as|citation|published in(?: final edited form as)?|in|source|journal|revista|revue)\s?:\s*/i,
      '',
    ),
    200,
  )
    .replace(/^[\s.,;:>|»(·–-]+|[\s,;:|(·–-]+$/g, '')
    .replace(/(?<=[a-z]{4})\.$/, '')
    .replace(/(?:EI检索|SCI).*$/, '')
    .trim()

/** The journal's name out of what stands before a year or volume: behind the paper's title where that is there too. */
export const journalBefore = (before: string, title: string): string | undefined => {
  const at = title ? before.toLowerCase().indexOf(title.slice(-20).toLowerCase()) : -1
  const behind =
    at < 0 ? before : before.slice(at + title.slice(-20).length).replace(/^[\s.,;:"”’*)\]]*(?:\[[^\]]{0,80}\])?[\s.,;:"”]*/, '')
  // The way to the page ends before the issue.
  if (/^(?:home|accueil|inicio|início|startseite)\s*[/>›»]|\/\s*$/i.test(behind)) return undefined
  const name = tidy(
    behind
      .replace(/\(?(?:19|20)\d{2}\)?.*$/, '')
      .replace(/(?:,|\.)?\s*(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?\s*\d{0,2},?\s*$/, (tail) =>
        /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(tail) ? '' : tail,
      ),
  )
  return name && isJournalName(name) && name.length < 100 ? name : undefined
}

const initials = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[\s.,&–-]+/)
    .filter((word) => word && !/^(?:of|the|and|in|for|de|et|la|le|del|und|der|die)$/.test(word))

/** Whether a short form ("Front. Psychol.") is of that name. */
export const isShortFor = (short: string, name: string): boolean => {
  const [few, words] = [initials(short), initials(name)]
  return (
    short.length < name.length &&
    few.length === words.length &&
    few.length > 0 &&
    words.every((word, at) => word.startsWith(few[at] ?? '\0'))
  )
}

/** Whether capitals are the initials of a name. */
export const isAcronym = (short: string, name: string): boolean =>
  short.length > 2 &&
  short === short.toUpperCase() &&
  initials(name)
    .map((word) => word.charAt(0))
    .join('') === short.toLowerCase()
