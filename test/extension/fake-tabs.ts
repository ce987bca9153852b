import { fakeBrowser } from './fake-extension-api.ts'

/**
 * Tabs and windows as a browser tells them to an extension without the permission `tabs`: numbers and windows of all, the
 * address only where the button was pressed and the site is still the same. A page is a document: `pushState` changes its
 * address, a load brings another. Private windows are not shown to Gleaner, which does not run there.
 */
interface Page {
  address: string
  document: string
  /** The moment in which the document began. */
  since: number
  /** What `portal.js` leaves in the page. */
  lookedAt: boolean
}
interface Tab {
  window: number
  page: Page
  /** The site for which the button's press counts. */
  granted: string | null
}
type Listener = (...given: never[]) => unknown

const event = () => {
  const listeners = new Set<Listener>()
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    tell: (...given: unknown[]) => {
      for (const listener of listeners) listener(...(given as never[]))
    },
  }
}

export class FakeTabs {
  /** How many patients a page shows. */
  patients: (address: string) => number = () => 0
  tabs = new Map<number, Tab>()
  privateWindows = new Set<number>()
  made = 0
  /** Whether the browser tells documents apart by names, as Chromium does. */
  namesDocuments = true
  onRemoved = event()
  onReplaced = event()
  onUpdated = event()

  constructor() {
    const { onRemoved, onReplaced, onUpdated } = this
    const open = (): { id: number; windowId: number }[] =>
      [...this.tabs].filter(([, { window }]) => !this.privateWindows.has(window)).map(([id, { window }]) => ({ id, windowId: window }))
    const get = (id: number): Promise<{ id: number; url?: string }> => {
      const tab = this.tabs.get(id)
      if (!tab) return Promise.reject(new Error(`No tab with id: ${id}`))
      return Promise.resolve({ id, ...(tab.granted && { url: tab.page.address }) })
    }
    Object.assign(fakeBrowser, {
      tabs: { query: () => Promise.resolve(open()), get, onRemoved, onReplaced, onUpdated },
      scripting: { executeScript: this.executeScript },
    })
  }

  executeScript = ({
    target,
    files,
    func,
    injectImmediately,
  }: {
    target: { tabId: number; documentIds?: string[] }
    files?: string[]
    func?: () => unknown
    injectImmediately?: boolean
  }) => {
    const tab = this.tabs.get(target.tabId)
    const isThere = !target.documentIds || target.documentIds.includes(tab?.page.document ?? '')
    if (!tab?.granted || !isThere) return Promise.reject(new Error('Cannot access contents of the page'))
    const { page } = tab
    const answered = (result: unknown): Promise<unknown> =>
      Promise.resolve([{ result, ...(this.namesDocuments && { documentId: page.document }) }])
    const looked = { patients: this.patients(page.address), known: [], standing: { kind: 'published', signs: [] }, since: page.since }
    // Of two functions that are run in a page, one asks for the document at once, the other looks again.
    if (func) return answered(injectImmediately ? page.since : page.lookedAt ? looked : null)
    if (files?.[0] === '/portal.js') {
      page.lookedAt = true
      return answered(looked)
    }
    return answered({
      kind: 'page',
      citation: { type: 'webpage', title: `Title of ${page.address}`, URL: page.address },
      publicationTypes: [],
      quote: null,
      entries: [],
      little: null,
      reason: null,
    })
  }

  open(window: number, address: string): number {
    const id = (this.made += 1)
    this.tabs.set(id, { window, page: this.load(address), granted: null })
    return id
  }

  load(address: string): Page {
    const number = (this.made += 1)
    return { address, document: `document-${number}`, since: number, lookedAt: false }
  }

  tab(id: number): Tab {
    const tab = this.tabs.get(id)
    if (!tab) throw new Error(`There is no tab ${id}`)
    return tab
  }

  press(id: number): void {
    const tab = this.tab(id)
    tab.granted = new URL(tab.page.address).origin
  }

  pushState(id: number, address: string): void {
    this.tab(id).page.address = address
    for (const status of ['loading', 'complete']) this.onUpdated.tell(id, { status })
  }

  goTo(id: number, address: string): void {
    const tab = this.tab(id)
    tab.page = this.load(address)
    if (tab.granted !== new URL(address).origin) tab.granted = null
    for (const status of ['loading', 'complete']) this.onUpdated.tell(id, { status })
  }

  close(id: number, isSeen = true): void {
    this.tabs.delete(id)
    if (isSeen) this.onRemoved.tell(id, { isWindowClosing: false })
  }

  /** A tab that is put to sleep or shown from a prerendering may get another number. */
  replace(id: number): number {
    const to = (this.made += 1)
    this.tabs.set(to, this.tab(id))
    this.tabs.delete(id)
    this.onReplaced.tell(to, id)
    return to
  }
}
