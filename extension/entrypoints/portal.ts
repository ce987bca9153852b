import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { standingOf } from '../patient-page/publication/standing.ts'
import { readPatientPage } from '../patient-page/read-banner.ts'

const look = () => ({
  ...readPatientPage(document, location.href),
  standing: standingOf(document, location.href),
  since: performance.timeOrigin,
})

/** Injected before the page's reader, and apart from it: whether the page is about patients decides what may be read at all. */
export default defineUnlistedScript(() => {
  // It is asked again before what was clipped is saved (`patient-page.ts`).
  Object.assign(globalThis, { [Symbol.for('gleaner')]: look })
  return look()
})
