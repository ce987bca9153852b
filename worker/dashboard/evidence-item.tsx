import type { Evidence } from '../../shared/network.ts'
import { evidenceKindLabel, levelByDesign } from '../../shared/evidence.ts'
import { personName, siteLabel } from './framework-reply.ts'
import './evidence-item.css'
import { Reference } from './reference.tsx'
import { words } from './strings.ts'
import { When } from './when.tsx'

/** Only web addresses are links: anything else could run when it is pressed. */
const webAddress = (text: string | undefined): string | undefined => (text && /^https?:\/\//i.test(text) ? text : undefined)

const Elsewhere = ({ to, children }: { to: string; children: string }) => (
  <a href={to} target="_blank" rel="noopener noreferrer">
    {children}
  </a>
)

const Identifiers = ({ item }: { item: Evidence }) => {
  const { DOI, PMID, PMCID } = item.citation
  return (
    <>
      {DOI && <Elsewhere to={`https://doi.org/${encodeURI(DOI)}`}>{`doi:${DOI}`}</Elsewhere>}
      {PMID && <Elsewhere to={`https://pubmed.ncbi.nlm.nih.gov/${PMID}/`}>{`PMID ${PMID}`}</Elsewhere>}
      {PMCID && <Elsewhere to={`https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}/`}>{PMCID}</Elsewhere>}
    </>
  )
}

const Quoted = ({ item }: { item: Evidence }) => {
  const link = webAddress(item.link)
  if (!item.quote)
    return link ? (
      <p class="at-sentence">
        <Elsewhere to={link}>{words.evidence.open}</Elsewhere>
      </p>
    ) : null
  return (
    <figure class="quote">
      <blockquote cite={link}>
        <p>{item.quote.exact}</p>
      </blockquote>
      {link && (
        <figcaption class="at-sentence">
          <Elsewhere to={link}>{words.evidence.openAt}</Elsewhere>
        </figcaption>
      )}
    </figure>
  )
}

/** One clip: what it is, its sentence, and who read it. The level comes from the design and says so. */
export const EvidenceItem = ({ item }: { item: Evidence }) => {
  const level = levelByDesign(item.kind)
  return (
    <li class="evidence">
      <p class="kind">
        <span class="level">{level === undefined ? words.evidence.noLevel : words.evidence.level(level)}</span>{' '}
        <span>{evidenceKindLabel(item.kind)}</span>
      </p>
      <p>
        <Reference citation={item.citation} />
      </p>
      <p class="identifiers">
        <Identifiers item={item} />
      </p>
      <Quoted item={item} />
      {item.note && <p class="said">{item.note}</p>}
      <p class="soft small">
        {words.evidence.clippedBy(personName(item.clippedBy), siteLabel(item.site))} <When at={item.clippedAt} />
      </p>
    </li>
  )
}
