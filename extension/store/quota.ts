import { browser } from 'wxt/browser'

/** How much this browser keeps for the extension, in bytes, and whether it may throw it away when the disk runs short. */
export interface StorageQuota {
  used: number
  quota: number
  persisted: boolean
  /** Less than 20 MB or a tenth is left. */
  isNearlyFull: boolean
}

/** Free space below which the person is warned, in bytes. */
const enough = 20 * 1024 * 1024

export const quotaOf = (used: number, quota: number, persisted: boolean): StorageQuota => ({
  used,
  quota,
  persisted,
  isNearlyFull: quota > 0 && (quota - used < enough || used / quota > 0.9),
})

/**
 * Whether the browser keeps it. Firefox agrees at once where the permission `unlimitedStorage` was given; Chromium always answers
 * no to an extension, and exempts one with that permission from quota and eviction alike.
 * https://developer.chrome.com/docs/extensions/develop/concepts/storage-and-cookies
 */
const isKept = async (): Promise<boolean> =>
  (await navigator.storage.persisted()) ||
  (await navigator.storage.persist()) ||
  browser.runtime.getManifest().permissions?.includes('unlimitedStorage') === true

/** `undefined` where the browser does not say. */
export const readQuota = async (): Promise<StorageQuota | undefined> => {
  const { usage, quota } = await navigator.storage.estimate()
  return usage === undefined || quota === undefined ? undefined : quotaOf(usage, quota, await isKept())
}
