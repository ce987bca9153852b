import { render } from 'preact'
import { FaultNotice } from '../../ui/fault-notice.tsx'
import { language } from '../../../shared/web/language.ts'
import { watchActivity } from '../../browser/activity.ts'
import { startGuard } from '../../panel/state/guard-state.ts'
import { formShown, idle } from '../../panel/state/form-shown.ts'
import { watchKnown } from '../../panel/state/known-state.ts'
import { watchPages } from '../../panel/state/page-memory.ts'
import { Panel } from '../../panel/panel.tsx'
import { form } from '../../panel/state/form-state.ts'
import { database, draft, fault, followRest, startPanel } from '../../panel/state/panel-state.ts'
import { holdTyped } from '../../panel/state/typed-over.ts'

globalThis.addEventListener('unhandledrejection', ({ reason }) => {
  fault.value = reason
})

document.documentElement.lang = language
const root = document.getElementById('app')
if (!root) throw new Error('The panel’s page has no place for the panel')
render(
  <FaultNotice fault={fault} beforeReload={() => holdTyped(database.value, draft.value, form.value)}>
    <Panel />
  </FaultNotice>,
  root,
)
watchActivity()
await startPanel()
watchPages()
await formShown()
await followRest()
watchKnown()
await idle()
await startGuard()
