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
