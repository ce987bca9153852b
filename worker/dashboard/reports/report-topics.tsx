import type { ReportsReply, TopicCell } from '../../../shared/api/reports.ts'
import { framework, pathwayLabel, topicLabel } from '../data/framework.ts'
import { address } from '../data/address.ts'
import { reportMessages } from '../i18n/reports.ts'
import { numbers } from '../i18n/locale.ts'

const { reports: messages } = reportMessages

const sum = (cells: readonly TopicCell[]): number => cells.reduce((total, { count }) => total + count, 0)

const Count = ({ cells, query }: { cells: readonly TopicCell[]; query: Record<string, string> }) => {
  const count = sum(cells)
  return <td class="number">{count > 0 ? <a href={address('/ideas', query)}>{numbers.format(count)}</a> : <span class="soft">–</span>}</td>
}

/** Topics down, phases across, one table a pathway; only topics that have ideas there. */
export const ReportTopics = ({ topics }: Pick<ReportsReply, 'topics'>) => {
  const { pathways = [], phases = [] } = framework.value ?? {}
  const keys = [...pathways.map(({ key }) => key), null].filter((key) => topics.some(({ pathway }) => pathway === key))
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">{messages.topics}</h2>
      {keys.map((pathway) => {
        const cells = topics.filter((cell) => cell.pathway === pathway)
        const named = [...new Set(cells.map(({ topic }) => topic))].toSorted((one, other) =>
          topicLabel(one).localeCompare(topicLabel(other)),
        )
        const here = phases.filter(({ key }) => cells.some(({ phase }) => phase === key))
        const at = { pathway: pathway ?? 'none' }
        return (
          <div class="scroll" key={pathway ?? ''} tabIndex={0} role="group" aria-label={pathwayLabel(pathway)}>
            <table class="report">
              <caption>{pathwayLabel(pathway)}</caption>
              <thead>
                <tr>
                  <th scope="col">{messages.topic}</th>
                  {here.map(({ key, label }) => (
                    <th scope="col" class="number" key={key}>
                      {label}
                    </th>
                  ))}
                  <th scope="col" class="number">
                    {messages.total}
                  </th>
                </tr>
              </thead>
              <tbody>
                {named.map((topic) => (
                  <tr key={topic}>
                    <th scope="row">{topic ? topicLabel(topic) : messages.noTopic}</th>
                    {here.map(({ key }) => (
                      <Count
                        key={key}
                        cells={cells.filter((cell) => cell.topic === topic && cell.phase === key)}
                        query={{ ...at, topic, phase: key }}
                      />
                    ))}
                    <Count cells={cells.filter((cell) => cell.topic === topic)} query={{ ...at, topic }} />
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{messages.total}</th>
                  {here.map(({ key }) => (
                    <Count key={key} cells={cells.filter(({ phase }) => phase === key)} query={{ ...at, phase: key }} />
                  ))}
                  <Count cells={cells} query={at} />
                </tr>
              </tfoot>
            </table>
          </div>
        )
      })}
    </section>
  )
}
