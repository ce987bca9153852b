import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import gatesEn from '../../../shared/i18n/compiled/en/gates.ts'
import serverEn from '../../../shared/i18n/compiled/en/server.ts'
import { message, type Message } from '../../../shared/i18n/message.ts'
import { messageFormat } from '../../../shared/i18n/message-format.ts'
import { english, inBoth as both, spanish } from '../../in-words.ts'

const catalogue = (language: string): Record<string, Record<string, string>> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../../shared/i18n/${language}.json`), 'utf8')) as Record<
    string,
    Record<string, string>
  >

test('a message is said in the language of the reader', () => {
  expect(both(message('idea-not-found'))).toEqual(['This idea is not in the bank.', 'Esta idea no está en el banco.'])
})

test('plurals, choices and lists in a message follow the language', () => {
  expect(both(message('gate-willing-sites-missing', { count: 1 }))).toEqual(['needs 1 more site', 'falta 1 centro'])
  expect(both(message('gate-willing-sites-missing', { count: 3 }))).toEqual(['needs 3 more sites', 'faltan 3 centros'])
  expect(both(message('idea-ended', { disposition: 'parked' }))).toEqual([
    'This idea is parked; reopen it first.',
    'Esta idea está aplazada; reábrala primero.',
  ])
  const roles = [message('role-coordinator'), message('role-steering')]
  expect(both(message('move-forbidden', { roles: { any: roles } }))).toEqual([
    'This move is for coordinator or steering.',
    'Este paso es para: coordinación o comité directivo.',
  ])
  const sources = [message('source-improved', { count: 2 }), message('source-guideline'), message('source-registry')]
  expect(both(message('gate-evidence', { sources: { all: sources } }))).toEqual([
    'improved at 2 sites, a guideline and a gap in the registry',
    'mejora en 2 centros, una guía clínica y una carencia en el registro',
  ])
  expect(english(message('triage-lacks', { lacks: [message('gate-topic-missing'), message('gate-theory-missing')] }))).toBe(
    'Before it can be classified: no topic, no theory.',
  )
})

describe('[L1] what somebody typed stays as it is', () => {
  const ours = ['en', 'es'].flatMap((language) => Object.values(catalogue(language)).flatMap((section) => Object.entries(section).flat()))
  const typed = fc.oneof(
    fc.constantFrom(...ours),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('{why}', "'{'", '#', '$1', '__proto__', '«»'),
  )

  test('property: any text, even one that equals a message', () => {
    fc.assert(
      fc.property(typed, typed, (why, next) => {
        expect(both(message('idea-held', { why }))).toEqual([`This idea is on hold: ${why}`, `Esta idea está en suspenso: ${why}`])
        expect(both(message('pathway-ends', { pathway: why, next }))).toEqual([
          `From ${why} a success goes on to ${next}.`,
          `Desde ${why}, un éxito sigue en ${next}.`,
        ])
      }),
    )
  })
})

describe('from another version', () => {
  const foreign = (json: string): Message => JSON.parse(json) as Message

  test('an unknown code shows the server’s English, or the code', () => {
    expect(spanish(foreign('{"code":"from-the-future"}'), 'Something new.')).toBe('Something new.')
    expect(spanish(foreign('{"code":"toString"}'))).toBe('toString')
  })

  test('an unknown message inside another shows the server’s English for the whole', () => {
    const newer = foreign('{"code":"move-lacks","parameters":{"lacks":[{"code":"gate-topic-missing"},{"code":"gate-of-the-future"}]}}')
    expect(spanish(newer, 'Before this move: no topic, no future.')).toBe('Before this move: no topic, no future.')
  })

  test('a section that is not loaded is shown in English', () => {
    expect(messageFormat('es', gatesEn)(message('problem-busy'), serverEn['problem-busy'])).toBe(serverEn['problem-busy'])
  })

  test.each(['{}', 'null', '{"count":"x"}', '{"count":null}', '{"count":{"all":7}}', '{"count":{"code":"gate-leads","parameters":[]}}'])(
    'parameters that are no numbers: %s',
    (parameters) => expect(spanish(foreign(`{"code":"gate-leads","parameters":${parameters}}`), '2 leads')).toBe('2 leads'),
  )

  test('messages nested without end', () => {
    const endless = Array.from({ length: 5000 }).reduce<string>(
      (inner) => `{"code":"gate-evidence","parameters":{"sources":${inner}}}`,
      '"x"',
    )
    expect(english(foreign(endless))).toBe('gate-evidence')
  })
})

test('no code is in two sections', () => {
  const codes = Object.values(catalogue('en')).flatMap((section) => Object.keys(section))
  expect(codes).toHaveLength(new Set(codes).size)
  expect(codes.length).toBeGreaterThan(300)
})
