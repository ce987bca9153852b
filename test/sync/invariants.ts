import { deepStrictEqual, ok } from 'node:assert'
import type { Change } from '../../shared/domain/entities.ts'
import type { Device } from './world.ts'
import { World } from './world.ts'

const roundsAllowed = 60

/** [I9] Nothing is acknowledged before its effect has been read. Checked after every step. */
export const noAckBeforeEffect = (world: World): void => {
  for (const { state } of world.devices) {
    if (state.meta.resync || state.meta.cursor === null) continue
    const [end, head, witness] = state.meta.cursor.split('.')
    if (world.server.witness(Number(head)) !== witness) continue
    for (const { id } of state.archive) {
      const entry = world.server.tables.log.get(world.server.answered(id)?.seq ?? -1)
      if (entry?.replica === state.meta.replica) ok(entry.seq <= Number(end), `[I9] acknowledged at ${entry.seq}, read to ${end}`)
    }
  }
}

const seen = (rows: Iterable<Change>): Record<string, unknown> =>
  Object.fromEntries(
    [...rows]
      .filter((change) => change.value !== null)
      .map((change) => [`${change.kind} ${change.id}`, change.value] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )

const isQuiet = (world: World, device: Device): boolean =>
  device.state.outbox.length === 0 &&
  !device.state.meta.resync &&
  Number.parseInt(device.state.meta.cursor ?? '-1', 10) === world.server.head()

/** The network is perfect again, everybody invited: [I0] all comes to rest in a bounded number of rounds. */
export const heal = (world: World): void => {
  world.messages = []
  world.server.left.clear()
  world.server.putOff.clear()
  for (const index of world.devices.keys()) world.invite(index)
  for (let round = 0; round < roundsAllowed; round += 1) {
    for (const index of world.devices.keys()) for (let times = 0; times < 40; times += 1) world.syncAtOnce(index, 'no')
    if (world.devices.every((device) => isQuiet(world, device))) return
  }
  ok(false, `[I0] not at rest: outboxes ${world.devices.map((device) => device.state.outbox.length).join(', ')}`)
}

/** What must hold when all is at rest. */
export const atRest = (world: World): void => {
  const { server } = world
  const collected = server.horizon() > 0
  for (const made of world.made.values()) {
    const kept =
      made.excused !== undefined ||
      server.answered(made.id) !== undefined ||
      world.devices.some((device) => [...device.orphans, ...device.attention].some((mutation) => mutation.id === made.id))
    ok(kept, `[I1] lost mutation ${made.id}`)
  }
  for (const device of world.devices)
    for (const { id } of device.state.archive) ok(server.answered(id) || collected, `[I1] acknowledged but absent: ${id}`)
  const [applied, last] = [new Set<string>(), new Map<string, number>()]
  for (const entry of [...server.tables.log.values()].toSorted((one, other) => one.seq - other.seq)) {
    ok(!applied.has(entry.id), `[I2] applied twice: ${entry.id}`)
    applied.add(entry.id)
    ok((last.get(entry.replica) ?? 0) < entry.cseq, `[I4] out of order: ${entry.replica} ${entry.cseq}`)
    last.set(entry.replica, entry.cseq)
  }
  const truth = seen([...server.tables.rows.values()].map((row) => row.change))
  for (const device of world.devices)
    deepStrictEqual(seen([...device.rows.values()].map((row) => row.change)), truth, `[I3] ${device.person} sees something else`)
}

/** [I8] A refusal or fault leaves no trace: what is in the bank is what the log's accepted mutations made. */
export const onlyAcceptedLeaveTraces = (world: World): void => {
  if (world.server.horizon() > 0) return
  const refused = new Set([...world.server.tables.log.values()].filter((entry) => entry.status === 'refused').map((entry) => entry.seq))
  for (const [key, row] of world.server.tables.rows) ok(!refused.has(row.seq), `[I8] refused mutation ${row.seq} left ${key}`)
}
