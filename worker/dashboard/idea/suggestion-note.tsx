import type { Suggestion } from '../../../shared/api/bank.ts'
import { pathwayLabel } from '../data/framework.ts'
import './suggestion-note.css'
import { words } from '../i18n/strings.ts'

/** What the rules suggest and why; the program never takes the step itself. */
export const SuggestionNote = ({ suggestion }: { suggestion: Suggestion }) => (
  <div class="suggestion">
    <p>
      {suggestion.pathway ? (
        <>
          {words.classify.fits} <b>{pathwayLabel(suggestion.pathway)}</b>
        </>
      ) : (
        <b>{words.classify.noSuggestion}</b>
      )}
    </p>
    {suggestion.reasons.length > 0 && (
      <ul>
        {suggestion.reasons.map((reason) => (
          <li key={reason}>{words.said(reason)}</li>
        ))}
      </ul>
    )}
    {suggestion.shortfalls.length > 0 && (
      <>
        <p class="soft">{words.classify.shortfalls}</p>
        <ul class="shortfalls">
          {suggestion.shortfalls.map((lack) => (
            <li key={lack}>{words.said(lack)}</li>
          ))}
        </ul>
      </>
    )}
  </div>
)
