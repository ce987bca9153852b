import * as v from 'valibot'
import { frameworkSchema } from '../framework.ts'
import { defineMutation } from '../mutation.ts'
import { frameworkId } from '../network.ts'

/** Changes the network's pathways, phases, gates, topics, sites, reasons or days; only what is named changes. */
export const configureFramework = defineMutation({
  name: 'configureFramework',
  args: v.object({ set: v.partial(frameworkSchema) }),
  roles: ['admin'],
  reads: () => ({}),
  run: (network, args) => [{ kind: 'framework', id: frameworkId, value: { ...network.framework(), ...args.set } }],
})
