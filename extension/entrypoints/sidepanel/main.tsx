import { render } from 'preact'
import { FaultBoundary } from '../../fault-boundary.tsx'
import { language } from '../../language.ts'
import { watchUse } from '../../use.ts'
import { startGuard } from './guard-state.ts'
import { watchKnown } from './known-state.ts'
import { watchPages } from './page-memory.ts'
import { Panel } from './panel.tsx'
import { fault, startPanel } from './panel-state.ts'

globalThis.addEventListener('unhandledrejection', ({ reason }) => {
  fault.value = reason
})

document.documentElement.lang = language
const root = document.getElementById('app')
if (!root) throw new Error('The panel’s page has no place for the panel')
render(
  <FaultBoundary fault={fault}>
    <Panel />
  </FaultBoundary>,
  root,
)
watchUse()
await startPanel()
watchPages()
watchKnown()
await startGuard()
