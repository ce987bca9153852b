import { LanguageSelect } from '../../../shared/web/language-select.tsx'
import { messages } from '../i18n/bank.ts'

export const LanguageChoice = () => (
  <label class="language">
    {messages.frame.language} <LanguageSelect />
  </label>
)
