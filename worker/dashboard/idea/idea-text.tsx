import type { Idea } from '../../../shared/domain/entities.ts'
import { personName } from '../data/framework.ts'
import './idea-text.css'
import { messages } from '../i18n/bank.ts'

const Said = ({ name, text }: { name: string; text: string }) => (
  <div class={text ? '' : 'unsaid'}>
    <dt>{name}</dt>
    <dd>{text || messages.idea.unsaid}</dd>
  </div>
)

const diagramLink = (address: string) =>
  /^https?:\/\//i.test(address) ? (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {messages.idea.openDiagram}
    </a>
  ) : (
    messages.idea.unsaid
  )

const named = (ids: readonly string[]): string => ids.map(personName).join(', ')

/** What would change, why, and how one would know; what nobody has said yet is shown as such, since gates ask for it. */
export const IdeaText = ({ idea }: { idea: Idea }) => (
  <dl class="said-list">
    <Said name={messages.idea.problem} text={idea.problem} />
    {idea.details && <Said name={messages.idea.details} text={idea.details} />}
    <Said name={messages.idea.theory} text={idea.theory} />
    <Said name={messages.idea.aim} text={idea.aim} />
    <Said name={messages.idea.outcome} text={idea.measures.outcome} />
    <Said name={messages.idea.process} text={idea.measures.process} />
    <Said name={messages.idea.balancing} text={idea.measures.balancing} />
    <div class={idea.driverDiagram ? '' : 'unsaid'}>
      <dt>{messages.idea.driverDiagram}</dt>
      <dd>{diagramLink(idea.driverDiagram)}</dd>
    </div>
    <Said name={messages.idea.leads} text={named(idea.leads)} />
    <Said name={messages.idea.experts} text={named(idea.experts)} />
    {idea.registryGap && <Said name={messages.idea.registryGap} text={idea.registryGap} />}
    {idea.processReliable && <Said name={messages.idea.reliability} text={messages.idea.reliable} />}
  </dl>
)
