import type { ComponentChildren } from 'preact'
import type { IdeaPage, IdeaRow } from '../../../shared/api/bank.ts'
import { Badges, stageOf } from '../ui/badges.tsx'
import { messages } from '../i18n/bank.ts'

interface Props {
  similar: IdeaPage['similar']
  /** What can be done with one of them. */
  action?: (row: IdeaRow) => ComponentChildren
}

/** Similar ideas, the ended ones with why: somebody may have tried it. */
export const SimilarIdeas = ({ similar, action }: Props) =>
  similar.length === 0 ? (
    <p class="soft small">{messages.similar.none}</p>
  ) : (
    <ul class="similar">
      {similar.map(({ row, ending }) => (
        <li key={row.id}>
          <a href={`/ideas/${row.id}`}>{row.change}</a>
          <p class="soft small">
            <Badges disposition={row.disposition} onHold={row.onHold} shaken={row.shaken} /> {stageOf(row)}
            {row.tested > 0 && ` · ${messages.similar.tested({ tested: row.tested, improved: row.improved })}`}
          </p>
          {ending && <p class="ending-said small">{ending}</p>}
          {action?.(row)}
        </li>
      ))}
    </ul>
  )
