import { expect, test } from 'vitest'
import type { Said } from '../../../shared/lookups/assertion.ts'
import { dayFromField } from '../../../worker/dashboard/ui/dates.ts'
import { type DryList, losing, type Mark, newerKept, wantedOf } from '../../../worker/dashboard/import/watch-list-state.ts'

const said = (record: string): Said => ({ service: 'retraction-watch', kind: 'retracted', date: '2026-05-04', record })
const kept = (record: string) => ({ ...said(record), asked: 5 })
const dayOf = (text: string): number => dayFromField(text) ?? 0

const dry = (marks: Mark[], more: Partial<DryList> = {}): DryList => ({
  file: 'retraction_watch.csv',
  day: '2026-11-27',
  list: { rows: 2, told: 2, newest: '2026-05-04', said: new Map() },
  clips: marks.length,
  marks,
  takeAway: false,
  ...more,
})
const gone: Mark = { clip: { evidence: 'gone', said: [kept('1')], day: dayOf('2026-11-01') }, said: [], lost: [kept('1')], known: true }
const both: Mark = { clip: { evidence: 'both', said: [kept('2')] }, said: [said('3')], lost: [kept('2')], known: false }
const same: Mark = { clip: { evidence: 'same', said: [kept('4')] }, said: [said('4')], lost: [], known: true }

const sent = (of: DryList) =>
  wantedOf(of).map(({ args }) => {
    const { evidence, said: all } = args as { evidence: string; said: { record?: string }[] }
    return [evidence, ...all.map(({ record }) => record)]
  })

test('[K9] a list takes no mark away unless somebody says so', () => {
  expect(losing(dry([gone, both, same]))).toBe(2)
  expect(sent(dry([gone, both, same]))).toEqual([['both', '2', '3']])
  expect(sent(dry([gone, both, same], { takeAway: true }))).toEqual([['gone'], ['both', '3']])
})

test('[K9] a file that is older than what is kept is told by its day and by its newest notice', () => {
  expect(newerKept(dry([gone, both, same]))).toEqual({})
  expect(newerKept(dry([gone], { day: '2026-10-31' }))).toEqual({ day: dayOf('2026-11-01') })
  expect(newerKept(dry([same], { list: { rows: 1, told: 1, newest: '2026-05-03', said: new Map() } }))).toEqual({ notice: '2026-05-04' })
})
