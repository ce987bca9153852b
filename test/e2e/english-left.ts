import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'

type Catalogue = { [name: string]: string | Catalogue }

const places = ['shared', 'extension', 'worker/dashboard']
const read = (place: string, language: string): Catalogue =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../..', place, 'i18n', `${language}.json`), 'utf8')) as Catalogue

const textsIn = (catalogue: Catalogue): string[] =>
  Object.values(catalogue).flatMap((one) => (typeof one === 'string' ? [one] : textsIn(one)))

/** The words of a message around what is put into it. */
const wordsOf = (message: string): string[] =>
  message
    .split(/\{(?:[^{}]|\{[^{}]*\})*\}/)
    .map((part) => part.trim())
    .filter((part) => /[a-z]{3}/i.test(part))

const spanish = new Set(places.flatMap((place) => textsIn(read(place, 'es'))).flatMap((text) => [text, ...wordsOf(text)]))
/** Topics that a new network is offered become words of its own, in the language of whoever took them. */
const withoutSets = ({ start, ...rest }: Catalogue): Catalogue => ({
  ...rest,
  ...(typeof start === 'object' && { start: Object.fromEntries(Object.entries(start).filter(([name]) => name !== 'sets')) }),
})
const english = places.flatMap((place) => textsIn(withoutSets(read(place, 'en')))).flatMap(wordsOf)

/** Messages that say in English what no Spanish message says so: whole, or long enough to be told inside of a sentence. */
const whole = new Set(english.filter((text) => !spanish.has(text)))
const told = [...whole].filter((text) => text.split(' ').length >= 4)

const months = /\b(?:January|February|March|April|June|July|August|September|October|November|December|Jan|Apr|Aug|Dec)\b/

/** What can be read or heard of a page, a text node or a label each; not what people typed (`typed`). */
const shown = (page: Page): Promise<{ text: string; isDate: boolean }[]> =>
  page.evaluate(() => {
    const found: { text: string; isDate: boolean }[] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const within = node.parentElement
      if (text && within && !within.closest('script, style, .language, kbd'))
        found.push({ text, isDate: within.closest('time, svg, th, option') !== null })
    }
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = one.getAttribute(name)
        if (text) found.push({ text, isDate: name === 'title' && one.tagName === 'TIME' })
      }
    return found
  })

/** What of a Spanish page is a message of the English catalogues, or has an English month. */
export const englishIn = async (page: Page): Promise<string[]> => {
  const texts = await shown(page)
  const left = texts.filter(
    ({ text, isDate }) => whole.has(text) || told.some((message) => text.includes(message)) || (isDate && months.test(text)),
  )
  return [...new Set(left.map(({ text }) => text))]
}
