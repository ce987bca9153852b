import { beginnings, searchText } from '../bank/word-search.ts'
import { own } from '../../shared/values/own.ts'

export interface Suggestion {
  /** What choosing it enters. */
  content: string
  description: string
}

const longest = 160

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1).replace(/\s\S*$/, '')} …` : text)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** For Chromium, which reads a suggestion as XML and shows none at all where it is none: so what XML forbids goes too. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"']/g, (character) => own(entities, character) ?? '')

/** The words that one of the typed words begins, marked. */
const marked = (text: string, typed: string): string => {
  const wanted = beginnings(typed).flat()
  return text
    .split(/([\p{L}\p{M}\p{N}]+)/u)
    .map((part) =>
      part !== '' && wanted.some((word) => searchText(part).startsWith(word)) ? `<match>${escaped(part)}</match>` : escaped(part),
    )
    .join('')
}

/** An idea as the address bar shows it: Chromium with markup, Firefox as plain text. `state` is said behind it. */
export const suggestionFor = (
  { address, text, state }: { address: string; text: string; state: string },
  typed: string,
  isMarked: boolean,
): Suggestion => {
  const shown = cut(text.replaceAll(/\s+/g, ' ').trim())
  if (!isMarked) return { content: address, description: state ? `${shown} (${state})` : shown }
  return { content: address, description: marked(shown, typed) + (state ? ` <dim>(${escaped(state)})</dim>` : '') }
}
