import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { extract } from '../extract.ts'

/** Injected into a page when a person clips it, and only then; its last value is what `executeScript` answers. */
export default defineUnlistedScript(() => extract(document, location.href))
