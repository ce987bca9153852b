import { expect, inject, test } from 'vitest'
import { Webhook } from 'standardwebhooks'
import type { HookDelivery } from '../../../shared/api/webhooks.ts'
import { goBy, inBank, ask, listening, post, ring, seenBy, setting, tellNow } from './listening.ts'

interface Payload {
  type: string
  timestamp: string
  data: Record<string, unknown>
}
const payload = ({ body }: { body: string }): Payload => JSON.parse(body) as Payload
const hour = 60 * 60 * 1000

test('[O60] [O61] a new idea arrives once, signed so that the library of Standard Webhooks verifies it, with ids and states only', async () => {
  const the = await listening('hook-arrives')
  const idea = crypto.randomUUID()
  await ask(the.contributor, 'proposeIdea', { idea, change: 'Weigh at noon', problem: 'They differ.', site: 'site-1' })
  await ring(the.slug)
  expect(await the.seen()).toEqual([])
  await tellNow(the.slug)
  await ring(the.slug)
  const received = await the.seen()
  expect(received).toHaveLength(1)
  const [first] = received
  if (!first) throw new Error('Nothing came')
  const { headers, body } = first
  expect(new Webhook(the.secret).verify(body, headers)).toEqual(JSON.parse(body))
  expect(() => new Webhook(the.secret).verify(body.replace('site-1', 'site-2'), headers)).toThrow()
  expect(payload({ body })).toEqual({
    type: 'idea.proposed',
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    data: {
      network: the.slug,
      link: `http://localhost/ideas/${idea}`,
      idea: { id: idea, pathway: null, phase: 'idea', disposition: 'active', onHold: false, topic: '', site: 'site-1' },
      site: 'site-1',
    },
  })
  expect(await the.deliveries()).toMatchObject([
    { state: 'sent', status: 200, length: 6, tries: 1, problem: '', event: headers['webhook-id'] },
  ])
})

test('[O61] while a secret is rotated both verify, and after a day the new one alone', async () => {
  const the = await listening('hook-rotates')
  const { secret } = await (await post(the.admin, `/hooks/${the.hook.id}/secret`)).json<{ secret: string }>()
  await post(the.admin, `/hooks/${the.hook.id}/test`)
  await goBy(the.slug, 25 * hour)
  await post(the.admin, `/hooks/${the.hook.id}/test`)
  const [both, alone] = await the.seen()
  for (const one of [the.secret, secret]) expect(new Webhook(one).verify(both?.body ?? '', both?.headers ?? {})).toBeTruthy()
  expect(new Webhook(secret).verify(alone?.body ?? '', alone?.headers ?? {})).toBeTruthy()
  expect(() => new Webhook(the.secret).verify(alone?.body ?? '', alone?.headers ?? {})).toThrow()
  expect(alone?.headers['webhook-signature']).toMatch(/^v1,\S+$/)
})

test('[O62] what its author took back, deleted or withdrew within minutes is told to nobody', async () => {
  const the = await listening('hook-undone')
  const [kept, withdrawn, comment] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  await ask(the.contributor, 'proposeIdea', { idea: kept, change: 'Weigh at noon', problem: 'They differ.' })
  await ask(the.contributor, 'proposeIdea', { idea: withdrawn, change: 'Weigh at one', problem: 'They differ.' })
  await ask(the.contributor, 'withdrawIdea', { idea: withdrawn })
  const declined = await ask(the.coordinator, 'endIdea', { idea: kept, as: 'declined', reason: 'already-done', sentence: 'It is done.' })
  await ask(the.coordinator, 'takeBack', { mutation: declined })
  await ask(the.coordinator, 'commentIdea', { idea: kept, comment, text: 'By which scale?', question: true })
  await ask(the.coordinator, 'deleteComment', { idea: kept, comment })
  await tellNow(the.slug)
  expect((await the.seen()).map((one) => payload(one).type)).toEqual(['idea.proposed'])
})

