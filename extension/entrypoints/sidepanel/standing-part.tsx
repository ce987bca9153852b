import { standingOf } from '../../../shared/standing.ts'
import { standingWords } from '../../strings-standing.ts'
import { fields } from './form-state.ts'
import { draft } from './panel-state.ts'

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
