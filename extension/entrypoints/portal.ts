import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { isIdentifiedAddress } from '../patient-page/publication/identified-address.ts'
import { readPatientPage } from '../patient-page/read-banner.ts'

const look = () => ({
  ...readPatientPage(document, location.href),
  isIdentified: isIdentifiedAddress(location.href),
  since: performance.timeOrigin,
})

/** Injected before the page's reader, and apart from it: whether the page is about patients decides what may be read at all. */
export default defineUnlistedScript(() => {
  // It is asked again before what was clipped is saved (`inspect-tab.ts`).
  Object.assign(globalThis, { [Symbol.for('gleaner')]: look })
})
