import type { Evidence } from '../../../../shared/domain/entities.ts'
import { standingOf } from '../../../../shared/citations/standing.ts'
import { Elsewhere } from '../../ui/reference.tsx'
import { messages } from '../../i18n/bank.ts'

/** The sentence that was selected, and a link that opens its item there. */
export const Quoted = ({ quote, link }: { quote: string; link: string | undefined }) => (
  <figure class="quote">
    <blockquote cite={link}>
      <p>{quote}</p>
    </blockquote>
    {link && (
      <figcaption class="small">
        <Elsewhere to={link}>{messages.evidence.openAt}</Elsewhere>
      </figcaption>
    )}
  </figure>
)

/** That its item was taken back, is in doubt or is a notice, before anything else of it. */
export const Standing = ({ item }: { item: Evidence }) => {
  const stand = standingOf(item.citation)
  if (!stand) return null
  return (
    <p class={`standing ${stand.standing}`} title={messages.evidence.standingHint({ seen: messages.evidence.places[stand.seen] })}>
      <b>{messages.evidence.standings[stand.standing]}</b> <span class="soft small">({messages.evidence.places[stand.seen]})</span>
    </p>
  )
}
