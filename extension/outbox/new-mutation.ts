import * as v from 'valibot'
import { type DeviceMutation, type DeviceMutationName, deviceMutations } from '../../shared/mutations/device-mutations.ts'
import { caps } from '../../shared/sync/protocol.ts'

/** A mutation before it has an id: its arguments are typed by its name. */
export type NewMutation = DeviceMutation

export class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/** Parses the arguments by the mutation's schema: what the server would refuse for its form is refused here, while the person can still correct it. */
export const checkedArgs = ({ name, args }: NewMutation): { name: DeviceMutationName; args: unknown } => {
  const parsed = v.safeParse(deviceMutations[name].args, args)
  if (!parsed.success) throw new NotAllowed(`${name}: ${parsed.issues[0].type}`)
  if (JSON.stringify(parsed.output).length * 3 > caps.mutationBytes) throw new NotAllowed(`${name}: too large`)
  return { name, args: parsed.output }
}
