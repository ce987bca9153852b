import { identifiersInAddress } from '../../shared/citations/address-identifiers.ts'
import type { Citation } from '../../shared/citations/citation.ts'
import { titlesAgree } from '../../shared/citations/titles.ts'
import { blockedTitle } from './blocked-titles.ts'
import { contradicts } from './contradicts.ts'

/** What is asked for a doubt (`RawReading`). */
interface Signs {
  kind: string
  citation: Citation | null
  address: string
  headings: string[]
  mixed: boolean
  described: boolean
}

/**
 * Whether what metadata say may be of another item than the one on the screen: the address names another, no heading is the
 * title, or they differ among themselves. Then the screen is read (`read-screen.ts`), which costs a second script. What is
 * printed is of the screen anyway: an item that only the address names is not doubted.
 */
export const isDoubtful = ({ kind, citation, described, address, headings, mixed }: Signs): boolean => {
  if (!citation || !(kind === 'citation' ? described : kind === 'page')) return false
  const inAddress = identifiersInAddress(address)
  const shown = headings.filter((heading) => heading !== '' && !blockedTitle(heading))
  const isOff = headings.length > 0 && !shown.some((heading) => titlesAgree(heading, citation.title ?? ''))
  return mixed || isOff || contradicts(inAddress, citation)
}
