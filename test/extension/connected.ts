import type { Connection } from '../../extension/connection/connection.ts'

/** A contributor's connection, as settings keep it. */
export const connected: Connection = {
  server: 'https://gleaner.example',
  token: 'a-token-of-at-least-twenty',
  me: { person: 'clara', name: 'Clara', role: 'contributor', site: 'north', network: { slug: 'test', name: 'Test' } },
  locked: false,
  run: '',
  shared: false,
}