test('[O60] each kind of event is told with what became of it', async () => {
  const the = await listening('hook-kinds')
  const [idea, other, third] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const evidence = crypto.randomUUID()
  for (const one of [idea, other, third])
    await ask(the.contributor, 'proposeIdea', { idea: one, change: 'Weigh at noon', problem: 'They differ.' })
  await ask(the.coordinator, 'commentIdea', { idea, comment: crypto.randomUUID(), text: 'By which scale?', question: true })
  await ask(the.contributor, 'commentIdea', { idea, comment: crypto.randomUUID(), text: 'The new one.' })
  await ask(the.contributor, 'commentIdea', { idea, comment: crypto.randomUUID(), text: 'I forgot to say more.' })
  await ask(the.coordinator, 'classifyIdea', { idea, pathway: 'single-site', override: 'Agreed.' })
  await ask(the.coordinator, 'moveIdea', { idea, to: 'design', override: true, reason: 'Agreed.' })
  await ask(the.coordinator, 'moveIdea', { idea, to: 'design', override: true, reason: 'Agreed.' })
  await ask(the['site-lead'], 'expressStance', { idea, site: 'site-1', stance: 'testing' })
  await ask(the['site-lead'], 'expressStance', { idea, site: 'site-1', stance: 'tested', result: 'improved' })
  await ask(the.coordinator, 'endIdea', { idea: other, as: 'declined', reason: 'already-done', sentence: 'It is done.' })
  await ask(the.contributor, 'holdIdea', { idea: third, why: 'Two fell.' })
  const citation = { type: 'article-journal', title: 'RETRACTED: On weights' }
  await ask(the.contributor, 'clipEvidence', { evidence, citation, ideas: [] })
  await ask(the.contributor, 'clipEvidence', { evidence: crypto.randomUUID(), citation: { ...citation, title: 'On weights' }, ideas: [] })
  await tellNow(the.slug)
  const told = (await the.seen()).map((one) => {
    const { type, data } = payload(one)
    const { link: _link, network: _network, idea: about, comment: _comment, ...rest } = data
    return { type, of: (about as { id: string } | undefined)?.id, ...rest }
  })
  expect(told).toEqual([
    { type: 'idea.proposed', of: idea, site: 'site-1' },
    { type: 'idea.proposed', of: other, site: 'site-1' },
    { type: 'idea.proposed', of: third, site: 'site-1' },
    { type: 'idea.question', of: idea },
    { type: 'idea.answer', of: idea },
    { type: 'idea.decided', of: idea, state: 'classified', to: 'single-site' },
    { type: 'idea.moved', of: idea, state: 'moved', to: 'design' },
    { type: 'idea.result', of: idea, site: 'site-1', result: 'improved' },
    { type: 'idea.decided', of: other, state: 'declined', reason: 'already-done' },
    { type: 'idea.held', of: third, state: 'held' },
    { type: 'evidence.standing', of: undefined, evidence, standing: 'retracted' },
  ])
})

