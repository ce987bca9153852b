import { expect, test } from 'vitest'
import { answeredOnTime, participation, standsLong } from '../../../shared/api/reports.ts'

const day = 24 * 60 * 60 * 1000

test('[R1] answered in time, late, waiting and overdue add up to what came in; the median wait', () => {
  const idea = (due: number, decidedAt: number | null): { arrivedAt: number; due: number; decidedAt: number | null } => ({
    arrivedAt: 0,
    due: due * day,
    decidedAt: decidedAt === null ? null : decidedAt * day,
  })
  const found = answeredOnTime([idea(14, 3), idea(14, 14), idea(14, 20), idea(14, null), idea(40, null)], 30 * day)
  expect(found).toEqual({ arrived: 5, onTime: 2, late: 1, waiting: 1, overdue: 1, decidedBefore: 0, medianWait: 14 * day })
  expect(answeredOnTime([idea(14, 2), idea(14, 5)], 0).medianWait).toBe(3.5 * day)
  expect(answeredOnTime([], 0)).toEqual({ arrived: 0, onTime: 0, late: 0, waiting: 0, overdue: 0, decidedBefore: 0, medianWait: null })
})

test('[R1] what was decided when it came was answered by nobody here: neither in time nor without a wait', () => {
  const ideas = [
    { arrivedAt: day, due: 15 * day, decidedAt: day },
    { arrivedAt: day, due: 15 * day, decidedAt: day },
    { arrivedAt: day, due: 15 * day, decidedAt: 9 * day },
  ]
  expect(answeredOnTime(ideas, 30 * day)).toEqual({
    arrived: 3,
    decidedBefore: 2,
    onTime: 1,
    late: 0,
    waiting: 0,
    overdue: 0,
    medianWait: 8 * day,
  })
})

test('[R1] what stands for more than half a year stands long', () => {
  expect([standsLong({ movedAt: 0 }, 180 * day), standsLong({ movedAt: 0 }, 180 * day + 1)]).toEqual([false, true])
})

test('[R2] a site that reported a result produces, one that sent or said something uses, any other is silent', () => {
  const site = { site: 'ash', ideas: 0, clips: 0, stances: 0, results: 0, lastAt: 0, inBank: 7 }
  expect([site, { ...site, clips: 1 }, { ...site, stances: 1 }, { ...site, ideas: 3, results: 1 }].map(participation)).toEqual([
    'silent',
    'using',
    'using',
    'producing',
  ])
})
