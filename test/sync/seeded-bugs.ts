import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../../worker/local/root.ts'
import type { Engine } from './world.ts'

/** A classic mistake put into a copy of the engine: texts of its source and what stands there instead. */
export interface SeededBug {
  name: string
  file: 'sync/server-engine.ts' | 'sync/client-engine.ts'
  replace: readonly (readonly [string, string])[]
  /** The profile (by place) and seed that find it, within so many runs; the seed, of up to 25, that finds it first, most within thirty. */
  caughtBy: { profile: number; seed: number; runs: number; maxLength?: number }
}

type CaughtBy = SeededBug['caughtBy']
const by = (seed: number, profile = 0): CaughtBy => ({ profile, seed, runs: 1500 })
const serverBug = (name: string, caughtBy: CaughtBy, ...replace: SeededBug['replace']): SeededBug => ({
  name,
  file: 'sync/server-engine.ts',
  replace,
  caughtBy,
})
const clientBug = (name: string, caughtBy: CaughtBy, ...replace: SeededBug['replace']): SeededBug => ({
  name,
  file: 'sync/client-engine.ts',
  replace,
  caughtBy,
})

export const seededBugs: readonly SeededBug[] = [
  serverBug(
    'a repeated mutation runs again (not idempotent)',
    by(7),
    ['const known = logged.get(asked.id)', 'const known = undefined as Ack | undefined'],
    ['if (!known && asked.cseq <= mark.cseq)', 'if (false)'],
    ['if (!known && asked.cseq > mark.cseq + 1)', 'if (false)'],
  ),
  serverBug('a cursor of another history is accepted', by(1), [
    "return cursor.head >= store.horizon() && store.witness(cursor.head) !== cursor.witness ? 'diverged' : undefined",
    'return undefined',
  ]),
  serverBug('the history id (witness) is the mutation’s id', by(1), ['witness: witness(), replica', 'witness: asked.id, replica']),
  serverBug('a cursor below the retention horizon is accepted', { profile: 0, seed: 2, runs: 200, maxLength: 150 }, [
    "if ((cursor.start ?? cursor.seq) < store.horizon()) return 'too-old'",
    '',
  ]),
  serverBug('a fork is ignored', by(8), ["return { acks, mark, stopped: 'forked' }", 'continue']),
  serverBug(
    'a refusal leaves the whole request undone',
    by(7),
    [
      'if (error instanceof Refused)',
      'if (error instanceof Refused) throw new MutationFault(asked.id, error)\n    if (error instanceof Refused)',
    ],
    ['store.failures(asked.id) < failuresAllowed', 'true'],
  ),
  serverBug(
    'partial writes of a fault stay',
    by(7),
    ['return store.savepoint(() => {', 'return (() => {'],
    ['...(overwrote.length > 0 ? { overwrote } : {}) }\n    })', '...(overwrote.length > 0 ? { overwrote } : {}) }\n    })()'],
  ),
  serverBug(
    'acknowledgements run ahead of the page',
    by(7),
    ['store.acks(replica, after, end, caps.pageBytes)', 'store.acks(replica, after, store.head(), caps.pageBytes)'],
    ['if (ack.seq <= own.upTo) all', 'all'],
    ['if (shown.upTo < page.seq) page', 'page'],
  ),
  serverBug('a resync is not anchored where it started', by(5), [
    '(cursor.start ?? cursor.seq) < store.horizon()',
    'cursor.seq < store.horizon()',
  ]),
  serverBug(
    'the history id (witness) is that of the end of the page, not of the head',
    { profile: 1, seed: 36, runs: 500, maxLength: 150 },
    [
      "const next = { ...end, head: now, witness: store.witness(now) ?? ''",
      "const next = { ...end, head: end.seq, witness: store.witness(end.seq) ?? ''",
    ],
  ),
  serverBug('a page that ends within a sequence number skips its remaining rows', by(7), [
    'const next = { ...end,',
    'const next = { seq: end.row ? end.seq + 1 : end.seq,',
  ]),
  serverBug('a repeated mutation does not count for its replica', by(1), [
    'if (known && asked.cseq !== mark.cseq + 1) continue',
    'if (known) continue',
  ]),
  serverBug('a deferred mutation is skipped', by(7, 2), [
    'if (putOff) return { acks, mark, later: putOff.later }',
    'if (putOff) { mark = { cseq: asked.cseq, last: asked.id }; continue }',
  ]),
  clientBug('the archive is not sent again', by(8), ['...state.archive.map(({ ackedAt: _, ...mutation }) => mutation), ', '']),
  clientBug('a resync does not sweep', by(1), ['...(finished ? { sweepBefore: meta.gen } : {})', '...{}']),
  clientBug('a reply of an earlier resync (epoch) is accepted', by(4), ['|| reply.gen !== meta.gen', '']),
  clientBug('a reply for another cursor is accepted', by(1), ['if (reply.base !== meta.cursor) return stale', '']),
  clientBug('a forked device keeps its replica id', by(8), [
    'settled: [], ...renumber(state.meta, state.outbox, replica) }',
    'settled: [], ...renumber(state.meta, state.outbox, state.meta.replica) }',
  ]),
]

/** The engine with that mistake in it. Throws if the source no longer has the text, so that no bug is seeded in vain. */
export const engineWith = async (bug: SeededBug): Promise<Engine> => {
  const folder = join(root, 'dist/seeded', bug.name.replaceAll(/[^a-z]+/gi, '-'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // Only the engine's own folder is a copy; what it imports is what it is, and loaded once for all mistakes.
  for (const { name } of readdirSync(join(root, 'shared'), { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    if (name === 'sync') cpSync(join(root, 'shared', name), join(folder, name), { recursive: true })
    else symlinkSync(join(root, 'shared', name), join(folder, name), 'junction')
  let source = readFileSync(join(folder, bug.file), 'utf8')
  for (const [text, instead] of bug.replace) {
    if (!source.includes(text)) throw new Error(`“${bug.name}” cannot be seeded: ${bug.file} has no “${text}”`)
    source = source.replace(text, () => instead)
  }
  writeFileSync(join(folder, bug.file), source)
  const load = (file: string): Promise<unknown> => import(pathToFileURL(join(folder, file)).href)
  const [client, server] = [await load('sync/client-engine.ts'), await load('sync/server-engine.ts')]
  return { client: client as Engine['client'], server: server as Engine['server'] }
}
