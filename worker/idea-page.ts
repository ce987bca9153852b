import type { IdeaPage, Move } from '../shared/bank.ts'
import { factsOf, findings, gateState, reachable } from '../shared/gates.ts'
import type { Context } from '../shared/mutation.ts'
import type { Idea } from '../shared/network.ts'
import { suggestPathway } from '../shared/pathways.ts'
import { mostSimilar } from '../shared/similar.ts'
import { alike, history } from './bank-queries.ts'
import type { NetworkStore } from './network-store.ts'
import { anyWordOf } from './search-expression.ts'

/** Candidates that share words, by the search; how alike they are is then judged as the side panel judges it. */
const candidates = 40

/** Everything that one idea's page shows; `null` if there is no such idea. */
export const ideaPage = (sql: SqlStorage, store: NetworkStore, id: string, context: Context): IdeaPage | null => {
  const { network } = store
  const idea = network.idea(id)
  if (!idea) return null
  return {
    idea,
    evidence: network.evidenceOf(id),
    stances: network.stancesOf(id),
    comments: store.partsOf('comment', id).toSorted((one, other) => one.at - other.at),
    history: history(sql, id),
    moves: moves(store, idea, context),
    triage: findings(network.framework().triage, factsOf(network, idea, context.at)),
    suggestion: suggestPathway(network, idea, context.at),
    similar: similar(sql, store, idea),
  }
}

const moves = (store: NetworkStore, idea: Idea, context: Context): Move[] => {
  const framework = store.network.framework()
  const { phases, pathways } = framework
  const order = phases.map((phase) => phase.key)
  const last = order.indexOf(pathways.find((pathway) => pathway.key === idea.pathway)?.lastPhase ?? '')
  return order
    .slice(order.indexOf(idea.phase) + 1, last + 1)
    .filter((to) => reachable(framework, idea, to))
    .map((to) => {
      const state = gateState(store.network, idea, to, context)
      return { to, allowed: state.allowed, who: state.gate?.who ?? ['coordinator'], findings: state.findings }
    })
}

const similar = (sql: SqlStorage, store: NetworkStore, idea: Idea): IdeaPage['similar'] => {
  const expression = anyWordOf(`${idea.change} ${idea.problem}`)
  if (!expression) return []
  const found = alike(sql, expression, candidates).filter((row) => row.id !== idea.id)
  return mostSimilar(idea, found).map(({ item: row }) => ({ row, ending: store.network.idea(row.id)?.ending?.sentence ?? null }))
}
