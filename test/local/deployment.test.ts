import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../worker/local/root.ts'
import { type Deployment, faultsOf, wranglerConfig } from '../../worker/operate/deployment.ts'
import { readProduct } from '../../worker/operate/product.ts'
import { readHeaders } from '../../worker/operate/server-config.ts'
import { isDaily, nextTime } from '../../worker/server/next-time.ts'

const product = readProduct()
const today = new Date().toISOString().slice(0, 10)
const id = '0d4c1f5e-6a7b-4c8d-9e0f-1a2b3c4d5e6f'
/** Without the dashboard, which is built only where browsers are tested. */
const faults = (deployment: Partial<Deployment>, changed: Partial<typeof product> = {}): string[] =>
  faultsOf({ ...product, ...changed }, { name: 'gleaner', database_id: id, ...deployment }, today).filter(
    (fault) => !fault.includes('is not built'),
  )

test('[D55] what is right has no fault', () => {
  expect(faults({})).toEqual([])
  expect(
    faults({ domains: ['gleaner.hospital.example'], secrets: ['IDP_NORTH'], vars: { MAIL_FROM: 'gleaner@hospital.example' } }),
  ).toEqual([])
})

test.each([
  ['a nonsense cron', {}, { triggers: { crons: ['17 3 * *'] } }, 'is no cron'],
  ['a date in the future', {}, { compatibility_date: '2999-01-01' }, 'is in the future'],
  ['a folder without migrations', {}, { d1_databases: [{ ...product.d1_databases[0], migrations_dir: 'worker/none' }] }, 'no unbroken row'],
  ['an object without its migration', {}, { migrations: [] }, 'No [[migrations]] makes NetworkObject'],
  ['an environment', {}, { env: { hospital: {} } }, 'are not inherited'],
  ['the placeholder', { database_id: '00000000-0000-0000-0000-000000000000' }, {}, 'is no id'],
  ['an unknown key', { databse_id: id }, {}, 'which is nothing'],
  ['an unknown variable', { vars: { MAIL_FORM: 'a@b.example' } }, {}, 'does not know'],
  ['a secret among the variables', { vars: { IDP_NORTH: 'x' } }, {}, 'is a secret'],
  ['a key of /metrics, where each isolate counts by itself', { secrets: ['METRICS_KEY'] }, {}, 'say analytics = true'],
  ['an address instead of a host', { domains: ['https://gleaner.example'] }, {}, 'is no host name'],
])('[D55] refused before anything is sent: %s', (_, deployment, changed, said) => {
  expect(faults(deployment as Partial<Deployment>, changed as Partial<typeof product>).join('\n')).toContain(said)
})

test('[D55] the configuration that wrangler is given has every binding, and paths that hold from any folder', () => {
  const config = wranglerConfig(product, { name: 'north', database_id: id, vars: { MAIL_FROM: 'g@north.example' } })
  expect(config).toMatchObject({
    name: 'north',
    main: join(root, 'worker/index.ts'),
    durable_objects: product.durable_objects,
    migrations: product.migrations,
    d1_databases: [
      { binding: 'DIRECTORY', database_name: 'north-directory', database_id: id, migrations_dir: join(root, 'worker/migrations') },
    ],
    send_email: [{ name: 'MAIL' }],
  })
  expect(config).not.toHaveProperty('analytics_engine_datasets')
  expect(wranglerConfig(product, { name: 'north-one', analytics: true })).toMatchObject({
    analytics_engine_datasets: [{ binding: 'ANALYTICS', dataset: 'north_one' }],
  })
})

test('[D55] the command itself stops at a fault, without a network, and writes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-deploy-'))
  const file = join(folder, 'gleaner.test.toml')
  const text = 'name = "Gleaner North"\n[vars]\nIDP_NORTH = "x"\n'
  writeFileSync(file, text)
  const script = join(root, 'worker/operate/deploy.ts')
  const { status, stderr } = spawnSync(process.execPath, [script, '--dry-run', '--settings', file], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([1, expect.stringContaining('Nothing was sent.') as string])
  expect(stderr).toContain('IDP_NORTH is a secret')
  expect(readFileSync(file, 'utf8')).toBe(text)
  rmSync(folder, { recursive: true })
})

test('[D50] the server’s clock knows the crons of wrangler.toml, and says of others that it does not', () => {
  expect(product.triggers.crons.every(isDaily)).toBe(true)
  expect(['0 0 1 * *', '0 9-17 * * *', '* * *', '*/10 * * * MON'].filter(isDaily)).toEqual([])
  const at = Date.UTC(2026, 0, 31, 23, 55, 30)
  expect(new Date(nextTime('17 3 * * *', at)).toISOString()).toBe('2026-02-01T03:17:00.000Z')
  expect(new Date(nextTime('*/10 * * * *', at)).toISOString()).toBe('2026-02-01T00:00:00.000Z')
  expect(nextTime('55 23 * * *', Date.UTC(2026, 0, 31, 23, 55))).toBe(Date.UTC(2026, 1, 1, 23, 55))
  expect(() => nextTime('61 3 * * *', at)).toThrow('No such time')
})

test('[D50] headers of pages are read as Cloudflare reads them', () => {
  expect(readHeaders('# said\n/*\n  X-A: b: c\n/assets/*\n  Cache-Control: no-store\n')).toEqual([
    ['/*', [['X-A', 'b: c']]],
    ['/assets/*', [['Cache-Control', 'no-store']]],
  ])
})
