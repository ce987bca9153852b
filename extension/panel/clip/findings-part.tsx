import { type ClipTextName, clipTexts } from '../../../shared/domain/idea-fields.ts'
import { own as ownOf } from '../../../shared/values/own.ts'
import { question } from '../parts/field-question.ts'
import { findingText } from '../parts/finding-text.ts'
import type { GuardedField } from '../../store/draft.ts'
import { findingsOf, notPatient, replaceOne, type ShownFinding } from '../state/guard-state.ts'
import { panelMessages } from '../../i18n/panel.ts'

const around = 24

/** A few whole words before and after a place. */
const before = (text: string, start: number): string =>
  start <= around ? text.slice(0, start) : `… ${text.slice(start - around, start).replace(/^\S*\s/, '')}`
const after = (text: string, end: number): string =>
  end + around >= text.length ? text.slice(end) : `${text.slice(end, end + around).replace(/\s\S*$/, '')} …`

/** The found words with a few around them, as they stand in the text. */
const Marked = ({ finding: { text, start, end, excerpt, certainty } }: { finding: ShownFinding }) => (
  <q class="marked">
    {before(text, start)}
    <mark class={certainty}>{excerpt}</mark>
    {after(text, end)}
  </q>
)

const Line = ({ finding }: { finding: ShownFinding }) => (
  <li class={`finding ${finding.certainty}`}>
    <p>
      <Marked finding={finding} /> <span class="soft">{findingText(finding)}</span>
    </p>
    <p class="actions">
      <button type="button" class="button small" onClick={() => replaceOne(finding)}>
        {finding.name === 'address' ? panelMessages.leaveOut : panelMessages.replaceWith({ word: finding.word })}
      </button>
      {finding.certainty === 'low' && (
        <button type="button" class="link-button" onClick={() => notPatient(finding)}>
          {panelMessages.notPatient}
        </button>
      )}
    </p>
  </li>
)

const isClipText = (name: GuardedField): name is ClipTextName => clipTexts.some((one) => one === name)
/** A text of the form in words of its own, or by the question that it answers. */
const nameOf = (name: GuardedField): string =>
  ownOf<string>(panelMessages.guardedFields, name) ?? (isClipText(name) ? question(name) : name)

/** What was found in one text, each with what can be done about it. */
export const FindingsPart = ({ name }: { name: GuardedField }) => (
  <ul class="findings" id={`findings-${name}`} aria-label={panelMessages.findingsIn({ field: nameOf(name) })}>
    {findingsOf(name).map((finding) => (
      <Line key={`${finding.start} ${finding.type} ${finding.excerpt}`} finding={finding} />
    ))}
  </ul>
)
