import { all, inside, type Page } from '../page/page.ts'
import { placeOf } from './byline.ts'
import { readPeople } from './people.ts'

const directText = (element: Element): string => {
  let text = ''
  for (let node = element.firstChild; node; node = node.nextSibling) if (node.nodeType === 3) text += node.nodeValue ?? ''
  return text.slice(0, 200)
}

/** Names that stand each in an element of its own behind the title, alike in their places, whatever else is on their lines. */
export const readParted = (page: Page, title: Element, known: readonly string[]): string[] => {
  const [strict, loose]: Map<string, Set<string>>[] = [new Map(), new Map()]
  let [seen, last] = [0, 0]
  for (const element of all(page.scope, 'a,span,button,p,li,strong', 4000)) {
    if ((title.compareDocumentPosition(element) & 4) === 0) continue
    seen += 1
    if (seen - last > 80 || /^(?:abstract|introduction|summary|references)$/i.test(directText(element).trim())) break
    const own = readPeople(directText(element))
    if (own.length !== 1 || inside(element, 'nav,footer,aside')) continue
    last = seen
    for (const [groups, place] of [
      [strict, placeOf(element)],
      [loose, placeOf(element).replaceAll(/ [^>]*/g, '')],
    ] as const)
      groups?.set(place, (groups.get(place) ?? new Set()).add(own[0] ?? ''))
  }
  const [most, wider] = [strict, loose].map((groups) => [...(groups?.values() ?? [])].toSorted((one, other) => other.size - one.size)[0])
  // The one who corresponds may be marked differently.
  const names = most && wider && [...most].every((name) => wider.has(name)) && wider.size < most.size * 2 ? wider : most
  return names && names.size > 1 && known.every((name) => names.has(name)) ? [...names] : []
}
