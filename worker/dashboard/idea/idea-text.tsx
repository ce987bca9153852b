import type { Idea } from '../../../shared/domain/entities.ts'
import { personName } from '../data/framework.ts'
import './idea-text.css'
import { words } from '../i18n/strings.ts'

const Said = ({ name, text }: { name: string; text: string }) => (
  <div class={text ? '' : 'unsaid'}>
    <dt>{name}</dt>
    <dd>{text || words.idea.unsaid}</dd>
  </div>
)

const diagramLink = (address: string) =>
  /^https?:\/\//i.test(address) ? (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {words.idea.openDiagram}
    </a>
  ) : (
    words.idea.unsaid
  )

const named = (ids: readonly string[]): string => ids.map(personName).join(', ')

/** What would change, why, and how one would know; what nobody has said yet is shown as such, since gates ask for it. */
export const IdeaText = ({ idea }: { idea: Idea }) => (
  <dl class="said-list">
    <Said name={words.idea.problem} text={idea.problem} />
    {idea.details && <Said name={words.idea.details} text={idea.details} />}
    <Said name={words.idea.theory} text={idea.theory} />
    <Said name={words.idea.aim} text={idea.aim} />
    <Said name={words.idea.outcome} text={idea.measures.outcome} />
    <Said name={words.idea.process} text={idea.measures.process} />
    <Said name={words.idea.balancing} text={idea.measures.balancing} />
    <div class={idea.driverDiagram ? '' : 'unsaid'}>
      <dt>{words.idea.driverDiagram}</dt>
      <dd>{diagramLink(idea.driverDiagram)}</dd>
    </div>
    <Said name={words.idea.leads} text={named(idea.leads)} />
    <Said name={words.idea.experts} text={named(idea.experts)} />
    {idea.registryGap && <Said name={words.idea.registryGap} text={idea.registryGap} />}
    {idea.processReliable && <Said name={words.idea.reliability} text={words.idea.reliable} />}
  </dl>
)
