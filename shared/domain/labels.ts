import { own } from '../values/own.ts'
import type { FormatMessage } from '../i18n/message-format.ts'
import { type Message, message, type PlainCode } from '../i18n/message.ts'
import { defaultFramework, type Framework, labelOf, type Pathway } from './framework.ts'

type Labelled = 'pathways' | 'phases' | 'endings'

/** The labels that a new network has, by key. Topics and sites are a network's own from the start. */
const ours: Readonly<Record<Labelled, Readonly<Record<string, PlainCode>>>> = {
  pathways: { 'single-site': 'pathway-single-site', incubator: 'pathway-incubator', 'network-wide': 'pathway-network-wide' },
  phases: {
    idea: 'phase-idea',
    design: 'phase-design',
    test: 'phase-test',
    evaluate: 'phase-evaluate',
    spread: 'phase-spread',
    sustain: 'phase-sustain',
  },
  endings: {
    'not-now': 'ending-not-now',
    'waiting-for-evidence': 'ending-waiting-for-evidence',
    'already-done': 'ending-already-done',
    'out-of-scope': 'ending-out-of-scope',
    'no-theory': 'ending-no-theory',
    'no-improvement': 'ending-no-improvement',
    'caused-harm': 'ending-caused-harm',
    'too-costly': 'ending-too-costly',
    'same-idea': 'ending-same-idea',
    'part-of-larger': 'ending-part-of-larger',
  },
}

/**
 * The label of a pathway, a phase or a reason: a message as long as it is the one that every new network has under this key, a
 * text as the network wrote it from then on.
 */
export const labelValue = (framework: Pick<Framework, Labelled>, list: Labelled, key: string): Message | string => {
  const label = labelOf(framework[list], key)
  const code = own(ours[list], key)
  return code !== undefined && label === labelOf(defaultFramework[list], key) ? message(code) : label
}

const descriptions: Readonly<Record<string, PlainCode>> = {
  'single-site': 'pathway-single-site-description',
  incubator: 'pathway-incubator-description',
  'network-wide': 'pathway-network-wide-description',
}

const descriptionValue = ({ key, description }: Pathway): Message | string => {
  const code = own(descriptions, key)
  const isOurs = defaultFramework.pathways.some((pathway) => pathway.key === key && pathway.description === description)
  return code !== undefined && isOurs ? message(code) : description
}

/** The framework as somebody reads it: what no network has worded itself is in their language. Not for settings, which keep it. */
export const readFramework = (framework: Framework, format: FormatMessage): Framework => {
  const labelled = <Entry extends { key: string; label: string }>(list: Labelled, entries: readonly Entry[]): Entry[] =>
    entries.map((entry) => ({ ...entry, label: format(labelValue(framework, list, entry.key), entry.label) }))
  return {
    ...framework,
    pathways: labelled('pathways', framework.pathways).map((pathway) => ({
      ...pathway,
      description: format(descriptionValue(pathway), pathway.description),
    })),
    phases: labelled('phases', framework.phases),
    endings: labelled('endings', framework.endings),
  }
}
