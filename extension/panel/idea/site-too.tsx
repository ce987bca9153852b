import { useState } from 'preact/hooks'
import { readSiteToo, type SiteToo } from '../../bank/site-too.ts'
import { homeMessages } from '../../i18n/home.ts'
import { ask, type Trouble } from '../parts/ask.ts'
import { TroubleText } from '../parts/guarded-form.tsx'
import { reader } from '../state/panel-state.ts'
import { useQuery } from '../state/use-query.ts'

/** Of which of these ideas "my site too" may be said or taken back, kept up to date. */
export const useSiteToo = (ideas: readonly string[]): SiteToo | undefined => {
  const me = reader.value
  return useQuery((database) => readSiteToo(database, me, ideas), `${me.site} ${ideas.join(' ')}`)
}

interface Props {
  idea: string
  change: string
  all: SiteToo | undefined
}

/** "My site too": one press says that the person's site would test an idea, another takes it back. */
export const SiteTooButton = ({ idea, change, all }: Props) => {
  const [trouble, tell] = useState<Trouble | undefined>(undefined)
  const said = all?.get(idea)
  if (said === undefined) return null
  const press = async (): Promise<void> => {
    const about = { idea, site: reader.value.site }
    const nothing = { result: null, measure: '', expectedEnd: null, note: '' }
    tell(
      await ask(
        said
          ? [{ name: 'withdrawStance', args: about }]
          : [{ name: 'expressStance', args: { ...about, stance: 'interested', ...nothing } }],
      ),
    )
  }
  return (
    <>
      <button
        type="button"
        class="button small"
        aria-pressed={said}
        aria-label={homeMessages.siteTooOf({ change })}
        onClick={() => void press()}
      >
        {said ? `✓ ${homeMessages.siteToo}` : homeMessages.siteToo}
      </button>
      {trouble && <TroubleText trouble={trouble} />}
    </>
  )
}
