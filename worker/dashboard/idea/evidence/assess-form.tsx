import { useState } from 'preact/hooks'
import {
  type Appraisal,
  appraisals,
  type Direction,
  directions,
  type EvidenceKind,
  evidenceKindLabel,
  evidenceKinds,
  levelByDesign,
  directionFor,
} from '../../../../shared/domain/evidence-kinds.ts'
import type { Evidence } from '../../../../shared/domain/entities.ts'
import { SelectField } from '../../ui/fields.tsx'
import { MutationForm } from '../../ui/mutation-form.tsx'
import { messages } from '../../i18n/bank.ts'
import { translate } from '../../i18n/translate.ts'

interface Props {
  item: Evidence
  /** The idea for which it says something; without one its kind and appraisal are asked for alone. */
  idea: string | undefined
  close: () => void
}

interface Standing {
  kind: EvidenceKind | null
  direction: Direction
  appraisal: Appraisal | null
}

const chosen = <Key extends string>(keys: readonly Key[], key: string): Key | null => keys.find((one) => one === key) ?? null

/** Only what differs from how it stood. */
const changed = (before: Standing, now: Standing): Partial<Standing> =>
  Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== before[name as keyof Standing]))

/** Says or corrects what a clip is of, how its level is appraised, and what it says of the idea. What the page suggests is told, and chosen by nobody but the person. */
export const AssessForm = ({ item, idea, close }: Props) => {
  const [before] = useState<Standing>({ kind: item.kind, direction: directionFor(item, idea ?? ''), appraisal: item.appraisal?.is ?? null })
  const [said, say] = useState(before)
  const graded = levelByDesign(said.kind) !== undefined
  const asked = { ...said, appraisal: graded ? said.appraisal : null }
  return (
    <MutationForm
      name="assessEvidence"
      drafts={`${idea ?? ''}/assess/${item.id}/`}
      submit={messages.evidence.submit}
      done={messages.evidence.assessed}
      onDone={close}
      onCancel={close}
      args={() => ({ evidence: item.id, ...(idea === undefined ? {} : { idea }), set: changed(before, asked), base: before })}
    >
      <SelectField
        label={messages.evidence.kind}
        word="kind"
        hint={
          item.kind === null && item.suggested ? messages.evidence.hint({ kind: translate(evidenceKindLabel(item.suggested)) }) : undefined
        }
        value={said.kind ?? ''}
        choices={evidenceKinds.map(({ key }) => ({ key, label: translate(evidenceKindLabel(key)) }))}
        none={translate(evidenceKindLabel(null))}
        onChange={(key) =>
          say({
            ...said,
            kind: chosen(
              evidenceKinds.map((kind) => kind.key),
              key,
            ),
            appraisal: null,
          })
        }
      />
      {idea !== undefined && (
        <SelectField
          label={messages.evidence.direction}
          word="direction"
          value={said.direction}
          choices={directions.map((key) => ({ key, label: messages.evidence.directions[key] }))}
          onChange={(key) => say({ ...said, direction: chosen(directions, key) ?? 'supports' })}
        />
      )}
      {graded && (
        <SelectField
          label={messages.evidence.appraisal}
          word="level"
          hint={messages.evidence.appraisalHint}
          value={said.appraisal ?? ''}
          choices={appraisals.map((key) => ({ key, label: messages.evidence.appraisalChoices[key] }))}
          none={messages.evidence.notAppraised}
          onChange={(key) => say({ ...said, appraisal: chosen(appraisals, key) })}
        />
      )}
    </MutationForm>
  )
}
