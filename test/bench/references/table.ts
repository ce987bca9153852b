import { fields } from './kept-item.ts'
import { keptShare, type RoundTrip } from './round-trip.ts'

const column = (text: string): string => text.padStart(8)

/** One line a tool and format: of what each field held, and the tool reads, how much came back; then what is the tool's own. */
export const roundTripTable = (trips: readonly RoundTrip[]): string => {
  const width = Math.max(...trips.map(({ tool, format }) => `${tool.name} ${tool.version} ${format}`.length))
  const lines = trips.map((trip) => {
    const { tool, format, held, kept, losses } = trip
    const cells = fields.map((field) => {
      const own = losses.filter((loss) => loss.field === field && loss.why).length
      const whole = (held[field] ?? 0) - own
      return column(whole > 0 ? `${kept[field] ?? 0}/${whole}` : '-')
    })
    return [`${tool.name} ${tool.version} ${format}`.padEnd(width), column(`${(keptShare(trip) * 100).toFixed(1)} %`), ...cells].join(' ')
  })
  const own = trips.flatMap(({ tool, format, losses }) =>
    losses.map(({ item, field, why, written, read }) =>
      why
        ? `own:  ${tool.name} ${tool.version}, ${format}, ${field} of "${item}": ${why}`
        : `LOST: ${tool.name} ${tool.version}, ${format}, ${field} of "${item}": ${written} → ${read}`,
    ),
  )
  return [['reader'.padEnd(width), column('kept'), ...fields.map((field) => column(field.slice(0, 8)))].join(' '), ...lines, ...own].join(
    '\n',
  )
}
