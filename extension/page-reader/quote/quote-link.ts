import {
  GenerateFragmentStatus,
  generateFragmentFromRange,
  setTimeout as setTimeLimit,
} from 'text-fragments-polyfill/dist/fragment-generation-utils.js'
import { limits } from '../../../shared/domain/field-schemas.ts'
import { withoutProxy } from '../page/address.ts'
import { pageText } from './quote.ts'
import { toWholeWords } from './whole-words.ts'

/** Longer work would be felt while the panel opens; a link is a convenience, the anchor is what counts. */
const timeLimit = 500

interface Fragment {
  textStart?: string
  textEnd?: string
  prefix?: string
  suffix?: string
}

/** Hyphens and commas have a meaning in the directive itself. */
const encoded = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D')

const directive = ({ textStart = '', textEnd, prefix, suffix }: Fragment): string =>
  [prefix && `${encoded(prefix)}-`, encoded(textStart), textEnd && encoded(textEnd), suffix && `-${encoded(suffix)}`]
    .filter(Boolean)
    .join(',')

const folded = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase()

/** Whether the fragment's beginning stands on the page in one place only, with what stands around it. */
const isUnique = (text: string, { textStart = '', prefix = '', suffix = '', textEnd }: Fragment): boolean => {
  const sought = folded([prefix, textStart, textEnd === undefined ? suffix : ''].filter(Boolean).join(' ')).trim()
  const first = text.indexOf(sought)
  return sought !== '' && (first < 0 || text.indexOf(sought, first + 1) < 0)
}

/**
 * A link that opens the page at what is selected on it ("…#:~:text=…"), or '' where nothing is, where it stands there more
 * than once, or where finding that out takes too long. Made by the text-fragments-polyfill library, and checked again.
 */
export const quoteLink = (document: Document, address: string): string => {
  const selection = document.getSelection()
  const url = withoutProxy(address)
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed || !url) return ''
  setTimeLimit(timeLimit)
  // The library widens the range that it is given; the person's selection stays as it is.
  const { status, fragment } = generateFragmentFromRange(toWholeWords(selection.getRangeAt(0)))
  if (status !== GenerateFragmentStatus.SUCCESS || !fragment || !isUnique(folded(pageText(document.body).text), fragment)) return ''
  const link = `${url.href}#:~:text=${directive(fragment)}`
  return link.length <= limits.address ? link : ''
}
