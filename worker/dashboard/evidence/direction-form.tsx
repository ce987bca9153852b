import { useState } from 'preact/hooks'
import { type Direction, directionFor, directions } from '../../../shared/domain/evidence-kinds.ts'
import type { Evidence } from '../../../shared/domain/entities.ts'
import { messages } from '../i18n/bank.ts'
import { SelectField } from '../ui/fields.tsx'
import { MutationForm } from '../ui/mutation-form.tsx'

interface Props {
  item: Evidence
  idea: string
  close: () => void
}

/** Says what a clip of several ideas says of one of them. */
export const DirectionForm = ({ item, idea, close }: Props) => {
  const [before] = useState<Direction>(directionFor(item, idea))
  const [said, say] = useState(before)
  return (
    <MutationForm
      name="assessEvidence"
      drafts={`${idea}/direction/${item.id}/`}
      submit={messages.evidence.submit}
      done={messages.evidence.assessed}
      onDone={close}
      onCancel={close}
      args={() => ({ evidence: item.id, idea, set: said === before ? {} : { direction: said }, base: { direction: before } })}
    >
      <SelectField
        label={messages.evidence.direction}
        word="direction"
        value={said}
        choices={directions.map((key) => ({ key, label: messages.evidence.directions[key] }))}
        onChange={(key) => say(directions.find((one) => one === key) ?? said)}
      />
    </MutationForm>
  )
}
