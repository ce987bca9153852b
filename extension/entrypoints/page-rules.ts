import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { keepPageRules } from '../load-page-rules.ts'
import { pdfItem } from '../pdf-item.ts'
import { readPage } from '../read-page.ts'

/** Run in the background, not in a page: what is made of a page that was read. */
export default defineUnlistedScript(() => keepPageRules({ readPage, pdfItem }))
