import { expect, test } from 'vitest'
import { ask, inBank, listening, tellNow } from './listening.ts'

const notice = { kind: 'retracted', source: 'retraction-watch', notice: { doi: '10.5555/notice' }, record: '7' } as const
const concern = { kind: 'doubted', source: 'retraction-watch', notice: { doi: '10.5555/concern' }, record: '3' } as const

const telling = async (slug: string) => {
  const the = await listening(slug)
  const evidence = crypto.randomUUID()
  return {
    clip: (title: string) =>
      ask(the.contributor, 'clipEvidence', { evidence, citation: { type: 'article-journal', title, DOI: '10.5555/weights' }, ideas: [] }),
    listed: (...said: object[]) => ask(the.coordinator, 'recordWatchList', { evidence, said, day: Date.UTC(2026, 10, 27) }),
    /** As the bank's own look-up writes it down: all that services answered, with when that was first heard. */
    lookedUp: (said: object, times: number) =>
      inBank(the.slug, (sql) => {
        const { body } = sql.exec<{ body: string }>("SELECT body FROM entity WHERE kind = 'evidence' AND id = ?", evidence).one()
        const { lookedUp } = JSON.parse(body) as { lookedUp: { said: { asked: number }[] } }
        const args = JSON.stringify({ evidence, said: [{ ...said, asked: lookedUp.said[0]?.asked }] })
        for (let time = 0; time < times; time += 1)
          sql.exec(
            "INSERT INTO log (seq, mutation, witness, replica, cseq, person, role, site, at, name, args, status) SELECT max(seq) + 1, ?, ?, '', 0, '', 'admin', '', ?, 'recordLookup', ?, 'ok' FROM log",
            crypto.randomUUID(),
            crypto.randomUUID(),
            Date.now(),
            args,
          )
      }),
    told: async (): Promise<unknown[]> => {
      await tellNow(the.slug)
      return (await the.seen()).map(({ body }) => (JSON.parse(body) as { data: { standing?: string } }).data.standing)
    },
  }
}

test('[O60] an event that makes a paper stand as it does is told once, in one part of the log and in two, and whatever is added to it', async () => {
  const the = await telling('hook-standing-once')
  await the.clip('On weights')
  await the.listed(concern)
  expect(await the.told()).toEqual(['doubted'])
  await the.listed({ ...concern, date: '2026-05-04' })
  expect(await the.told()).toEqual(['doubted'])
  await the.listed(concern, notice)
  await the.listed(concern, { ...notice, date: '2026-05-05' })
  expect(await the.told()).toEqual(['doubted', 'retracted'])
  await the.listed()
  await the.listed({ ...notice, date: '2026-05-05' })
  expect(await the.told()).toEqual(['doubted', 'retracted'])
  await the.listed(notice, { ...notice, notice: { doi: '10.5555/second' }, record: '9', date: '2026-06-06' })
  expect(await the.told()).toEqual(['doubted', 'retracted', 'retracted'])
})

test('[O60] the answers of one time, written down again by further look-ups, are told once', async () => {
  const the = await telling('hook-standing-answers')
  await the.clip('On weights')
  await the.listed(notice)
  await the.lookedUp({ ...notice, service: 'crossref' }, 2)
  expect(await the.told()).toEqual(['retracted'])
  await the.lookedUp({ ...notice, service: 'crossref' }, 1)
  expect(await the.told()).toEqual(['retracted'])
})

test('[O60] what the page said of itself is not told again by a list', async () => {
  const the = await telling('hook-standing-page')
  await the.clip('RETRACTED: On weights')
  expect(await the.told()).toEqual(['retracted'])
  await the.listed(notice)
  expect(await the.told()).toEqual(['retracted'])
})
