import * as v from 'valibot'
import { browser } from 'wxt/browser'
import type { Policy } from './managed-policy.ts'
import { readLocal } from './read-local.ts'

const hostsSchema = v.fallback(v.array(v.string()), [])

/** The most hosts that are remembered; the oldest goes first. */
const most = 200

/** Hosts of which a person at this computer said that their pages are public; the newest last. */
export const readPublicHosts = async (): Promise<string[]> => v.parse(hostsSchema, (await readLocal(['publicHosts']))['publicHosts'])

const write = (publicHosts: string[]): Promise<void> => browser.storage.local.set({ publicHosts })

export const forgetPublicHost = async (host: string): Promise<void> => write((await readPublicHosts()).filter((one) => one !== host))

export const rememberPublicHost = async (host: string): Promise<void> => {
  await forgetPublicHost(host)
  await write([...(await readPublicHosts()), host].slice(-most))
}

/** The host of an address with its port, since another port is another program; '' of what is no page of the web. */
const hostOf = (address: string): string => (/^https?:/i.test(address) ? (URL.parse(address)?.host ?? '') : '')

/** Whether a person said so of a page's host, and the policy lets that count for more than one clip. */
export const isPublicHost = async ({ rememberPublicPages = true }: Policy, address: string): Promise<boolean> => {
  const host = hostOf(address)
  return host !== '' && rememberPublicPages && (await readPublicHosts()).includes(host)
}
