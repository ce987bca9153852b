import { useState } from 'preact/hooks'
import type { MapCell } from '../../../shared/api/evidence.ts'
import { evidenceMapCsv, evidenceMapSvg } from '../../../shared/exports/evidence-map-picture.ts'
import { saveBlob, saveFile } from '../../../shared/web/save-file.ts'
import { me } from '../data/session.ts'
import { problemOf } from '../data/use-query.ts'
import { clipMessages } from '../i18n/clips.ts'
import { sayDate, toDateField } from '../ui/dates.ts'
import { pngOf } from '../drawing/svg-to-png.ts'
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
export const MapDownload = (props: Props) => {
  const [problem, setProblem] = useState('')
  const name = `evidence-map-${toDateField(serverNow())}`
  const savePng = async (): Promise<void> => saveBlob(`${name}.png`, await pngOf(drawn(props)))
  return (
    <>
      <p class="map-files">
        <button type="button" class="button quiet" onClick={() => saveFile(`${name}.svg`, drawn(props), 'image/svg+xml')}>
          {messages.svg}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => void savePng().catch((error: unknown) => setProblem(problemOf(error).message))}
        >
          {messages.png}
        </button>
        <button type="button" class="button quiet" onClick={() => saveFile(`${name}.csv`, tabled(props), 'text/csv')}>
          {messages.csv}
        </button>
      </p>
      <p class="problem" role="alert">
        {problem}
      </p>
    </>
  )
}
