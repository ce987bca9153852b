import type { MapCell } from '../../../shared/api/evidence.ts'
import { evidenceMapCsv, evidenceMapSvg } from '../../../shared/exports/evidence-map-picture.ts'
import { me } from '../data/session.ts'
import { clipMessages } from '../i18n/clips.ts'
import { sayDate, toDateField } from '../ui/dates.ts'
import { SavePicture } from '../drawing/save-picture.tsx'
import { type Axis, reached } from './map-cells.ts'
import { serverNow } from '../data/clock.ts'

interface Props {
  cells: readonly MapCell[]
  topics: readonly Axis<string>[]
  kinds: readonly Axis<MapCell['kind']>[]
}

const { map: messages } = clipMessages

const drawn = ({ cells, topics, kinds }: Props): string =>
  evidenceMapSvg({
    title: messages.title,
    note: [me.value?.network.name, sayDate(serverNow())].filter(Boolean).join(', '),
    columns: kinds.map(({ label }) => label),
    rows: topics.map(({ label }) => label),
    cells: cells
      .map((cell) => ({
        row: topics.findIndex(({ key }) => key === cell.topic),
        column: kinds.findIndex(({ key }) => key === cell.kind),
        count: cell.count,
        reached: reached(cell),
      }))
      .filter(({ row, column }) => row >= 0 && column >= 0),
    legend: messages.legend,
  })

const tabled = ({ cells, topics, kinds }: Props): string =>
  evidenceMapCsv(
    ['topic', 'kind', 'clips', 'tested', 'improved'],
    cells.map(({ topic, kind, ...counts }) => ({
      topic: topics.find(({ key }) => key === topic)?.label ?? topic,
      kind: kinds.find(({ key }) => key === kind)?.label ?? '',
      ...counts,
    })),
  )

/** The map as a picture for slides, and its numbers for a spreadsheet. */
export const MapDownload = (props: Props) => (
  <SavePicture
    title={messages.title}
    name={`evidence-map-${toDateField(serverNow())}`}
    svg={() => drawn(props)}
    csv={() => tabled(props)}
  />
)
