import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../worker/local/root.ts'
import { metrics } from '../../worker/telemetry/metrics.ts'

const read = (name: string): string => readFileSync(join(root, 'worker/operate/files', name), 'utf8')
const known = new Set(
  Object.entries(metrics).flatMap(([name, { type }]) =>
    type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name],
  ),
)
const unknownIn = (text: string): string[] => [...new Set(text.match(/\bgleaner_\w+/g))].filter((name) => !known.has(name))
/** Labels that an expression matches or groups by, beside Prometheus' own. */
const labelsIn = (text: string): string[] => [
  ...[...text.matchAll(/[{,]\s*(\w+)\s*[=!]~?=?\\?"/g)].map(([, label = '']) => label),
  ...[...text.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, labels = '']) => labels.split(/,\s*/)),
]
const labels = new Set<string>([...Object.values(metrics).flatMap((metric) => [...metric.labels]), 'le', 'job'])

test('[D63] every metric and label that the alerts name exists, and each of the five says what to do', () => {
  const alerts = read('gleaner-alerts.yml')
  expect(unknownIn(alerts)).toEqual([])
  expect(labelsIn(alerts).filter((label) => !labels.has(label))).toEqual([])
  const rules = alerts.split('- alert: ').slice(1)
  expect(rules).toHaveLength(5)
  for (const rule of rules) expect(rule).toMatch(/expr:[^]*gleaner_[^]*severity:[^]*summary:[^]*description:/)
})

test('[D63] the example dashboard shows every metric there is but the version, and none that is not', () => {
  const text = read('gleaner-dashboard.json')
  const { panels } = JSON.parse(text) as { panels: { id: number; targets: { expr: string }[] }[] }
  const shown = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join('\n')
  expect(unknownIn(shown)).toEqual([])
  expect(labelsIn(shown).filter((label) => !labels.has(label))).toEqual([])
  expect(Object.keys(metrics).filter((name) => !shown.includes(name))).toEqual(['gleaner_storage_version'])
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
})

test('[D63] the page that explains them names every metric and every label', () => {
  const page = readFileSync(join(root, 'docs/observability.md'), 'utf8')
  expect(Object.keys(metrics).filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  expect(unknownIn(page).filter((name) => !(name in metrics))).toEqual([])
})
