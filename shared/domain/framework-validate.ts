import type { Framework } from './framework.ts'
import { type Message, message } from '../i18n/message.ts'

const keysOf = (list: readonly { key: string }[]): string[] => list.map((entry) => entry.key)
const twice = (keys: string[]): string | undefined => keys.find((key, index) => keys.indexOf(key) !== index)

const lists = ['pathways', 'phases', 'topics', 'drivers', 'sites', 'endings'] as const

const repeated = (framework: Framework): Message | undefined => {
  const found = lists.flatMap((list) => twice(keysOf(framework[list] ?? [])) ?? [])[0]
  return found === undefined ? undefined : message('settings-twice', { key: found })
}

/** Ideas are kept under these keys and nobody can look for all of them, so a key stays; its label may change. */
const removed = (framework: Framework, before: Framework): Message | undefined => {
  const [pathways, phases] = [keysOf(framework.pathways), keysOf(framework.phases)]
  const gone = [
    ...keysOf(before.pathways).filter((key) => !pathways.includes(key)),
    ...keysOf(before.phases).filter((key) => !phases.includes(key)),
  ][0]
  return gone === undefined ? undefined : message('settings-in-use', { key: gone })
}

const dangling = ({ pathways, phases, gates }: Framework): Message | undefined => {
  const [pathwayKeys, phaseKeys] = [keysOf(pathways), keysOf(phases)]
  const named = [
    ...pathways.map((pathway) => pathway.lastPhase).filter((key) => !phaseKeys.includes(key)),
    ...pathways.flatMap((pathway) => pathway.next ?? []).filter((key) => !pathwayKeys.includes(key)),
    ...gates.map((gate) => gate.pathway).filter((key) => !pathwayKeys.includes(key)),
    ...gates.flatMap((gate) => (gate.from === null ? [gate.to] : [gate.to, gate.from])).filter((key) => !phaseKeys.includes(key)),
  ][0]
  return named === undefined ? undefined : message('settings-dangling', { key: named })
}

/** What is wrong with a framework as settings; `undefined` if it holds together and keeps what ideas are kept under. */
export const frameworkProblem = (framework: Framework, before: Framework): Message | undefined =>
  repeated(framework) ?? removed(framework, before) ?? dangling(framework)
