import fc from 'fast-check'
import { expect, test } from 'vitest'
import { address, matchPath } from '../../../worker/dashboard/data/address.ts'
import { filterNames, listAddress, narrows, readListQuery } from '../../../worker/dashboard/data/list-query.ts'

test('[R7] what a list shows is read from its address as it was written there, whatever somebody searches for', () => {
  const value = fc.string({ minLength: 1, unit: 'grapheme' })
  const query = fc.record(Object.fromEntries(filterNames.map((name) => [name, value])), { requiredKeys: [] })
  fc.assert(
    fc.property(query, (shown) => {
      const { pathname, searchParams } = new URL(listAddress(shown), 'https://gleaner.example')
      expect([pathname, readListQuery(searchParams)]).toEqual(['/ideas', shown])
    }),
  )
})

test('one place has one address: empty values are left out', () => {
  expect(address('/ideas', { q: '', site: undefined })).toBe('/ideas')
  expect(address('/ideas', { q: 'a b&c', site: '' })).toBe('/ideas?q=a+b%26c')
  expect(readListQuery(new URLSearchParams('q=&sort=due&unknown=x'))).toEqual({ sort: 'due' })
})

test('the order of a list leaves nothing out; every filter does', () => {
  expect(narrows({ sort: 'due' })).toBe(false)
  for (const name of filterNames.filter((one) => one !== 'sort')) expect(narrows({ [name]: 'x' })).toBe(true)
})

test.each([
  ['/ideas/:id', '/ideas/abc', { id: 'abc' }],
  ['/ideas', '/ideas', {}],
  ['/ideas/:id', '/ideas/', undefined],
  ['/ideas/:id', '/ideas', undefined],
  ['/ideas/:id', '/ideas/abc/more', undefined],
  ['/reports/:name/:day', '/reports/brief/2026', { name: 'brief', day: '2026' }],
])('the path %s against %s', (pattern, path, parts) => {
  expect(matchPath(pattern, path)).toEqual(parts)
})
