import { env } from 'cloudflare:workers'
import type { NewEvidenceReply } from '../../../shared/api/new-evidence.ts'
import { searching, searchSome } from '../../../worker/bank/lookups/search-some.ts'
import { asBrowser, makeNetwork, type TestMember } from '../network.ts'
import { ask, inBank, lookUpOnce } from './looking-up.ts'
import type { PublishedPaper } from './searched-papers.ts'

export const today = new Date().toISOString().slice(0, 10)

/** Publishes papers that a search with this word finds. */
export const publish = async (word: string, papers: Partial<PublishedPaper>[]): Promise<void> => {
  const whole = papers.map((paper) => ({ title: `On ${word}`, added: today, at: ['pubmed', 'europepmc'], ...paper }))
  await fetch(`${env.LOOKUP_ADDRESS}/publish/${word}`, { method: 'POST', body: JSON.stringify(whole) })
}

export const titlesIn = ({ papers }: NewEvidenceReply): string[] => papers.map(({ citation }) => citation.title ?? '').toSorted()

const due = (slug: string): Promise<number> =>
  inBank(slug, (sql) => Number(sql.exec('SELECT count(*) AS n FROM idea_question WHERE due <= ?', Date.now()).one()['n']))

/** Lets the alarm ring until no question waits. */
export const searchAll = async (slug: string): Promise<void> => {
  do {
    await lookUpOnce(slug)
    await new Promise((resolve) => setTimeout(resolve, 20))
  } while ((await due(slug)) > 0)
}

/** Lets so much time go by for the searches, in milliseconds. */
export const weekGoesBy = (slug: string, time = 7 * 24 * 60 * 60 * 1000): Promise<unknown> =>
  inBank(slug, (sql) => {
    sql.exec('UPDATE found_paper SET seen = seen - ?1, read = max(0, read - ?1)', time)
    for (const { idea, state } of sql.exec<{ idea: string; state: string }>('SELECT idea, state FROM idea_question').toArray()) {
      const older = state.replace(/"at":(\d+)/g, (_, at: string) => `"at":${Math.max(0, Number(at) - time)}`)
      sql.exec('UPDATE idea_question SET state = ?, due = ?, since = since - ? WHERE idea = ?', older, Date.now(), time, idea)
    }
    sql.exec('UPDATE lookup_service SET rests = 0')
  })

/** One part of the work that ends, as if killed, after so many requests; or while all services fail in one way. */
export const searchPart = (slug: string, { requests = 99, mode = '', services = ['pubmed', 'europepmc'] }): Promise<unknown> =>
  inBank(slug, (sql) => {
    let left = requests
    const work = {
      sql,
      asking: { contact: 'operator@hospital.example', instead: `${env.LOOKUP_ADDRESS}${mode && `/mode/${mode}`}` },
      services: searching(services),
      reserve: () => {
        left -= 1
        return left < 0 ? Promise.reject(new Error('killed')) : Promise.resolve(0)
      },
      now: () => Date.now(),
      patience: 500,
    }
    return searchSome(work).catch((error: unknown) => error)
  })

const json = async (
  member: TestMember,
  path: string,
  init?: Parameters<typeof asBrowser>[2],
): Promise<{ status: number; body: unknown }> => {
  const response = await asBrowser(member, `/v1/networks/${member.slug}/${path}`, init)
  return { status: response.status, body: await response.json() }
}

/** A network that sends searches, with an idea that asks by one word. */
export const searchingNetwork = async (slug: string, { on = true, searches = true, services = ['pubmed', 'europepmc'] } = {}) => {
  const members = await makeNetwork(slug)
  const set = (lookups: object): Promise<string> =>
    ask(members.admin, 'configureFramework', { set: { lookups: { on, services, ...lookups } } })
  await set({ searches })
  const idea = crypto.randomUUID()
  await ask(members.contributor, 'proposeIdea', { idea, change: 'Weigh infants at noon.' })
  const question = (search: string) => ({ population: 'infants', intervention: 'weighing at noon', search })
  return {
    ...members,
    slug,
    idea,
    set,
    question,
    asks: (search: string) => ask(members.coordinator, 'setEvidenceQuestion', { idea, question: question(search) }),
    json,
    found: async (member = members.coordinator, since = 0): Promise<NewEvidenceReply> =>
      (await json(member, `ideas/${idea}/new-evidence?since=${since}`)).body as NewEvidenceReply,
  }
}
