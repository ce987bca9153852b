import { loadScript } from './load-script.ts'
import type { keepReading } from './keep-reading.ts'
import type { readShown } from './read-shown.ts'

/** What the script of its own leaves behind: what reads a page that is no patient's, and keeps what was read. */
interface PageRules {
  readShown: typeof readShown
  keepReading: typeof keepReading
}

interface WithRules {
  pageRules?: PageRules
}

export const pageScript = '/page-rules.js'

export const keepPageRules = (rules: PageRules): void => {
  ;(globalThis as WithRules).pageRules = rules
}

/** Known titles of sign-ins and errors, registries, kinds and standings: a press brings them in while the page is looked at. */
export const loadPageRules = async (): Promise<PageRules> => {
  const here = globalThis as WithRules
  if (!here.pageRules) await loadScript(pageScript)
  if (!here.pageRules) throw new Error(`${pageScript} left nothing`)
  return here.pageRules
}
