import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAll } from '../worker/local/build.ts'
import { browserVersion, findBrowser } from './e2e/find-browser.ts'

/** `npm test`: gets what is missing, checks the house, runs every test, and closes with one line of counts. */
const checks = ['types', 'lint', 'format:check', 'unused', 'size'] as const

const passes = (script: string): boolean => spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' }).status === 0

const runTests = (): { passed: number; failed: number; skipped: number } => {
  const report = join(mkdtempSync(join(tmpdir(), 'gleaner-')), 'report.json')
  const { status } = spawnSync('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile=${report}`], { stdio: 'inherit' })
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>
  // A file that cannot even be loaded has no failed test in it, yet nothing passed.
  return { passed: passed ?? 0, failed: failed || (status === 0 ? 0 : 1), skipped: skipped ?? 0 }
}

console.log(`Browser: ${browserVersion(findBrowser())}`)
await buildAll((line) => console.log(line))
const results = checks.map((check) => {
  const ok = passes(check)
  console.log(`${ok ? 'passed' : 'FAILED'}  ${check}`)
  return ok
})
const tests = runTests()
const failed = tests.failed + results.filter((ok) => !ok).length
console.log(`${tests.passed + results.filter(Boolean).length} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)
