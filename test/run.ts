import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAll } from '../worker/local/build.ts'
import { browserVersion, findBrowser, findFirefox } from './e2e/find-browser.ts'

/** `npm test`: gets what is missing, checks the house, runs every test, and closes with one line of counts. */
const checks = ['types', 'lint', 'format:check', 'unused', 'size'] as const

const passes = (script: string): boolean => spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' }).status === 0

/** Browsers get the machine to themselves: beside other tests they would wait for the processor. */
const portions = [['node', 'worker'], ['browser']]

const runTests = (projects: readonly string[]): { passed: number; failed: number; skipped: number } => {
  const report = join(mkdtempSync(join(tmpdir(), 'gleaner-')), 'report.json')
  const chosen = projects.map((project) => `--project=${project}`)
  const { status } = spawnSync('vitest', ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile=${report}`], {
    stdio: 'inherit',
  })
  const {
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
  } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>
  // A file that cannot even be loaded has no failed test in it, yet nothing passed.
  return { passed: passed ?? 0, failed: failed || (status === 0 ? 0 : 1), skipped: skipped ?? 0 }
}

console.log(`Browser: ${browserVersion(findBrowser())}`)
const firefox = findFirefox()
console.log(firefox ? `Firefox: ${browserVersion(firefox)}` : 'Firefox: none, its tests are skipped')
await buildAll((line) => console.log(line))
const results = checks.map((check) => {
  const ok = passes(check)
  console.log(`${ok ? 'passed' : 'FAILED'}  ${check}`)
  return ok
})
const tests = portions.map(runTests)
const sum = (of: 'passed' | 'failed' | 'skipped'): number => tests.reduce((total, portion) => total + portion[of], 0)
const failed = sum('failed') + results.filter((ok) => !ok).length
const skipped = sum('skipped')
console.log(`${sum('passed') + results.filter(Boolean).length} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)
