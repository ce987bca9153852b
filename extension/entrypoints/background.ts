import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'

export default defineBackground(() => {
  browser.action.onClicked.addListener((tab) => {
    void browser.sidePanel.open({ windowId: tab.windowId })
    if (tab.id !== undefined)
      void browser.scripting
        .executeScript({ target: { tabId: tab.id }, func: () => document.title })
        .then((r) => console.error(JSON.stringify(r)))
  })
})
