import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'

// A file's world is its own, though files share a runtime: starting one for each took as long as most of their tests.
vi.useRealTimers()
await reset()
await applyD1Migrations(env.DIRECTORY, env.MIGRATIONS)
