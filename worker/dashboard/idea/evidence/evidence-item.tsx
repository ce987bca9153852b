import { evidenceKindLabel, directionFor } from '../../../../shared/domain/evidence-kinds.ts'
import type { IdeaPage } from '../../../../shared/api/bank.ts'
import type { Evidence, Idea } from '../../../../shared/domain/entities.ts'
import { levelOf } from '../../../../shared/rules/weighed-evidence.ts'
import { sayDate } from '../../ui/dates.ts'
import { allowed } from '../../data/allowed.ts'
import { AssessForm } from './assess-form.tsx'
import { senderName } from '../../ui/sender-name.ts'
import './evidence-item.css'
import { CopyReference } from '../../ui/export-menu.tsx'
import { personName, siteLabel } from '../../data/framework.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { RemoveClip } from './remove-clip.tsx'
import { Quoted } from './clip-parts.tsx'
import { Standing } from './standing.tsx'
import { Elsewhere, Reference, webAddress } from '../../ui/reference.tsx'
import { messages } from '../../i18n/bank.ts'
import { translate } from '../../i18n/translate.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'

/** What it counts for and what it says of the idea, and who said so. */
const Weight = ({ item, idea }: { item: Evidence; idea: Idea }) => {
  const [level, direction] = [levelOf(item), directionFor(item, idea.id)]
  const said = [item.kindSaid, item.appraisal, item.directions?.[idea.id]]
    .filter((one) => one !== undefined)
    .toSorted((one, other) => other.at - one.at)[0]
  return (
    <>
      {item.kind !== null && (
        <span class="level">{level === undefined ? messages.evidence.noLevel : messages.evidence.level({ level })}</span>
      )}
      <span class="kind">
        {translate(evidenceKindLabel(item.kind))}
        {item.appraisal && ` · ${messages.evidence.appraisals[item.appraisal.is]}`}
      </span>
      {item.kind === null && item.suggested && (
        <span class="kind">{messages.evidence.hint({ kind: translate(evidenceKindLabel(item.suggested)) })}</span>
      )}
      {direction !== 'supports' && <b class="kind direction">{messages.evidence.directions[direction]}</b>}
      {said && <span class="kind">{messages.evidence.saidBy({ person: personName(said.by), when: sayDate(said.at) })}</span>}
    </>
  )
}

/** One clip as a line of the evidence table: what it counts for, the item with its sentence, and who read it. */
export const EvidenceItem = ({ item, page, detach }: { item: Evidence; page: IdeaPage; detach: () => void }) => {
  const link = webAddress(item.link)
  const about = { evidence: item.id }
  const title = item.citation.title ?? messages.evidence.untitled
  return (
    <tr role="row" class="evidence">
      <th role="rowheader" scope="row">
        <Weight item={item} idea={page.idea} />
      </th>
      <td role="cell">
        <Standing item={item} may={allowed(page)('checkStanding', about)} />
        <p>
          <Reference citation={item.citation} /> <CopyReference citation={item.citation} />
        </p>
        {item.citation.cut && (
          <p class="soft small">{item.citation.cut.includes('author') ? messages.evidence.cutAuthors : messages.evidence.cut}</p>
        )}
        {item.quote && <Quoted quote={item.quote.exact} link={link} />}
        {item.note && <p class="said">{item.note}</p>}
        {!item.quote && link && (
          <p class="small">
            <Elsewhere to={link}>{messages.evidence.open}</Elsewhere>
          </p>
        )}
        {allowed(page)('assessEvidence', about) && (
          <Disclosure label={messages.evidence.assess} name={messages.evidence.assessOf({ title })}>
            {(close) => <AssessForm item={item} idea={page.idea.id} close={close} />}
          </Disclosure>
        )}
        {allowed(page)('detachEvidence', about) && (
          <button type="button" class="button plain small" onClick={detach}>
            {messages.evidence.detach} <span class="unseen">{title}</span>
          </button>
        )}
        {allowed(page)('withdrawEvidence', about) && (
          <Disclosure label={messages.evidence.remove} name={title}>
            {() => <RemoveClip id={item.id} />}
          </Disclosure>
        )}
      </td>
      <td role="cell" class="soft small">
        {senderName(item.clippedBy, item)}
        <br />
        {siteLabel(item.site)}
        <br />
        <RelativeTime at={item.clippedAt} />
      </td>
    </tr>
  )
}
