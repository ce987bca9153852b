import { browser } from 'wxt/browser'

/** Values of `storage.local`; none where it cannot be read. */
export const readLocal = async (keys: string[] | null): Promise<Record<string, unknown>> => {
  try {
    return await browser.storage.local.get(keys)
  } catch {
    return {}
  }
}
