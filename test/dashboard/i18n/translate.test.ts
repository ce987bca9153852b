import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { languages } from '../../../shared/i18n/language.ts'
import type { Message } from '../../../shared/i18n/message.ts'

const catalogue = JSON.parse(readFileSync('shared/i18n/en.json', 'utf8')) as Record<string, Record<string, string>>

/** What the dashboard is sent, or makes itself, without an English text beside it. */
const alone = ['evidence', 'fields', 'gates', 'labels']

const placeholder = /\{(\w+)(?:, *(\w+))?/g

/** A message with a default label, which is a message too, for each text in it. */
const exampleOf = ([code, text]: [string, string]): Message => {
  const valueOf = (type: string | undefined): unknown => (type === undefined ? { code: 'phase-idea' } : type === 'select' ? 'other' : 2)
  const parameters = Object.fromEntries([...text.matchAll(placeholder)].map(([, name = '', type]) => [name, valueOf(type)]))
  return { code, parameters } as unknown as Message
}

const examples = alone.flatMap((section) => Object.entries(catalogue[section] ?? {}).map(exampleOf))

afterEach(() => vi.unstubAllGlobals())

describe.each(Object.keys(languages))('[L2] what comes without an English text, in %s', (language) => {
  test('is said in words, with the labels in it', async () => {
    vi.resetModules()
    vi.stubGlobal('localStorage', { getItem: () => language, setItem: () => undefined })
    const { translate } = await import('../../../worker/dashboard/i18n/translate.ts')
    expect(examples.length).toBeGreaterThan(100)
    const unsaid = examples.filter((message) => [message.code, 'phase-idea'].some((code) => translate(message).includes(code)))
    expect(unsaid.map(({ code }) => code)).toEqual([])
  })
})
