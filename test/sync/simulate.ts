import fc from 'fast-check'
import * as client from '../../shared/sync/client-engine.ts'
import * as server from '../../shared/sync/server-engine.ts'
import { type Action, actionsOf, type Profile, Run } from './actions.ts'
import { atRest, heal, noAckBeforeEffect, onlyAcceptedLeaveTraces } from './invariants.ts'
import { type Engine, World } from './world.ts'

export const product: Engine = { client, server }
const devices = 3

/** One history from its first action to rest; throws at the first broken invariant. */
export const runHistory = (engine: Engine, actions: readonly Action[]): World => {
  const world = new World(engine, devices)
  const run = new Run(world)
  for (const action of actions) {
    run.do(action)
    noAckBeforeEffect(world)
  }
  heal(world)
  atRest(world)
  onlyAcceptedLeaveTraces(world)
  return world
}

export interface Outcome {
  runs: number
  /** Of the smallest history that breaks an invariant. */
  violation?: { actions: number; message: string; history: readonly Action[] }
}

export const simulate = (
  engine: Engine,
  profile: Profile,
  options: { runs: number; seed: number; maxLength: number; shrink: boolean },
): Outcome => {
  const result = fc.check(
    fc.property(actionsOf(profile, options.maxLength), (actions) => void runHistory(engine, actions)),
    { numRuns: options.runs, seed: options.seed, endOnFailure: !options.shrink },
  )
  if (!result.failed) return { runs: result.numRuns }
  const [history = []] = result.counterexample ?? []
  const message = result.errorInstance instanceof Error ? (result.errorInstance.message.split('\n')[0] ?? '') : String(result.errorInstance)
  return { runs: result.numRuns, violation: { actions: history.length, message, history } }
}
