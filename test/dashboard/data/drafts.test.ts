import { describe, expect, test } from 'vitest'
import { createDrafts, isTouched } from '../../../worker/dashboard/data/drafts.ts'

/** A tab's storage, which outlives the page. */
const createStorage = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string): string | null => kept.get(key) ?? null,
    setItem: (key: string, value: string): void => void kept.set(key, value),
    removeItem: (key: string): void => void kept.delete(key),
  }
}

describe('what somebody types in the dashboard', () => {
  test('is there after a reload, and an untouched field is kept nowhere', () => {
    const storage = createStorage()
    const before = createDrafts(() => storage)
    before.draft('hold:i:why').text.value = 'No lead'
    before.draft('edit:i:change', 'As it was')
    expect([...storage.kept]).toEqual([['draft:hold:i:why', 'No lead']])
    const after = createDrafts(() => storage)
    expect(after.draft('hold:i:why').text.value).toBe('No lead')
    expect(isTouched(after.draft('edit:i:change', 'As it was'))).toBe(false)
  })

  test('stays when others change the field meanwhile; an untouched field follows them', () => {
    const storage = createStorage()
    const { draft } = createDrafts(() => storage)
    expect(draft('edit:i:change', 'One').text.value).toBe('One')
    expect(draft('edit:i:change', 'Two').text.value).toBe('Two')
    draft('edit:i:change', 'Two').text.value = 'Mine'
    expect(draft('edit:i:change', 'Three').text.value).toBe('Mine')
  })

  test('typed back to what was there is nobody’s work', () => {
    const storage = createStorage()
    const { draft } = createDrafts(() => storage)
    const { text } = draft('edit:i:change', 'One')
    text.value = 'Two'
    text.value = 'One'
    expect(storage.kept.size).toBe(0)
    expect(draft('edit:i:change', 'Other').text.value).toBe('Other')
  })

  test('is gone with its form after sending, and no other form’s', () => {
    const storage = createStorage()
    const { draft, dropDrafts } = createDrafts(() => storage)
    draft('hold:i:why').text.value = 'No lead'
    draft('comment:i').text.value = 'Which ward?'
    dropDrafts('hold:i')
    expect([...storage.kept.keys()]).toEqual(['draft:comment:i'])
    expect([draft('hold:i:why').text.value, draft('comment:i').text.value]).toEqual(['', 'Which ward?'])
  })
})
