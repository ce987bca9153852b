import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { startServices } from './test/worker/lookups/services-server.ts'
import { buildMessages } from './worker/local/build-messages.ts'

buildMessages(import.meta.dirname)

/** Short to read and long to run. Left for the end, as files go by their size, each would run alone while the other processors wait. */
const long =
  /(?:accessibility|storage-damage|sync-refinement|offline-day|zip|worker-killed|simulation|extract-hostile|fragments|publication|fuzz|new)\.test\.ts$/
const isLong = ({ moduleId }: TestSpecification): boolean => long.test(moduleId)

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/** Stands in for what a browser has, so it has modules to itself. */
const named = 'test/shared/i18n/named.test.ts'

/** For a condition on a machine with much else to do; what holds at once takes no longer for it. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } }

/** Three places where tests run: Node (pure code), workerd (the Worker on real SQLite and D1), and a real browser. */
export default defineConfig({
  test: {
    // By default one processor stays idle.
    maxWorkers: '100%',
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          // Pure code keeps nothing from one file to the next: its modules, a lexicon among them, are loaded once for all.
          name: 'shared',
          isolate: false,
          setupFiles: ['test/seed.ts'],
          ...patience,
          include: ['test/shared/**/*.test.ts'],
          exclude: [named],
        },
      },
      {
        // As the extension is built (extension/wxt.config.ts).
        resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
        test: {
          name: 'node',
          setupFiles: ['test/seed.ts'],
          ...patience,
          include: [
            named,
            'test/sync/**/*.test.ts',
            'test/dashboard/**/*.test.ts',
            'test/local/**/*.test.ts',
            'test/extension/**/*.test.ts',
            'test/*.test.ts',
          ],
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                DEVELOPMENT_KEY: 'test',
                METRICS_KEY: 'test',
                LOOKUP_CONTACT: 'operator@hospital.example',
                LOOKUP_ADDRESS: await startServices(),
                IDP_TEST: 'a provider’s secret',
                MIGRATIONS: await readD1Migrations('worker/migrations'),
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          // A runtime for each processor, not for each file: `apply-migrations.ts` empties it between files.
          isolate: false,
          ...patience,
          include: ['test/worker/**/*.test.ts'],
          setupFiles: ['test/worker/apply-migrations.ts', 'test/seed.ts'],
          globalSetup: ['test/receivers.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          // A story waits for its browser and its Worker half of the time, so two processors are enough for three.
          maxWorkers: 3,
          // What drives a browser is loaded once: a file's world, browser and profile are its own.
          isolate: false,
          ...patience,
          globalSetup: ['test/e2e/build.ts'],
        },
      },
    ],
  },
})
