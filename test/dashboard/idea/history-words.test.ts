import { afterEach, describe, expect, test, vi } from 'vitest'
import type { HistoryEntry } from '../../../shared/api/bank.ts'
import { message } from '../../../shared/i18n/message.ts'
import { languages } from '../../../shared/i18n/language.ts'
import { staysAsTyped } from '../../typed-texts.ts'

const entry = (name: string, args: object): HistoryEntry =>
  ({ seq: 1, name, args, by: 'coco', role: 'coordinator', at: 0, status: 'ok', message: null }) satisfies HistoryEntry

/** The words of the history as the dashboard has them for a reader of that language. */
const wordsIn = async (language: string): Promise<(name: string, args: object) => string> => {
  vi.resetModules()
  vi.stubGlobal('localStorage', { getItem: () => language, setItem: () => undefined })
  vi.stubGlobal('location', new URL('https://gleaner.example/'))
  vi.stubGlobal('addEventListener', () => undefined)
  const { historyLine } = await import('../../../worker/dashboard/idea/history-words.ts')
  return (name, args) => {
    const { did, why } = historyLine(entry(name, args), 'this')
    return `${did} | ${why}`
  }
}

afterEach(() => vi.unstubAllGlobals())

describe.each(Object.keys(languages))('[L1] the history in %s', (language) => {
  test('gives what somebody typed as they typed it', async () => {
    const said = await wordsIn(language)
    staysAsTyped((typed) => said('holdIdea', { idea: 'this', why: typed }))
    staysAsTyped((typed) => said('moveIdea', { idea: 'this', to: 'test', reason: typed }))
    staysAsTyped((typed) => said('endIdea', { idea: 'this', as: 'declined', reason: 'x', sentence: typed }))
    staysAsTyped((typed) => said('expressStance', { idea: 'this', site: 'ash', stance: 'tested', result: null, note: typed }))
    staysAsTyped((typed) => said('clipEvidence', { evidence: 'x', citation: { title: typed } }))
  })
})

test.each([
  ['en', 'put it on hold | no lead', 'This idea is on hold: no lead'],
  ['es', 'la dejó en suspenso | no lead', 'Esta idea está en suspenso: no lead'],
])('[L1] the history and why something was refused, in %s', async (language, held, refusal) => {
  const said = await wordsIn(language)
  const { translate } = await import('../../../worker/dashboard/i18n/translate.ts')
  expect([
    said('holdIdea', { why: 'no lead' }),
    translate(message('idea-held', { why: 'no lead' }), 'This idea is on hold: no lead'),
  ]).toEqual([held, refusal])
})
