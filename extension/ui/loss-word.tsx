import { saveFile } from '../../shared/web/save-file.ts'
import { words } from '../i18n/strings-loss.ts'
import { dismissLoss, type Loss } from '../backup/unsent-tally.ts'

/** What a damaged database lost and what came back, until the person has read it. */
export const LossWord = ({ database, loss }: { database: string; loss: Loss }) => {
  const { clips, drafts, lost, at } = loss
  const names = lost.map((name) => name || words.nameless)
  const save = (): void => saveFile(`gleaner-lost-${new Date(at).toISOString().slice(0, 10)}.txt`, `${names.join('\n')}\n`, 'text/plain')
  return (
    <section class={`notice${lost.length > 0 ? ' bad' : ''}`} role="alert" aria-labelledby="loss">
      <h2 id="loss" class="small-title">
        {words.lossTitle}
      </h2>
      {clips + drafts > 0 && <p>{words.back(clips, drafts)}</p>}
      {lost.length > 0 && (
        <>
          <p>{words.lost(lost.length)}</p>
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
            {words.lossSave}
          </button>
        )}
        <button type="button" class="button" onClick={() => void dismissLoss(database)}>
          {words.lossRead}
        </button>
      </p>
    </section>
  )
}
