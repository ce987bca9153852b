import { labelOf } from '../../../shared/domain/framework.ts'
import type { Comment, Evidence, Idea, Network, Stance } from '../../../shared/domain/entities.ts'
import { answeredAt, reachedBy, stateOf, stepped, type Story } from '../../../shared/rules/idea-story.ts'
import { shortBy } from '../../../shared/rules/next-step.ts'
import { ClipIndex, clipState } from './clip-index.ts'
import { AnswerCounts, type Answered } from './answer-index.ts'
import { type Cell, CellCounts } from './cell-index.ts'
import { CellDays, type Stay } from './matrix-index.ts'
import { type Derived, derivedOf, type Parts, saidBy } from './idea-row.ts'
import { shakenBy } from '../../../shared/rules/evidence-standing.ts'
import { DayCounts, stepsInLog, storyIn, type StoryColumns } from './history-index.ts'
import { indexedText } from './indexed-text.ts'
import { indexQuestions } from './question-index.ts'
import { insertMany, type Value } from '../rows/insert-many.ts'
import { leanBody } from '../rows/lean-body.ts'
import { tiedTo, writeTies } from './tie-index.ts'

/** What lists, counts and search read: one row an idea, a count a cell, the words. Kept in the mutation's own transaction. */
export class IdeaIndex {
  readonly #sql: SqlStorage
  readonly #network: Network
  readonly #clips: ClipIndex
  /** Clips that were written and are not on the map yet: where they stand there follows from the rows of their ideas. */
  #unplaced: string[] = []

  constructor(sql: SqlStorage, network: Network) {
    this.#sql = sql
    this.#network = network
    this.#clips = new ClipIndex(sql)
  }

