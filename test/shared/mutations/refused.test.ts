import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { argumentLimits, isOversized } from '../../../shared/sync/argument-size.ts'
import { isRefusal } from '../../../shared/mutations/engine/mutation.ts'
import { type MutationName, mutations } from '../../../shared/mutations/index.ts'
import type { QueuedMutation } from '../../../shared/sync/protocol.ts'
import { apply } from '../../../shared/sync/server-engine.ts'
import { MemoryStore } from '../../memory-store.ts'
import { admin, coordinator, decision, ideaId, sampleNetwork, uuid } from '../../sample-network.ts'
import { refusedBecause } from '../../in-words.ts'

const secret = 'Zora Hallstead'

describe('[P1] [S26] a dead letter that the guard did not pass is kept without its words', () => {
  /** A store that fails before anything of a mutation was read, with the words that it failed on. */
  class FailingStore extends MemoryStore {
    readonly letters: unknown[] = []
    breaksBefore = false
    override savepoint<T>(work: () => T): T {
      if (this.breaksBefore) throw new TypeError(`Cannot read ${secret}`)
      work()
      throw new TypeError('The disk is full')
    }
    override failures(): number {
      return 2
    }
    override bury(...said: Parameters<MemoryStore['bury']>): void {
      this.letters.push(said)
    }
  }
  const asked: QueuedMutation = { id: uuid(90), cseq: 1, at: 0, name: 'proposeIdea', args: { idea: ideaId, change: secret, [secret]: 1 } }
  const setAside = (breaksBefore: boolean, one: QueuedMutation = asked): string => {
    const store = new FailingStore()
    store.breaksBefore = breaksBefore
    expect(apply(store, one, '', coordinator, () => '')).toMatchObject({ status: 'refused', code: 'internal' })
    return JSON.stringify([store.letters, [...store.tables.log.values()]])
  }

  test('its id, who, when and its name stay', () => {
    const kept = setAside(true)
    for (const part of [asked.id, coordinator.person, String(coordinator.at), 'proposeIdea', 'TypeError']) expect(kept).toContain(part)
    expect(kept).not.toMatch(/Zora|Hallstead/)
  })

  test('an unknown name is kept nowhere', () => {
    expect(setAside(true, { ...asked, name: secret })).not.toMatch(/Zora|Hallstead/)
  })

  test('a dead letter that the guard passed shows coordinators the arguments of its schema', () => {
    const kept = setAside(false)
    expect(kept).toContain('"change":"Zora Hallstead"')
    expect(kept).not.toContain('"Zora Hallstead":1')
    expect(kept).toContain('The disk is full')
  })
})

describe('[M3] no refusal repeats a value that was sent', () => {
  const marker = 'Hallstead'
  const number = 447_192_000.5
  const spoilt = fc.oneof(
    fc.constantFrom<unknown>(marker, number, -number, [marker], { [marker]: number }, [[number]], true, null),
    fc.constant({ exact: marker, prefix: number, suffix: [] }),
  )
  const names = fc.constantFrom(
    ...Object.values(mutations).flatMap(({ args }) => Object.keys((args as unknown as { entries: object }).entries)),
    marker,
    'outcome',
    'citation',
  )
  const args = fc.dictionary(names, fc.oneof({ depthSize: 'small', maxDepth: 3 }, spoilt, fc.dictionary(names, spoilt, { maxKeys: 4 })), {
    maxKeys: 8,
  })
  test('property: wherever a value is, under a name or an index', () => {
    const network = sampleNetwork()
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(mutations) as MutationName[])), args, (name, said) => {
        const decided = decision(name, network, said, admin)
        if (isRefusal(decided)) expect(JSON.stringify(decided)).not.toMatch(/Hallstead|447192000/)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['proposeIdea', { idea: ideaId, change: 'x', checked: { replaced: { NAME: number } } }],
    ['clipEvidence', { evidence: ideaId, kind: 'opinion', citation: number }],
    ['expressStance', { idea: ideaId, site: 'ash', stance: 'testing', expectedEnd: number }],
    ['expressStance', { idea: ideaId, site: 'ash', stance: number }],
    ['proposeIdea', { idea: number, change: 'x' }],
    ['watchIdea', { idea: ideaId, watch: number }],
  ] as const)('%s %o', (name, said) => {
    const decided = decision(name, sampleNetwork(), said, admin)
    expect(refusedBecause(decided)).toMatch(/\w/)
    expect(JSON.stringify(decided)).not.toContain('447192000')
  })
})

describe('[M3] the size of arguments is checked before any other code reads them', () => {
  const deep = (levels: number): unknown => {
    let value: unknown = 'x'
    for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { value }
    return value
  }
  test.each([
    ['as deep as may be', deep(argumentLimits.depth), false],
    ['deeper', deep(argumentLimits.depth + 1), true],
    ['much deeper than a stack', deep(200_000), true],
    ['a list of what may be', Array(argumentLimits.entries).fill(1), false],
    ['a longer list', Array(argumentLimits.entries + 1).fill(1), true],
    ['names', Object.fromEntries(Array.from({ length: argumentLimits.names + 1 }, (_, index) => [`n${index}`, 1])), true],
    ['a long text', 'x'.repeat(argumentLimits.text + 1), true],
    ['a long name', { ['x'.repeat(argumentLimits.text + 1)]: 1 }, true],
    ['many texts', Array(40).fill('x'.repeat(2000)), true],
    ['many lists in lists', Array.from({ length: 60 }, () => Array.from({ length: 600 }, () => [])), true],
    ['what JSON makes longer', '\u0001'.repeat(20_000), true],
    ['nothing', undefined, false],
  ])('%s', (_, args, is) => {
    expect(isOversized(args)).toBe(is)
  })
})
