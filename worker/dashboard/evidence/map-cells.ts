import type { MapCell } from '../../../shared/api/evidence.ts'
import type { Reached } from '../../../shared/exports/evidence-map-picture.ts'
import { evidenceKindLabel, evidenceKinds } from '../../../shared/domain/evidence-kinds.ts'
import { framework, topicLabel } from '../data/framework.ts'
import { clipMessages } from '../i18n/clips.ts'
import { translate } from '../i18n/translate.ts'
import { clipsAddress } from './clips-query.ts'

/** A row or column of the map. */
export interface Axis<Key> {
  key: Key
  label: string
}

/** How far the network has come with the ideas that a cell's clips support. */
export const reached = ({ tested, improved }: MapCell): Reached => {
  if (improved > 0) return 'improved'
  return tested > 0 ? 'tested' : 'none'
}

/** Every topic of the settings, empty ones too: they are gaps. Then topics that the settings have no more, and clips without one. */
export const topicsOf = (cells: readonly MapCell[]): Axis<string>[] => {
  const known = (framework.value?.topics ?? []).map(({ key }) => key)
  const others = [...new Set(cells.map(({ topic }) => topic))].filter((topic) => topic !== '' && !known.includes(topic))
  const none = cells.some(({ topic }) => topic === '') ? [{ key: '', label: clipMessages.noTopic }] : []
  return [...[...known, ...others].map((key) => ({ key, label: topicLabel(key) })), ...none]
}

/** Every design, and those whose kind nobody said. */
export const kindsOf = (cells: readonly MapCell[]): Axis<MapCell['kind']>[] => [
  ...evidenceKinds.map(({ key }) => ({ key, label: translate(evidenceKindLabel(key)) })),
  ...(cells.some(({ kind }) => kind === null) ? [{ key: null, label: translate(evidenceKindLabel(null)) }] : []),
]

export const cellText = ({ count, tested, improved }: MapCell, topic: string, kind: string): string =>
  clipMessages.map.cell({ topic, kind, count, tested, improved })

/** The list of what stands in a cell. */
export const cellAddress = ({ topic, kind }: Pick<MapCell, 'topic' | 'kind'>): string =>
  clipsAddress({ topic: topic || 'none', kind: kind ?? 'unsaid' })
