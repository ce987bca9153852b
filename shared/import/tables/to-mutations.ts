import { identity } from './identity.ts'
import type { ReadIdea, ReadRow } from './row.ts'
import type { StateRead } from './states.ts'
import type { Framework } from '../../domain/framework.ts'
import { limits } from '../../domain/field-schemas.ts'
import type { ArgsOf } from '../../mutations/index.ts'
import { dayInField } from '../../values/calendar-day.ts'
import { idOf } from '../../values/id-of-text.ts'

export type ImportArgs = ArgsOf<'importIdea'>

/** What all rows of one import share. */
export interface ImportOf {
  network: string
  run: string
  file: string
  framework: Framework
  /** For an ended idea: its reason by how it ended, and the sentence that stands with it. */
  reasons: Readonly<Partial<Record<StateRead['disposition'], string>>>
  sentence: string
  /** When to look at parked ideas again, milliseconds since 1970. */
  lookAgain: number
  /** A member of exactly this name, who is its sender from then on. */
  memberNamed: (name: string) => string | undefined
}

const place = (list: readonly { key: string }[], key: string | undefined): number => list.findIndex((entry) => entry.key === key)

/**
 * Where an idea stands: its pathway as the list says it, else the first that goes so far, for the smallest stand first. On a pathway that ends before its
 * phase it stands at the end of that pathway.
 */
const whereIn = ({ pathways, phases }: Framework, phase: string | undefined, said: string): Pick<ImportArgs, 'pathway' | 'phase'> => {
  const at = place(phases, phase)
  const endOf = (key: string): number => place(phases, pathways.find((one) => one.key === key)?.lastPhase)
  const pathway = said || (at > 0 ? pathways.find(({ key }) => endOf(key) >= at)?.key : undefined)
  if (!pathway) return {}
  return { pathway, phase: phases[Math.max(0, Math.min(at, endOf(pathway)))]?.key }
}

/** The phase at which an idea will stand where its pathway ends before the phase that its list says. */
export const endsBefore = (
  { pathways, phases }: Framework,
  { state, pathway }: Pick<ReadIdea, 'state' | 'pathway'>,
): string | undefined => {
  const last = pathways.find(({ key }) => key === pathway)?.lastPhase
  return last !== undefined && place(phases, state?.phase) > place(phases, last) ? last : undefined
}

/** A text that is too long for its field, cut behind a word; what is cut is not lost, the whole goes into the details. */
const cut = (text: string, most: number): string => {
  if (text.length <= most) return text
  const part = text.slice(0, most - 1)
  const space = part.lastIndexOf(' ')
  return `${(space > most / 2 ? part.slice(0, space) : part).trimEnd()}…`
}

const texts = ({
  idea,
  problem,
  details,
  aim,
  theory,
}: ReadIdea): Pick<ImportArgs, 'change' | 'problem' | 'details' | 'aim' | 'theory'> => {
  const whole = [idea, problem].filter((text) => text.length > limits.sentence)
  return {
    change: cut(idea, limits.sentence),
    problem: cut(problem, limits.sentence),
    details: cut([...whole, details].filter(Boolean).join('\n\n'), limits.text),
    aim: cut(aim, limits.text),
    theory: cut(theory, limits.text),
  }
}

/** The id of the idea that a row becomes: the same each time, so that a list that is brought in again doubles nothing. */
export const ideaIdOf = (network: string, idea: ReadIdea): string => idOf(`gleaner import\u0000${network}\u0000${identity(idea)}`)

/** The import of a list by its checksum; a list may be brought in more than once. */
export const runIdOf = (print: string, count: number): string => idOf(`gleaner run\u0000${print}\u0000${count}`)

const stateArgs = (state: StateRead | null, said: string, { framework, reasons, sentence, lookAgain }: ImportOf): Partial<ImportArgs> => {
  const as = state?.disposition
  const where = whereIn(framework, state?.phase, said)
  if (as !== 'parked' && as !== 'declined' && as !== 'abandoned') return where
  return { ...where, ending: { as, reason: reasons[as] ?? '', sentence, ...(as === 'parked' ? { lookAgain } : {}) } }
}

/** What is asked for of the bank for one row. */
export const argsOf = ({ row }: Pick<ReadRow, 'row'>, idea: ReadIdea, of: ImportOf): ImportArgs => {
  const day = idea.day === null ? undefined : dayInField(idea.day)
  const member = idea.proposer ? of.memberNamed(idea.proposer) : undefined
  const guest = cut(idea.proposer.replaceAll(/\s+/g, ' '), limits.label)
  return {
    idea: ideaIdOf(of.network, idea),
    run: of.run,
    file: cut(of.file, limits.label),
    row,
    reference: cut(idea.reference, limits.label),
    ...texts(idea),
    topic: idea.topic,
    tags: [...new Set(idea.tags.map((tag) => cut(tag, limits.label)))].slice(0, limits.list),
    site: idea.site,
    ...stateArgs(idea.state, idea.pathway, of),
    ...(day === undefined ? {} : { day }),
    ...(member ? { behalf: { member } } : guest ? { behalf: { guest } } : {}),
  }
}
