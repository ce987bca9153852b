import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gleaner } from '../../worker/client/client.ts'
import { documentHash } from '../../worker/client/document-file.ts'
import { type LocalWorker, startWorker } from '../../worker/local/local-worker.ts'
import { root } from '../../worker/local/root.ts'
import { demoToken, seedDemo } from '../../worker/local/seed.ts'

const folder = mkdtempSync(join(tmpdir(), 'gleaner-api-'))
let worker: LocalWorker
let token: string
beforeAll(async () => {
  // Where nothing was built yet.
  mkdirSync(join(root, 'dist/dashboard'), { recursive: true })
  worker = await startWorker({ state: join(folder, 'state') })
  await seedDemo(worker, join(folder, 'seeded'))
  token = await demoToken(worker, 'demo-coordinator', join(folder, 'api-token'))
}, 300_000)
afterAll(async () => {
  await worker?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const page = readFileSync(join(root, 'docs/api.md'), 'utf8')

test('[O6] the client was made of the document as it is (npm run client)', () => {
  expect(readFileSync(join(root, 'worker/client/api.d.ts'), 'utf8').split('\n')[0]).toContain(documentHash())
})

test('[O12] the requests of docs/api.md work as they stand there, twice', () => {
  const section = page.slice(page.indexOf('## Five requests'), page.indexOf('## Access tokens'))
  const lines = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text)
  expect(lines).toHaveLength(6)
  const env = { PATH: process.env['PATH'], GLEANER: worker.url, TOKEN: token }
  const runs = [1, 2].map(() =>
    spawnSync('bash', ['--norc', '-eo', 'pipefail', '-c', lines.join('\necho\n')], { cwd: root, env, encoding: 'utf8' }),
  )
  for (const { status, stdout, stderr } of runs) expect([status, stderr, stdout.match(/"type":"http[^"]*problem/)]).toEqual([0, '', null])
  const made = runs.map(({ stdout }) => stdout.split('\n').filter((line) => line.startsWith('{"mutation"')))
  expect(made.map(({ length }) => length)).toEqual([3, 3])
  // The proposal has a key, the comment has none.
  expect(made[0]?.[0]).toBe(made[1]?.[0])
  expect(made[0]?.[1]).not.toBe(made[1]?.[1])
})

test('[O9] [O12] a registry sends its numbers with the client; sent again they change nothing, and what is refused is said', async () => {
  const network = gleaner({ address: worker.url, token })
  const { data } = await network.GET('/ideas', { params: { query: { limit: '2' } } })
  const [idea, sites] = [data?.items[0]?.id ?? '', await network.GET('/sites')]
  const site = sites.data?.items[0]?.key ?? ''
  const values = join(folder, 'values.csv')
  const push = (lines: readonly string[]) => {
    writeFileSync(values, ['idea,measure,site,day,value,of', ...lines].join('\n'))
    const env = { PATH: process.env['PATH'], GLEANER: worker.url, TOKEN: token }
    return spawnSync(process.execPath, [join(root, 'worker/client/registry-push.ts'), values], { env, encoding: 'utf8' })
  }
  const lines = [
    `${idea},process,${site},2026-06-01,42,80`,
    `${idea},process,${site},2026-06-02,43,81`,
    `${idea},balancing,${site},2026-06-01,7,`,
  ]
  for (let night = 0; night < 2; night += 1) {
    const { status, stdout, stderr } = push(lines)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`${idea} process ${site}: 2 values`)
  }
  const { data: measures } = await network.GET('/ideas/{idea}/measures', { params: { path: { idea } } })
  const sent = measures?.items.find((one) => one.measure === 'process' && one.site === site)
  expect([sent?.points.slice(-2), sent?.of?.slice(-2)]).toEqual([
    [
      [20_605, 42],
      [20_606, 43],
    ],
    [
      [20_605, 80],
      [20_606, 81],
    ],
  ])
  const wrong = push([`${crypto.randomUUID()},process,${site},2026-06-01,42,`])
  expect([wrong.status, wrong.stdout]).toEqual([1, expect.stringContaining('refused: ')])
})

test('[D40] while the server runs, the admin command writes through it, and its link signs in', async () => {
  const admin = join(root, 'worker/operate/admin.ts')
  const made = ['new-network', 'west', 'West', '--admin', 'Wanda Admin', '--state', join(folder, 'state'), '--url', worker.url]
  const { status, stdout, stderr } = spawnSync(process.execPath, [admin, ...made], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  const code = /sign-in#(\S+)/.exec(stdout)?.[1]
  const session = await fetch(`${worker.url}/v1/session`, { method: 'POST', body: JSON.stringify({ code }) })
  expect([session.status, await session.text()]).toEqual([200, expect.stringContaining('Wanda Admin')])
})
