import 'fake-indexeddb/auto'
import { connected } from '../connected.ts'
import { fakeBrowser } from '../fake-extension-api.ts'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { forgetSearch, suggestionsFor } from '../../../extension/background/bank-suggestions.ts'
import { databaseOf } from '../../../extension/store/databases.ts'
import { IdeaList } from '../../../extension/bank/idea-list.ts'
import { keepSuggestions } from '../../../extension/background/load-bank-suggestions.ts'
import { newId } from '../../../shared/web/new-id.ts'
import { onOmnibox } from '../../../extension/background/omnibox.ts'
import { putRows } from '../../../extension/store/rows.ts'
import { writeConnection } from '../../../extension/connection/connection.ts'
import { type Suggestion, suggestionFor } from '../../../extension/background/omnibox-suggestion.ts'
import { turns } from '../../turns.ts'
import type { Idea } from '../../../shared/domain/entities.ts'

keepSuggestions({ suggestionsFor, forgetSearch })

const { server } = connected
const database = databaseOf(connected)

const put = async (changes: readonly string[], more: Partial<Idea> = {}): Promise<string[]> => {
  const ideas = changes.map((change) => ({ id: newId(), change, problem: '', disposition: 'active', ...more }) as Idea)
  await putRows(
    database,
    ideas.map((value) => ({ kind: 'idea', id: value.id, value })),
    0,
  )
  return ideas.map(({ id }) => id)
}

/** The listeners that the browser would call, and what it was told. */
const omnibox = () => {
  const listeners: Record<string, (...given: never[]) => void> = {}
  const event = (name: string) => ({ addListener: (listener: (...given: never[]) => void) => (listeners[name] = listener) })
  const told: string[] = []
  const opened: unknown[] = []
  Object.assign(fakeBrowser, {
    omnibox: {
      onInputStarted: event('started'),
      onInputChanged: event('changed'),
      onInputEntered: event('entered'),
      onInputCancelled: event('cancelled'),
      setDefaultSuggestion: ({ description }: { description: string }) => Promise.resolve(void told.push(description)),
    },
    i18n: { getMessage: (name: string, values: string[]) => [name, ...values].join(' ') },
  })
  Object.assign(fakeBrowser.tabs, {
    update: (how: unknown) => Promise.resolve(void opened.push(how)),
    create: (how: unknown) => Promise.resolve(void opened.push(how)),
  })
  onOmnibox()
  const call = (name: string, ...given: unknown[]): void => listeners[name]?.(...(given as never[]))
  call('started')
  return {
    told,
    opened,
    call,
    type: (typed: string) => new Promise<Suggestion[]>((resolve) => call('changed', typed, resolve)),
    settled: () => turns(20),
  }
}

beforeEach(async () => {
  fakeBrowser.reset()
  await database.blocks.clear()
  await writeConnection(connected)
})

describe('[C7] a search from the address bar', () => {
  test('suggests the newest ideas that match every word as a prefix, and opens the chosen one on the connected server', async () => {
    const [, , third] = await put(['Lend home scales', 'See families early', 'Home scales for twins'])
    const bar = omnibox()
    const found = await bar.type('SCAL hom')
    expect(found.map(({ description }) => description)).toEqual([
      '<match>Home</match> <match>scales</match> for twins',
      'Lend <match>home</match> <match>scales</match>',
    ])
    expect(found[0]?.content).toBe(`${server}/ideas/${third}`)
    expect(bar.told).toEqual(['searchBank %s'])
    bar.call('entered', found[0]?.content, 'newForegroundTab')
    bar.call('entered', ' home scales & more', 'currentTab')
    bar.call('entered', 'https://elsewhere.example/ideas/1', 'newBackgroundTab')
    await bar.settled()
    expect(bar.opened).toEqual([
      { url: `${server}/ideas/${third}`, active: true },
      { url: `${server}/ideas?q=home+scales+%26+more` },
      { url: `${server}/ideas?q=https%3A%2F%2Felsewhere.example%2Fideas%2F1`, active: false },
    ])
  })

  test('finds words of the problem, in any case and without accents; marks ended ideas and leaves out merged ones', async () => {
    await put(['Básculas en casa'], { problem: 'Weight gain is slow', disposition: 'abandoned' })
    await put(['Merged away'], { problem: 'weight', disposition: 'merged' })
    const bar = omnibox()
    expect((await bar.type('basculas'))[0]?.description).toBe('<match>Básculas</match> en casa <dim>(abandoned)</dim>')
    expect(await bar.type('weight')).toHaveLength(1)
    expect(await bar.type('  ')).toEqual([])
  })

  test('[I4] suggests nothing while Gleaner is locked or nobody is connected, also nothing read before', async () => {
    await put(['Lend home scales'])
    const bar = omnibox()
    expect(await bar.type('home')).toHaveLength(1)
    await writeConnection({ ...connected, locked: true })
    expect(await bar.type('home')).toEqual([])
    bar.call('started')
    bar.call('entered', 'home', 'currentTab')
    await bar.settled()
    expect([bar.told, bar.opened]).toEqual([['searchBank %s', 'searchConnectFirst'], [{ url: '/options.html' }]])
  })

  test('reads no more of a large bank than needed, and nothing twice', async () => {
    await put(Array.from({ length: 3500 }, (_, index) => (index === 0 ? 'Oldest of all' : 'Lend home scales')))
    const list = new IdeaList(database)
    let read = 0
    database.blocks.hook('reading', (block) => {
      read += block.rows.length
      return block
    })
    expect(await list.find('home', 6)).toHaveLength(6)
    expect(read).toBeLessThanOrEqual(1024)
    const both = await Promise.all([list.find('oldest', 6), list.find('oldest all', 6)])
    expect(both.map((found) => found.length)).toEqual([1, 1])
    await list.find('nothing', 6)
    expect(read).toBe(3500)
  })
})

test('[C7] property: Chromium gets the text of an idea as escaped XML, Firefox as it is', () => {
  const shown = { address: 'https://a.example/ideas/1', state: '' }
  expect(suggestionFor({ ...shown, text: 'Scales < 3 kg & "up"' }, 'kg', true).description).toBe(
    'Scales &lt; 3 <match>kg</match> &amp; &quot;up&quot;',
  )
  expect(suggestionFor({ ...shown, text: 'Scales < 3 kg', state: 'parked' }, 'kg', false).description).toBe('Scales < 3 kg (parked)')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 10 }), (text, typed) => {
      const { description } = suggestionFor({ ...shown, text, state: text }, typed, true)
      expect(description.replaceAll(/<\/?(?:match|dim)>|&(?:amp|lt|gt|quot|apos);/g, '')).not.toMatch(/[<>&]|\p{Cc}/u)
    }),
  )
})
