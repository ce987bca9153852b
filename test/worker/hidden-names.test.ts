import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ideaFile } from '../../shared/exports/idea-export.ts'
import { type Person, type Role, roles } from '../../shared/domain/entities.ts'
import { protocol, type SyncReply } from '../../shared/sync/protocol.ts'
import type { Actor } from '../../worker/bank/answers.ts'
import type { NetworkObject } from '../../worker/bank/network-object.ts'
import { SealedCursors } from '../../worker/bank/sealed-cursor.ts'
import { minute, start, type Step, type Story, story, uuid, type Who } from './hidden-stories.ts'

/**
 * Whoever hides their name is one of those who could have done the same. So each story is told twice: in one bank X does what goes
 * without a name, in the other Y does it in X's place, and all else is the same, what X and Y do under their names included. Whatever
 * a peer can read has to be the same in both, to the byte.
 */

const peopleOf = (role: Role): Record<Exclude<Who, 'hidden'>, Actor> => {
  const person = (id: number, name: string, as: Role, at: string): Actor => ({ id: uuid(9, id), name, role: as, site: at })
  const own = role === 'steering' ? '' : 'north'
  return {
    x: person(1, 'Xenia', role, own),
    y: person(2, 'Yann', role, own),
    peer: person(3, 'Pia', 'contributor', 'south'),
    lead: person(4, 'Lena', 'site-lead', 'south'),
    coordinator: person(5, 'Cora', 'coordinator', ''),
    steering: person(6, 'Stef', 'steering', ''),
    admin: person(7, 'Ada', 'admin', ''),
  }
}
const readers = ['peer', 'lead', 'steering'] as const

/** A bank that is told a story; `x` or `y` is the one who hides. What its peers read is kept in order. */
class Telling {
  readonly object: NetworkObject
  readonly cursors: SealedCursors
  readonly people: ReturnType<typeof peopleOf>
  readonly hider: 'x' | 'y'
  readonly #at = new Map<string, string | null>()
  readonly #said = new Map<string, number>()
  readonly read: unknown[] = []

  constructor(object: NetworkObject, sql: SqlStorage, { role }: Story, hider: 'x' | 'y') {
    this.object = object
    this.cursors = new SealedCursors(sql)
    this.people = peopleOf(role)
    this.hider = hider
  }

  actor(who: Who): Actor {
    return this.people[who === 'hidden' ? this.hider : who]
  }

