import type { Suggestion } from '../../../shared/rules/pathways.ts'
import { pathwayLabel } from '../data/framework.ts'
import './suggestion-note.css'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'

/** What the rules suggest and why; the program never takes the step itself. */
export const SuggestionNote = ({ suggestion }: { suggestion: Suggestion }) => (
  <div class="suggestion">
    <p>
      {suggestion.pathway ? (
        <>
          {messages.classify.fits} <b>{pathwayLabel(suggestion.pathway)}</b>
        </>
      ) : (
        <b>{messages.classify.noSuggestion}</b>
      )}
    </p>
    {suggestion.reasons.length > 0 && (
      <ul>
        {suggestion.reasons.map((reason) => (
          <li key={reason.code}>{translate(reason)}</li>
        ))}
      </ul>
    )}
    {suggestion.shortfalls.length > 0 && (
      <>
        <p class="soft">{messages.classify.shortfalls}</p>
        <ul class="shortfalls">
          {suggestion.shortfalls.map((lack) => (
            <li key={translate(lack)}>{translate(lack)}</li>
          ))}
        </ul>
      </>
    )}
  </div>
)
