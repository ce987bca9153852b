import type { IdeaRow } from '../shared/bank.ts'
import { levelByDesign } from '../shared/evidence.ts'
import { labelOf } from '../shared/framework.ts'
import type { Evidence, Idea, Network, Stance } from '../shared/network.ts'

/** What lists, counts and search read: one row an idea, a tally a cell, the words. Kept in the mutation's own transaction. */
export class IdeaIndex {
  readonly #sql: SqlStorage
  readonly #network: Network

  constructor(sql: SqlStorage, network: Network) {
    this.#sql = sql
    this.#network = network
  }

  /** Computes an idea's row anew from the idea, its evidence and its stances. */
  refresh(id: string): void {
    const idea = this.#network.idea(id)
    const before = this.#sql.exec<Placed>('SELECT number, pathway, phase, disposition FROM idea_row WHERE id = ?', id).toArray()[0]
    if (before) this.#count(before, -1)
    if (!idea) {
      if (before) this.#sql.exec('DELETE FROM idea_words WHERE rowid = ?', before.number)
      this.#sql.exec('DELETE FROM idea_row WHERE id = ?', id)
      return
    }
    const evidence = this.#network.evidenceOf(id)
    const row = ideaRow(idea, evidence, this.#network.stancesOf(id))
    // `''` stands for "not classified": an index on a null would not serve an equality.
    const place = { pathway: idea.pathway ?? '', phase: idea.phase, disposition: idea.disposition }
    this.#count(place, 1)
    const { number } = this.#sql
      .exec<{ number: number }>(
        `INSERT INTO idea_row (id, pathway, phase, disposition, topic, site, level, proposed_at, due, moved_at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET pathway = excluded.pathway, phase = excluded.phase, disposition = excluded.disposition, topic = excluded.topic,
           site = excluded.site, level = excluded.level, due = excluded.due, moved_at = excluded.moved_at, body = excluded.body
         RETURNING number`,
        id, place.pathway, place.phase, place.disposition, idea.topic, idea.site, row.bestLevel, idea.proposedAt, idea.decisionDue, idea.movedAt, JSON.stringify(row),
      )
      .one()
    if (before) this.#sql.exec('DELETE FROM idea_words WHERE rowid = ?', number)
    this.#sql.exec('INSERT INTO idea_words (rowid, words) VALUES (?, ?)', number, this.#words(idea, evidence))
  }

  /** Notes whether a clip supports no idea yet. */
  loose(evidence: string, is: boolean): void {
    this.#sql.exec(is ? 'INSERT OR IGNORE INTO loose (id) VALUES (?)' : 'DELETE FROM loose WHERE id = ?', evidence)
  }

  #count(place: Place, by: 1 | -1): void {
    this.#sql.exec(
      'INSERT INTO tally (pathway, phase, disposition, count) VALUES (?, ?, ?, ?) ON CONFLICT (pathway, phase, disposition) DO UPDATE SET count = count + excluded.count',
      place.pathway, place.phase, place.disposition, by,
    )
  }

  #words(idea: Idea, evidence: Evidence[]): string {
    const topic = labelOf(this.#network.framework().topics, idea.topic)
    const { outcome, process, balancing } = idea.measures
    const titles = evidence.flatMap((item) => [item.citation.title ?? '', item.quote?.exact ?? ''])
    return [idea.change, idea.problem, idea.details, idea.theory, idea.aim, outcome, process, balancing, topic, ...idea.tags, ...titles].filter(Boolean).join('\n')
  }
}

interface Place {
  pathway: string
  phase: string
  disposition: string
}
type Placed = { number: number; pathway: string; phase: string; disposition: string }

const ideaRow = (idea: Idea, evidence: Evidence[], stances: Stance[]): IdeaRow => {
  const levels = evidence.map((item) => levelByDesign(item.kind)).filter((level) => level !== undefined)
  const { id, change, problem, topic, site, pathway, phase, disposition, proposedBy, proposedAt, decisionDue, movedAt } = idea
  return {
    id, change, problem, topic, site, pathway, phase, disposition,
    onHold: idea.hold !== null,
    proposedBy, proposedAt, decisionDue, movedAt,
    evidence: evidence.length,
    bestLevel: levels.length > 0 ? Math.min(...levels) : null,
    willing: new Set([site, ...stances.map((stance) => stance.site)].filter(Boolean)).size,
    tested: stances.filter((stance) => stance.stance === 'tested').length,
    improved: stances.filter((stance) => stance.result === 'improved').length,
  }
}
