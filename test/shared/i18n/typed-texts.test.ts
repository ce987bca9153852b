import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IdeaRow } from '../../../shared/api/bank.ts'
import type { Change } from '../../../shared/domain/entities.ts'
import { type Framework } from '../../../shared/domain/framework.ts'
import { readFramework } from '../../../shared/domain/labels.ts'
import { ideaFile } from '../../../shared/exports/idea-export.ts'
import type { Message } from '../../../shared/i18n/message.ts'
import { newsMessage } from '../../../shared/notifications/news-message.ts'
import { isRefusal } from '../../../shared/mutations/engine/mutation.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import type { NewsItem } from '../../../shared/notifications/notifications.ts'
import { suggestPathway } from '../../../shared/rules/pathways.ts'
import { isMailed, mailText } from '../../../worker/mail/decision-text.ts'
import { mailFormat } from '../../../worker/mail/mail-format.ts'
import { english, spanish } from '../../in-words.ts'
import {
  aFramework,
  admin,
  anIdea,
  coordinator,
  hold,
  idea,
  ideaId,
  merged,
  now,
  otherIdea,
  sampleFramework,
  sampleNetwork,
  sender,
  decision,
} from '../../sample-network.ts'
import { ours as ourTexts, staysAsTyped, typedText } from '../../typed-texts.ts'

const readers = [
  ['en', english],
  ['es', spanish],
] as const

const refusal = (given: Change[], name: MutationName, args: object, by = coordinator): Message => {
  const decided = decision(name, sampleNetwork(given), args, { ...by, at: now })
  if (!isRefusal(decided)) throw new Error(`${name} is not refused`)
  return decided.reason
}

const heldFor = (why: string): NonNullable<typeof hold> => ({ ...(hold as NonNullable<typeof hold>), why })
const labelled = (list: 'pathways' | 'phases', label: string): Change =>
  aFramework({ [list]: sampleFramework[list].map((entry) => ({ ...entry, label })) })
const clash = (now: string): [Change[], object] => [
  [aFramework({ topics: [{ key: 'lines', label: now }] })],
  { set: { topics: [{ key: 'lines', label: 'Ours' }] }, base: { topics: [{ key: 'lines', label: 'Before' }] } },
]

/** Labels that are not those of a new network are typed; a default one under its own key is translated until it is renamed. */
const rules: [string, (typed: string) => Message[]][] = [
  ['why an idea is on hold', (why) => [refusal([anIdea({ hold: heldFor(why) })], 'withdrawIdea', { idea: ideaId }, sender)]],
  [
    'the idea that it joined',
    (change) => {
      const given = [anIdea(merged(otherIdea)), anIdea({ id: otherIdea, change })]
      return [refusal(given, 'moveIdea', { idea: ideaId, to: 'test' })]
    },
  ],
  [
    'a pathway',
    (label) => [
      refusal([labelled('pathways', label), anIdea({ pathway: 'incubator', phase: 'evaluate' })], 'moveIdea', {
        idea: ideaId,
        to: 'spread',
      }),
    ],
  ],
  [
    'a phase',
    (label) => [
      refusal([labelled('phases', label), anIdea({ pathway: 'network-wide', phase: 'idea' })], 'moveIdea', {
        idea: ideaId,
        to: 'evaluate',
      }),
    ],
  ],
  ['a topic that two changed', (label) => [refusal(clash(label)[0], 'configureFramework', clash(label)[1], admin)]],
  [
    'why there is no suggestion',
    (why) => suggestPathway(sampleNetwork([anIdea({ hold: heldFor(why) })]), idea({ hold: heldFor(why) }), now).reasons,
  ],
  [
    'the pathway that comes next',
    (label) => suggestPathway(sampleNetwork([labelled('pathways', label), anIdea()]), idea(), now).shortfalls,
  ],
]

const notOfNewNetworks = (label: string): boolean =>
  ![...sampleFramework.pathways, ...sampleFramework.phases].some((entry) => entry.label === label)

const item = (value: Partial<NewsItem>): NewsItem => ({
  id: 'x',
  kind: 'declined',
  idea: ideaId,
  change: 'Feed early',
  tie: 'sender',
  helped: false,
  at: now,
  by: 'coco',
  says: '',
  pathway: null,
  phase: 'idea',
  due: null,
  lookAgain: null,
  into: null,
  site: 'ash',
  result: null,
  ...value,
})

const newsNames = { day: String, pathway: String, phase: String, site: String, person: String, result: String }

describe.each(readers)('[L1] what somebody typed is never translated, in %s', (language, format) => {
  test.each(rules)('by the rules: %s', (_, said) =>
    staysAsTyped(
      (typed) =>
        said(typed)
          .map((one) => format(one))
          .join('\n'),
      typedText.filter(notOfNewNetworks),
    ),
  )

  test.each<[string, (typed: string) => Partial<NewsItem>]>([
    ['who writes', (by) => ({ kind: 'comment', by })],
    ['where an idea went', (change) => ({ kind: 'merged', into: { id: otherIdea, change } })],
    ['a site', (site) => ({ kind: 'testing', site })],
  ])('in news: %s', (_, value) => staysAsTyped((typed) => format(newsMessage(item(value(typed)), newsNames))))

  test('in mails: an idea and the name of a network', () => {
    const mail = mailFormat(language)
    staysAsTyped((typed) => mailText(mail, 'Ours', [item({ kind: 'declined', change: typed })].filter(isMailed)))
    staysAsTyped((typed) => mailText(mail, typed, [item({ kind: 'held' })].filter(isMailed)))
  })

  test('in an export: texts of an idea, and labels that are the network’s own', () => {
    const label = (typed: string): Framework => readFramework({ ...sampleFramework, phases: [{ key: 'idea', label: typed }] }, format)
    const record = (typed: string): Record<string, string> => {
      const { begin, add } = ideaFile('csv', { framework: label(typed), names: new Map(), origin: 'https://x', dateOf: String })
      const exported = { idea: idea({ change: typed, problem: typed }), row: {} as IdeaRow }
      return (parse(begin + add([exported]), { bom: true, columns: true }) as Record<string, string>[])[0] ?? {}
    }
    const cells = fc
      .oneof(fc.constantFrom(...ourTexts), fc.string())
      .filter((text) => notOfNewNetworks(text) && /^[\p{L}“«¿¡{][^\p{Cc}]*$/u.test(text))
    fc.assert(
      fc.property(cells, (typed) => {
        expect(record(typed)).toMatchObject({ change: typed, problem: typed, phase: typed })
      }),
    )
  })
})

test('[L1] default labels are translated until a network renames them, and settings keep them as they are', () => {
  const renamed = {
    ...sampleFramework,
    phases: [
      { key: 'idea', label: 'Idea' },
      { key: 'test', label: 'Try' },
      { key: 'own', label: 'Test' },
    ],
  }
  expect(readFramework(renamed, spanish).phases.map(({ label }) => label)).toEqual(['Idea', 'Try', 'Test'])
  const { pathways, phases, endings } = readFramework(sampleFramework, spanish)
  expect(pathways.map(({ label }) => label)).toEqual(['Un centro', 'Incubadora', 'Toda la red'])
  const entries = [...pathways, ...phases, ...endings]
  const before = [...sampleFramework.pathways, ...sampleFramework.phases, ...sampleFramework.endings]
  expect(entries.filter(({ label }, index) => label === before[index]?.label).map(({ key }) => key)).toEqual(['idea'])
  expect(readFramework(sampleFramework, english)).toEqual(sampleFramework)
})
