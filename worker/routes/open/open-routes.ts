import { Hono } from 'hono'
import { actorOf, bankOf } from '../../bank/bank-stub.ts'
import { honoPath, openApiDocument } from '../../open-api/document.ts'
import type { Operation } from '../../open-api/operation.ts'
import { about } from '../../open-api/operations.ts'
import { reading } from '../../open-api/reading.ts'
import { referencePage, referenceStyle } from '../../open-api/reference-page.ts'
import { batch, writing } from '../../open-api/writing.ts'
import type { AuthEnv } from '../middleware/authenticate.ts'
import { readAddress } from './asked.ts'
import { caller } from './caller.ts'
import { type ReadHandler, readHandlers } from './reading-routes.ts'
import { readReply } from './reply.ts'
import { answerBatch, answerWrite } from './writing-routes.ts'

/**
 * /api/v1, for other programs, by access token: every operation of worker/open-api, and none else. A new one is an entry there and, if it
 * reads, a handler in reading-routes.ts. No CORS: a page of another site gets nothing.
 */
export const openRoutes = new Hono<AuthEnv>()

for (const [name, operation] of Object.entries<Operation>(reading))
  openRoutes.get(honoPath(operation), caller(operation), async (c) => {
    const address = readAddress(c, operation)
    if (address instanceof Response) return address
    const asked = { c, ...address, bank: bankOf(c.env, c.get('member')), actor: actorOf(c.get('member')) }
    const answer = await (readHandlers[name as keyof typeof readHandlers] as unknown as ReadHandler)(asked)
    return answer instanceof Response ? answer : readReply(c, operation, answer)
  })

for (const operation of Object.values(writing))
  openRoutes.on(operation.method.toUpperCase(), [honoPath(operation)], caller(operation), async (c) => {
    const address = readAddress(c, operation)
    if (address instanceof Response) return address
    const { mutation } = operation
    return mutation ? answerWrite(c, { ...operation, mutation }, address.params) : c.notFound()
  })

openRoutes.post(honoPath(batch.runMutations), caller(batch.runMutations), async (c) => {
  const address = readAddress(c, batch.runMutations)
  return address instanceof Response ? address : answerBatch(c, batch.runMutations)
})

/** Made once for each address that this isolate answers at. */
const documents = new Map<string, string>()
const documentAt = (origin: string): string => {
  const made = documents.get(origin) ?? JSON.stringify(openApiDocument(origin))
  documents.clear()
  documents.set(origin, made)
  return made
}

const originOf = (address: string): string => new URL(address).origin

openRoutes.get(honoPath(about.getDocument), (c) => c.body(documentAt(originOf(c.req.url)), 200, { 'content-type': 'application/json' }))
openRoutes.get(honoPath(about.getReference), (c) => c.html(referencePage(openApiDocument(originOf(c.req.url)))))
openRoutes.get(honoPath(about.getReferenceStyle), (c) => c.body(referenceStyle, 200, { 'content-type': 'text/css; charset=utf-8' }))
