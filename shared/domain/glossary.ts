import type { PlainCode } from '../i18n/message.ts'
import type { Requirement } from './framework.ts'

/** Words of the framework and of the field that a newcomer may not know; after Bates and colleagues (see `framework.ts`), in our own words. */
export const words = [
  'idea',
  'clip',
  'problem',
  'pathway',
  'single-site',
  'incubator',
  'network-wide',
  'phase',
  'design',
  'test',
  'evaluate',
  'spread',
  'sustain',
  'gate',
  'approval',
  'triage',
  'answer-due',
  'ready',
  'short',
  'stance',
  'willing',
  'level',
  'kind',
  'direction',
  'two-axes',
  'evidence-question',
  'hold',
  'parked',
  'declined',
  'abandoned',
  'merged',
  'lead',
  'expert',
  'theory',
  'smart-aim',
  'driver-diagram',
  'measures',
  'pdsa',
  'run-chart',
  'process-reliability',
  'registry-gap',
  'cohort',
  'funnel',
  'participation',
  'digest',
  'inbox',
  'draft',
  'patient-check',
  'pairing-code',
  'passkey',
  'coordinator',
  'steering',
  'site-lead',
] as const
export type Word = (typeof words)[number]

export const isWord = (text: string): text is Word => words.some((word) => word === text)

export const nameOf = (word: Word): PlainCode => `word-${word}`
export const meaningOf = (word: Word): PlainCode => `means-${word}`

/** What a gate asks for: a requirement of the framework, or steering’s approval. */
export type Need = Requirement['need'] | 'approval'
export const needName = (need: Need): PlainCode => `need-${need}`
/** Why a gate asks for that. */
export const reasonFor = (need: Need): PlainCode => `why-${need}`
