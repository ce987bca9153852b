import { suggestedKind } from '../parts/kind-names.ts'
import { useState } from 'preact/hooks'
import { type Direction, directions, evidenceKinds, directionFor } from '../../../shared/domain/evidence-kinds.ts'
import type { Evidence } from '../../../shared/domain/entities.ts'
import { GuardedForm } from '../parts/guarded-form.tsx'
import { panelMessages } from '../../i18n/panel.ts'
import { homeMessages } from '../../i18n/home.ts'

interface Props {
  item: Evidence
  idea: string
  close: () => void
}

/** What kind of item a clip is of, and what it says of the idea. What the page suggests is told, and chosen by nobody but the person. */
export const AssessClip = ({ item, idea, close }: Props) => {
  const [before] = useState<{ kind: Evidence['kind']; direction: Direction }>({ kind: item.kind, direction: directionFor(item, idea) })
  const [{ kind, direction }, say] = useState(before)
  const set = { ...(kind === before.kind ? {} : { kind }), ...(direction === before.direction ? {} : { direction }) }
  const name = `assess-${item.id}`
  return (
    <GuardedForm
      label={homeMessages.assess}
      submit={panelMessages.save}
      cancel={close}
      done={close}
      wanted={() => [{ name: 'assessEvidence', args: { evidence: item.id, idea, set, base: before } }]}
    >
      <div class="field">
        <label for={`${name}-kind`}>{panelMessages.kind}</label>
        <select
          id={`${name}-kind`}
          value={kind ?? ''}
          onChange={({ currentTarget }) =>
            say({ direction, kind: evidenceKinds.find(({ key }) => key === currentTarget.value)?.key ?? null })
          }
        >
          <option value="">{panelMessages.kindUnsaid}</option>
          {evidenceKinds.map(({ key }) => (
            <option key={key} value={key}>
              {panelMessages.kinds[key]}
            </option>
          ))}
        </select>
        {kind === null && item.suggested && <p class="soft">{suggestedKind(item.suggested, '')}</p>}
      </div>
      <div class="field">
        <label for={`${name}-direction`}>{homeMessages.direction}</label>
        <select
          id={`${name}-direction`}
          value={direction}
          onChange={({ currentTarget }) => say({ kind, direction: directions.find((one) => one === currentTarget.value) ?? 'supports' })}
        >
          {directions.map((key) => (
            <option key={key} value={key}>
              {homeMessages.directions[key]}
            </option>
          ))}
        </select>
      </div>
    </GuardedForm>
  )
}
