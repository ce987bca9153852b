import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { keepRules } from '../capture/load-quick-rules.ts'
import { quickEnd } from '../capture/quick-rules.ts'

/** Run in the background, not in a page: what decides on a quick clip, the patient guard in it. */
export default defineUnlistedScript(() => keepRules({ quickEnd }))
