import * as v from 'valibot'
import { frameworkSchema } from '../framework.ts'
import { frameworkProblem } from '../framework-problem.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { frameworkId } from '../network.ts'

/** Changes the network's pathways, phases, gates, topics, sites, reasons or days; only what is named changes. */
export const configureFramework = defineMutation({
  name: 'configureFramework',
  args: v.object({ set: v.partial(frameworkSchema) }),
  roles: ['admin'],
  exempt: ['set'],
  reads: () => ({}),
  run: (network, args) => {
    const [before, framework] = [network.framework(), { ...network.framework(), ...args.set }]
    const problem = frameworkProblem(framework, before)
    return problem ? refuse('invalid', problem) : [{ kind: 'framework', id: frameworkId, value: framework }]
  },
})
