import type { LoggedDeviceMutation } from '../../shared/mutations/device-mutations.ts'

type ArgumentNames<Asked> = Asked extends { args: infer Args } ? keyof Args : never

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const under = (value: unknown, name: string): unknown => (isObject(value) ? value[name as keyof typeof value] : undefined)

/**
 * The texts that stand in an argument of whichever mutation: itself, or what it lists; `within` names a part of it. For the
 * background, which has no schemas of mutations, and for what was refused, whose form may be wrong. Else `argsOf` reads it.
 */
export const argumentTexts = (args: unknown, name: ArgumentNames<LoggedDeviceMutation>, ...within: readonly string[]): string[] => {
  const value = [name, ...within].reduce(under, args)
  return (isObject(value) ? Object.values(value) : [value]).filter((one) => typeof one === 'string')
}
