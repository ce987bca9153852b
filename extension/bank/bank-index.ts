import type { Idea } from '../../shared/domain/entities.ts'
import { leastAlike, profileOf, similarity, stemsOf, type Wording } from '../../shared/rules/similarity.ts'
import { type BankLine, type KeptIdea, KeptIdeas } from './kept-ideas.ts'
import { beginnings, slipsOf } from './word-search.ts'
import { eachNumber, hasMarked } from './word-table.ts'

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

/**
 * The network's ideas in memory, as far as a list needs them, so that a key pressed costs no reading of the database. What is
 * typed is compared with each word of the bank once, not with each idea. Looks go in slices: a bank of any size keeps nobody
 * from typing on.
 */
export class BankIndex {
  #kept = new KeptIdeas()
  #sorted: KeptIdea[] | undefined

  get size(): number {
    return this.#kept.ideas.size
  }

  put(idea: Idea): void {
    this.#kept.put(idea)
    this.#sorted = undefined
  }

  remove(id: string): void {
    this.#kept.ideas.delete(id)
    this.#sorted = undefined
  }

  /** What moved last comes first. */
  #inOrder(): KeptIdea[] {
    return (this.#sorted ??= [...this.#kept.ideas.values()].toSorted((one, other) => other.movedAt - one.movedAt))
  }

  async #each(all: readonly KeptIdea[], look: (idea: KeptIdea) => void, pause: Pause): Promise<boolean> {
    for (let start = 0; start < all.length; start += slice) {
      if (start > 0 && !(await pause())) return false
      for (const idea of all.slice(start, start + slice)) look(idea)
    }
    return true
  }

  /**
   * Those in which every typed word begins one, at most `most` of them, and how many there are; where there are none, those that
   * are meant if a key was missed. `undefined` where it was ended.
   */
  async search(typed: string, state: BankState, most: number, pause: Pause): Promise<BankFound | undefined> {
    const wanted = beginnings(typed).map((forms) => forms.map((form) => form.trimStart()))
    const begins = wanted.map((forms) => (word: string) => forms.some((form) => word.startsWith(form)))
    const found = await this.#where(begins, state, most, pause)
    if (!found || found.total > 0 || wanted.length === 0) return found
    return this.#where(slipsOf(typed), state, most, pause)
  }

  /** Ideas that have for each of these a word that fits. */
  async #where(fits: readonly ((word: string) => boolean)[], state: BankState, most: number, pause: Pause): Promise<BankFound | undefined> {
    const wanted = fits.map((fit) => this.#kept.table.marks(fit))
    const found: KeptIdea[] = []
    let total = 0
    const whole = await this.#each(
      this.#inOrder(),
      (idea) => {
        if (state !== 'all' && (idea.place.disposition === 'active') !== (state === 'open')) return
        if (!wanted.every((marks) => hasMarked(idea.said, marks))) return
        total += 1
        if (found.length < most) found.push(idea)
      },
      pause,
    )
    return whole ? { lines: found.map((idea) => this.#kept.lineOf(idea)), total } : undefined
  }

  /** Ideas similar to this wording, the most similar first; without merged ones. */
  async similar(wording: Wording, most: number, pause: Pause): Promise<BankLine[] | undefined> {
    const wanted = profileOf(wording)
    // A stem need not begin its word in all forms, its first letters nearly always do.
    const starts = [...new Set(stemsOf([wording.change, wording.problem ?? ''].join(' ')).map((stem) => stem.slice(0, 5)))]
    if (starts.length === 0) return []
    const begun = new Map<number, number[]>()
    for (const [number, word] of this.#kept.table.words.entries()) {
      const those = starts.flatMap((start, place) => (word.startsWith(start) ? place : []))
      if (those.length > 0) begun.set(number, those)
    }
    const near: { idea: KeptIdea; shared: number }[] = []
    const whole = await this.#each(
      [...this.#kept.ideas.values()],
      (idea) => {
        if (idea.place.disposition === 'merged') return
        const said = new Set<number>()
        eachNumber(idea.said, (number) => {
          for (const place of begun.get(number) ?? []) said.add(place)
        })
        if (said.size > 0) near.push({ idea, shared: said.size })
      },
      pause,
    )
    if (!whole) return undefined
    return near
      .toSorted((one, other) => other.shared - one.shared)
      .slice(0, candidates)
      .map(({ idea }) => this.#kept.lineOf(idea))
      .map((line) => ({ line, score: similarity(wanted, profileOf(line)) }))
      .filter(({ score }) => score >= leastAlike)
      .toSorted((one, other) => other.score - one.score)
      .slice(0, most)
      .map(({ line }) => line)
  }
}
