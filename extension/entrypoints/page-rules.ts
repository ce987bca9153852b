import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { keepReading } from '../keep-reading.ts'
import { keepPageRules } from '../load-page-rules.ts'
import { readShown } from '../read-shown.ts'

/** Run in the background, not in a page: what reads a page, makes an item of it and keeps that in its draft. */
export default defineUnlistedScript(() => keepPageRules({ readShown, keepReading }))
