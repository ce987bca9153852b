import { addressSigns, isPrivatePlace, openAddress, openFile } from './address-signs.ts'
import { bodySigns, headSigns, scholarlySigns } from './public-signs.ts'
import { isProgram, sessionSigns } from './session-signs.ts'
import { seen, type Sign, type Standing } from './sign.ts'

/** What signs of publication have to weigh together, and the most of it that a head can bring: that may be a template's. */
const enough = { all: 3, head: 2 }

const weightOf = (signs: readonly Sign[]): number => signs.reduce((sum, [, weight]) => sum + weight, 0)

const decided = (kind: Standing['kind'], signs: readonly Sign[]): Standing => ({ kind, signs: signs.map(([name]) => name) })

/**
 * Whether a page shows that it is published; `address` is its own, and `isIdentified` whether that names a person
 * (`identified-address.ts`). What shows nothing of either kind is private.
 * 1. A place that only one house can reach is private, whatever stands there.
 * 2. Metadata of an article are published: journals show ways to sign out, too.
 * 3. Signs of a session are private.
 * 4. Else signs of publication are weighed.
 */
export const standingOf = (page: Document, address: string, isIdentified: boolean): Standing => {
  if (isPrivatePlace(address)) return decided('private', [['place', -1]])
  const scholarly = scholarlySigns(page)
  if (scholarly.length > 0) return decided('published', scholarly)
  const session = [...addressSigns(address), ...seen([['identifier', -1, isIdentified]]), ...sessionSigns(page)]
  if (session.length > 0) return decided('private', session)
  const isFile = page.contentType === 'application/pdf'
  const head = isFile ? [] : headSigns(page, address)
  const body = [
    ...openAddress(address),
    ...(isFile ? openFile(address) : [...bodySigns(page), ...seen([['program', -1.5, isProgram(page)]])]),
  ]
  const isOpen = Math.min(enough.head, weightOf(head)) + weightOf(body) >= enough.all
  return decided(isOpen ? 'published' : 'private', [...head, ...body])
}
