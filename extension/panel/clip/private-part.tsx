import { useEffect, useRef, useState } from 'preact/hooks'
import type { Draft } from '../../store/draft.ts'
import { publicationMessages } from '../../i18n/publication.ts'
import { panelMessages } from '../../i18n/panel.ts'
import { form } from '../state/form-state.ts'
import { draft, fault, policy } from '../state/panel-state.ts'
import { keepOffer, type Offer, offerPage } from '../state/say-public.ts'

const failed = (error: unknown): void => {
  fault.value = error
}

/** What would be sent, as it would be, and what the guard finds in it. */
const Offered = ({ own, offer }: { own: Draft; offer: Offer }) => {
  const first = useRef<HTMLButtonElement>(null)
  // Where one page shows what may be a patient's, the next ones of its host are asked about again.
  const host = policy.value.rememberPublicPages === false || offer.found.length > 0 ? undefined : offer.host
  const [isRemembered, remember] = useState(true)
  useEffect(() => first.current?.focus(), [])
  return (
    <>
      <p>{publicationMessages.wouldSend}</p>
      <p class="offered">
        <strong>{offer.title}</strong> {offer.address}
      </p>
      {offer.found.length > 0 && (
        <p role="alert">
          {panelMessages.foundCertain({ count: offer.found.length })} {offer.found.map(({ excerpt }) => excerpt).join(', ')}
        </p>
      )}
      {host && (
        <p>
          <label>
            <input type="checkbox" checked={isRemembered} onChange={({ currentTarget }) => remember(currentTarget.checked)} />{' '}
            {publicationMessages.remember({ host })}
          </label>
        </p>
      )}
      <p class="actions">
        <button
          type="button"
          class="button small"
          ref={first}
          onClick={() => {
            keepOffer(own, offer, isRemembered ? host : undefined).catch(failed)
          }}
        >
          {publicationMessages.keep}
        </button>
      </p>
    </>
  )
}

type State = 'closed' | 'reading' | 'unread' | Offer

/** That nothing of the page is kept, and how a person takes that back. */
export const PrivatePart = () => {
  const [state, show] = useState<State>('closed')
  const own = draft.value
  // What was read of one page is never offered for another.
  useEffect(() => show('closed'), [own?.id, own?.page])
  if (!own?.isPrivate) return null
  const look = async (): Promise<void> => {
    if (state === 'reading') return
    show('reading')
    show((await offerPage(own, form.value)) ?? 'unread')
  }
  return (
    <div class="notice private">
      <p>{own.from === 'link' ? publicationMessages.link : publicationMessages.says}</p>
      {typeof state === 'object' ? (
        <Offered own={own} offer={state} />
      ) : (
        own.from === 'page' && (
          <p class="actions">
            <button
              type="button"
              class="button small"

              aria-disabled={state === 'reading'}
              onClick={() => void look().catch(failed)}
            >
              {publicationMessages.isPublic}
            </button>
          </p>
        )
      )}
      <p role="status">{state === 'reading' ? panelMessages.reading : state === 'unread' && panelMessages.troubles.unreadable}</p>
    </div>
  )
}
