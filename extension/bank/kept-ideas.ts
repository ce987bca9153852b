import type { Disposition, Idea } from '../../shared/domain/entities.ts'
import type { Wording } from '../../shared/rules/similarity.ts'
import { searchedWords } from '../../shared/values/search-words.ts'
import { end, WordTable } from './word-table.ts'

/** An idea as a list of the bank needs it. */
export interface BankLine extends Wording {
  id: string
  change: string
  problem: string
  topic: string
  tags: readonly string[]
  pathway: string | null
  phase: string
  disposition: Disposition
  hold: Idea['hold']
  ending: Idea['ending']
  decisionDue: number
  movedAt: number
}

/** Where ideas stand, and until which day; many stand in the same place, and share one. */
type Place = Pick<BankLine, 'topic' | 'tags' | 'pathway' | 'phase' | 'disposition' | 'decisionDue'>
/** Few ideas have any of these. */
type Rest = Pick<BankLine, 'hold' | 'ending'>

/** An idea in as little memory as it takes: a bank of 50,000 has that many of these. */
export interface KeptIdea {
  id: string
  place: Place
  rest: Rest | null
  movedAt: number
  /** Its sentence and its problem as they are written, packed, with `end` between them. */
  text: string
  /** The words by which it is found, packed: each once, folded. */
  said: string
}

const nothing: Rest = { hold: null, ending: null }

/** The ideas of a bank in memory: their words in one table, and what lists show made of them when it is asked for. */
export class KeptIdeas {
  readonly table = new WordTable()
  readonly ideas = new Map<string, KeptIdea>()
  #places = new Map<string, Place>()

  #placeOf({ topic, tags, pathway, phase, disposition, decisionDue }: Idea): Place {
    const name = JSON.stringify([topic, tags, pathway, phase, disposition, decisionDue])
    const present = this.#places.get(name)
    if (present) return present
    const place = { topic, tags, pathway, phase, disposition, decisionDue }
    this.#places.set(name, place)
    return place
  }

  put(idea: Idea): void {
    const { id, change, problem, tags, hold, ending, movedAt } = idea
    const { words, forms } = searchedWords([change, problem, tags.join(' '), ending?.sentence ?? ''].join(' '))
    this.ideas.set(id, {
      id,
      place: this.#placeOf(idea),
      rest: hold || ending ? { hold, ending } : null,
      movedAt,
      text: [change, problem].map((text) => this.table.pack(text.split(' '))).join(end),
      said: this.table.pack([...new Set([...words, ...forms])]),
    })
  }

  lineOf({ id, place, rest, movedAt, text }: KeptIdea): BankLine {
    const [change = '', problem = ''] = this.table.unpack(text).map((words) => words.join(' '))
    return { id, ...place, ...(rest ?? nothing), movedAt, change, problem }
  }
}
