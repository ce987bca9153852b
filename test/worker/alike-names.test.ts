import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import type { MembersReply } from '../../shared/api/access.ts'
import type { FrameworkReply } from '../../shared/api/bank.ts'
import type { PageReply } from '../../shared/sync/protocol.ts'
import { addMembers, makeCode, redeemCode } from '../../worker/auth/one-time-codes.ts'
import { nameSkeleton, readsLikeStaff, staffSkeletons } from '../../shared/domain/name-skeleton.ts'
import { asBrowser, makeNetwork, proposal, requestOf, sync } from './network.ts'

const staff = staffSkeletons([
  { name: 'Ada Lovelace', role: 'coordinator' },
  { name: 'Ian Clark', role: 'admin' },
  { name: 'Marina Pérez', role: 'steering' },
])

describe('[W6] names that resemble another', () => {
  test.each([
    'Ada Lovelace',
    'ada  lovelace',
    'Ada Love-lace.',
    'Аda Lоvеlасе',
    'Αda Lovelace',
    'Ad\u0430 Lovelace',
    'Ａｄａ Ｌｏｖｅｌａｃｅ',
    '𝐀𝐝𝐚 𝐋𝐨𝐯𝐞𝐥𝐚𝐜𝐞',
    'Ada L0velace',
    'Ádà Lovélace',
    'lan Clark',
    'Ian CIark',
    'Iаn Сlаrk',
    'Marina Perez',
    'Мarina Рérez',
    'Marina Pe\u0301rez',
    'Marına Perez',
    'ian clark',
    'IAN CLARK',
    'ᴀᴅᴀ ʟᴏᴠᴇʟᴀᴄᴇ',
    'Ada Løvelace',
    'Ada Łovelaȼe',
    'Ꭺda Ꮮovelace',
    'ꓮda ꓡovelace',
    '🅐🅓🅐 Lovelace',
    '🅰da Lovelace',
    'Ada Lovelace (coordinator)',
    'Ada Lovelace, Admin',
    'Сoordinator Ada Lovelace',
    'Dr. Ada Lovelace, MD',
    'Marina Pérez – Coordinadora',
  ])('%s', (name) => {
    expect(readsLikeStaff({ name, role: 'contributor' }, staff)).toBe(true)
    expect(readsLikeStaff({ name, role: 'coordinator' }, staff)).toBe(false)
  })

  test.each([
    'Ada Lovell',
    'Adele Lovelace',
    'Mariana Pérez',
    'Ivan Clark',
    'Ян Кларк',
    '佐藤 花子',
    'רחל לוי',
    'Ada',
    '…',
    'Coordinator',
    'Dr. Ada',
    'Ada Lovelace Byron',
  ])('%s is another', (name) => {
    expect(readsLikeStaff({ name, role: 'contributor' }, staff)).toBe(false)
  })

  test('names of another script are not emptied', () => {
    for (const name of ['佐藤 花子', 'שרה', 'สมชาย', 'Ολγα']) expect(nameSkeleton(name)).not.toBe('')
  })
})

test('[W6] such names are shown with their site to everybody and marked for coordinators, whoever came first', async () => {
  const slug = 'alike'
  const members = await makeNetwork(slug)
  const alike = 'The \u0441oordinator of alike'
  const people = [
    { id: 'first-alike', name: alike, role: 'contributor', site: 'site-1' },
    { id: 'another', name: 'Somebody else', role: 'contributor', site: 'site-1' },
  ] as const
  await addMembers(env.DIRECTORY, slug, people, Date.now())
  const enter = async (person: string) => {
    const code = (await makeCode(env.DIRECTORY, 'device', person, slug, Date.now() + 60_000)) ?? ''
    const made = await redeemCode(env.DIRECTORY, code, 'device', 'x', Date.now())
    const member = { person, slug, token: made?.secret ?? '', cookie: '' }
    return (await sync(member, requestOf(crypto.randomUUID(), [proposal(1)]))) as PageReply
  }
  await enter('first-alike')
  await enter('another')
  const names = async (): Promise<string[]> => {
    const reply: FrameworkReply = await (await asBrowser(members.steering, `/v1/networks/${slug}/framework`)).json()
    return reply.people.map(({ name }) => name).toSorted()
  }
  // Nobody whom the bank knows has that name yet.
  expect(await names()).toContain(alike)
  await sync(members.coordinator, requestOf(crypto.randomUUID(), [proposal(1)]))
  const after = ['Somebody else', 'The coordinator of alike', `${alike} (site-1)`].toSorted()
  expect(await names()).toEqual(after)
  await enter('first-alike')
  expect(await names()).toEqual(after)
  const { members: lines }: MembersReply = await (await asBrowser(members.coordinator, `/v1/networks/${slug}/members`)).json()
  expect(lines.filter((line) => line.alike).map(({ person }) => person)).toEqual(['first-alike'])
})
