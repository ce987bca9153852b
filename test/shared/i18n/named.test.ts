import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { languages } from '../../../shared/i18n/language.ts'
import { named } from '../../../shared/i18n/named.ts'

test('messages in the order of the English ones get their names, nested groups included', () => {
  const english = { title: 'Bank', deep: { er: { end: 'End' }, by: 'By' }, empty: {}, last: 'Last' }
  expect(named(english, ['Banco', 'Fin', 'Por', 'Último'])).toEqual({
    title: 'Banco',
    deep: { er: { end: 'Fin' }, by: 'Por' },
    empty: {},
    last: 'Último',
  })
})

const catalogue = (place: string, language: string): Record<string, object> =>
  JSON.parse(readFileSync(`${place}/i18n/${language}.json`, 'utf8')) as Record<string, object>

/** Each message by its name; one with parameters is known by having them. */
const byName = (messages: object, path = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(messages).flatMap(([name, message]: [string, unknown]) => {
      if (typeof message === 'object' && message !== null) return Object.entries(byName(message, `${path}${name}.`))
      return [[path + name, typeof message !== 'string' || message.includes('{') ? 'with parameters' : message]]
    }),
  )

const fileOf = (section: string): string => section.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const load: Record<string, (section: string) => Promise<Record<string, object>>> = {
  extension: (section) => import(`../../../extension/i18n/${fileOf(section)}.ts`),
  'worker/dashboard': (section) => import(`../../../worker/dashboard/i18n/${fileOf(section)}.ts`),
}

const all = Object.keys(load).flatMap((place) =>
  Object.keys(languages).flatMap((language) =>
    Object.entries(catalogue(place, language)).map(([section, messages]) => [place, section, language, messages] as const),
  ),
)

describe('compiled messages, as a page loads them', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })

  test.each(all)('%s’s section “%s” in %s has each message under its name', async (place, section, language, messages) => {
    vi.stubGlobal('localStorage', { getItem: () => language })
    const loaded = (await load[place]?.(section)) ?? {}
    expect(Object.values(loaded).map((found) => byName(found))).toEqual([byName(messages)])
  })
})
