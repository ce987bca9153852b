import { standingOf } from '../../../shared/citations/standing.ts'
import { standingWords } from '../../i18n/strings-standing.ts'
import { fields } from '../state/form-state.ts'
import { draft } from '../state/panel-state.ts'

/** That it was taken back or is in doubt, before it is saved: what the page said, or the title as it stands in the form. */
export const StandingPart = () => {
  const title = fields.value?.title ?? ''
  const stand = standingOf({ type: 'article', ...draft.value?.source?.citation, title })
  if (!stand) return null
  return (
    <p class={stand.standing === 'corrected' ? 'notice' : 'notice bad'} role="alert">
      {standingWords.says(stand.standing, stand.seen)}
    </p>
  )
}
