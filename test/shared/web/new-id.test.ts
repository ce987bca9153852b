import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { newId } from '../../../shared/web/new-id.ts'
import * as field from '../../../shared/domain/field-schemas.ts'

test('ids are UUIDs of version 7 that the protocol takes', () => {
  for (let made = 0; made < 200; made += 1) {
    const id = newId()
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(v.is(field.id, id)).toBe(true)
  }
})

test('ids of one process increase, even when the clock is set back by hours', () => {
  const clock = fc.oneof(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 1.7e12, max: 1.7e12 + 5 }))
  fc.assert(
    fc.property(fc.array(clock, { minLength: 2, maxLength: 50 }), (times) => {
      const ids = times.map((time) => newId(time))
      return ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ''))
    }),
  )
})

test('more ids in one millisecond than the counter holds still increase', () => {
  const now = 2 ** 47 + 1
  const ids = Array.from({ length: 10_000 }, () => newId(now))
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(10_000)
})
