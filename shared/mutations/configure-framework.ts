import * as v from 'valibot'
import { frameworkSchema } from '../domain/framework.ts'
import { mergeSettings } from '../domain/framework-merge.ts'
import { frameworkProblem } from '../domain/framework-validate.ts'
import { defineMutation, refuse } from './engine/mutation.ts'
import { frameworkId } from '../domain/entities.ts'
import { own } from '../values/own.ts'
import { type Message, message, type PlainCode } from '../i18n/message.ts'

/** What is no list has no label of its own. */
const names: Readonly<Record<string, PlainCode>> = {
  decisionDays: 'setting-decision-days',
  smallNetwork: 'setting-small-network',
  approvalQuorum: 'setting-approval-quorum',
  suggestion: 'setting-suggestion',
  gates: 'setting-gates',
  triage: 'setting-triage',
}

const settingNamed = (name: string): Message | string => {
  const code = own(names, name)
  return code === undefined ? name : message(code)
}

const settings = v.partial(frameworkSchema)

/** Changes the network's pathways, phases, gates, topics, drivers, sites, reasons or days; only what is named changes. */
export const configureFramework = defineMutation({
  name: 'configureFramework',
  args: v.object({
    set: settings,
    /** How what is named stood when it was read: what others changed since is kept. */
    base: v.optional(settings),
  }),
  roles: ['admin'],
  reads: () => ({}),
  run: (network, args) => {
    const before = network.framework()
    const merged = mergeSettings(before, args.set, args.base)
    if ('clash' in merged)
      return refuse('gate', message('settings-clash', { setting: merged.isField ? settingNamed(merged.clash) : merged.clash }))
    const framework = { ...before, ...merged }
    const problem = frameworkProblem(framework, before)
    if (problem) return refuse('invalid', problem)
    return JSON.stringify(framework) === JSON.stringify(before) ? [] : [{ kind: 'framework', id: frameworkId, value: framework }]
  },
})
