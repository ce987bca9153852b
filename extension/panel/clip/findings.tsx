import { keyboard } from '../parts/keyboard.ts'
import { lazyPart } from '../parts/lazy-part.tsx'
import type { GuardedField } from '../../store/draft.ts'
import { findings, findingsOf, replaceAll } from '../state/guard-state.ts'
import { panelMessages } from '../../i18n/panel.ts'

const FindingsPart = lazyPart(async () => (await import('./findings-part.tsx')).FindingsPart)

/** What was found in one text, under its field, which it describes. */
export const Findings = ({ name }: { name: GuardedField }) => (findingsOf(name).length > 0 ? <FindingsPart name={name} /> : null)

/** What describes a field to a screen reader: its findings, and why it was not saved. */
export const describes = (name: GuardedField, isInvalid: boolean): string | undefined =>
  [...(isInvalid ? [`invalid-${name}`] : []), ...(findingsOf(name).length > 0 ? [`findings-${name}`] : [])].join(' ') || undefined

export const isCertain = (name: GuardedField): boolean => findingsOf(name).some(({ certainty }) => certainty === 'high')

const foundText = (certain: number, uncertain: number): string =>
  [
    ...(certain > 0 ? [panelMessages.foundCertain({ count: certain })] : []),
    ...(uncertain > 0 ? [panelMessages.foundUncertain({ count: uncertain })] : []),
  ].join(' ')

/** How much there is to answer, said once to those who do not see it, with the key that answers all. */
export const FindingsSummary = () => {
  const all = findings.value
  const certain = all.filter(({ certainty }) => certainty === 'high').length
  return (
    <div class="findings-summary">
      <p role="status">{all.length > 0 && foundText(certain, all.length - certain)}</p>
      {all.length > 0 && (
        <button type="button" class="button" onClick={replaceAll}>
          {panelMessages.replaceAll} <kbd>{panelMessages.replaceAllKeys[keyboard]}</kbd>
        </button>
      )}
    </div>
  )
}
