import { questions, refused, type ViewName, view, viewNames } from './state/panel-state.ts'
import { own } from '../../shared/values/own.ts'
import { appMessages } from '../i18n/app.ts'
import { panelMessages } from '../i18n/panel.ts'

const moves: Partial<Record<string, (index: number) => number>> = {
  ArrowRight: (index) => (index + 1) % viewNames.length,
  ArrowLeft: (index) => (index + viewNames.length - 1) % viewNames.length,
  Home: () => 0,
  End: () => viewNames.length - 1,
}

/** Arrow keys go from tab to tab and show what each has, as WAI-ARIA describes it. */
const keys = (event: KeyboardEvent): void => {
  const to = viewNames[own(moves, event.key)?.(viewNames.indexOf(view.value)) ?? -1]
  if (!to) return
  event.preventDefault()
  view.value = to
  document.getElementById(`tab-${to}`)?.focus()
}

const Tab = ({ name }: { name: ViewName }) => (
  <button
    type="button"
    class="tab"
    role="tab"
    id={`tab-${name}`}
    aria-controls="view"
    aria-selected={view.value === name}
    tabIndex={view.value === name ? 0 : -1}
    onClick={() => (view.value = name)}
  >
    {panelMessages.tabs[name]}
    {name === 'mine' && refused.value + questions.value.length > 0 && (
      <span class="count">
        {refused.value + questions.value.length}
        <span class="unseen"> {panelMessages.itemStates.attention}</span>
      </span>
    )}
  </button>
)

export const Tabs = () => (
  <div class="tabs" role="tablist" aria-label={appMessages.name} onKeyDown={keys}>
    {viewNames.map((name) => (
      <Tab key={name} name={name} />
    ))}
  </div>
)
