import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gleaner } from './client.ts'

/**
 * An example to copy: a registry sends its numbers to the run charts of ideas, every night.
 *
 *   GLEANER=https://gleaner.example TOKEN=glnr_svc_… node worker/client/registry-push.ts values.csv
 *
 * values.csv has the columns idea, measure (outcome, process or balancing), site, day (2026-01-31), value and, where the value is so many in
 * 100, of how many. Sent again, the same numbers change nothing. Ends with 1 if something was refused, and says what.
 */
const [file] = process.argv.slice(2)
const { GLEANER: address = 'http://localhost:8787', TOKEN: token } = process.env
if (!file || !token) {
  console.error('Say the file of values, and the access token as TOKEN.')
  process.exit(2)
}

const measures = ['outcome', 'process', 'balancing'] as const
type Measure = (typeof measures)[number]

interface Numbers {
  idea: string
  measure: Measure
  site: string
  points: [number, number][]
  of: [number, number][]
}

const dayLength = 24 * 60 * 60 * 1000
const today = new Date().toISOString().slice(0, 10)

/** The lines of the file by run chart. */
const chartsIn = (text: string): Numbers[] => {
  const charts = new Map<string, Numbers>()
  for (const [index, line] of text.trim().split(/\r?\n/).slice(1).entries()) {
    const [idea = '', measureText = '', site = '', dayText = '', valueText = '', ofText = ''] = line.split(',').map((cell) => cell.trim())
    const measure = measures.find((one) => one === measureText)
    const [day, value] = [Date.parse(`${dayText}T00:00:00Z`) / dayLength, Number(valueText)]
    if (!measure || !Number.isInteger(day) || valueText === '' || !Number.isFinite(value))
      throw new Error(`Line ${index + 2} of the file is not idea,measure,site,day,value,of`)
    const key = [idea, measure, site].join('/')
    const chart = charts.get(key) ?? { idea, measure, site, points: [], of: [] }
    chart.points.push([day, value])
    if (ofText) chart.of.push([day, Number(ofText)])
    charts.set(key, chart)
  }
  return [...charts.values()]
}

/** The same each time that the same numbers are sent on one day. */
const keyOf = (chart: Numbers): string =>
  createHash('sha256')
    .update(`${today} ${JSON.stringify(chart)}`)
    .digest('hex')

const network = gleaner({ address, token })
let refused = 0
for (const chart of chartsIn(readFileSync(file, 'utf8'))) {
  const { idea, measure, site, points, of } = chart
  const { error } = await network.POST('/ideas/{idea}/measures/{measure}/{site}', {
    params: { path: { idea, measure, site }, header: { 'Idempotency-Key': keyOf(chart) } },
    body: { points, ...(of.length > 0 ? { of } : {}) },
  })
  if (error) refused += 1
  console.log(`${idea} ${measure} ${site}: ${error ? `refused: ${error.detail}` : `${points.length} values`}`)
}
process.exit(refused > 0 ? 1 : 0)