test('[O63] no text that somebody typed and nobody’s id or name is sent or kept, unless the admin says so, and names never', async () => {
  const the = await listening('hook-words')
  const { hook } = await the.add({ ...setting('ok', `${the.key}-words`), words: true })
  const idea = crypto.randomUUID()
  await ask(the.contributor, 'proposeIdea', { idea, change: 'Weigh at noon', problem: 'They differ.', nameHidden: true })
  await ask(the.coordinator, 'commentIdea', { idea, comment: crypto.randomUUID(), text: 'By which scale?', question: true })
  await ask(the.contributor, 'commentIdea', { idea, comment: crypto.randomUUID(), text: 'The new one.' })
  await ask(the.coordinator, 'endIdea', { idea, as: 'declined', reason: 'already-done', sentence: 'Three sites do it.' })
  await tellNow(the.slug)
  const without = (await the.seen()).map(({ body }) => body)
  const worded = (await seenBy(`${the.key}-words`)).map(({ body }) => body)
  expect(without).toHaveLength(4)
  expect(worded).toHaveLength(4)
  for (const text of ['noon', 'scale', 'new one', 'Three', 'differ']) expect(without.join()).not.toContain(text)
  for (const text of ['Weigh at noon', 'By which scale?', 'The new one.', 'Three sites do it.']) expect(worded.join()).toContain(text)
  for (const person of [the.contributor.person, the.coordinator.person, 'The contributor', 'The coordinator'])
    expect([...without, ...worded].join()).not.toContain(person)
  const kept = await inBank(the.slug, (sql) =>
    JSON.stringify([...sql.exec('SELECT * FROM hook_event'), ...sql.exec('SELECT * FROM hook_delivery')]),
  )
  for (const text of ['noon', 'scale', 'new one', 'Three', the.contributor.person]) expect(kept).not.toContain(text)
  expect((await the.deliveries(hook.id)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent'])
})

/** Each bad receiver, and how its first try ends. */
const bad: Record<string, Partial<HookDelivery>> = {
  dead: { state: 'waiting', problem: 'unreachable', status: 0 },
  broken: { state: 'waiting', problem: 'unreachable', status: 0 },
  redirect: { state: 'waiting', problem: 'redirect', status: 302 },
  error: { state: 'waiting', problem: 'status', status: 500, length: 4 },
  busy: { state: 'waiting', problem: 'status', status: 429 },
  gone: { state: 'failed', problem: 'status', status: 410, due: null },
  endless: { state: 'sent', problem: '', status: 200 },
  slow: { state: 'waiting', problem: 'timeout', status: 0 },
}

test.for(Object.entries(bad))('[O64] [O65] a receiver that is %s delays neither the bank nor other receivers', async ([kind, ends]) => {
  const the = await listening(`hook-${kind}`, kind)
  await the.add(setting('ok', `${the.key}-other`))
  for (const change of ['Weigh at noon', 'Weigh at one'])
    await ask(the.contributor, 'proposeIdea', { idea: crypto.randomUUID(), change, problem: 'They differ.' })
  await goBy(the.slug, 400_000)
  // The bank answers while the alarm waits for the receiver.
  let rung = false
  const ringing = ring(the.slug).then(() => (rung = true))
  await ask(the.contributor, 'proposeIdea', { idea: crypto.randomUUID(), change: 'Weigh at two', problem: 'They differ.' })
  if (kind === 'slow') expect(rung).toBe(false)
  await ringing
  const lines = await the.deliveries()
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatchObject(ends)
  // Five seconds later the alarm rings by itself, and one that waits is tried again.
  expect(lines[1]?.tries).toBeGreaterThan(0)
  // One that failed is left alone before it is told the next thing.
  if (ends.state === 'waiting') expect(lines[0]).toMatchObject({ tries: 0 })
  expect(await seenBy(`${the.key}-other`)).toHaveLength(2)
  expect(await seenBy(`${the.key}-redirected`)).toEqual([])
  expect((await the.line())?.state).toBe(kind === 'gone' ? 'gone' : 'on')
})

test('[O65] what failed is tried again with the same id until it arrives, and a day at most', async () => {
  const the = await listening('hook-again', 'flaky')
  await ask(the.contributor, 'proposeIdea', { idea: crypto.randomUUID(), change: 'Weigh at noon', problem: 'They differ.' })
  await tellNow(the.slug)
  expect(await the.line()).toMatchObject({ failures: 1, waiting: 1 })
  await goBy(the.slug, 6000)
  await ring(the.slug)
  const ids = (await the.seen()).map(({ headers }) => headers['webhook-id'])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(await the.deliveries()).toMatchObject([{ state: 'sent', tries: 2, status: 204, due: null }])
  expect(await the.line()).toMatchObject({ failures: 0, waiting: 0 })

  const never = await listening('hook-never', 'error')
  await ask(never.contributor, 'proposeIdea', { idea: crypto.randomUUID(), change: 'Weigh at noon', problem: 'They differ.' })
  await tellNow(never.slug)
  let [hours, last] = [0, (await never.deliveries())[0]]
  for (; last?.due && hours < 100; hours += 1) {
    await goBy(never.slug, hour)
    await ring(never.slug)
    last = (await never.deliveries())[0]
  }
  expect(last).toMatchObject({ state: 'failed', due: null, problem: 'status' })
  expect(last?.tries).toBeGreaterThan(5)
  expect(last?.tries).toBeLessThan(10)
  expect(hours).toBeGreaterThan(12)
  expect(hours).toBeLessThanOrEqual(25)
})

test('[O66] a line of the log can be sent again, with the same id; what waits while it is paused goes on with it', async () => {
  const the = await listening('hook-replay')
  const change = (state: string) => post(the.admin, `/hooks/${the.hook.id}`, { state })
  await change('paused')
  await ask(the.contributor, 'proposeIdea', { idea: crypto.randomUUID(), change: 'Weigh at noon', problem: 'They differ.' })
  await tellNow(the.slug)
  expect(await the.seen()).toEqual([])
  expect(await the.deliveries()).toMatchObject([{ state: 'waiting' }])
  await change('on')
  await ring(the.slug)
  const number = (await the.deliveries())[0]?.number
  await post(the.admin, `/hooks/${the.hook.id}/deliveries/${number}`)
  await ring(the.slug)
  const received = await the.seen()
  expect(received).toHaveLength(2)
  expect(received[0]?.headers['webhook-id']).toBe(received[1]?.headers['webhook-id'])
  expect(received[0]?.body).toBe(received[1]?.body)
})

test('[O67] killed between sending and writing that down, it is sent again with the same id', async () => {
  const the = await listening('hook-killed', 'slow')
  await ask(the.contributor, 'proposeIdea', { idea: crypto.randomUUID(), change: 'Weigh at noon', problem: 'They differ.' })
  await goBy(the.slug, 400_000)
  const ringing = ring(the.slug).catch(() => 'killed')
  while ((await the.seen()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  await inBank(the.slug, (_, state) => state.abort('power cut')).catch(() => undefined)
  await ringing
  expect(await the.deliveries()).toMatchObject([{ state: 'waiting', tries: 0 }])
  await post(the.admin, `/hooks/${the.hook.id}`, { address: `${inject('receiver')}/ok/${the.key}` })
  // An alarm that rang by itself before that still waits for the slow one; what then failed is tried again some time later.
  for (await ring(the.slug); (await the.deliveries())[0]?.state === 'waiting'; await ring(the.slug)) await goBy(the.slug, 60_000)
  const ids = (await the.seen()).map(({ headers }) => headers['webhook-id'])
  expect(ids.length).toBeGreaterThan(1)
  expect(new Set(ids).size).toBe(1)
  expect(await the.deliveries()).toMatchObject([{ state: 'sent' }])
})

test('[O68] a webhook is told nothing that happened before it was made, nothing that it did not choose, and nothing of another network', async () => {
  const the = await listening('hook-before', 'ok', { events: ['idea.decided'] })
  const elsewhere = await listening('hook-elsewhere')
  const idea = crypto.randomUUID()
  await ask(the.contributor, 'proposeIdea', { idea, change: 'Weigh at noon', problem: 'They differ.' })
  await ask(the.coordinator, 'endIdea', { idea, as: 'declined', reason: 'already-done', sentence: 'It is done.' })
  await goBy(the.slug, 400_000)
  await the.add(setting('ok', `${the.key}-late`))
  await ring(the.slug)
  await tellNow(elsewhere.slug)
  expect((await the.seen()).map((one) => payload(one).type)).toEqual(['idea.decided'])
  expect(await seenBy(`${the.key}-late`)).toEqual([])
  expect(await elsewhere.seen()).toEqual([])
})
