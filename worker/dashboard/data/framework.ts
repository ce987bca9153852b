import { computed, signal } from '@preact/signals'
import type { FrameworkReply } from '../../../shared/api/bank.ts'
import { labelOf } from '../../../shared/domain/framework.ts'
import { readFramework } from '../../../shared/domain/labels.ts'
import { hiddenName } from '../../../shared/rules/visibility.ts'
import { call } from './api.ts'
import { onNews } from './live-updates.ts'
import { noteProblem } from './session.ts'
import { translate } from '../i18n/translate.ts'
import { messages } from '../i18n/bank.ts'

/** The network's framework and members: what turns keys into words on every page. */
const reply = signal<FrameworkReply | undefined>(undefined)

/** As the network keeps it: for its settings. */
export const keptFramework = computed(() => reply.value?.framework)
/** As the reader reads it: default labels are in their language. */
export const framework = computed(() => keptFramework.value && readFramework(keptFramework.value, translate))
/** Whether this network sends the searches of its ideas: only while it asks outside at all (as the server, `evidence-searches.ts`). */
export const sendsSearches = (): boolean => {
  const { lookups } = keptFramework.value ?? {}
  return lookups?.on === true && lookups.searches === true
}
export const people = computed(() => reply.value?.people ?? [])
const names = computed(() => new Map(people.value.map((person) => [person.id, person.name])))

export const loadFramework = async (): Promise<void> => {
  reply.value = await call('GET /v1/networks/:network/framework')
}

/** A hint that names no idea speaks of the network itself: its framework or its members. */
export const keepFramework = (): void => {
  onNews((hint) => {
    if (!hint || hint.ideas.length === 0) loadFramework().catch(noteProblem)
  })
}

export const pathwayLabel = (key: string | null): string =>
  key === null ? messages.bank.unclassified : labelOf(framework.value?.pathways ?? [], key)
export const phaseLabel = (key: string): string => labelOf(framework.value?.phases ?? [], key)
export const topicLabel = (key: string): string => labelOf(framework.value?.topics ?? [], key)
export const siteLabel = (key: string): string => (key ? labelOf(framework.value?.sites ?? [], key) : messages.bank.noSite)
export const endingLabel = (key: string): string => labelOf(framework.value?.endings ?? [], key)
/** A lead or an expert may be somebody without an account, kept by name. */
export const personName = (id: string): string => (id === hiddenName ? messages.nameHidden : (names.value.get(id) ?? id))
