import { signal } from '@preact/signals'
import { render } from 'preact'
import { FaultNotice } from '../../ui/fault-notice.tsx'
import { language } from '../../../shared/web/language.ts'
import { Options } from '../../options/options.tsx'
import { broughtAnswer, broughtLink } from '../../account/connect-answer.ts'
import { watchActivity } from '../../browser/activity.ts'
import { answer, fault, isFirstRun, link, startOptions } from '../../options/options-state.ts'

globalThis.addEventListener('unhandledrejection', ({ reason }) => {
  fault.value = reason
})

document.documentElement.lang = language
const root = document.getElementById('app')
if (!root) throw new Error('The options page has no place for its content')
answer.value = broughtAnswer()
link.value = broughtLink()
isFirstRun.value = location.hash === '#welcome'
watchActivity()
const isReady = signal(false)
const Page = () => (isReady.value ? <Options /> : null)
render(
  <FaultNotice fault={fault}>
    <Page />
  </FaultNotice>,
  root,
)
await startOptions()
isReady.value = true
