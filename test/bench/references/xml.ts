import { plainText } from './kept-item.ts'

const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
export const decoded = (text: string): string => text.replace(/&(\w+);/g, (whole, name: string) => signs[name] ?? whole)

/** What stands in each element of this kind, outermost of it. Enough for XML that a program writes, elements in lines. */
export const all = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}(?=[\\s>])[^>]*>(.*?)</${element.replace(/\[.*$/, '')}>`, 'gs'))].map(([, inner = '']) => inner)
export const first = (xml: string, element: string): string | undefined => {
  const [found] = all(xml, element)
  return found === undefined ? undefined : plainText(decoded(found))
}
/** The element of this kind with that attribute. */
export const marked = (xml: string, element: string, attribute: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}[^>]*${attribute}[^>]*>(.*?)</${element}>`, 'gs'))].map(([, inner = '']) =>
    plainText(decoded(inner)),
  )
