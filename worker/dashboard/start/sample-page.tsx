import { defaultFramework, labelOf } from '../../../shared/domain/framework.ts'
import { readFramework } from '../../../shared/domain/labels.ts'
import { messages as common } from '../i18n/bank.ts'
import { sampleMessages as messages } from '../i18n/sample.ts'
import { translate } from '../i18n/translate.ts'
import { Page } from '../ui/page.tsx'
import './sample-page.css'

interface Sample {
  key: keyof typeof messages.ideas
  /** In which pathway and phase it would stand; none while it waits in triage. */
  at?: [pathway: string, phase: string]
  ended?: 'parked' | 'abandoned'
}

const parts: Record<keyof typeof messages.parts, readonly Sample[]> = {
  triage: [{ key: 'reminder' }, { key: 'text' }],
  active: [
    { key: 'scale', at: ['single-site', 'test'] },
    { key: 'plan', at: ['incubator', 'design'] },
    { key: 'discharge', at: ['network-wide', 'spread'] },
    { key: 'pain', at: ['network-wide', 'sustain'] },
  ],
  ended: [
    { key: 'visits', ended: 'parked' },
    { key: 'bands', ended: 'abandoned' },
  ],
}

const framework = readFramework(defaultFramework, translate)

const Standing = ({ at, ended }: Sample) => {
  if (ended) return <span class={`badge ${ended}`}>{common.dispositions[ended]}</span>
  if (!at) return <span class="badge">{common.bank.toTriage}</span>
  return (
    <span class="badge">
      {labelOf(framework.pathways, at[0])} · {labelOf(framework.phases, at[1])}
    </span>
  )
}

/** A bank to look at before there is one: its ideas are words of this page, so that nothing of them is anywhere else. */
export const SamplePage = () => (
  <Page title={messages.title} lead={<p>{messages.lead}</p>} class="sample">
    {(Object.keys(parts) as (keyof typeof parts)[]).map((part) => (
      <section key={part} aria-labelledby={`sample-${part}`}>
        <h2 id={`sample-${part}`}>{messages.parts[part]}</h2>
        <p class="soft">{messages.partSays[part]}</p>
        <ul>
          {parts[part].map((sample) => {
            const { change, problem, story } = messages.ideas[sample.key]
            return (
              <li key={sample.key} class="card">
                <h3>{change}</h3>
                <p>
                  <Standing {...sample} />
                </p>
                <p class="soft">{problem}</p>
                <p>{story}</p>
              </li>
            )
          })}
        </ul>
      </section>
    ))}
    <p>
      <a class="button primary" href="/">
        {messages.back}
      </a>
    </p>
  </Page>
)
