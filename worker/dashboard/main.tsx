import { effect } from '@preact/signals'
import { render } from 'preact'
import '../../shared/web/tokens.css'
import '../../shared/web/base.css'
import './ui/base.css'
import './ui/form.css'
import { App } from './app/app.tsx'
import { showToast } from './ui/toast.tsx'
import { language } from '../../shared/web/language.ts'
import { tellLanguage } from './data/preferences.ts'
import { startRouter } from './data/router.ts'
import { messages } from './i18n/bank.ts'
// Last, so that paper has the last word.
import './app/print.css'

addEventListener('unhandledrejection', () => showToast(messages.problems.fault))
document.documentElement.lang = language
startRouter()
effect(() => void tellLanguage())
const root = document.querySelector('#app')
if (root) render(<App />, root)
