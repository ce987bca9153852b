import type { Disposition, Idea } from '../../shared/domain/entities.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { blocksBefore } from '../store/rows.ts'
import { beginnings, saysAll, searchText } from './word-search.ts'

/** As much of an idea as a line shows, and its words as they are searched. */
export interface ListedIdea {
  id: string
  change: string
  disposition: Exclude<Disposition, 'merged'>
  said: string
}

const chunk = 16
/** More is not kept in memory: a bank of this size is searched in the dashboard, and what came last is kept. */
const most = 50_000

/**
 * The ideas of a database, what came last first, read once for a search and a chunk at a time: a key pressed reads no more than is
 * needed to find enough, and nothing twice.
 */
export class IdeaList {
  readonly database: GleanerDatabase
  #ideas: ListedIdea[] = []
  #whole = false
  #reading: Promise<void> | undefined
  /** The place before which is still to be read. */
  #before = Infinity

  constructor(database: GleanerDatabase) {
    this.database = database
  }

  /** Those in which every typed word begins one; nothing for nothing typed. */
  async find(typed: string, wanted: number): Promise<ListedIdea[]> {
    const words = beginnings(typed)
    if (words.length === 0) return []
    const found: ListedIdea[] = []
    for (let next = 0; found.length < wanted;) {
      if (next === this.#ideas.length) {
        if (this.#whole) break
        await (this.#reading ??= this.#read().finally(() => (this.#reading = undefined)))
        continue
      }
      const idea = this.#ideas[next]
      next += 1
      if (idea && saysAll(idea.said, words)) found.push(idea)
    }
    return found
  }

  async #read(): Promise<void> {
    const blocks = await blocksBefore(this.database, 'idea', this.#before, chunk)
    for (const { value } of blocks.flatMap(({ rows }) => rows.toReversed())) {
      const { id, change, problem, disposition } = value as Idea
      if (disposition !== 'merged') this.#ideas.push({ id, change, disposition, said: searchText(`${change} ${problem}`) })
    }
    this.#before = blocks.at(-1)?.order ?? this.#before
    this.#whole = blocks.length < chunk || this.#ideas.length >= most
  }
}
