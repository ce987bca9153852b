import { enqueueChecked } from '../../../extension/outbox/enqueue-checked.ts'
import { nothingKnown } from '../../../extension/patient-page/banner-memory.ts'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { blocksAfter } from '../../../extension/store/rows.ts'
import { sync } from '../../../extension/sync/sync.ts'
import { postTo } from '../../../extension/connection/transport.ts'
import { makeDoc } from 'sync-peers/doc'
import { proposalOf } from './documents.mjs'

/** The extension's own database, outbox and sync, driven as the harness drives every peer. */
const at = () => performance.timeOrigin + performance.now()
const batch = 500
const seen = new Map()
let database
let server
let socket

const parts = () => ({
  database,
  post: postTo({ server, network: 'bench', token: 'bench' }),
  now: Date.now,
  dice: Math.random,
  locks: navigator.locks,
})

/** Asks again where another turn of this page holds the lock. */
const syncNow = async () => {
  for (;;) {
    const end = await sync(parts(), true)
    if (end === 'done') return
    if (end === 'busy' || end === 'waiting') await new Promise((resolve) => setTimeout(resolve, 1))
    else if (end !== 'unfinished') throw new Error(end)
  }
}

const ideas = () => database.blocks.where('names').startsWith('idea ')

/** The first page of a list, as a screen asks for it. */
const firstList = async () => {
  while ((await blocksAfter(database, 'idea', -Infinity, 50)).flatMap(({ rows }) => rows).length < 50)
    await new Promise((resolve) => setTimeout(resolve, 10))
  return performance.now()
}

const watchRows = () =>
  database.blocks.hook('creating', (_, { rows }) => {
    for (const { id } of rows) {
      const waits = seen.get(id)
      if (typeof waits === 'function') waits(at())
      seen.set(id, true)
    }
  })

window.bench = {
  async open(url, name, { live = false } = {}) {
    server = url
    database = new GleanerDatabase(name)
    await database.open()
    if (!live) return
    await syncNow()
    socket = new WebSocket(`${url.replace('http', 'ws')}/watch`)
    socket.addEventListener('message', () => void syncNow())
    await new Promise((resolve) => socket.addEventListener('open', resolve))
  },
  async writeLocal(count, space) {
    for (let from = 0; from < count; from += batch) {
      await enqueueChecked(
        database,
        Array.from({ length: Math.min(batch, count - from) }, (_, index) => ({
          name: 'proposeIdea',
          args: proposalOf(makeDoc(from + index, space)),
        })),
        nothingKnown,
      )
    }
  },
  async startPush(url) {
    server = url
    const from = performance.now()
    await syncNow()
    return performance.now() - from
  },
  async coldPull(url, count) {
    server = url
    const from = performance.now()
    const [visible] = await Promise.all([firstList(), syncNow()])
    const durable = performance.now() - from
    if ((await ideas().count()) < count) throw new Error(`only ${await ideas().count()} ideas`)
    return { visible: visible - from, durable }
  },
  watch: () => watchRows(),
  waitSeen: (id) => new Promise((resolve) => (seen.get(id) === true ? resolve(at()) : seen.set(id, resolve))),
  async one(index, space) {
    const t0 = at()
    await enqueueChecked(database, [{ name: 'proposeIdea', args: proposalOf(makeDoc(index, space)) }], nothingKnown)
    const tl = at()
    await syncNow()
    return { id: makeDoc(index, space).id, t0, tl, tack: at() }
  },
  makeId: (index, space) => makeDoc(index, space).id,
  /** What a person has: what the server said and what waits. */
  count: async () => (await ideas().count()) + (await database.outbox.count()),
}
