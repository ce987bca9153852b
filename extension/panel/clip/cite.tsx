import { useState } from 'preact/hooks'
import { lazyPart } from '../parts/lazy-part.tsx'
import { draft } from '../state/panel-state.ts'
import { panelMessages } from '../../i18n/panel.ts'

const CitePart = lazyPart(async () => (await import('./cite-part.tsx')).CitePart)

/** The item's reference, to be copied, and files for reference managers, once somebody asks for them. */
export const Cite = () => {
  const [open, show] = useState(false)
  if (!draft.value?.source?.citation) return null
  return (
    <details class="cite" onToggle={({ currentTarget }) => show(currentTarget.open)}>
      <summary>{panelMessages.cite}</summary>
      {open && <CitePart />}
    </details>
  )
}
