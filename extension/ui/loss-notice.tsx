import { dayOf, isoDay } from '../../shared/values/calendar-day.ts'
import { saveFile } from '../../shared/web/save-file.ts'
import { dismissLoss, type Loss } from '../backup/unsent-tally.ts'
import { lossMessages } from '../i18n/loss.ts'
import { list } from '../i18n/formats.ts'

const whatCameBack = (clips: number, drafts: number): string =>
  list([...(clips > 0 ? [lossMessages.clips({ count: clips })] : []), ...(drafts > 0 ? [lossMessages.drafts({ count: drafts })] : [])])

/** What a damaged database lost and what came back, until the person has read it. */
export const LossNotice = ({ database, loss }: { database: string; loss: Loss }) => {
  const { clips, drafts, lost, at } = loss
  const names = lost.map((name) => name || lossMessages.nameless)
  const save = (): void => saveFile(`gleaner-lost-${isoDay(dayOf(at))}.txt`, `${names.join('\n')}\n`, 'text/plain')
  return (
    <section class={`notice${lost.length > 0 ? ' bad' : ''}`} role="alert" aria-labelledby="loss">
      <h2 id="loss" class="small-title">
        {lossMessages.lossTitle}
      </h2>
      {clips + drafts > 0 && <p>{lossMessages.back({ what: whatCameBack(clips, drafts), count: clips + drafts })}</p>}
      {lost.length > 0 && (
        <>
          <p>{lossMessages.lost({ count: lost.length })}</p>
          <ul class="lost">
            {names.map((name, index) => (
              <li key={index}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <p class="actions">
        {lost.length > 0 && (
          <button type="button" class="button" onClick={save}>
            {lossMessages.lossSave}
          </button>
        )}
        <button type="button" class="button" onClick={() => void dismissLoss(database)}>
          {lossMessages.lossRead}
        </button>
      </p>
    </section>
  )
}
