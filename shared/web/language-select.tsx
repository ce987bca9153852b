import { type Language, languages } from '../i18n/language.ts'
import { chooseLanguage, language } from './language.ts'

/** Each language by its own name, so that whoever reads only that one finds it. The label stands around it. */
export const LanguageSelect = () => (
  <select value={language} onChange={({ currentTarget }) => chooseLanguage(currentTarget.value as Language)}>
    {Object.entries(languages).map(([key, name]) => (
      <option key={key} value={key} lang={key}>
        {name}
      </option>
    ))}
  </select>
)
