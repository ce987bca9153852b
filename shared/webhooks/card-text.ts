import type { Framework } from '../domain/framework.ts'
import { labelOf } from '../domain/framework.ts'
import { labelValue } from '../domain/labels.ts'
import type { FormatMessage } from '../i18n/message-format.ts'
import { type Message, message } from '../i18n/message.ts'
import type { HookEvent, ToldEvent } from './hook-events.ts'

/** What a card in a channel says, in lines; each format only lays it out. */
export interface CardText {
  title: string
  /** Where the idea stands and what was said about it in keys: labels, joined by dots. */
  facts: string
  /** What people wrote, if the hook may have it. */
  words: string[]
  open: string
}

const titles = {
  'idea.proposed': message('hook-proposed'),
  'idea.question': message('hook-question'),
  'idea.answer': message('hook-answer'),
  'idea.moved': message('hook-moved'),
  'idea.decided': message('hook-decided'),
  'idea.held': message('hook-held'),
  'idea.result': message('hook-result'),
  'evidence.standing': message('hook-standing'),
  'hook.test': message('hook-tested'),
} as const satisfies Record<HookEvent['type'], Message>

/** States that have a word of their own; any other state is said by where the idea stands. */
const stateWords = {
  parked: message('hook-state-parked'),
  declined: message('hook-state-declined'),
  abandoned: message('hook-state-abandoned'),
  merged: message('hook-state-merged'),
  approved: message('hook-state-approved'),
  'approved-conditions': message('hook-state-approved-conditions'),
  'not-approved': message('hook-state-not-approved'),
  reopened: message('hook-state-reopened'),
  returned: message('hook-state-returned'),
  held: message('hook-state-held'),
  lifted: message('hook-state-lifted'),
  improved: message('hook-result-improved'),
  'no-change': message('hook-result-no-change'),
  worse: message('hook-result-worse'),
  retracted: message('hook-standing-retracted'),
  doubted: message('hook-standing-doubted'),
} as const

const isWorded = (state: string | undefined): state is keyof typeof stateWords => state !== undefined && Object.hasOwn(stateWords, state)

/** The card's lines in a language, with the network's own labels. */
export const cardText = ({ event, idea, words }: ToldEvent, framework: Framework, format: FormatMessage): CardText => {
  const states = [event.state, event.result, event.standing].filter(isWorded).map((state) => format(stateWords[state]))
  const place = idea
    ? [
        ...(idea.pathway === null ? [] : [format(labelValue(framework, 'pathways', idea.pathway))]),
        format(labelValue(framework, 'phases', idea.phase)),
      ]
    : []
  const site = event.site ?? idea?.site ?? ''
  return {
    title: format(titles[event.type]),
    facts: [...states, ...place, ...(site ? [labelOf(framework.sites, site)] : [])].join(' · '),
    words: [words?.idea, words?.title, words?.says].flatMap((text) => (text ? [text] : [])),
    open: format(message('hook-open')),
  }
}
