import { browser } from 'wxt/browser'

/** Nothing of a tab that is gone, and no address or title where `activeTab` does not tell them. */
export const tabOf = async (tab: number): Promise<{ address: string; title: string }> => {
  try {
    const { url = '', title = '' } = await browser.tabs.get(tab)
    return { address: url, title }
  } catch {
    return { address: '', title: '' }
  }
}
