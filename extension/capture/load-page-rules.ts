import { loadScript } from '../browser/load-script.ts'
import type { pageRules } from './page-rules.ts'

/** What the script of its own leaves behind. */
type PageRules = typeof pageRules

interface WithRules {
  pageRules?: PageRules
}

export const pageScript = '/page-rules.js'

export const keepPageRules = (rules: PageRules): void => {
  ;(globalThis as WithRules).pageRules = rules
}

/** Loads the known titles of sign-ins and errors, registries, kinds and standings: at a press, while the page is checked. */
export const loadPageRules = async (): Promise<PageRules> => {
  const here = globalThis as WithRules
  if (!here.pageRules) await loadScript(pageScript)
  if (!here.pageRules) throw new Error(`${pageScript} left nothing`)
  return here.pageRules
}
