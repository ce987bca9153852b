import { loadScript } from '../browser/load-script.ts'
import type { quickEnd } from './quick-rules.ts'

/** What the separate script (`quick-rules.ts`) provides. */
export interface QuickRules {
  quickEnd: typeof quickEnd
}

interface WithRules {
  quickRules?: QuickRules
}

export const quickScript = '/quick-rules.js'

export const keepRules = (rules: QuickRules): void => {
  ;(globalThis as WithRules).quickRules = rules
}

/** Loads the PHI rules. With their word lists they are as large as the background itself, which starts without them; a quick clip needs them. */
export const loadQuickRules = async (): Promise<QuickRules> => {
  const here = globalThis as WithRules
  if (!here.quickRules) await loadScript(quickScript)
  if (!here.quickRules) throw new Error(`${quickScript} left nothing`)
  return here.quickRules
}
