import { browser } from 'wxt/browser'

/** Firefox's side bar; Chrome's types do not know it. */
interface WithSidebar {
  sidebarAction?: { open: () => Promise<void> }
}

/** Must be called at once in the handler of a person's act: after the first `await` the browser refuses. */
export const openPanel = (tab: { windowId: number } | undefined): Promise<void> => {
  const { sidebarAction } = browser as unknown as WithSidebar
  if (sidebarAction) return sidebarAction.open()
  return tab ? browser.sidePanel.open({ windowId: tab.windowId }) : Promise.resolve()
}
