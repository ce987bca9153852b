import { expect, test } from 'vitest'
import type { DecisionsReply } from '../../../shared/api/board.ts'
import type { IdeasReply } from '../../../shared/api/bank.ts'
import type { NewsItem } from '../../../shared/notifications/notifications.ts'
import { asBrowser, type TestMember } from '../network.ts'
import { ask, asking, lookUp } from './looking-up.ts'

const read = async <Reply>(member: TestMember, path: string): Promise<Reply> =>
  (await asBrowser(member, `/v1/networks/${member.slug}/${path}`)).json<Reply>()

test('[K8] an idea whose paper was retracted says it in lists, decisions, exports and news, once', async () => {
  const the = await asking('lookup-shaken', ['crossref', 'pubmed', 'europepmc'])
  const [sound, shaken] = [crypto.randomUUID(), crypto.randomUUID()]
  const propose = (idea: string, change: string): Promise<string> =>
    ask(the.contributor, 'proposeIdea', { idea, change, problem: '', topic: '', tags: [] })
  await propose(sound, 'Turn the beds to the window')
  await propose(shaken, 'Weigh every day')
  const attach = async (DOI: string, idea: string): Promise<void> => {
    await ask(the.coordinator, 'attachEvidence', { evidence: await the.clip({ DOI }), idea })
  }
  await attach('10.5555/plain.sound', sound)
  await attach('10.5555/retracted.shaken', shaken)
  await lookUp(the.slug)
  const { rows } = await read<IdeasReply>(the.contributor, 'ideas')
  expect(Object.fromEntries(rows.map((row) => [row.id, row.shaken]))).toEqual({ [sound]: undefined, [shaken]: 'retracted' })
  const open = await read<DecisionsReply>(the.coordinator, 'decisions')
  expect(open.shaken.map(({ id }) => id)).toEqual([shaken])
  expect(open.counts.shaken).toBe(1)
  const csv = await (await asBrowser(the.coordinator, `/v1/networks/${the.slug}/export/ideas/csv`)).text()
  expect(csv.split('\r\n').filter((line) => line.includes('retracted'))).toHaveLength(1)
  const references = await (await asBrowser(the.coordinator, `/v1/networks/${the.slug}/export/references/ris`)).text()
  expect(references.match(/Retracted or withdrawn/g)).toHaveLength(1)
  for (const member of [the.contributor, the.coordinator]) {
    const { items } = await read<{ items: NewsItem[] }>(member, 'news')
    expect(items.filter(({ kind }) => kind === 'paper-retracted')).toMatchObject([
      { idea: shaken, services: ['crossref', 'pubmed', 'europepmc'] },
    ])
  }
})
