import { expect, test } from 'vitest'
import type { NewsReply, DigestReply } from '../../shared/api/answers.ts'
import type { IdeaPage } from '../../shared/api/bank.ts'
import type { ImportedReply, ImportsReply, KnownClipsReply, KnownReply } from '../../shared/api/imports.ts'
import { asBrowser, makeNetwork, type TestMember } from './network.ts'

interface Result {
  id: string
  status: string
  code?: string
}
const get = async <Reply>(member: TestMember, path: string): Promise<Reply> =>
  (await asBrowser(member, `/v1/networks/${member.slug}${path}`)).json<Reply>()
const post = async <Reply>(member: TestMember, path: string, body: object): Promise<Reply> =>
  (await asBrowser(member, `/v1/networks/${member.slug}${path}`, { method: 'POST', body: JSON.stringify(body) })).json<Reply>()
const asked = async (member: TestMember, mutations: { id: string; name: string; args: object }[]): Promise<Result[]> =>
  (await post<{ results: Result[] }>(member, '/mutations', { mutations })).results

const rowsOf = (run: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: crypto.randomUUID(),
    name: 'importIdea',
    args: { idea: crypto.randomUUID(), run, file: 'ideas.csv', row: at + 2, change: `Change number ${at}`, day: 20_000 },
  }))
const removals = (run: string, ideas: readonly string[]) =>
  ideas.map((idea) => ({ id: crypto.randomUUID(), name: 'removeImported', args: { idea, run } }))

test('[O40] [O43] [O45] an import, sent twice, is in the bank once, and goes again but for what somebody touched', async () => {
  const { coordinator, contributor } = await makeNetwork('imports-whole')
  const run = crypto.randomUUID()
  const rows = rowsOf(run, 30)
  const ideas = rows.map(({ args }) => args.idea)
  expect((await asked(coordinator, rows.slice(0, 20))).map(({ status }) => status)).toEqual(Array(20).fill('ok'))
  // As after a reply that was lost, and a browser that begins the import again.
  expect((await asked(coordinator, rows)).map(({ status }) => status)).toEqual(Array(30).fill('ok'))
  const again = rows.map((row) => ({ ...row, id: crypto.randomUUID(), args: { ...row.args, run: crypto.randomUUID() } }))
  expect(new Set((await asked(coordinator, again)).map(({ code }) => code))).toEqual(new Set(['exists']))
  expect((await get<ImportsReply>(coordinator, '/imports')).runs).toMatchObject([
    { run, file: 'ideas.csv', made: 30, left: 30, by: coordinator.person },
  ])
  expect((await get<ImportedReply>(coordinator, `/imports/${run}`)).ideas).toEqual(ideas)
  const unknown = crypto.randomUUID()
  expect((await post<KnownReply>(coordinator, '/imports/known', { ideas: [...ideas, unknown] })).known.toSorted()).toEqual(ideas.toSorted())

  const [commented, watched] = ideas
  await asked(contributor, [
    {
      id: crypto.randomUUID(),
      name: 'commentIdea',
      args: { comment: crypto.randomUUID(), idea: commented, text: 'We do this.', question: false },
    },
    { id: crypto.randomUUID(), name: 'watchIdea', args: { idea: watched, watch: true } },
  ])
  const taken = await asked(coordinator, removals(run, ideas))
  expect(taken.map(({ code }) => code)).toEqual(['gone', 'gone', ...Array(28).fill(undefined)])
  expect((await get<ImportsReply>(coordinator, '/imports')).runs).toMatchObject([{ made: 30, left: 2 }])
  // What went may come again, and what is gone needs no second removal.
  expect((await asked(coordinator, removals(run, ideas.slice(2, 4)))).map(({ status }) => status)).toEqual(['ok', 'ok'])
  const anew = rowsOf(crypto.randomUUID(), 1).map((row) => ({ ...row, args: { ...row.args, idea: ideas[5] ?? '' } }))
  expect((await asked(coordinator, anew)).map(({ status }) => status)).toEqual(['ok'])
})

test('[O42] nobody is told, and the history says where it comes from', async () => {
  const { coordinator, contributor } = await makeNetwork('imports-news')
  const [row] = rowsOf(crypto.randomUUID(), 1).map((one) => ({ ...one, args: { ...one.args, behalf: { member: contributor.person } } }))
  // Whoever speaks is known to the bank from then on.
  await asked(contributor, [{ id: crypto.randomUUID(), name: 'proposeIdea', args: { idea: crypto.randomUUID(), change: 'Weigh at noon' } }])
  expect((await asked(coordinator, row ? [row] : [])).map(({ status }) => status)).toEqual(['ok'])
  const idea = row?.args.idea ?? ''
  expect((await get<NewsReply>(contributor, '/news')).items.filter((one) => one.idea === idea)).toEqual([])
  expect((await get<DigestReply>(coordinator, '/digest')).happenings.filter((one) => one.idea.id === idea)).toEqual([])
  const page = await get<IdeaPage>(coordinator, `/ideas/${idea}`)
  expect(page.idea).toMatchObject({
    proposedBy: contributor.person,
    enteredBy: coordinator.person,
    imported: { file: 'ideas.csv', row: 2 },
  })
  expect(page.history.map(({ name }) => name)).toEqual(['importIdea'])
})

