import { bankAt } from './bank-stub.ts'
import type { NetworkObject } from './network-object.ts'
import { isHarm } from './storage/integrity.ts'
import { type RecoveryTarget, setRecovery } from './storage/recovery.ts'
import { isClosed } from '../directory/closed.ts'
import { log } from '../telemetry/log.ts'

interface Asked extends RecoveryTarget {
  number: number
  network: string
  object: string
  state: 'asked' | 'set'
  undo: string | null
}

const underWay = `SELECT r.number, r.network, n.object, r.moment, r.bookmark, r.state, r.undo
  FROM recovery r JOIN network n ON n.slug = r.network WHERE r.state IN ('asked', 'set') ORDER BY r.number LIMIT 50`

const note = async (
  db: D1Database,
  number: number,
  state: 'set' | 'done' | 'refused',
  said: string,
  undo: string | null,
): Promise<void> => {
  await db.prepare('UPDATE recovery SET state = ?, said = ?, undo = ? WHERE number = ?').bind(state, said, undo, number).run()
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)
const isTarget = ({ moment, bookmark }: RecoveryTarget): boolean => moment !== null || bookmark !== null
const notClosed = 'The network is not closed (CLOSED_NETWORKS). What is written meanwhile would be lost. Nothing was changed.'

const noStart = 'The bank does not start. If this stays so, it cannot be read at all: bring its archive in (docs/archive.md).'

/** Asks the bank; what its storage refuses is the answer. A bank that is harmed sees to it itself (`endHarmed`) while it fails to start. */
const set = async (env: Env, asked: Asked, bank: DurableObjectStub<NetworkObject>): Promise<string | null> => {
  try {
    const { undo } = await bank.setRecovery(asked)
    await note(env.DIRECTORY, asked.number, isTarget(asked) ? 'set' : 'done', '', undo)
    return undo
  } catch (error) {
    if (isHarm(error)) {
      await env.DIRECTORY.prepare("UPDATE recovery SET said = ? WHERE number = ? AND state = 'asked'").bind(noStart, asked.number).run()
      return null
    }
    await note(env.DIRECTORY, asked.number, 'refused', reason(error), null)
    return null
  }
}

const recover = async (env: Env, asked: Asked): Promise<void> => {
  if (isTarget(asked) && !isClosed(env, asked.network)) return note(env.DIRECTORY, asked.number, 'refused', notClosed, asked.undo)
  const bank = bankAt(env, asked.object)
  let { undo } = asked
  if (asked.state === 'asked') {
    undo = await set(env, asked, bank)
    if (undo === null || !isTarget(asked)) return
    // Ends the object in the middle of the call, so that this always rejects.
    await bank.restart().catch(() => undefined)
  }
  // Another stub: the one from before is broken with its object.
  const { ideas, head } = await bankAt(env, asked.object).settleRecovered()
  await note(env.DIRECTORY, asked.number, 'done', `${ideas} ideas, ${head} mutations`, undo)
}

/**
 * Does what operators asked of banks' point-in-time recovery, each by itself, in the order in which they asked. A bank that cannot be reached is
 * asked again by the next run. Nothing is brought back while its network is open.
 */
export const recoverBanks = async (env: Env): Promise<void> => {
  const { results } = await env.DIRECTORY.prepare(underWay).all<Asked>()
  let failed = 0
  for (const asked of results)
    await recover(env, asked).catch(() => {
      failed += 1
    })
  if (failed > 0) log('error', 'recoveries-waiting', { count: failed })
}

/**
 * The end of a bank that cannot start: rejects with what is wrong with it, so that whoever asked is told. Before, it looks whether somebody asked to
 * bring it back, and sets that for its next start.
 */
export const endHarmed = async (env: Env, { id, storage }: DurableObjectState, harm: unknown): Promise<never> => {
  const { results } = await env.DIRECTORY.prepare(underWay)
    .all<Asked>()
    .catch(() => ({ results: [] }))
  const own = ({ object, state }: Asked): boolean => state === 'asked' && env.NETWORKS.idFromName(object).toString() === id.toString()
  const asked = results.find((one) => own(one) && isTarget(one) && isClosed(env, one.network))
  if (asked)
    await setRecovery(storage, asked).then(
      ({ undo }) => note(env.DIRECTORY, asked.number, 'set', '', undo),
      (error: unknown) => note(env.DIRECTORY, asked.number, 'refused', reason(error), null),
    )
  throw harm
}
