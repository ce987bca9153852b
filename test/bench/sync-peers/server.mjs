import '../../../shared/phi/by-language/provide.ts'
import '../../../shared/phi/sure/provide.ts'
import { makeDoc } from 'sync-peers/doc'
import { packed } from '../../../worker/http/pack.ts'
import { requestText } from '../../../worker/http/request-body.ts'
import { NetworkObject } from '../../../worker/bank/network-object.ts'
import { proposalOf } from './documents.mjs'

const actor = { id: 'bench', name: 'Bench', role: 'coordinator', site: '' }
const mostBytes = 512 * 1024
const atOnce = 500

/** The network's object as it is. Like every peer's server it is reached without the sign-in in front of it. */
export class Bank extends NetworkObject {
  /** One member pushes what no member may in so short a time. */
  constructor(state, env) {
    super(state, { ...env, MEMBER_LIMITS: '1000' })
  }

  ideas() {
    return Number(this.ctx.storage.sql.exec("SELECT count(*) AS count FROM entity WHERE kind = 'idea' AND body IS NOT NULL").one().count)
  }

  seed(count) {
    const context = { person: actor.id, role: actor.role, site: '', at: Date.now() }
    for (let from = 0; from < count; from += atOnce) {
      const steps = Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => ({
        asked: { id: crypto.randomUUID(), cseq: 0, at: 0, name: 'proposeIdea', args: proposalOf(makeDoc(from + index)) },
        context,
      }))
      this.replay(steps, [actor])
    }
  }
}

const answered = async (request, bank) => {
  const header = (name) => request.headers.get(name) ?? undefined
  const { status, body } = await bank.sync(await requestText({ req: { header, raw: request } }, mostBytes), actor)
  return packed(body, { status, headers: { 'content-type': 'application/json' }, accepted: header('accept-encoding') })
}

export default {
  async fetch(request, { BANK }) {
    const bank = BANK.get(BANK.idFromName('bench'))
    const url = new URL(request.url)
    if (url.pathname === '/watch') return bank.fetch(request)
    if (url.pathname === '/count') return Response.json({ count: await bank.ideas() })
    if (url.pathname === '/seed') return Response.json({ seeded: await bank.seed(Number(url.searchParams.get('n'))) })
    if (url.pathname.endsWith('/sync')) return answered(request, bank)
    return new Response(null, { status: 404 })
  },
}
