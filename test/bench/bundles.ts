import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { root } from '../../worker/local/root.ts'

/** What the Worker carries of its own and of libraries to sign people in; Hono and Valibot are there anyway. */
const signIn = [
  'account-routes',
  'audit-routes',
  'connect-routes',
  'email-routes',
  'invitation-routes',
  'member-routes',
  'passkey-routes',
  'provider-routes',
  'session-routes',
]
const signInBudget = 130

/** KiB of these modules of the Worker, minified and gzipped as one file. */
const signInSize = async (): Promise<number> => {
  const entry = '\0entry'
  const text = signIn.map((name) => `import '${join(root, 'worker/routes', `${name}.ts`)}'`).join('\n')
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: 'entry', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? text : null) }],
    build: {
      write: false,
      minify: true,
      target: 'es2024',
      rollupOptions: {
        input: entry,
        external: [/^hono/, /^valibot/, /^cloudflare:/],
        output: { format: 'es', inlineDynamicImports: true },
      },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const code = outputs.flatMap((made) => ('output' in made ? made.output : [])).map((made) => (made.type === 'chunk' ? made.code : ''))
  return gzipSync(code.join('')).length / 1024
}

/** Sizes of what is shipped, beside their budgets in test/sizes.ts and here. */
export const benchBundles = async (): Promise<void> => {
  spawnSync('npm', ['run', '--silent', 'size'], { stdio: 'inherit' })
  console.log(`sign-in code in the Worker, gzip: ${(await signInSize()).toFixed(0)} KiB of ${signInBudget}`)
}