  /** Recomputes the rows of these ideas from the ideas, their evidence and their stances, and puts clips on the map that stand elsewhere now. */
  refresh(ids: readonly string[]): void {
    if (ids.length === 0 && this.#unplaced.length === 0) return
    const before = this.#places(ids)
    if (ids.length > 0) this.#refresh(ids)
    indexQuestions(this.#sql, this.#network, ids, Date.now())
    const moved = [...this.#places(ids)].flatMap(([id, place]) => (before.get(id) === place ? [] : [id]))
    const theirs = this.#sql.exec<{ id: string }>(
      `SELECT id FROM part WHERE kind = 'evidence' AND idea IN ${eachOf}`,
      JSON.stringify(moved),
    )
    const clips = new Set([...this.#unplaced, ...theirs.toArray().map(({ id }) => id)])
    this.#unplaced = []
    this.#clips.place([...clips])
  }

  /** What places an idea's clips on the map: its topic, and how far its sites have come. */
  #places(ids: readonly string[]): Map<string, string> {
    const rows = this.#sql.exec<{ id: string; place: string }>(
      `SELECT id, topic || ' ' || (tested > 0) || (improved > 0) AS place FROM idea_row WHERE id IN ${eachOf}`,
      JSON.stringify(ids),
    )
    return new Map(rows.toArray().map(({ id, place }) => [id, place]))
  }

  #refresh(ids: readonly string[]): void {
    const [present, parts] = [this.#present(ids), this.#parts(ids)]
    const [cells, days, counts, answers, now] = [new CellCounts(), new CellDays(), new DayCounts(), new AnswerCounts(), Date.now()]
    const made: IndexedIdea[] = []
    const ties = new Map<string, Set<string>>()
    for (const id of ids) {
      const [before, idea] = [present.get(id), this.#network.idea(id)]
      if (before) cells.count(before, -1)
      if (before) answers.count(before, -1)
      if (before?.steps) counts.count(storyIn(before), -1)
      if (before) this.#sql.exec('DELETE FROM idea_words WHERE rowid = ?', before.number)
      const belonging = parts.get(id) ?? noParts
      ties.set(id, idea ? tiedTo(this.#network, idea, belonging) : new Set())
      if (!idea) {
        if (before) days.moved(before, undefined, now)
        this.#sql.exec('DELETE FROM idea_row WHERE id = ?', id)
        continue
      }
      const row = derivedOf(idea, belonging, this.#network.framework(), now)
      const story = this.#story(idea, before, belonging)
      const indexed = { idea, row, place: placeOf(idea), story, words: this.#words(idea, belonging.evidence) }
      counts.count(story, 1)
      days.moved(before, indexed.place, now)
      cells.count(cellOf(indexed), 1)
      answers.count(answeredOf(indexed, before), 1)
      if (before) this.#update(indexed, before.number)
      else made.push(indexed)
    }
    this.#insert(made)
    cells.write(this.#sql)
    writeTies(this.#sql, ties)
    days.write(this.#sql)
    counts.write(this.#sql)
    answers.write(this.#sql)
  }

  /** What it is now; its steps go on from those that are kept, or from the log where none are. */
  #story(idea: Idea, before: Placed | undefined, { stances }: Parts): Story {
    const { phases } = this.#network.framework()
    const isNew = idea.movedAt === idea.proposedAt
    const kept = before?.steps ? storyIn(before).steps : isNew ? [] : stepsInLog(this.#sql, idea, phases[0]?.key ?? '')
    const steps = stepped(kept, stateOf(idea), idea.movedAt)
    return {
      steps,
      due: idea.decisionDue,
      reached: reachedBy(
        steps,
        phases,
        stances.some(({ stance }) => stance !== 'interested'),
      ),
    }
  }

  #present(ids: readonly string[]): Map<string, Placed> {
    const rows = this.#sql
      .exec<Placed>(
        `SELECT id, number, pathway, phase, disposition, topic, site, coalesce(level, 0) AS level, unsaid > 0 AS unsaid, asked IS NOT NULL AS asked,
           moved_at AS movedAt, steps, due, reached, proposed_at AS proposedAt, decided_at AS decidedAt, reason, tested, improved FROM idea_row WHERE id IN ${eachOf}`,
        JSON.stringify(ids),
      )
      .toArray()
    return new Map(rows.map((row) => [row.id, row]))
  }

  #parts(ids: readonly string[]): Map<string, Parts> {
    const found = new Map<string, Parts>()
    const rows = this.#sql.exec<{ idea: string; kind: string; body: string }>(
      `SELECT p.idea, p.kind, ${leanBody} FROM part p JOIN entity e ON e.kind = p.kind AND e.id = p.id WHERE p.idea IN ${eachOf} AND p.kind <> 'series'`,
      JSON.stringify(ids),
    )
    for (const { idea, kind, body } of rows) {
      const parts = found.get(idea) ?? { evidence: [], stances: [], comments: [] }
      if (kind === 'evidence') parts.evidence.push(JSON.parse(body) as Evidence)
      else if (kind === 'stance') parts.stances.push(JSON.parse(body) as Stance)
      else parts.comments.push(JSON.parse(body) as Comment)
      found.set(idea, parts)
    }
    return found
  }

  #update(indexed: IndexedIdea, number: number): void {
    const [names, values] = [[...changing, ...storyNames], valuesOf(indexed)]
    this.#sql.exec(`UPDATE idea_row SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE number = ?`, ...values, number)
    this.#sql.exec('INSERT INTO idea_words (rowid, words) VALUES (?, ?)', number, indexed.words)
  }

  /** New ideas are numbered in the order in which they came. */
  #insert(made: readonly IndexedIdea[]): void {
    if (made.length === 0) return
    const last = Number(this.#sql.exec('SELECT coalesce(max(number), 0) AS last FROM idea_row').one()['last'])
    const numbers = made.map(({ idea }, index) => this.#placeAgain(idea, last) ?? last + index + 1)
    insertMany(
      this.#sql,
      `INSERT INTO idea_row (number, id, proposed_at, ${[...changing, ...storyNames].join(', ')})`,
      made.map((indexed, index) => [numbers[index] ?? 0, indexed.idea.id, indexed.idea.proposedAt, ...valuesOf(indexed)]),
    )
    insertMany(
      this.#sql,
      'INSERT INTO idea_words (rowid, words)',
      made.map(({ words }, index) => [numbers[index] ?? 0, words]),
    )
  }

  /** The number that an idea had before it was withdrawn, where it comes back between others and the number is still free. */
  #placeAgain({ proposedAt }: Idea, last: number): number | undefined {
    const newest = this.#sql.exec<{ at: number }>('SELECT proposed_at AS at FROM idea_row WHERE number = ?', last).toArray()[0]
    if (!newest || newest.at <= proposedAt) return undefined
    const before = Number(
      this.#sql.exec('SELECT coalesce(max(number), 0) AS last FROM idea_row WHERE proposed_at <= ?', proposedAt).one()['last'],
    )
    const isTaken = this.#sql.exec('SELECT 1 FROM idea_row WHERE number = ?', before + 1).toArray().length > 0
    return isTaken ? undefined : before + 1
  }

  /** Keeps what is derived of a clip: whether it is loose, whether its item was taken back, and its row in the list of evidence. */
  clip(id: string, item: Evidence | null): void {
    const loose = item !== null && clipState(item) === 'loose'
    this.#sql.exec(loose ? 'INSERT OR IGNORE INTO loose (id) VALUES (?)' : 'DELETE FROM loose WHERE id = ?', id)
    const standing = item && shakenBy(item)
    if (standing) this.#sql.exec('INSERT OR REPLACE INTO doubted (id, standing) VALUES (?, ?)', id, standing)
    else this.#sql.exec('DELETE FROM doubted WHERE id = ?', id)
    this.#clips.write(id, item)
    this.#unplaced.push(id)
  }

  #words(idea: Idea, evidence: Evidence[]): string {
    const topic = labelOf(this.#network.framework().topics, idea.topic)
    const { outcome, process, balancing } = idea.measures
    const titles = evidence.flatMap((item) => [item.citation.title ?? '', item.quote?.exact ?? ''])
    const { change, problem, details, theory, aim, tags } = idea
    return indexedText([change, problem, details, theory, aim, outcome, process, balancing, topic, ...tags, ...titles])
  }
}

type Place = Stay
type Placed = Cell & Answered & { id: string; number: number; movedAt: number } & StoryColumns

const noParts: Parts = { evidence: [], stances: [], comments: [] }

interface IndexedIdea {
  idea: Idea
  row: Derived
  place: Place
  story: Story
  words: string
}

const storyColumns = ({ steps, reached }: Story): [string, number | null, number] => [JSON.stringify(steps), answeredAt(steps), reached]

const changing = [
  'pathway',
  'phase',
  'disposition',
  'topic',
  'site',
  'level',
  'due',
  'moved_at',
  'asked',
  'look_again',
  'short',
  'reason',
  'tested',
  'improved',
  'leads',
  'unsaid',
  'approval',
  'approval_due',
  'taken',
  'body',
]
const storyNames = ['steps', 'decided_at', 'reached']

/** The row's values, in the order of these names. */
const valuesOf = ({ idea, row, place, story }: IndexedIdea): Value[] => {
  const { approval, taken } = saidBy(idea)
  return [
    place.pathway,
    place.phase,
    place.disposition,
    idea.topic,
    idea.site,
    row.bestLevel,
    idea.decisionDue,
    idea.movedAt,
    row.asked,
    idea.lookAgain,
    shortOf(row),
    idea.ending?.reason ?? '',
    row.tested,
    row.improved,
    idea.leads.length,
    row.unsaid ?? 0,
    approval?.state ?? null,
    approval?.due ?? null,
    taken ?? null,
    JSON.stringify(row),
    ...storyColumns(story),
  ]
}

const eachOf = '(SELECT value FROM json_each(?))'

/** `''` stands for "not classified": an index on a null would not serve an equality. */
const placeOf = ({ pathway, phase, disposition, movedAt }: Idea): Place => ({ pathway: pathway ?? '', phase, disposition, movedAt })

const cellOf = ({ idea: { topic, site }, row, place }: IndexedIdea): Cell => ({
  ...place,
  topic,
  site,
  level: row.bestLevel ?? 0,
  unsaid: Number((row.unsaid ?? 0) > 0),
  asked: Number(row.asked !== null),
})

/** When an idea came in stays what it was when its row was made. */
const answeredOf = ({ idea, row, place, story }: IndexedIdea, before: Placed | undefined): Answered => ({
  proposedAt: before?.proposedAt ?? idea.proposedAt,
  due: idea.decisionDue,
  decidedAt: answeredAt(story.steps),
  disposition: place.disposition,
  reason: idea.ending?.reason ?? '',
  tested: row.tested,
  improved: row.improved,
})

/** Only ideas that are ready (0) or short by one (1) are queried. */
const shortOf = ({ step }: Derived): number | null => {
  const short = step ? shortBy(step) : Number.POSITIVE_INFINITY
  return short <= 1 ? short : null
}
