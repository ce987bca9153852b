import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildMessages } from '../../worker/local/build-messages.ts'
import { type Catalogue, compileMessages } from '../../worker/local/message-compiler.ts'

const problemsOf = (en: Catalogue, es: Catalogue = en): string[] =>
  compileMessages({ en: { s: en }, es: { s: es } }).problems.map((problem) => problem.replace(' s.', ' '))
const moduleOf = (messages: Catalogue): string => compileMessages({ en: { s: messages } }).modules.get('en/s.ts') ?? ''

describe('an error in a message is reported with its language and name', () => {
  test.each<[string, Catalogue, Catalogue, string]>([
    ['missing', { a: 'A', b: 'B' }, { a: 'A' }, 'es b: is missing'],
    ['superfluous', { a: 'A' }, { a: 'A', b: 'B' }, 'es b: is superfluous, the English has no such message'],
    ['a parameter less', { a: '{n}' }, { a: 'A' }, 'es a: does not use “n”'],
    ['a parameter more', { a: 'A' }, { a: '{n}' }, 'es a: uses “n”, which the English has not'],
    ['another type', { a: '{n}' }, { a: '{n, date}' }, 'es a: needs “n” as number | Date, which is string | number in English'],
    ['two types', { a: '{n, date} {n, number}' }, { a: '{n}' }, 'en a: “n” cannot be both number | Date and number'],
    ['no such format', { a: '{n, spellout}' }, { a: '{n}' }, 'en a: “spellout” is not a format; there are number, date, time'],
    [
      'a category less',
      { a: '{n, plural, one {#} other {#}}' },
      { a: '{n, plural, one {#} other {#}}' },
      'es a: the plural of “n” has no case “many”',
    ],
    ['no other', { a: '{n, plural, one {#}}' }, { a: '{n, number}' }, 'en a: the plural of “n” has no case “other”'],
    ['a choice without other', { a: '{n, select, x {X}}' }, { a: '{n}' }, 'en a: the select of “n” has no case “other”'],
    ['a case twice', { a: '{n, select, x {X} x {Y} other {}}' }, { a: '{n}' }, 'en a: the select of “n” has a case twice'],
    [
      'numbers side by side',
      { a: '{k, select, other {{n}{m}}}' },
      { a: '{k}{n}{m}' },
      'en a: case “other” of “k” needs something between its first two parameters',
    ],
  ])('%s', (_, en, es, problem) => expect(problemsOf(en, es)).toEqual([problem]))

  test('a plural category that the language does not have', () => {
    expect(problemsOf({ a: '{n, plural, one {#} few {#} other {#}}' }).join()).toContain(
      'en a: The plural case few is not valid in this locale',
    )
  })

  test('bad syntax', () => {
    expect(problemsOf({ a: 'fine', b: 'as {n' }).map((problem) => problem.slice(0, 6))).toEqual(['en b: ', 'es b: '])
  })

  test('a message outside sections, and a section that is no name', () => {
    const problems = ['en a: belongs into a section', 'en ../b: cannot be the name of a file']
    expect(compileMessages({ en: { a: 'A', '../b': { c: 'C' } } }).problems).toEqual(problems)
  })
})

const root = join(import.meta.dirname, '../node_modules/.cache')
let folder: string
/** In two languages, however many Gleaner speaks. */
const build = (): void => buildMessages(folder, ['en', 'es'])

const write = (file: string, catalogue: unknown): void => {
  const path = join(folder, file)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, typeof catalogue === 'string' ? catalogue : JSON.stringify(catalogue, null, 2))
}

