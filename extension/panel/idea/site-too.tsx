import { useState } from 'preact/hooks'
import { readSiteStances, type SiteStances } from '../../bank/site-stances.ts'
import { homeMessages } from '../../i18n/home.ts'
import { ask, type Trouble, TroubleText } from '../parts/guarded-form.tsx'
import { reader } from '../state/panel-state.ts'
import { useQuery } from '../state/use-query.ts'

/** What this person's site says of these ideas, kept up to date. */
export const useSiteStances = (ideas: readonly string[]): SiteStances | undefined => {
  const { site } = reader.value
  return useQuery((database) => readSiteStances(database, site, ideas), `${site} ${ideas.join(' ')}`)
}

interface Props {
  idea: string
  change: string
  stances: SiteStances | undefined
}

/** "My site too": one press says that the person's site would test an idea, another takes it back. Not where the site tests it already. */
export const SiteToo = ({ idea, change, stances }: Props) => {
  const [trouble, tell] = useState<Trouble | undefined>(undefined)
  const { role, site } = reader.value
  const said = stances?.get(idea)
  if (!stances || site === '' || role === 'steering' || (said !== undefined && said !== 'interested')) return null
  const press = async (): Promise<void> => {
    const about = { idea, site }
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
        aria-pressed={said !== undefined}
        aria-label={homeMessages.siteTooOf({ change })}
        onClick={() => void press()}
      >
        {said ? `✓ ${homeMessages.siteToo}` : homeMessages.siteToo}
      </button>
      {trouble && <TroubleText trouble={trouble} />}
    </>
  )
}
