import type { Disposition } from '../../../shared/domain/entities.ts'
import type { ReportsReply } from '../../../shared/api/reports.ts'
import { endingLabel } from '../data/framework.ts'
import { address } from '../data/address.ts'
import { reportMessages } from '../i18n/reports.ts'
import { messages as common } from '../i18n/bank.ts'
import { numbers } from '../i18n/locale.ts'
import { Term } from '../../../shared/web/term.tsx'

const { reports: messages } = reportMessages

/** How far ideas came, as bars of the number that came in, and why the others ended. */
export const ReportFunnel = ({ funnel }: Pick<ReportsReply, 'funnel'>) => {
  const { endings, arrived } = funnel
  const steps = (['arrived', 'classified', 'tested', 'improved', 'spread'] as const).map((name) => [name, funnel[name]] as const)
  return (
    <>
      <section aria-labelledby="funnel">
        <h2 id="funnel">
          <Term word="cohort">{messages.funnel}</Term>
        </h2>
        <table class="report funnel">
          <tbody>
            {steps.map(([name, count]) => (
              <tr key={name}>
                <th scope="row">{messages.funnelRows[name]}</th>
                <td class="number">{numbers.format(count)}</td>
                <td class="bar" aria-hidden="true">
                  <progress max={Math.max(1, arrived)} value={count} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section aria-labelledby="endings">
        <h2 id="endings">{messages.endings}</h2>
        {endings.length === 0 ? (
          <p class="soft">{messages.noEndings}</p>
        ) : (
          <div class="scroll" tabIndex={0} role="group" aria-label={messages.endings}>
            <table class="report">
              <thead>
                <tr>
                  <th scope="col">{messages.ending}</th>
                  <th scope="col">{messages.reason}</th>
                  <th scope="col" class="number">
                    {messages.count}
                  </th>
                </tr>
              </thead>
              <tbody>
                {endings.map(({ disposition, reason, count }) => (
                  <tr key={`${disposition}/${reason}`}>
                    <th scope="row">
                      <a href={address('/ideas', { disposition })}>{common.dispositions[disposition as Disposition]}</a>
                    </th>
                    <td>{endingLabel(reason)}</td>
                    <td class="number">{numbers.format(count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </>
  )
}
