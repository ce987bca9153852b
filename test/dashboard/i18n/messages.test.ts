import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { languages } from '../../../shared/i18n/language.ts'

const catalogue = (language: string): object => JSON.parse(readFileSync(`worker/dashboard/i18n/${language}.json`, 'utf8')) as object

/** Each message by its name; one with parameters is known by having them. */
const byName = (messages: object, path = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(messages).flatMap(([name, message]: [string, unknown]) => {
      if (typeof message === 'object' && message !== null) return Object.entries(byName(message, `${path}${name}.`))
      return [[path + name, typeof message !== 'string' || message.includes('{') ? 'with parameters' : message]]
    }),
  )

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

describe.each(Object.keys(languages))('for who chose %s', (language) => {
  test.each(Object.entries(catalogue(language)))('the section “%s” has each message under its name', async (section, messages) => {
    vi.stubGlobal('localStorage', { getItem: () => language })
    const loaded = (await import(`../../../worker/dashboard/i18n/${section}.ts`)) as Record<string, object>
    expect(Object.values(loaded).map((found) => byName(found))).toEqual([byName(messages as object)])
  })
})
