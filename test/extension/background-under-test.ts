import { fakeBrowser } from './fake-extension-api.ts'
import { vi } from 'vitest'

/** What the background listens to and a fake browser lacks. Everything that it does is the product's own. */
interface Told {
  press: (tab: { id: number; windowId: number; url: string; incognito: boolean }) => void
}

const silent = { addListener: () => undefined, removeListener: () => undefined }

/** Starts the extension's background as a browser does: anew, with nothing in memory. Answers how it is told of a person's acts. */
export const startBackground = async (): Promise<Told> => {
  const pressed = new Set<(tab: unknown) => void>()
  const { action } = fakeBrowser as unknown as { action: object }
  const { local, session, managed } = fakeBrowser.storage
  for (const area of [local, session, managed]) Object.assign(area, { setAccessLevel: () => Promise.resolve() })
  Object.assign(fakeBrowser, {
    action: { ...action, onClicked: { addListener: (listener: (tab: unknown) => void) => void pressed.add(listener) } },
    commands: { onCommand: silent },
    contextMenus: { onClicked: silent, removeAll: () => Promise.resolve(), create: () => undefined },
    omnibox: { onInputStarted: silent, onInputChanged: silent, onInputEntered: silent, onInputCancelled: silent },
    i18n: { getMessage: (name: string) => name },
    sidePanel: { open: () => Promise.resolve() },
  })
  vi.stubGlobal('self', new EventTarget())
  vi.resetModules()
  const { default: background } = await import('../../extension/entrypoints/background.ts')
  background.main()
  return {
    press: (tab) => {
      for (const listener of pressed) listener(tab)
    },
  }
}
