import { expect, test } from 'vitest'
import { receiverFault } from '../../../worker/bank/webhooks/receiver-address.ts'
import { listening, post, setting } from './listening.ts'

const outside = { development: false, own: 'gleaner.example.com' }

/** Spellings of places that are not of the public Internet: of this machine, of private networks, and of what clouds answer at. */
const closed = `
  127.0.0.1 127.1 2130706433 0x7f.1 0x7f000001 0177.0.0.1 127.0.0.1. ①②⑦.⓪.⓪.① 127。0。0。1 %31%32%37.0.0.1 0.0.0.0 0 10.0.0.1
  10.255.255.255 172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1 169.254.169.254 198.18.0.1 192.0.0.192 168.63.129.16
  224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 0xa9fea9fe 2852039166 0251.0xfe.169.254 [::1] [::] [0:0:0:0:0:0:0:1]
  [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1] [::127.0.0.1] [64:ff9b::127.0.0.1] [64:ff9b::a00:1]
  [64:ff9b:1::a00:1] [2002:7f00:1::] [2002:a00:1::1] [2001:0:7f00:1::1] [2001:db8::1] [fc00::1] [fd00:ec2::254] [fe80::1]
  [fec0::1] [ff02::1] [100::1] [3fff::1] [5f00::1] [4000::1] localhost LOCALHOST localhost. a.localhost
  localhost.localdomain printer.local bank.internal metadata.google.internal wiki.intranet router.lan nas.home
  nas.home.arpa mail.corp x.private intranet hook.test x.invalid x.onion 127.0.0.1.nip.io 10-0-0-1.sslip.io localtest.me
  a.lvh.me １27.0.0.1 ｌocalhost
`
  .trim()
  .split(/\s+/)

test.for(closed)('[O70] https://%s is not sent to', (host) => {
  expect(receiverFault(`https://${host}/hook`, outside)).toMatch(/^(?:private|unreadable)$/)
  expect(receiverFault(`https://${host}:8443/hook`, outside)).toMatch(/^(?:private|unreadable)$/)
})

test.for([
  'https://example.com/hook',
  'https://hooks.slack.com/services/T0/B0/x',
  'https://prod-01.westeurope.logic.azure.com:443/workflows/x/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2F&sig=y',
  'https://8.8.8.8/',
  'https://[2606:4700:4700::1111]/',
  'https://[64:ff9b::808:808]/',
  'https://[2002:808:808::1]/',
  'https://11.0.0.1/',
  'https://172.32.0.1/',
  'https://192.169.0.1/',
  'https://100.128.0.1/',
  'https://localhost.example.net/',
  'https://local.example.net/',
  'https://münchen.example.net/',
])('[O70] %s is sent to', (address) => {
  expect(receiverFault(address, outside)).toBeUndefined()
})

test.for([
  ['http://example.com/', 'not-https'],
  ['ftp://example.com/', 'not-https'],
  ['javascript:alert(1)', 'not-https'],
  ['file:///etc/passwd', 'not-https'],
  ['https://user:secret@example.com/', 'unreadable'],
  ['https://user@example.com/', 'unreadable'],
  ['https://example.com/#part', 'unreadable'],
  ['example.com', 'unreadable'],
  ['', 'unreadable'],
  ['https://', 'unreadable'],
  ['https://gleaner.example.com/v1/me', 'own'],
] as const)('[O70] %s: %s', ([address, fault]) => {
  expect(receiverFault(address, outside)).toBe(fault)
})

test('[O70] on a developer’s machine this machine may be sent to, and no other private address', () => {
  const here = { development: true, own: 'localhost:8787' }
  for (const address of ['http://localhost:9000/', 'http://127.0.0.1:9000/', 'http://[::1]:9000/'])
    expect(receiverFault(address, here)).toBeUndefined()
  for (const address of ['http://10.0.0.1/', 'https://10.0.0.1/', 'http://printer.local/', 'http://localhost:8787/v1/me'])
    expect(receiverFault(address, here)).toBeDefined()
})

test('[O70] [A7] an admin who asks for such an address is told why, and nothing is kept', async () => {
  const the = await listening('hook-address')
  for (const [address, error] of [
    ['https://169.254.169.254/latest', 'address'],
    ['http://example.com/', 'address'],
    ['https://exa mple.com/', 'malformed'],
  ]) {
    const answer = await post(the.admin, '/hooks', { ...setting('ok', 'x'), address })
    expect(answer.status).toBe(400)
    const text = await answer.text()
    expect(text).toContain(`"error":"${error}"`)
    expect(text).not.toContain('169.254')
  }
  expect((await post(the.admin, `/hooks/${the.hook.id}`, { address: 'https://10.0.0.1/' })).status).toBe(400)
  expect(await the.line()).toMatchObject({ address: the.hook.address })
})

test('[O70] [P2] the name of a webhook is read by the patient guard', async () => {
  const the = await listening('hook-name')
  const answer = await post(the.admin, '/hooks', { ...setting('ok', 'x'), name: 'patient John Smith MRN 12345678' })
  expect(await answer.json()).toMatchObject({ error: 'patient-information' })
})
