import { browser } from 'wxt/browser'

/**
 * What is kept here is read by our own pages alone, not by the scripts that a press puts into a page; Firefox has no such switch,
 * and there nothing of ours in a page asks for it. https://developer.chrome.com/docs/extensions/reference/api/storage#method-StorageArea-setAccessLevel
 */
export const keepStorageToOwnPages = async (): Promise<void> => {
  const { local, session, managed } = browser.storage
  for (const area of [local, session, managed]) {
    if ('setAccessLevel' in area) await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined)
  }
}
