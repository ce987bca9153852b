import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { readPatientPage } from '../portal.ts'

/** Injected before the page's reader, and apart from it: whether the page is about patients decides what may be read at all. */
export default defineUnlistedScript(() => readPatientPage(document, location.href))
