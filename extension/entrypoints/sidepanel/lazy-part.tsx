import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { fault, type ViewName } from './panel-state.ts'

/** Everything that a clip does not need comes when it is looked at. */
const parts = {
  mine: async () => (await import('./mine-view.tsx')).MineView,
} satisfies Record<Exclude<ViewName, 'clip'>, () => Promise<ComponentType>>

export const LazyPart = ({ name }: { name: keyof typeof parts }) => {
  const [Part, show] = useState<{ name: string; It: ComponentType } | undefined>(undefined)
  useEffect(() => {
    parts[name]().then(
      (It) => show({ name, It }),
      (error: unknown) => {
        fault.value = error
      },
    )
  }, [name])
  return Part?.name === name ? <Part.It /> : null
}
