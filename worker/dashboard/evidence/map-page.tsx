import type { MapCell } from '../../../shared/api/evidence.ts'
import { useQuery } from '../data/use-query.ts'
import { numbers } from '../i18n/locale.ts'
import { clipMessages } from '../i18n/clips.ts'
import { Async } from '../ui/async.tsx'
import { Page } from '../ui/page.tsx'
import './evidence-page.css'
import { type Axis, cellAddress, cellText, kindsOf, reached, topicsOf } from './map-cells.ts'
import { MapDownload } from './map-download.tsx'
import { MapPicture } from './map-picture.tsx'

interface Props {
  cells: readonly MapCell[]
  topics: readonly Axis<string>[]
  kinds: readonly Axis<MapCell['kind']>[]
}

const MapTable = ({ cells, topics, kinds }: Props) => (
  <table class="map-table">
    <thead>
      <tr>
        <th scope="col">{clipMessages.map.topic}</th>
        {kinds.map(({ label }) => (
          <th key={label} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {topics.map((topic) => (
        <tr key={topic.key}>
          <th scope="row">{topic.label}</th>
          {kinds.map((kind) => {
            const cell = cells.find((one) => one.topic === topic.key && one.kind === kind.key)
            return (
              <td key={kind.label}>
                {cell ? (
                  <a href={cellAddress(cell)} aria-label={cellText(cell, topic.label, kind.label)}>
                    {numbers.format(cell.count)}
                  </a>
                ) : (
                  <span class="soft">–</span>
                )}
                {cell && reached(cell) !== 'none' && <span class="soft small"> {clipMessages.map.legend[reached(cell)]}</span>}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  </table>
)

const Legend = () => (
  <ul class="map-legends">
    {(['none', 'tested', 'improved'] as const).map((key) => (
      <li key={key}>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" class="evidence-map">
          <g class={`spot ${key}`}>
            <circle cx="9" cy="9" r="7" />
          </g>
        </svg>{' '}
        {clipMessages.map.legend[key]}
      </li>
    ))}
  </ul>
)

const Map = ({ cells }: Pick<Props, 'cells'>) => {
  const [topics, kinds] = [topicsOf(cells), kindsOf(cells)]
  return (
    <>
      <Legend />
      {/* Wider than a phone: it is scrolled, by keys too. */}
      <div class="map-room" role="region" aria-label={clipMessages.map.title} tabIndex={0}>
        <MapPicture cells={cells} topics={topics} kinds={kinds} />
      </div>
      <MapDownload cells={cells} topics={topics} kinds={kinds} />
      <details class="map-numbers">
        <summary>{clipMessages.map.table}</summary>
        <div class="map-room" role="region" aria-label={clipMessages.map.table} tabIndex={0}>
          <MapTable cells={cells} topics={topics} kinds={kinds} />
        </div>
      </details>
    </>
  )
}

/** The bank's evidence at a glance: where there is much, where nothing, and what of it the network has tested. */
export const MapPage = () => {
  const replied = useQuery('GET /v1/networks/:network/evidence/map')
  return (
    <Page
      title={clipMessages.map.title}
      class="wide"
      lead={
        <>
          {clipMessages.map.lead} <a href="/evidence">{clipMessages.map.toList}</a>
        </>
      }
    >
      <Async of={replied} what={clipMessages.map.title}>
        {({ cells }) => (cells.length === 0 ? <p class="empty">{clipMessages.map.none}</p> : <Map cells={cells} />)}
      </Async>
    </Page>
  )
}
