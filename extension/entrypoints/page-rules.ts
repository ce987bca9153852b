import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { keepPageRules } from '../capture/load-page-rules.ts'
import { pageRules } from '../capture/page-rules.ts'
import { warmRules } from '../capture/warm-rules.ts'

/** The rules that turn what was read of a page into a draft or a clip. Loaded by the background, never injected into a page. */
export default defineUnlistedScript(() => {
  keepPageRules(pageRules)
  warmRules()
})
