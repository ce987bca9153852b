import { bankAt } from './bank-stub.ts'
import { isHarm } from './storage/integrity.ts'
import { type RecoveryTarget, setRecovery } from './storage/recovery.ts'
import { isClosed } from '../directory/closed.ts'
import { log } from '../telemetry/log.ts'

interface Asked extends RecoveryTarget {
  number: number
  network: string
  object: string
  state: 'asked' | 'set'
  session: string | null
}

const underWay = `SELECT r.number, r.network, n.object, r.moment, r.bookmark, r.state, r.session
  FROM recovery r JOIN network n ON n.slug = r.network WHERE r.state IN ('asked', 'set') ORDER BY r.number LIMIT 50`

/** Writes down what became of it. */
const note = async (
  { DIRECTORY: db }: Env,
  { number }: Asked,
  became: { state?: 'set' | 'done' | 'refused'; said: string; undo?: string; session?: string },
): Promise<void> => {
  const { state = null, said, undo = null, session = null } = became
  await db
    .prepare(
      'UPDATE recovery SET state = ifnull(?, state), said = ?, undo = ifnull(?, undo), session = ifnull(?, session) WHERE number = ?',
    )
    .bind(state, said, undo, session, number)
    .run()
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)
const isTarget = ({ moment, bookmark }: RecoveryTarget): boolean => moment !== null || bookmark !== null
const notClosed = 'The network is not closed (CLOSED_NETWORKS). What is written meanwhile would be lost. Nothing was changed.'
const opened = 'It is set, but the network was opened meanwhile. Close it again: what is written now is lost when the bank starts.'
const noStart = 'The bank does not start. If this stays so, it cannot be read at all: bring its archive in (docs/archive.md).'

/**
 * Asks the bank, and answers in which of its runs that was; `null` where there is nothing more to do. What its storage refuses is the answer. A bank
 * that is harmed sees to it itself (`endHarmed`) while it fails to start.
 */
const set = async (env: Env, asked: Asked): Promise<string | null> => {
  let answer: { undo: string; session: string }
  try {
    answer = await bankAt(env, asked.object).setRecovery(asked)
  } catch (error) {
    if (isHarm(error))
      await env.DIRECTORY.prepare("UPDATE recovery SET said = ? WHERE number = ? AND state = 'asked'").bind(noStart, asked.number).run()
    else await note(env, asked, { state: 'refused', said: reason(error) })
    return null
  }
  await note(env, asked, { state: isTarget(asked) ? 'set' : 'done', said: '', ...answer })
  return isTarget(asked) ? answer.session : null
}

const recover = async (env: Env, asked: Asked): Promise<void> => {
  const isOpen = isTarget(asked) && !isClosed(env, asked.network)
  if (isOpen && asked.state === 'asked') return note(env, asked, { state: 'refused', said: notClosed })
  if (isOpen) {
    await note(env, asked, { said: opened })
    throw new Error(opened)
  }
  const session = asked.state === 'set' ? (asked.session ?? '') : await set(env, asked)
  if (session === null) return
  // Each by a stub of its own: one is broken with the run that it met.
  const bank = () => bankAt(env, asked.object)
  let found = await bank().settleRecovered(session)
  if (!found) {
    // Ends the object in the middle of the call, so that this always rejects.
    await bank()
      .restart()
      .catch(() => undefined)
    found = await bank().settleRecovered(session)
  }
  if (!found) throw new Error('not started anew')
  await note(env, asked, { state: 'done', said: `${found.ideas} ideas, ${found.head} mutations` })
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
    await setRecovery(storage, asked)
      .then(
        ({ undo }) => note(env, asked, { state: 'set', said: '', undo, session: '' }),
        (error: unknown) => note(env, asked, { state: 'refused', said: reason(error) }),
      )
      .catch(() => undefined)
  throw harm
}
