import { useState } from 'preact/hooks'
import type { Stance } from '../../../shared/domain/entities.ts'
import { framework } from '../data/framework.ts'
import './site-map.css'
import { messages } from '../i18n/bank.ts'

type Standing = keyof typeof messages.map.kinds

const standingOf = (stance: Stance | undefined): Standing =>
  stance?.result ?? (stance?.stance === 'testing' ? 'testing' : stance ? 'interested' : 'silent')

/** "Aldermere Children’s" → "Al", "North Hospital 12" → "N12": enough to find a site again. */
const short = (label: string): string => {
  const number = /\d+/.exec(label)?.[0]
  return number ? `${label[0] ?? ''}${number}` : label.slice(0, 2)
}

const order: readonly Standing[] = ['improved', 'no-change', 'worse', 'testing', 'interested', 'silent']
/** More tiles than that are drawn smaller and without letters. */
const withLetters = 60

interface Tile {
  key: string
  label: string
  standing: Standing
  origin: boolean
}

/** Whether the site that an idea came from is willing without having said anything of it. */
export const isWilling = (stances: readonly Stance[], origin: string): boolean =>
  (framework.value?.sites ?? []).some(({ key }) => key === origin) && !stances.some(({ site }) => site === origin)

const tilesOf = (stances: readonly Stance[], origin: string): Tile[] => {
  const said = new Map(stances.map((stance) => [stance.site, stance]))
  return (framework.value?.sites ?? []).map(({ key, label }) => {
    const standing = standingOf(said.get(key))
    return { key, label, standing: key === origin && isWilling(stances, origin) ? 'interested' : standing, origin: key === origin }
  })
}

const says = ({ label, standing, origin }: Tile): string =>
  `${label}: ${messages.map.kinds[standing]}${origin ? `. ${messages.map.origin}` : ''}`

/** The network at a glance: a tile a site, always in the same place, coloured and signed by what the site found. */
export const SiteMap = ({ stances, origin }: { stances: readonly Stance[]; origin: string }) => {
  const tiles = tilesOf(stances, origin)
  const [named, name] = useState('')
  const counts = order.map((standing) => ({ standing, count: tiles.filter((tile) => tile.standing === standing).length }))
  const speaking = tiles.filter(({ standing }) => standing !== 'silent')
  return (
    <figure class="site-map" aria-label={messages.map.title}>
      <div class={`tiles ${tiles.length > withLetters ? 'many' : ''}`} aria-hidden="true" onMouseLeave={() => name('')}>
        {tiles.map((tile) => (
          <span
            key={tile.key}
            class={`tile ${tile.standing} ${tile.origin ? 'origin' : ''}`}
            title={says(tile)}
            onMouseEnter={() => name(says(tile))}
          >
            {tiles.length <= withLetters && short(tile.label)}
          </span>
        ))}
      </div>
      <ul class="unseen">
        {speaking.map((tile) => (
          <li key={tile.key}>{says(tile)}</li>
        ))}
      </ul>
      <figcaption>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ standing, count }) => (
            <span key={standing} class="map-legend">
              <span class={`tile ${standing}`} aria-hidden="true" /> {messages.map.kinds[standing]} <b>{count}</b>
            </span>
          ))}
        <span class="map-name soft" aria-hidden="true">
          {named || messages.map.caption}
        </span>
      </figcaption>
    </figure>
  )
}
