import * as v from 'valibot'
import { frameworkSchema } from '../domain/framework.ts'
import { mergeSettings } from '../domain/framework-merge.ts'
import { frameworkProblem } from '../domain/framework-validate.ts'
import { defineMutation, refuse } from './engine/mutation.ts'
import { frameworkId } from '../domain/entities.ts'
import { own } from '../values/own.ts'

/** What is no list has no label of its own. */
const names: Readonly<Record<string, string>> = {
  decisionDays: 'Days until an answer is due',
  smallNetwork: 'Small network',
  suggestion: 'Suggestions',
  gates: 'Gates',
  triage: 'What triage asks for',
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
      return refuse(
        'gate',
        `“${own(names, merged.clash) ?? merged.clash}” was changed by somebody else meanwhile. Look at it as it is now and change it again.`,
      )
    const framework = { ...before, ...merged }
    const problem = frameworkProblem(framework, before)
    if (problem) return refuse('invalid', problem)
    return JSON.stringify(framework) === JSON.stringify(before) ? [] : [{ kind: 'framework', id: frameworkId, value: framework }]
  },
})
