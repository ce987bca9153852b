import type { Disposition, Idea } from '../../shared/domain/entities.ts'
import { leastAlike, profileOf, similarity, stemsOf, type Wording } from '../../shared/rules/similarity.ts'
import { beginnings, saysAll, searchText, withSlips } from './word-search.ts'

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
  /** Its words, as they are searched. */
  said: string
}

export type BankState = 'open' | 'ended' | 'all'

/** Called between two slices of a long look; `false` ends it, because nobody waits for it any more. */
export type Pause = () => Promise<boolean>

export interface BankFound {
  lines: BankLine[]
  total: number
}

/** Ideas that are compared before other work gets its turn. */
const slice = 4000
const candidates = 200

const lineOf = ({ id, change, problem, topic, tags, pathway, phase, disposition, hold, ending, decisionDue, movedAt }: Idea): BankLine => {
  const said = searchText([change, problem, tags.join(' '), ending?.sentence ?? ''].join(' '))
  return { id, change, problem, topic, tags, pathway, phase, disposition, hold, ending, decisionDue, movedAt, said }
}

/**
 * The network's ideas in memory, as far as a list needs them, so that a key pressed costs no reading of the database. Looks
 * go in slices: a bank of any size keeps nobody from typing on.
 */
export class BankIndex {
  #lines = new Map<string, BankLine>()
  #sorted: BankLine[] | undefined

  get size(): number {
    return this.#lines.size
  }

  put(idea: Idea): void {
    this.#lines.set(idea.id, lineOf(idea))
    this.#sorted = undefined
  }

  remove(id: string): void {
    this.#lines.delete(id)
    this.#sorted = undefined
  }

  /** What moved last comes first. */
  #inOrder(): BankLine[] {
    return (this.#sorted ??= [...this.#lines.values()].toSorted((one, other) => other.movedAt - one.movedAt))
  }

  async #each(all: readonly BankLine[], look: (line: BankLine) => void, pause: Pause): Promise<boolean> {
    for (let start = 0; start < all.length; start += slice) {
      if (start > 0 && !(await pause())) return false
      for (const line of all.slice(start, start + slice)) look(line)
    }
    return true
  }

  /**
   * Those in which every typed word begins one, at most `most` of them, and how many there are; where there are none, those that
   * are meant if a key was missed. `undefined` where it was ended.
   */
  async search(typed: string, state: BankState, most: number, pause: Pause): Promise<BankFound | undefined> {
    const wanted = beginnings(typed)
    const found = await this.#where((line) => saysAll(line.said, wanted), state, most, pause)
    if (!found || found.total > 0 || wanted.length === 0) return found
    const meant = withSlips(typed)
    return this.#where((line) => meant(line.said), state, most, pause)
  }

  async #where(fits: (line: BankLine) => boolean, state: BankState, most: number, pause: Pause): Promise<BankFound | undefined> {
    const lines: BankLine[] = []
    let total = 0
    const whole = await this.#each(
      this.#inOrder(),
      (line) => {
        if (state !== 'all' && (line.disposition === 'active') !== (state === 'open')) return
        if (!fits(line)) return
        total += 1
        if (lines.length < most) lines.push(line)
      },
      pause,
    )
    return whole ? { lines, total } : undefined
  }

  /** Ideas similar to this wording, the most similar first; without merged ones. */
  async similar(wording: Wording, most: number, pause: Pause): Promise<BankLine[] | undefined> {
    const wanted = profileOf(wording)
    // A stem need not begin its word in all forms, its first letters nearly always do.
    const starts = [...new Set(stemsOf([wording.change, wording.problem ?? ''].join(' ')))].map((stem) => ` ${stem.slice(0, 5)}`)
    if (starts.length === 0) return []
    const near: { line: BankLine; shared: number }[] = []
    const whole = await this.#each(
      [...this.#lines.values()],
      (line) => {
        if (line.disposition === 'merged') return
        const shared = starts.filter((start) => line.said.includes(start)).length
        if (shared > 0) near.push({ line, shared })
      },
      pause,
    )
    if (!whole) return undefined
    return near
      .toSorted((one, other) => other.shared - one.shared)
      .slice(0, candidates)
      .map(({ line }) => ({ line, score: similarity(wanted, profileOf(line)) }))
      .filter(({ score }) => score >= leastAlike)
      .toSorted((one, other) => other.score - one.score)
      .slice(0, most)
      .map(({ line }) => line)
  }
}
