import * as v from 'valibot'
import { type DeviceMutation, type DeviceMutationName, deviceMutations } from '../../shared/mutations/device-mutations.ts'
import { caps } from '../../shared/sync/protocol.ts'

/** Something to ask of the network: typed by the mutation's name. */
export type NewMutation = DeviceMutation

export class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/** What the server would refuse for its form alone is refused here, while the person can still mend it. */
export const checkedArgs = ({ name, args }: NewMutation): { name: DeviceMutationName; args: unknown } => {
  const parsed = v.safeParse(deviceMutations[name].args, args)
  if (!parsed.success) throw new NotAllowed(`${name}: ${parsed.issues[0].type}`)
  if (JSON.stringify(parsed.output).length * 3 > caps.mutationBytes) throw new NotAllowed(`${name}: too large`)
  return { name, args: parsed.output }
}
