import type { quickEnd } from './quick-rules.ts'

/** What the script of its own leaves behind. */
export interface QuickRules {
  quickEnd: typeof quickEnd
}

interface WithRules {
  quickRules?: QuickRules
}

const script = '/quick-rules.js'

/** Where the background is a page (Firefox), a script is an element of it. */
const loadByElement = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const element = document.createElement('script')
    element.src = script
    element.addEventListener('load', () => resolve())
    element.addEventListener('error', () => reject(new Error(`${script} was not loaded`)))
    document.head.append(element)
  })

const runScript = (globalThis as { importScripts?: (address: string) => void }).importScripts

/** A service worker may run later only what it ran once while it was installed. */
export const onInstallKeepRules = (): void => {
  if (runScript) self.addEventListener('install', () => runScript(script))
}

export const keepRules = (rules: QuickRules): void => {
  ;(globalThis as WithRules).quickRules = rules
}

/** The patient guard with its word lists is as large as the background itself, which starts without it; a quick clip brings it in. */
export const loadQuickRules = async (): Promise<QuickRules> => {
  const here = globalThis as WithRules
  if (!here.quickRules) await (runScript ? runScript(script) : loadByElement())
  if (!here.quickRules) throw new Error(`${script} left nothing`)
  return here.quickRules
}
