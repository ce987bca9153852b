import type { UnlistedScriptDefinition } from 'wxt'
import { standingOf } from '../patient-page/publication/standing.ts'

type Look = () => { isIdentified?: boolean }

/**
 * Injected by the same call as `portal.js` and after it, whose look for patients it makes whole: with whether the page shows that
 * it is published. Without it the page counts as private, without that one as a patient's too (`inspect-tab.ts`).
 */
export default {
  main: () => {
    const world = globalThis as { [name: symbol]: Look | undefined }
    const name = Symbol.for('gleaner')
    const patients = world[name]
    const look = () => {
      const shown = patients?.()
      return { ...shown, standing: standingOf(document, location.href, shown?.isIdentified ?? true) }
    }
    world[name] = look
    return look()
  },
} as UnlistedScriptDefinition
