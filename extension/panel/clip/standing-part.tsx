import { standingOf } from '../../../shared/citations/standing.ts'
import { fields } from '../state/form-state.ts'
import { draft } from '../state/panel-state.ts'
import { standingMessages } from '../../i18n/standing.ts'

/** That it was taken back or is in doubt, before it is saved: what the page said, or the title as it stands in the form. */
export const StandingPart = () => {
  const title = fields.value?.title ?? ''
  const stand = standingOf({ type: 'article', ...draft.value?.source?.citation, title })
  if (!stand) return null
  return (
    <p class={stand.standing === 'corrected' ? 'notice' : 'notice bad'} role="alert">
      {standingMessages.says({ sentence: standingMessages.sentences[stand.standing], place: standingMessages.places[stand.seen] })}
    </p>
  )
}
