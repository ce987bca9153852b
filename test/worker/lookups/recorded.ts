import { env } from 'cloudflare:workers'
import type { Evidence } from '../../../shared/domain/entities.ts'
import { type AskedService, askedServices } from '../../../shared/lookups/assertion.ts'
import { enroll, itemOf, undoTime } from '../../../worker/bank/lookups/lookup-items.ts'
import { questionsTo } from '../../../worker/lookups/look-up.ts'
import { ask as askService } from '../../../worker/lookups/request.ts'
import { lookUpSome } from '../../../worker/bank/lookups/look-up-some.ts'
import type { Fault } from './faults.ts'
import { ask, type asking, clipIn, inBank, workOf } from './looking-up.ts'

type Asking = Awaited<ReturnType<typeof asking>>

/** An item that real services were recorded about, and the clip of it. */
export interface RecordedClip {
  /** "crossref/doi-sici.json". */
  file: string
  service: AskedService
  /** Its DOI, PMID or number of a registry. */
  id: string
  clip: string
}

/** Milliseconds after which a service that fails is given up: soon where its answer never ends. */
const patienceWith = (mode: Fault): number => (mode === 'slow' || mode === 'stalled' ? 30 : 5000)

interface Listed {
  file: string
  citation: { DOI?: string; PMID?: string; number?: string }
}

/** What lies beside the project (test/worker/lookups/recorded-services.ts); nothing where it does not. */
export const recorded: Listed[] = await (await fetch(`${env.LOOKUP_ADDRESS}/recorded`)).json()

/** Clips each recorded item by its identifier alone, and attaches the clips to an idea that rests on them. */
export const clipRecorded = async (
  the: Asking,
  services: readonly AskedService[] = askedServices,
  idea?: string,
): Promise<RecordedClip[]> => {
  const clips: RecordedClip[] = []
  for (const { file, citation } of recorded) {
    const service = askedServices.find((one) => file.startsWith(`${one}/`))
    if (!service || !services.includes(service)) continue
    const clip = await the.clip(citation.number ? { ...citation, type: 'entry' } : citation)
    if (idea) await ask(the.coordinator, 'attachEvidence', { evidence: clip, idea })
    clips.push({ file, service, id: citation.DOI ?? citation.PMID ?? citation.number ?? '', clip })
  }
  return clips
}

export const clipsNow = (slug: string, clips: readonly RecordedClip[]): Promise<Evidence[]> =>
  Promise.all(clips.map(({ clip }) => clipIn(slug, clip)))

/** What became of one clip: what is kept with it, and which services have told of its item. */
export interface Outcome {
  kept: Pick<Evidence, 'citation' | 'lookedUp'>
  answered: string[]
  due: number
}

/** What is said of each clip's item, without the days on which it was heard. */
export const saidOf = (outcomes: readonly Outcome[]): string[][] =>
  outcomes.map(({ kept }) => (kept.lookedUp?.said ?? []).map(({ asked: _, ...one }) => JSON.stringify(one)).toSorted())

const outcomesOf = (sql: SqlStorage, clips: readonly RecordedClip[]): Outcome[] =>
  clips.map(({ clip }) => {
    const { body } = sql.exec<{ body: string }>("SELECT body FROM entity WHERE kind = 'evidence' AND id = ?", clip).one()
    const { citation, lookedUp } = JSON.parse(body) as Evidence
    const { answers = {}, due = 0 } = itemOf(sql, clip) ?? {}
    return { kept: { citation, ...(lookedUp && { lookedUp }) }, answered: Object.keys(answers), due }
  })

/** Asks every service about every item, in as many parts as that takes; in one mode all of them fail in that way. */
export const askAll = (
  slug: string,
  clips: readonly RecordedClip[],
  mode?: Fault,
  services: readonly AskedService[] = askedServices,
): Promise<Outcome[]> =>
  inBank(slug, async (sql, state) => {
    do enroll(sql, Date.now() - undoTime)
    while (itemOf(sql, clips.at(-1)?.clip ?? '') === undefined)
    sql.exec('UPDATE lookup_item SET due = 0')
    // A service that fails rests; here it is asked about the next items all the same.
    for (let next: number | undefined = 0; next !== undefined && next <= Date.now();) {
      sql.exec('DELETE FROM lookup_service')
      next = await lookUpSome(workOf(state, services, mode, mode && patienceWith(mode)))
    }
    return outcomesOf(sql, clips)
  })

/** Makes the clips as they were before anybody was asked. */
export const forgetAnswers = (slug: string, before: readonly Evidence[]): Promise<void> =>
  inBank(slug, (sql) => {
    for (const item of before) sql.exec("UPDATE entity SET body = ? WHERE kind = 'evidence' AND id = ?", JSON.stringify(item), item.id)
    sql.exec("UPDATE lookup_item SET answers = '{}', ids = json_remove(ids, '$.apart')")
  })

/** What the service that an item was recorded at answers about it alone, as it is read. */
export const readAlone = async ({ service, id }: RecordedClip, mode: Fault): Promise<object> => {
  const asking = { contact: 'operator@hospital.example', openAlexKey: 'key', instead: `${env.LOOKUP_ADDRESS}/mode/${mode}` }
  const wanted = service === 'clinicaltrials' ? { trial: id } : service === 'pubmed' ? { pmid: id } : { doi: id.toLowerCase() }
  const [question] = questionsTo(service, [wanted], asking, 1)
  if (!question) throw new Error(`no question to ${service}`)
  return question.read(await askService(question.address, asking.contact, Date.now(), patienceWith(mode)))
}
