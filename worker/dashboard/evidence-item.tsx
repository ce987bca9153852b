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

/** One clip as a line of the evidence table: its level by design, the item with its sentence, and who read it. */
export const EvidenceItem = ({ item }: { item: Evidence }) => {
  const [level, link] = [levelByDesign(item.kind), webAddress(item.link)]
  return (
    <tr role="row" class="evidence">
      <th role="rowheader" scope="row">
        <span class="level">{level === undefined ? words.evidence.noLevel : words.evidence.level(level)}</span>
        <span class="kind">{words.said(evidenceKindLabel(item.kind))}</span>
      </th>
      <td role="cell">
        <p>
          <Reference citation={item.citation} /> <CopyReference citation={item.citation} />
        </p>
        {item.quote && <Quoted quote={item.quote.exact} link={link} />}
        {item.note && <p class="said">{item.note}</p>}
        {!item.quote && link && (
          <p class="small">
            <Elsewhere to={link}>{words.evidence.open}</Elsewhere>
          </p>
        )}
      </td>
      <td role="cell" class="soft small">
        {personName(item.clippedBy)}
        <br />
        {siteLabel(item.site)}
        <br />
        <When at={item.clippedAt} />
      </td>
    </tr>
  )
}