describe('compiled', () => {
  beforeEach(() => {
    mkdirSync(root, { recursive: true })
    // Inside the project, where the runtime of the messages is found.
    folder = mkdtempSync(join(root, 'messages-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('a compiled message is a text, or a function of its parameters; plurals and numbers follow the language', async () => {
    const counted = '{count, plural, =0 {none} one {# clip} other {# clips}} by {name}'
    write('shared/i18n/en.json', {
      s: {
        title: "It’s 'the' bank",
        both: '{a}{b}',
        alone: '{a}',
        counted,
        on: '{day, date, ::yMMMd}',
        due: '{mine, select, true {yours} other {theirs}}',
      },
    })
    const contado = '{count, plural, =0 {ninguno} one {# recorte} many {# de recortes} other {# recortes}} de {name}'
    write('shared/i18n/es.json', {
      s: {
        title: 'El banco',
        both: '{b}{a}',
        alone: '{a}',
        counted: contado,
        on: '{day, date, ::yMMMd}',
        due: '{mine, select, true {suya} other {ajena}}',
      },
    })
    build()
    const every = (await import(join(folder, 'shared/i18n/compiled/s.ts'))) as { default: Record<string, Record<string, unknown>> }
    expect(Object.entries(every.default).map(([language, messages]) => [language, messages['title']])).toEqual([
      ['en', "It’s 'the' bank"],
      ['es', 'El banco'],
    ])
    const load = async (language: string): Promise<Record<string, never>> =>
      ((await import(join(folder, `shared/i18n/compiled/${language}/s.ts`))) as { default: Record<string, never> }).default
    const say = (message: string | ((parameters: object) => string) | undefined, parameters: object): unknown =>
      typeof message === 'function' ? message(parameters) : message
    const all = (messages: Record<string, never>): unknown[] => [
      messages['title'],
      say(messages['both'], { a: 1, b: 2 }),
      say(messages['alone'], { a: 1 }),
      say(messages['counted'], { count: 0, name: '{count}' }),
      say(messages['counted'], { count: 1, name: 'Ann' }),
      say(messages['counted'], { count: 12_345, name: 'Ann' }),
      say(messages['on'], { day: new Date(2026, 10, 30) }),
      say(messages['due'], { mine: true }),
    ]
    expect(all(await load('en'))).toEqual([
      "It’s 'the' bank",
      '12',
      '1',
      'none by {count}',
      '1 clip by Ann',
      '12,345 clips by Ann',
      '30 Nov 2026',
      'yours',
    ])
    expect(all(await load('es'))).toEqual([
      'El banco',
      '21',
      '1',
      'ninguno de {count}',
      '1 recorte de Ann',
      '12.345 recortes de Ann',
      '30 nov 2026',
      'suya',
    ])
  })

  test('the list of another language’s messages has the order of the English ones', async () => {
    write('worker/dashboard/i18n/es.json', { s: { 2: 'Dos', deep: { end: '”', by: 'de {name}' }, title: 'Banco\n  "0": x', 10: 'Diez' } })
    write('worker/dashboard/i18n/en.json', { s: { title: 'Bank', 10: 'Ten', deep: { by: 'by {name}', end: '”' }, 2: 'Two' } })
    build()
    const { default: list } = (await import(join(folder, 'worker/dashboard/i18n/compiled/es/s.ts'))) as { default: unknown[] }
    expect(list).toEqual(['Dos', 'Diez', 'Banco\n  "0": x', expect.any(Function), '”'])
  })

  test('unchanged files are not written again, and obsolete ones are deleted', () => {
    const sections = { idea: { title: 'An idea', deep: { er: 'Deeper' } }, bank: { title: 'The bank' } }
    for (const language of ['en', 'es']) write(`extension/i18n/${language}.json`, sections)
    build()
    const made = join(folder, 'extension/i18n/compiled/es/idea.ts')
    const long = new Date(0)
    utimesSync(made, long, long)
    for (const language of ['en', 'es']) write(`extension/i18n/${language}.json`, { idea: sections.idea })
    build()
    expect(statSync(made).mtimeMs).toBe(0)
    expect(() => readFileSync(join(folder, 'extension/i18n/compiled/es/bank.ts'))).toThrow('ENOENT')
    for (const language of ['en', 'es']) write(`extension/i18n/${language}.json`, { idea: { title: 'Other' } })
    build()
    expect(statSync(made).mtimeMs).toBeGreaterThan(0)
  })

  test('a file that is missing, is not of messages, or names one twice is refused, and nothing is written', () => {
    write('shared/i18n/en.json', { s: { a: 'A' } })
    expect(() => build()).toThrow('shared/i18n: es.json: is missing')
    write('shared/i18n/es.json', { a: ['A'] })
    expect(() => build()).toThrow('shared/i18n: es.json: may hold texts and groups of texts only')
    write('shared/i18n/es.json', '{ "s": {\n  "a": "A",\n  "b": "B",\n  "a": "C"\n} }')
    expect(() => build()).toThrow('shared/i18n: es.json: “a” is there twice')
    write('shared/i18n/es.json', '{ "a": "A" ')
    expect(() => build()).toThrow('shared/i18n: es.json: ')
    expect(() => readFileSync(join(folder, 'shared/i18n/compiled/en/s.ts'))).toThrow('ENOENT')
  })
})

describe('the types of messages are those of the English ones', () => {
  test('by their parameters', () => {
    const type = /export interface Messages (.*)/.exec(
      moduleOf({
        a: 'A',
        b: '{n, number} {x} {t, time, short} {c, select, other {}}',
        'c-d': '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
      }),
    )?.[1]
    expect(type).toBe(
      '{ readonly "a": string; readonly "b": (parameters: { "n": number; "x": string | number; "t": number | Date; "c": string | boolean }) => string; readonly "c-d": (parameters: { "n": number }) => string }',
    )
  })

  test('no text of a message is run as code', () => {
    const text = `x: () => "y", \\ \`1\` */ //`
    const code = moduleOf({ a: text, b: `${text}\nc: (d) => {n}` })
    expect(code).toContain(JSON.stringify(text))
    expect(code).toContain(`${JSON.stringify(`${text}\nc: (d) => `)} + d.n`)
  })
})
