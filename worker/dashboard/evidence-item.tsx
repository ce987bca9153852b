import { evidenceKindLabel, levelByDesign } from '../../shared/evidence.ts'
import type { Evidence } from '../../shared/network.ts'
import './evidence-item.css'
import { CopyReference } from './export-menu.tsx'
import { personName, siteLabel } from './framework-reply.ts'
import { Elsewhere, Reference, webAddress } from './reference.tsx'
import { words } from './strings.ts'
import { When } from './when.tsx'

const Quoted = ({ quote, link }: { quote: string; link: string | undefined }) => (
  <figure class="quote">
    <blockquote cite={link}>
      <p>{quote}</p>
    </blockquote>
    {link && (
      <figcaption class="small">
        <Elsewhere to={link}>{words.evidence.openAt}</Elsewhere>
      </figcaption>
    )}
  </figure>
)

/** One clip: what it is, its sentence, and who read it. The level comes from the design and says so. */
export const EvidenceItem = ({ item }: { item: Evidence }) => {
  const [level, link] = [levelByDesign(item.kind), webAddress(item.link)]
  return (
    <li class="evidence">
      <p class="kind">
        <span class="level">{level === undefined ? words.evidence.noLevel : words.evidence.level(level)}</span>{' '}
        {words.said(evidenceKindLabel(item.kind))}
      </p>
      <p>
        <Reference citation={item.citation} /> <CopyReference citation={item.citation} />
      </p>
      {item.quote && <Quoted quote={item.quote.exact} link={link} />}
      {item.note && <p class="said">{item.note}</p>}
      <p class="soft small">
        {!item.quote && link && (
          <>
            <Elsewhere to={link}>{words.evidence.open}</Elsewhere> ·{' '}
          </>
        )}
        {words.evidence.clippedBy(personName(item.clippedBy), siteLabel(item.site))} <When at={item.clippedAt} />
      </p>
    </li>
  )
}
