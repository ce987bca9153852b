import type { QueuedMutation } from '../../shared/sync/protocol.ts'

/** The mutation that this one takes back. */
export const takenBackBy = ({ name, args }: Pick<QueuedMutation, 'name' | 'args'>): string | undefined =>
  name === 'takeBack' && typeof args === 'object' && args !== null && 'mutation' in args && typeof args.mutation === 'string'
    ? args.mutation
    : undefined

/** What still counts of what waits: what was taken back goes with what takes it back. */
export const notTakenBack = <Asked extends QueuedMutation>(asked: readonly Asked[]): Asked[] => {
  const back = new Set(asked.flatMap((one) => takenBackBy(one) ?? []))
  return back.size === 0 ? [...asked] : asked.filter((one) => one.name !== 'takeBack' && !back.has(one.id))
}
