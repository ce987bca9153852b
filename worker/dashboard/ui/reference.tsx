import type { ComponentChildren } from 'preact'
import type { Citation } from '../../../shared/citations/citation.ts'
import { vancouver } from '../../../shared/citations/vancouver.ts'
import { messages } from '../i18n/bank.ts'

/** Only web addresses are links: anything else could run when it is pressed. */
export const webAddress = (text: string | undefined): string | undefined => (text && /^https?:\/\//i.test(text) ? text : undefined)

export const Elsewhere = ({ to, children }: { to: string; children: ComponentChildren }) => (
  <a href={to} target="_blank" rel="noopener noreferrer">
    {children}
  </a>
)

/** A piece of the reference that is more than text. */
interface Piece {
  text: string
  shown: ComponentChildren
}

const linked = (text: string, to: string | undefined): Piece[] => (to ? [{ text, shown: <Elsewhere to={to}>{text}</Elsewhere> }] : [])

/** In the order in which the style prints them. */
const piecesOf = ({ title, DOI, PMID, PMCID, URL, ...rest }: Citation): Piece[] => [
  ...(title ? [{ text: title, shown: <b>{title}</b> }] : []),
  ...(rest['container-title'] ? [{ text: rest['container-title'], shown: <i>{rest['container-title']}</i> }] : []),
  ...linked(`doi: ${DOI}`, DOI && `https://doi.org/${encodeURI(DOI)}`),
  ...linked(`PMID: ${PMID}`, PMID && `https://pubmed.ncbi.nlm.nih.gov/${PMID}/`),
  ...linked(`PMCID: ${PMCID}`, PMCID && `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}/`),
  ...linked(URL ?? '', webAddress(URL)),
]

/** The line as text, with the pieces in it where they stand; one that the style left out is left out here too. */
const weave = (line: string, pieces: readonly Piece[]): ComponentChildren[] => {
  const woven: ComponentChildren[] = []
  let from = 0
  for (const { text, shown } of pieces) {
    const at = line.indexOf(text, from)
    if (at < 0) continue
    woven.push(line.slice(from, at), shown)
    from = at + text.length
  }
  return [...woven, line.slice(from)]
}

/** A citation as medical journals print it (Vancouver), its identifiers as links. */
export const Reference = ({ citation }: { citation: Citation }) => (
  <cite class="reference">{weave(vancouver(citation) || messages.evidence.untitled, piecesOf(citation))}</cite>
)
