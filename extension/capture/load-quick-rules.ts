import { loadScript } from '../browser/load-script.ts'
import type { quickEnd } from './quick-rules.ts'

/** What the script of its own leaves behind. */
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

/** The patient guard with its word lists is as large as the background itself, which starts without it; a quick clip brings it in. */
export const loadQuickRules = async (): Promise<QuickRules> => {
  const here = globalThis as WithRules
  if (!here.quickRules) await loadScript(quickScript)
  if (!here.quickRules) throw new Error(`${quickScript} left nothing`)
  return here.quickRules
}
