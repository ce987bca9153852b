import { render } from 'preact'
import { FaultBoundary } from '../../fault-boundary.tsx'
import { language } from '../../language.ts'
import { Options } from './options.tsx'
import { broughtAnswer } from '../../connect-answer.ts'
import { watchUse } from '../../use.ts'
import { answer, fault, isFirstRun, startOptions } from './options-state.ts'

globalThis.addEventListener('unhandledrejection', ({ reason }) => {
  fault.value = reason
})

document.documentElement.lang = language
const root = document.getElementById('app')
if (!root) throw new Error('The options page has no place for its content')
answer.value = broughtAnswer()
isFirstRun.value = location.hash === '#welcome'
watchUse()
await startOptions()
render(
  <FaultBoundary fault={fault}>
    <Options />
  </FaultBoundary>,
  root,
)
