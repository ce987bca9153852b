import { homeMessages } from '../../i18n/home.ts'

interface Props<Choice extends string> {
  label: string
  typed: string
  type: (typed: string) => void
  choices: readonly Choice[]
  nameOf: (choice: Choice) => string
  chosen: Choice
  choose: (choice: Choice) => void
}

/** What to look for in a list, and which part of it. */
export const SearchBox = <Choice extends string>({ label, typed, type, choices, nameOf, chosen, choose }: Props<Choice>) => (
  <div class="search" role="search">
    <input
      type="search"
      aria-label={label}
      placeholder={homeMessages.search}
      value={typed}
      onInput={({ currentTarget }) => type(currentTarget.value)}
    />
    <select aria-label={homeMessages.show} value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value as Choice)}>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {nameOf(choice)}
        </option>
      ))}
    </select>
  </div>
)
