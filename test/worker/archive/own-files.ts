import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import type { OwnKind } from '../../../shared/archive/own-archive.ts'
import { asBrowser, type TestMember } from '../network.ts'

type Line = Record<string, unknown>
/** The archive of a person's own data: its files, and the lines in them by what they are of. */
export interface OwnFiles {
  files: Record<string, Uint8Array>
  /** All files as text. */
  text: string
  account: Record<string, Line[]>
  networks: Record<string, Record<OwnKind, Line[]>>
}

const linesOf = (bytes: Uint8Array): Line[] => {
  const lines = strFromU8(bytes).split('\n')
  expect(lines.pop()).toBe('')
  return lines.map((line) => JSON.parse(line) as Line)
}

/** By a pattern that finds the network's folder, if any, and the kind. */
const place = /^(?:networks\/([^/]+)\/data|account)\/([a-z]+)(?:\/\d{4})?\.jsonl$/

export const takeOwn = async (member: TestMember): Promise<OwnFiles> => {
  const answer = await asBrowser(member, '/v1/my-data')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="my-gleaner-data-\d{4}-\d\d-\d\d\.zip"$/)
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const own: OwnFiles = {
    files,
    text: Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('\n'),
    account: {},
    networks: {},
  }
  for (const [name, bytes] of Object.entries(files)) {
    const [found, slug, kind = ''] = place.exec(name) ?? []
    if (found === undefined) continue
    const blank = { ideas: [], evidence: [], stances: [], comments: [], kept: [], log: [] }
    const of: Record<string, Line[]> = slug === undefined ? own.account : (own.networks[slug] ??= blank)
    of[kind] = [...(of[kind] ?? []), ...linesOf(bytes)]
  }
  return own
}
