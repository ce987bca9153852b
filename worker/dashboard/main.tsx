import { effect } from '@preact/signals'
import { render } from 'preact'
import '../../shared/tokens.css'
import './base.css'
import { App } from './app.tsx'
import { announce } from './announce.tsx'
import { language } from './language.ts'
import { tellLanguage } from './personal.ts'
import { startRouter } from './router.ts'
import { words } from './strings.ts'
// Last, so that paper has the last word.
import './print.css'

addEventListener('unhandledrejection', () => announce(words.problems.fault))
document.documentElement.lang = language
startRouter()
effect(() => void tellLanguage())
const root = document.querySelector('#app')
if (root) render(<App />, root)
