import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { translate } from '../extension/i18n/translate-es.ts'
import { evidenceKinds } from '../shared/domain/evidence-kinds.ts'
import type { Requirement } from '../shared/domain/framework.ts'
import { factsOf, findings, missing } from '../shared/rules/gates.ts'
import { guard } from '../shared/mutations/engine/phi-guard.ts'
import { laterInWords } from '../shared/sync/member-limits.ts'
import type { Idea, Stance } from '../shared/domain/entities.ts'
import { suggestPathway } from '../shared/rules/pathways.ts'
import { findPatientInfo } from '../shared/phi/detect.ts'
import { jointsEs, ruleSentencesEs } from '../shared/i18n/sentences-es.ts'
import { findingSentencesEs, guardSentencesEs } from '../shared/i18n/sentences-patient-es.ts'
import { serverSentencesEs } from '../shared/i18n/sentences-server-es.ts'
import { translator } from '../shared/i18n/translation.ts'
import { aClip, anIdea, aStance, day, hold, idea, ideaId, now, sampleNetwork, stance } from './sample-network.ts'
import { type Spoken, spokenTexts } from './spoken-texts.ts'

const table = [...ruleSentencesEs, ...serverSentencesEs, ...guardSentencesEs, ...findingSentencesEs]
const inSpanish = translator(table, jointsEs)

/** Common words of our English that no Spanish text has. */
const englishWords =
  /\b(?:the|this|that|is|are|was|not|needs|more|at|of|with|from|and|or|for|to|its?|your?|may|site|sites|lead|leads|level|already|yet|before|only|name|number|address)\b/i

/** A whole number or a word in each place for a value: the source does not say which it is. */
const samplesOf = (text: Spoken): string[] =>
  text.reduce<string[]>(
    (sofar, piece) => sofar.flatMap((before) => (piece === null ? ['7', 'Xyz'] : [piece]).map((next) => before + next)),
    [''],
  )
const isInSpanish = (english: string): boolean => inSpanish(english) !== english && !englishWords.test(inSpanish(english))
const written = (text: Spoken): string => text.map((piece) => piece ?? '…').join('')

describe('[L2] what the rules and the server say', () => {
  const all = spokenTexts()
  const texts = all.flatMap((found) => ('text' in found ? [[`${written(found.text)} (${found.path})`, found.text] as const] : []))

  test('is found in the sources', () => {
    expect(texts.length).toBeGreaterThan(200)
    expect(texts.map(([name]) => name)).toContain('This idea is on hold: … (shared/mutations/withdraw-idea.ts)')
  })

  test.each(texts)('%s has its Spanish in shared/sentences-*es.ts', (_, text) => {
    expect(samplesOf(text).some(isInSpanish)).toBe(true)
  })

  test('is said where it can be read from the source, but for what was said elsewhere before', () => {
    expect(all.flatMap((found) => ('unread' in found ? [`${found.path}: ${found.unread}`] : []))).toEqual([
      // What `framework-problem.ts` says, whose texts are all read.
      'shared/mutations/configure-framework.ts: problem',
      // A place and what the schema says of it, which is read where it stands.
      'shared/mutations/engine/mutation.ts: issueText(parsed.issues[0])',
      // What a `BodyProblem` was given.
      'worker/api.ts: error.message',
      // What `laterInWords` says, below.
      'worker/routes/middleware/member-limit.ts: laterInWords(later)',
    ])
  })

  test('has Spanish for the kinds of items, whose labels people read', () => {
    expect(evidenceKinds.map(({ label }) => label).filter((label) => !isInSpanish(label))).toEqual([])
  })
})

test('[L2] who is put off is told so in Spanish too', () => {
  for (const short of ['share', 'mutations'] as const) expect(isInSpanish(laterInWords({ later: 90_000, short }))).toBe(true)
})

