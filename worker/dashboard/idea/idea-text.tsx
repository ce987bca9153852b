import type { Idea } from '../../../shared/domain/entities.ts'
import { ideaField, type IdeaFieldName, ideaFieldNames } from '../../../shared/domain/idea-fields.ts'
import { fieldLabel } from '../ui/field-label.ts'
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

const Diagram = ({ address }: { address: string }) => (
  <div class={address ? '' : 'unsaid'}>
    <dt>{fieldLabel('driverDiagram')}</dt>
    <dd>{diagramLink(address)}</dd>
  </div>
)

const Measures = ({ idea: { measures } }: { idea: Idea }) => (
  <>
    <Said name={messages.idea.outcome} text={measures.outcome} />
    <Said name={messages.idea.process} text={measures.process} />
    <Said name={messages.idea.balancing} text={measures.balancing} />
  </>
)

/** What no gate asks for is shown only where somebody said it. */
const onlySaid: ReadonlySet<IdeaFieldName> = new Set(['details', 'registryGap'])
/** These stand elsewhere on the page. */
const elsewhere: ReadonlySet<IdeaFieldName> = new Set(['change', 'drivers', 'charts', 'topic', 'tags'])

const FieldText = ({ idea, name }: { idea: Idea; name: IdeaFieldName }) => {
  const value = idea[name]
  if (name === 'measures') return <Measures idea={idea} />
  if (name === 'driverDiagram') return <Diagram address={idea.driverDiagram} />
  if (name === 'leads' || name === 'experts') return <Said name={fieldLabel(name)} text={named(idea[name])} />
  if (name === 'processReliable') return idea.processReliable ? <Said name={messages.idea.reliability} text={fieldLabel(name)} /> : null
  const text = typeof value === 'string' ? value : ''
  return text || !(onlySaid.has(name) || ideaField(name).later) ? <Said name={fieldLabel(name)} text={text} /> : null
}

/** What would change, why, and how one would know; what nobody has said yet is shown as such, since gates ask for it. */
export const IdeaText = ({ idea }: { idea: Idea }) => (
  <dl class="said-list">{ideaFieldNames.map((name) => !elsewhere.has(name) && <FieldText key={name} idea={idea} name={name} />)}</dl>
)
