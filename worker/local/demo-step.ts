import { createHash } from 'node:crypto'
import type { ArgsOf, MutationName } from '../../shared/mutations/index.ts'

/** One thing that somebody did: a mutation, by whom, when (milliseconds since 1970). `id` is the mutation's own. */
export interface StoryStep {
  id: string
  person: string
  at: number
  name: MutationName
  args: object
}

export const day = 24 * 60 * 60 * 1000
export const minute = 60 * 1000

/** The same UUID (version 8) for the same words, so that the story is the same each time. */
export const demoId = (words: string): string => {
  const hex = createHash('sha256').update(`gleaner demonstration ${words}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const demoIdea = (number: number): string => demoId(`idea ${number}`)
export const demoEvidence = (key: string): string => demoId(`evidence ${key}`)

/** Args with defaults left out, as a client may write them. */
export const step = <Name extends MutationName>(person: string, at: number, name: Name, args: Partial<ArgsOf<Name>>): StoryStep => ({
  id: demoId(`${name} ${person} ${JSON.stringify(args)}`),
  person,
  at: Math.round(at),
  name,
  args,
})
