import { join } from 'node:path'
import { buildAll } from './build.ts'
import { isFree } from './ports.ts'
import { root } from './root.ts'
import { startWorker } from './local-worker.ts'
import { demoCode, demoToken, seedDemo } from './seed.ts'
import { StateInUse } from './state-lock.ts'

/** `npm start`: everything on this machine, with the demonstration network in it. `npm run dev`: the same on `wrangler dev`, as it would be deployed. */
const say = (line: string): void => console.log(line)

const runtime = process.argv.includes('--wrangler') ? { runtime: 'wrangler' as const } : {}
const port = Number(process.env['PORT'] ?? 8787)
if (!(await isFree(port))) {
  console.error(`Something already listens at port ${port}, perhaps another Gleaner. Stop it, or choose another port: PORT=8788 npm start`)
  process.exit(1)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(0))
/** What went wrong, for whoever started it. */
const sorry = (error: unknown): never => {
  const { code, message } = error as NodeJS.ErrnoException
  const full = code === 'ENOSPC' || /ENOSPC|no space left|database or disk is full/i.test(message)
  if (full)
    console.error(
      'There is no room left on this disk, so Gleaner cannot start. Nothing that was kept is harmed: make room, then start it again.',
    )
  else console.error(error instanceof StateInUse ? message : error)
  process.exit(1)
}

const state = join(root, '.wrangler/state')
const start = async () => {
  await buildAll(say)
  say('Starting the Worker …')
  const worker = await startWorker({ state, port, ...runtime })
  say('Looking after the demonstration network …')
  const seeded = await seedDemo(worker, join(state, 'demonstration'))
  const coordinator = await demoCode(worker, 'web', 'demo-coordinator')
  const contributor = await demoCode(worker, 'device', 'demo-contributor')
  const token = join(state, 'api-token')
  await demoToken(worker, 'demo-coordinator', token)
  return { worker, seeded, coordinator, contributor, token }
}
const { worker, seeded, coordinator, contributor, token } = await start().catch(sorry)

say(`
Gleaner is running.${seeded ? ' The demonstration network is new: 60 ideas.' : ' The demonstration network is as you left it.'}

  Dashboard   ${worker.url}
  Sign in     ${worker.url}/sign-in#${coordinator}
              as the demonstration’s coordinator; the link works once, the next start prints another

  Extension   ${join(root, 'dist/extension/chrome-mv3')}
              Chrome or Edge: open chrome://extensions, switch on “Developer mode”, “Load unpacked”, choose that folder
              Firefox: open about:debugging, “This Firefox”, “Load Temporary Add-on”, choose ../firefox-mv3/manifest.json
  Connect it  ${worker.url}/connect#${contributor}
              paste this link in the extension’s options; it connects a demonstration contributor, once

  Programs    ${worker.url}/api/v1/docs
              docs/api.md has five requests to paste; an access token is in ${token}

  Mail        ${worker.url}/development/mailbox?key=${worker.key}
              codes that would be sent by mail
  Data        ${state}
  Stop        Ctrl+C`)