test('[L2] no text is in the table twice, and each puts every value into both languages', () => {
  const places = (text: string): string[] => [...text.matchAll(/\{#?(\d)\}/g)].map(([, place = '']) => place)
  expect(table.map(([english]) => english).filter((english, index, all) => all.indexOf(english) !== index)).toEqual([])
  for (const [english, spanish] of table) {
    expect(places(english)).toEqual(places(english).map((_, index) => String(index + 1)))
    expect(places(spanish).toSorted()).toEqual(places(english))
  }
})

const needs: Requirement[] = [
  ...(['problem', 'topic', 'theory', 'aim', 'driver-diagram', 'outcome-measure', 'process-measure', 'balancing-measure'] as const).map(
    (need) => ({ need }),
  ),
  ...(['willing-sites', 'test-sites', 'leads', 'experts'] as const).flatMap((need) =>
    [1, 3].map((least): Requirement => ({ need, least, most: least })),
  ),
  { need: 'test-planned', withinDays: 180 },
  ...(['evidence-of-improvement', 'every-result', 'improved-together', 'process-reliable', 'no-hold'] as const).map((need) => ({ need })),
]

const text = fc.constantFrom('', 'Zxq')
const people = fc.array(fc.constantFrom('Zxa', 'Zxb', 'Zxc', 'Zxd'), { maxLength: 5 })
const anyIdea: fc.Arbitrary<Partial<Idea>> = fc.record({
  problem: text,
  topic: text,
  theory: text,
  aim: text,
  driverDiagram: text,
  registryGap: text,
  measures: fc.record({ outcome: text, process: text, balancing: text }),
  leads: people,
  experts: people,
  site: fc.constantFrom('', 'ash'),
  processReliable: fc.boolean(),
  hold: fc.constantFrom(null, null, null, { ...hold, why: 'Zxq.', by: 'sid', at: now }),
})
const anyStance: fc.Arbitrary<Stance> = fc
  .record({
    site: fc.constantFrom('ash', 'birch', 'cedar', 'elm', 'fir', 'hazel'),
    stance: fc.constantFrom('interested', 'testing', 'tested'),
    result: fc.constantFrom(null, 'improved', 'improved', 'no-change', 'worse'),
    measure: text,
    expectedEnd: fc.constantFrom(null, now - day, now + day, now + 400 * day),
  })
  .map(({ site, ...value }) => stance(site, value))
const anyKinds = fc.array(fc.constantFrom(...evidenceKinds.map(({ key }) => key)), { maxLength: 2 })

test('[L2] whatever stands in an idea, what gates and suggestions say of it leaves no English word', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyIdea, fc.array(anyStance, { maxLength: 6 }), anyKinds, (value, stances, kinds) => {
      const clips = kinds.map((kind, index) => aClip({ id: `clip ${index}`, kind, ideas: [ideaId] }))
      const network = sampleNetwork([anIdea(value), ...stances.map(aStance), ...clips])
      const found = findings(needs, factsOf(network, idea(value), now))
      const { reasons, shortfalls } = suggestPathway(network, idea(value), now)
      for (const english of [...found.map(({ says }) => says), ...reasons, ...shortfalls, `Before this move: ${missing(found)}.`]) {
        seen.add(english)
        expect(englishWords.exec(inSpanish(english))?.[0], inSpanish(english)).toBeUndefined()
      }
    }),
    { numRuns: 1500 },
  )
  expect(seen.size).toBeGreaterThan(100)
})

test('[L2] a refusal of the patient guard says its places and types in Spanish', () => {
  const refusal = guard({ text: 'Seen on 03/04/2019, MRN 12345678, call 555-201-3344 or write to jane.doe@example.org.' })
  expect(inSpanish(refusal?.message ?? '')).toMatch(/^Esto puede identificar a un paciente \(text: .+ en \d+-\d+; text: .+ en \d+-\d+/)
  expect(inSpanish(refusal?.message ?? '')).not.toMatch(/[A-Z]{3}|\bat\b/)
})

test('[L2] why something may be about a patient is said in Spanish in the panel', () => {
  for (const { why } of findPatientInfo('Dr. Helga Moss saw MRN 12345678 on 03/04/2019.', { field: 'note' }))
    expect(translate(why)).not.toMatch(englishWords)
})

test.each([
  ['needs 1 more site', 'falta 1 centro'],
  ['Incubator: needs 2 more sites', 'Incubator: faltan 2 centros'],
  [
    'Before this move: has 7 leads, at most 4, no site says what it will measure and until when, no theory.',
    'Antes de este paso: tiene 7 responsables, como máximo 4, ningún centro dice qué medirá ni hasta cuándo, sin teoría.',
  ],
  ['improved at 3 sites and a gap in the registry', 'mejora en 3 centros y una carencia en el registro'],
  ['This move is for coordinator or site lead.', 'Este paso es para: coordinación o responsable de centro.'],
  ['This idea is parked; reopen it first.', 'Esta idea está aplazada; reábrala primero.'],
  ['change: is too long: 600 of at most 500 characters', 'change: es demasiado largo: 600 de 500 caracteres como máximo'],
  [
    'This idea was merged into “Weigh, and more sites”; decide there, or reopen it first.',
    'Esta idea se unió a «Weigh, and more sites»; decida allí, o reábrala primero.',
  ],
  ['From Incubator a success goes on to no further phase.', 'Desde Incubator, un éxito sigue en ninguna otra fase.'],
])('[L2] %s', (english, spanish) => {
  expect(inSpanish(english)).toBe(spanish)
})

test('[L1] what is Spanish already stays as it is', () => {
  for (const [english] of table) {
    const spanish = inSpanish(english.replaceAll(/\{#\d\}/g, '7').replaceAll(/\{\d\}/g, 'Xyz'))
    expect(inSpanish(spanish)).toBe(spanish)
  }
})
