import fc from 'fast-check'
import type { Device } from './world.ts'
import { type Crash, World } from './world.ts'

/** What may happen in a simulated network. Ideas are few, so that devices meet on the same ones. */
export type Action =
  | {
      does: 'ask'
      device: number
      name: 'propose' | 'edit' | 'comment' | 'merge' | 'withdraw'
      idea: number
      into: number
      poison: boolean
      faults: number
    }
  | { does: 'send'; device: number }
  | { does: 'sync'; device: number; crash: Crash }
  | { does: 'deliver'; which: number; crash: Crash }
  | { does: 'drop' | 'duplicate' | 'portal'; which: number }
  | { does: 'kill' | 'wipe' | 'back-up' | 'remove' | 'invite'; device: number }
  | { does: 'roll-back'; device: number; which: number }
  | { does: 'snapshot' }
  | { does: 'restore'; which: number }
  | { does: 'collect'; keep: number }
  /** The person may do so many more mutations; the rest is put off until all is healed, or they may do more. */
  | { does: 'limit'; device: number; left: number }
  /** An extension that sends what comes behind before it knows what became of what it sent. */
  | { does: 'send-ahead'; device: number }

export interface Profile {
  name: string
  /** Whether old log rows and markers of deleted rows are ever purged: what is older is excused then, so one profile never does it. */
  collects: boolean
  /** Whether what people may do runs out. */
  limits?: boolean
}

export const profiles: readonly Profile[] = [
  { name: 'with tombstone purging', collects: true },
  { name: 'without tombstone purging', collects: false },
  { name: 'with members beyond their rate limit', collects: false, limits: true },
]

const device = fc.nat(2)
const which = fc.nat(1000)
const crash = fc.constantFrom<Crash[]>('no', 'no', 'no', 'no', 'no', 'before', 'after')
const of = <A extends Action>(weight: number, arbitrary: fc.Arbitrary<A>): fc.WeightedArbitrary<Action> => ({ weight, arbitrary })
const is = <T extends string>(does: T): fc.Arbitrary<T> => fc.constant(does)

export const actionsOf = ({ collects, limits = false }: Profile, maxLength: number): fc.Arbitrary<Action[]> =>
  fc.array(
    fc.oneof(
      of(
        30,
        fc.record({
          does: is('ask'),
          device,
          name: fc.constantFrom('propose', 'propose', 'edit', 'edit', 'comment', 'merge', 'withdraw'),
          idea: fc.nat(5),
          into: fc.nat(5),
          poison: fc.nat(9).map((n) => n === 0),
          faults: fc.nat(24).map((n) => Math.max(0, n - 20)),
        }),
      ),
      of(30, fc.record({ does: is('sync'), device, crash })),
      of(10, fc.record({ does: is('send'), device })),
      of(20, fc.record({ does: is('deliver'), which, crash })),
      of(6, fc.record({ does: fc.constantFrom('drop', 'duplicate'), which })),
      of(1, fc.record({ does: is('portal'), which })),
      of(6, fc.record({ does: fc.constantFrom('kill', 'wipe', 'back-up', 'back-up', 'remove', 'invite', 'invite'), device })),
      of(1, fc.record({ does: is('roll-back'), device, which })),
      of(2, fc.record({ does: is('snapshot') })),
      of(2, fc.record({ does: is('restore'), which })),
      ...(collects ? [of(1, fc.record({ does: is('collect'), keep: fc.nat(4) }))] : []),
      ...(limits
        ? [of(12, fc.record({ does: is('limit'), device, left: fc.nat(5) })), of(6, fc.record({ does: is('send-ahead'), device }))]
        : []),
    ),
    { maxLength, size: 'max' },
  )

const idOf = (kind: string, number: number): string => `00000000-0000-4000-9000-${kind}${String(number).padStart(11, '0')}`
export const ideaId = (number: number): string => idOf('1', number)

const ask = (world: World, by: Device, action: Extract<Action, { does: 'ask' }>): void => {
  const [idea, into] = [ideaId(action.idea), ideaId(action.into)]
  const bad = action.poison ? '' : `text ${action.into}`
  const pending = {
    propose: () => world.ask(by, 'proposeIdea', { idea, change: bad }),
    edit: () => world.ask(by, 'editIdea', { idea, set: { change: bad } }),
    comment: () => world.ask(by, 'commentIdea', { comment: world.newName(), idea, text: bad }),
    merge: () => world.ask(by, 'mergeIdeas', { idea, into, reason: action.poison ? 'x y' : 'same-idea', sentence: 'Same' }),
    withdraw: () => world.ask(by, 'withdrawIdea', { idea }),
  }[action.name]()
  if (action.faults > 0) world.faultAt(pending.id, action.faults)
}

/** One run's state beyond the world: what was backed up. */
export class Run {
  readonly world: World
  readonly #snapshots: ReturnType<World['server']['snapshot']>[] = []
  #backups: { device: number; copy: Device }[] = []

  constructor(world: World) {
    this.world = world
  }

  do(action: Action): void {
    const { world } = this
    switch (action.does) {
      case 'ask': {
        const by = world.devices[action.device]
        if (by && !by.removed) ask(world, by, action)
        return
      }
      case 'send':
        return world.send(action.device)
      case 'sync':
        return world.syncAtOnce(action.device, action.crash)
      case 'deliver':
        return world.messages.length > 0 ? world.deliver(action.which % world.messages.length, action.crash) : undefined
      case 'drop':
        if (world.messages.length > 0) world.messages.splice(action.which % world.messages.length, 1)
        return
      case 'duplicate': {
        const message = world.messages[action.which % world.messages.length]
        if (message) world.messages.push(structuredClone(message))
        return
      }
      case 'portal': {
        const replies = world.messages.filter((message) => message.kind === 'reply')
        const reply = replies[action.which % replies.length]
        if (reply) reply.reply = 'html'
        return
      }
      case 'kill':
        world.messages = world.messages.filter((message) => message.device !== action.device || message.kind === 'request')
        return
      case 'wipe':
        return world.wipe(action.device)
      case 'back-up': {
        const copy = world.devices[action.device]
        if (copy) this.#backups.push({ device: action.device, copy: structuredClone(copy) })
        return
      }
      case 'roll-back':
        return this.#rollBack(action.device, action.which)
      case 'remove':
        world.members.delete(`person-${action.device}`)
        return
      case 'invite':
        return world.invite(action.device)
      case 'snapshot':
        this.#snapshots.push(world.server.snapshot())
        return
      case 'restore':
        return this.#restore(action.which)
      case 'collect':
        return this.#collect(action.keep)
      case 'limit':
        return void world.server.left.set(`person-${action.device}`, action.left)
      case 'send-ahead':
        return world.sendAhead(action.device)
    }
  }

  #rollBack(device: number, which: number): void {
    const mine = this.#backups.filter((backup) => backup.device === device)
    const backup = mine[which % mine.length]
    if (!backup) return
    this.world.devices[device] = structuredClone(backup.copy)
    this.world.excuse('the profile was rolled back')
  }

  #restore(which: number): void {
    const snapshot = this.#snapshots[which % this.#snapshots.length]
    if (!snapshot) return
    this.world.server.restore(snapshot)
    this.world.excuse('the server was restored and the author is gone')
  }

  /** Time passes: devices' archives expire before the server's log does, and no backup is that old. */
  #collect(keep: number): void {
    const { world } = this
    world.collect(keep)
    this.#backups = []
    this.#snapshots.length = 0
  }
}
