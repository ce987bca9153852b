import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAll } from '../worker/local/build.ts'
import { browserVersion, findBrowser, findFirefox, findOperatorsPrograms } from './e2e/find-browser.ts'

/** `npm test`: gets what is missing, checks the house, runs every test, and closes with one line of counts. */
const checks = [
  ['types', 'unused'],
  ['lint', 'format:check', 'size'],
] as const

/** Runs it to its end, and then shows what it said. */
const passes = (script: string): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('close', (code) => {
      console.log(`${said}${code === 0 ? 'passed' : 'FAILED'}  ${script}`)
      resolve(code === 0)
    })
  })

/** One after the other: each row is one processor's. */
const inTurn = async (row: readonly string[]): Promise<boolean[]> => {
  const all: boolean[] = []
  for (const script of row) all.push(await passes(script))
  return all
}

/** Browsers get the machine to themselves: beside other tests they would wait for the processor. */
const portions = [['shared', 'node', 'worker'], ['browser']]

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: { name: string; message: string; assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[]
}

/** Said once more at the end, where whoever sees only the last lines finds it. */
const failures: string[] = []

const runTests = (projects: readonly string[]): { passed: number; failed: number; skipped: number } => {
  const report = join(mkdtempSync(join(tmpdir(), 'gleaner-')), 'report.json')
  const chosen = projects.map((project) => `--project=${project}`)
  const { status } = spawnSync('vitest', ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile=${report}`], {
    stdio: 'inherit',
  })
  const read = JSON.parse(readFileSync(report, 'utf8')) as Report
  for (const { name, message, assertionResults } of read.testResults) {
    if (message) failures.push(`${name}: ${message}`)
    for (const { status: ended, fullName, failureMessages } of assertionResults)
      if (ended === 'failed') failures.push(`${name}: ${fullName}\n  ${failureMessages.join('\n  ')}`)
  }
  // A file that cannot even be loaded has no failed test in it, yet nothing passed.
  return { passed: read.numPassedTests, failed: read.numFailedTests || (status === 0 ? 0 : 1), skipped: read.numPendingTests }
}

console.log(`Browser: ${browserVersion(findBrowser())}`)
const firefox = findFirefox()
console.log(firefox ? `Firefox: ${browserVersion(firefox)}` : 'Firefox: none, its tests are skipped')
console.log(`sqlite3 and curl: ${findOperatorsPrograms() ? 'here' : 'missing, some tests of a server of one’s own are skipped'}`)
await buildAll((line) => console.log(line))
const results = (await Promise.all(checks.map(inTurn))).flat()
const tests = portions.map(runTests)
for (const failure of failures) console.log(`FAILED  ${failure}`)
const sum = (of: 'passed' | 'failed' | 'skipped'): number => tests.reduce((total, portion) => total + portion[of], 0)
const failed = sum('failed') + results.filter((ok) => !ok).length
const skipped = sum('skipped')
console.log(`${sum('passed') + results.filter(Boolean).length} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)