test('[O41] [O34] others bring in nothing, and a patient is refused and kept nowhere', async () => {
  const { coordinator, contributor } = await makeNetwork('imports-guard')
  const rows = rowsOf(crypto.randomUUID(), 1)
  expect((await asked(contributor, rows)).map(({ code }) => code)).toEqual(['forbidden'])
  const patient = rowsOf(crypto.randomUUID(), 1).map((row) => ({
    ...row,
    args: { ...row.args, problem: 'Patient Jane Hollow, MRN 99120034, was cold.' },
  }))
  expect((await asked(coordinator, patient)).map(({ code }) => code)).toEqual(['patient-information'])
  expect((await get<ImportsReply>(coordinator, '/imports')).runs).toEqual([])
})

const clipsOf = (run: string, count: number, idea: string[] = []) =>
  Array.from({ length: count }, (_, at) => ({
    id: crypto.randomUUID(),
    name: 'importEvidence',
    args: {
      evidence: crypto.randomUUID(),
      run,
      file: 'library.ris',
      row: 1 + 20 * at,
      citation: {
        type: 'article-journal',
        title: `Warm towels, part ${at}`,
        DOI: `10.5555/towels.${at}`,
        standing: 'retracted',
        standingSeen: 'type',
      },
      ideas: idea,
    },
  }))

test('[O46] [O47] references come in once, are found by their identifiers, and go again but for what somebody weighed', async () => {
  const { coordinator, contributor } = await makeNetwork('imports-references')
  const [idea, run] = [crypto.randomUUID(), crypto.randomUUID()]
  await asked(coordinator, [{ id: crypto.randomUUID(), name: 'proposeIdea', args: { idea, change: 'Weigh at noon' } }])
  const clips = clipsOf(run, 12, [idea])
  const ids = clips.map(({ args }) => args.evidence)
  expect((await asked(coordinator, clips.slice(0, 8))).map(({ status }) => status)).toEqual(Array(8).fill('ok'))
  // As after a reply that was lost, and a browser that begins the import again.
  expect((await asked(coordinator, clips)).map(({ status }) => status)).toEqual(Array(12).fill('ok'))
  const again = clips.map((clip) => ({ ...clip, id: crypto.randomUUID() }))
  expect(new Set((await asked(coordinator, again)).map(({ code }) => code))).toEqual(new Set(['exists']))
  expect((await get<ImportsReply>(coordinator, '/imports')).runs).toMatchObject([
    { run, of: 'evidence', file: 'library.ris', made: 12, left: 12 },
  ])
  expect(await get<ImportedReply>(coordinator, `/imports/${run}`)).toEqual({ ideas: [], evidence: ids })

  const known = await post<KnownClipsReply>(coordinator, '/imports/known-clips', {
    evidence: [ids[3], crypto.randomUUID()],
    keys: ['doi:10.5555/towels.1', 'doi:10.5555/none'],
  })
  expect(known).toMatchObject({
    known: [ids[3]],
    clips: [
      { id: ids[1], citation: { DOI: '10.5555/towels.1', title: 'Warm towels, part 1' } },
      { id: ids[3], citation: { DOI: '10.5555/towels.3', title: 'Warm towels, part 3' } },
    ],
  })

  const page = await get<IdeaPage>(coordinator, `/ideas/${idea}`)
  expect(page.evidence[0]).toMatchObject({ kind: null, citation: { standing: 'retracted' }, imported: { file: 'library.ris', run } })
  expect(page.history.filter(({ name }) => name === 'importEvidence')).toHaveLength(12)
  expect((await asked(contributor, clipsOf(run, 1))).map(({ code }) => code)).toEqual(['forbidden'])

  await asked(coordinator, [
    { id: crypto.randomUUID(), name: 'assessEvidence', args: { evidence: ids[0], idea, set: { direction: 'against' } } },
    { id: crypto.randomUUID(), name: 'detachEvidence', args: { evidence: ids[1], idea } },
  ])
  const taken = await asked(
    coordinator,
    ids.map((evidence) => ({ id: crypto.randomUUID(), name: 'removeImportedEvidence', args: { evidence, run } })),
  )
  expect(taken.map(({ code }) => code)).toEqual(['gone', 'gone', ...Array(10).fill(undefined)])
  expect((await get<ImportsReply>(coordinator, '/imports')).runs).toMatchObject([{ made: 12, left: 2 }])
})
