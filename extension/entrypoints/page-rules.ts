import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { keepPageRules } from '../capture/load-page-rules.ts'
import { pageRules } from '../capture/page-rules.ts'

/** Run in the background, not in a page: what is made of a page, once it was looked at. */
export default defineUnlistedScript(() => keepPageRules(pageRules))