  async sync(who: Who, asked: Step['asked'], replica: string): Promise<SyncReply> {
    const mutations = asked.map(({ name, args }, index) => {
      const cseq = (this.#said.get(replica) ?? 0) + index + 1
      return {
        id: `${replica.slice(0, 8)}-${replica.slice(-4)}-4000-8000-` + (cseq + 4096).toString(16).padStart(12, '0'),
        cseq,
        at: 0,
        name,
        args,
      }
    })
    this.#said.set(replica, (this.#said.get(replica) ?? 0) + mutations.length)
    const request = { p: protocol, rid: 'r', replica, gen: 0, cursor: this.#at.get(`${who} ${replica}`) ?? null, limit: 500, mutations }
    const { status, body } = await this.object.sync(JSON.stringify(request), this.actor(who), Date.now())
    expect(status).toBe(200)
    const reply = JSON.parse(body) as SyncReply
    if ('cursor' in reply) this.#at.set(`${who} ${replica}`, reply.cursor)
    return reply
  }

  /** What a peer reads of the feed now, with the numbers that the sealed cursor holds; the witness in it is random. */
  async feed(who: Who, replica: string): Promise<void> {
    const { base: _, ...reply } = { base: null, ...(await this.sync(who, [], replica)) }
    const cursor = 'cursor' in reply ? await this.cursors.ofDevice(reply.cursor) : null
    this.read.push([who, { ...reply, cursor: cursor?.split('.').toSpliced(2, 1) }])
  }

  async step({ who, asked, minutes }: Step): Promise<void> {
    vi.setSystemTime(Date.now() + minutes * minute)
    const replica = uuid(7, ['x', 'y', 'peer', 'lead', 'coordinator', 'steering', 'admin'].indexOf(who === 'hidden' ? this.hider : who))
    await this.sync(who, asked, replica)
    await this.feed('peer', uuid(8, 1))
  }

  /** Everything else that a member can ask the bank. */
  everything(who: (typeof readers)[number]): void {
    const [actor, object] = [this.people[who], this.object]
    const reader = { person: actor.id, role: actor.role }
    const query = { disposition: 'all', q: '', sort: 'newest', limit: 200 } as const
    const ids = [0, 1, 2, 3, 4, 5].map((at) => uuid(1, at))
    const [framework, { rows: people }] = [object.framework(), object.people(null)]
    const names = new Map(people.map((text) => JSON.parse(text) as Person).map(({ id, name }) => [id, name]))
    const file = ideaFile('csv', { framework, names, origin: '', dateOf: String })
    const said = {
      pages: ids.map((id) => object.ideaPage(id, actor)),
      further: ids.flatMap((id) => [
        object.furtherParts({ id, of: 'evidence', after: '' }, actor),
        object.furtherParts({ id, of: 'comments', after: uuid(15, 0) }, actor),
      ]),
      lists: (['newest', 'due', 'moved', 'waiting'] as const).map((sort) => object.ideas({ ...query, sort }, actor)),
      unasked: object.ideas({ ...query, asked: 'no' }, actor),
      found: object.ideas({ ...query, q: 'weigh' }, actor),
      boards: framework.pathways.map(({ key }) => object.board(key, reader)),
      decisions: object.decisions(reader),
      csv: file.add(object.exportIdeas(query, null, actor).rows),
      json: ideaFile('json', { framework, names, origin: '', dateOf: String }).add(object.exportIdeas(query, null, actor).rows),
      clips: [object.exportClips({ of: 'network' }, null, actor), object.exportClips({ of: 'list', query }, null, actor)],
      news: object.news(reader),
      digest: object.digest(0, Date.now() + 1, reader),
      reports: object.reports({}, reader),
      lesson: object.lesson(reader),
      facets: [object.facets(query), object.facets({ ...query, q: 'weigh' })],
      matrix: object.matrix(),
      people,
    }
    this.read.push([who, said])
  }
}

let told = 0
const tell = async (given: Story, hider: 'x' | 'y'): Promise<{ read: unknown[]; sent: number }> => {
  vi.setSystemTime(start)
  return runInDurableObject(env.NETWORKS.get(env.NETWORKS.idFromName(`story ${(told += 1)}`)), async (object: NetworkObject, state) => {
    // The alarm rings where the story says: by itself it would ring at another moment in each telling, since only the test's clock stands still.
    Object.defineProperty(state.storage, 'setAlarm', { value: () => Promise.resolve() })
    await state.storage.deleteAlarm()
    const telling = new Telling(object, state.storage.sql, given, hider)
    const { x, y, ...present } = telling.people
    for (const actor of [...Object.values(present), ...(given.met ? [x, y] : [])]) object.syncMember(actor)
    const sites = ['north', 'south'].map((key) => ({ key, label: key }))
    await telling.sync('admin', [{ name: 'configureFramework', args: { set: { sites } } }], uuid(7, 6))
    for (const step of given.steps) await telling.step(step)
    for (const reader of readers) {
      telling.everything(reader)
      // The whole feed, on a new device; and it does not help to know the name of somebody's device.
      for (const replica of [uuid(5, readers.indexOf(reader)), uuid(7, 0), uuid(7, 1)]) await telling.feed(reader, replica)
    }
    // The next day's rows of whoever waited to be made known are of everybody who came.
    for (const who of ['x', 'y'] as const) await telling.sync(who, [], uuid(6, who === 'x' ? 1 : 2))
    vi.setSystemTime(Date.now() + 48 * 60 * minute)
    await object.alarm()
    for (const reader of readers) telling.everything(reader)
    const sent = Number(state.storage.sql.exec("SELECT count(*) AS sent FROM log WHERE hidden = 1 AND status = 'ok'").one()['sent'])
    return { read: telling.read, sent }
  })
}

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterAll(() => void vi.useRealTimers())

test('[W8] property: peers can read the same when X hides and when Y hides in X’s place', { timeout: 300_000 }, async () => {
  let sent = 0
  await fc.assert(
    fc.asyncProperty(story, async (given) => {
      const [one, other] = [await tell(given, 'x'), await tell(given, 'y')]
      sent += one.sent
      expect(other.sent).toBe(one.sent)
      for (const [at, read] of one.read.entries())
        expect([at, JSON.stringify(other.read[at], null, 1)]).toEqual([at, JSON.stringify(read, null, 1)])
    }),
    { numRuns: 12, seed: 20261130 },
  )
  expect(sent).toBeGreaterThan(40)
})

test('[W1] every role that may send does so with a hidden name, and coordinators and admins see all names', async () => {
  const given: Story = {
    role: 'contributor',
    met: true,
    steps: [
      {
        who: 'hidden',
        asked: [
          { name: 'proposeIdea', args: { idea: uuid(1, 0), change: 'Weigh.', nameHidden: true } },
          { name: 'expressStance', args: { idea: uuid(1, 0), site: 'north', stance: 'interested' } },
          { name: 'holdIdea', args: { idea: uuid(1, 0), why: 'Harm.' } },
        ],
        minutes: 1,
      },
    ],
  }
  vi.setSystemTime(start)
  await runInDurableObject(env.NETWORKS.get(env.NETWORKS.idFromName('told whole')), async (object: NetworkObject, state) => {
    const telling = new Telling(object, state.storage.sql, given, 'x')
    for (const actor of Object.values(telling.people)) object.syncMember(actor)
    await telling.sync('admin', [{ name: 'configureFramework', args: { set: { sites: [{ key: 'north', label: 'N' }] } } }], uuid(7, 6))
    for (const step of given.steps) await telling.step(step)
    for (const role of roles) {
      const page = object.ideaPage(uuid(1, 0), { id: 'somebody', name: '', role, site: '' })
      const sees = role === 'coordinator' || role === 'admin'
      expect(JSON.stringify(page).split(telling.people.x.id).length - 1).toBe(sees ? 6 : 0)
      expect(page?.history.map((entry) => entry.role)).toEqual(Array(3).fill(sees ? 'contributor' : undefined))
    }
  })
})
