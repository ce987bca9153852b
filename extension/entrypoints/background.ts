import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { onToastAlarm, showToast } from '../background/badge.ts'
import { browserMessage } from '../browser/browser-messages.ts'
import { clipTab, readAgain } from '../capture/capture.ts'
import type { DraftStart } from '../store/draft.ts'
import { onMessage } from '../browser/messages.ts'
import { onConnectionChange } from '../connection/connection.ts'
import { keepStorageToOwnPages } from '../browser/own-storage.ts'
import { onLossRead, onSyncAlarm, refresh, SyncRunner } from '../background/sync-scheduler.ts'
import { bringAnswer, bringCode, isConnectAnswer, isStartPage } from '../account/connect-answer.ts'
import { onDeviceCodeAlarm } from '../account/device-code.ts'
import { lockIfIdle, onIdleAlarm } from '../account/lock.ts'
import { onTabsGone, settleDrafts } from '../drafts/draft-tabs.ts'
import { suggestionsScript } from '../background/load-bank-suggestions.ts'
import { pageScript } from '../capture/load-page-rules.ts'
import { quickScript } from '../capture/load-quick-rules.ts'
import { languagesScript } from '../capture/quick-languages.ts'
import { onInstallLoad } from '../browser/load-script.ts'
import { onOmnibox } from '../background/omnibox.ts'
import { openPanel } from '../browser/open-panel.ts'
import { quickClip } from '../capture/quick-clip.ts'
import { offerUndo, onUndoAlarm, undoMenu, undoQuick } from '../capture/quick-undo.ts'
import { recordActivity } from '../browser/activity.ts'
import { onPolicyChange, readPolicy } from '../browser/managed-policy.ts'

interface ClippedTab {
  id?: number | undefined
  windowId: number
  incognito?: boolean
  url?: string | undefined
  title?: string | undefined
}

const startOf = (tab: ClippedTab): DraftStart => ({ from: 'page', tab: tab.id ?? null, address: tab.url ?? '', name: tab.title ?? '' })

/** The panel first, synchronously: browsers open it only within the person's own act. */
const clip = async (tab: ClippedTab, start: DraftStart = startOf(tab)): Promise<void> => {
  // The manifest says so too; a panel there would have a store of its own, which goes with the window.
  if (tab.incognito) return undefined
  // The button on the server's page is how the person hands its answer over: `activeTab` is the whole permission.
  if (tab.id !== undefined && isConnectAnswer(start.address)) return bringAnswer(tab.id, start.address)
  if (isStartPage(start.address)) return bringCode(start.address)
  const opened = openPanel(tab)
  await Promise.all([opened, clipTab(start), recordActivity()])
}

const clipQuickly = async (tab: ClippedTab, runner: SyncRunner): Promise<void> => {
  if (tab.incognito) return
  const start = startOf(tab)
  // Its address holds a code that is for nobody but us.
  if (tab.id !== undefined && isConnectAnswer(start.address)) return bringAnswer(tab.id, start.address)
  if (isStartPage(start.address)) return bringCode(start.address)
  const outcome = await quickClip(start)
  await Promise.all([showToast(outcome, () => void refresh()), offerUndo()])
  await runner.request(true)
}

const takeBack = async (runner: SyncRunner): Promise<void> => {
  await showToast(await undoQuick().catch(() => 'quickFailed' as const), () => void refresh())
  await runner.request(true)
}

const quick = 'quick-clip'
const menus = { page: 'clipPage', selection: 'clipSelection', link: 'clipLink' } as const

const makeMenus = async (): Promise<void> => {
  await browser.contextMenus.removeAll()
  const { disabledContexts = [] } = await readPolicy()
  for (const [id, message] of Object.entries(menus)) {
    if (disabledContexts.includes(id as keyof typeof menus)) continue
    const title = browserMessage(message)
    browser.contextMenus.create({ id, title, contexts: [id as keyof typeof menus] })
  }
  // On the button's own menu: a second entry on every page would put both one step further away.
  if (!disabledContexts.includes('page'))
    browser.contextMenus.create({ id: quick, title: browserMessage('quickClip'), contexts: ['action'] })
}

// Listeners are added at once, at every start of the worker: an event that wakes it is given only to those.
export default defineBackground(() => {
  const runner = new SyncRunner()
  void keepStorageToOwnPages()
  browser.action.onClicked.addListener((tab) => void clip(tab))
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'clip' && tab) void clip(tab)
    if (command === quick && tab) void clipQuickly(tab, runner)
  })
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, linkUrl }, tab) => {
    if (menuItemId === undoMenu) return void takeBack(runner)
    if (!tab) return
    if (menuItemId === quick) void clipQuickly(tab, runner)
    else if (menuItemId === 'link' && linkUrl) void clip(tab, { from: 'link', tab: tab.id ?? null, address: linkUrl, name: '' })
    else void clip(tab, { ...startOf(tab), ...(selectionText ? { selection: selectionText } : {}) })
  })
  onMessage((message) => void (message.ask === 'sync' ? runner.request(true) : readAgain(message.draft, message.tab)))
  onSyncAlarm(() => void runner.request(false))
  onConnectionChange(() => void Promise.all([settleDrafts(), runner.request(true)]))
  self.addEventListener('online', () => void runner.request(true))
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void makeMenus()
    if (reason === 'install') void browser.tabs.create({ url: '/options.html#welcome' })
  })
  browser.runtime.onStartup.addListener(() => void runner.request(true))
  onInstallLoad([pageScript, quickScript, languagesScript, suggestionsScript])
  onToastAlarm(() => void refresh())
  onUndoAlarm()
  onOmnibox()
  onDeviceCodeAlarm()
  onIdleAlarm()
  onTabsGone()
  onLossRead()
  onPolicyChange(() => void Promise.all([makeMenus(), lockIfIdle()]))
  void lockIfIdle()
  void settleDrafts()
  void runner.request(false)
})
