import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** What a stand-in is told: why the code did not come (`undefined` while it is on its way), and how to ask once more. */
export interface OnTheWay {
  failure: { error: unknown } | undefined
  again: () => void
}

/**
 * A component whose code comes when it is shown first, so that what is loaded before stays small:
 * `lazy(async () => (await import('./x.tsx')).X, Waiting)`. `Waiting` stands there until it came.
 */
export const lazy = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType<OnTheWay>,
): ComponentType<Props> => {
  let loaded: ComponentType<Props> | undefined
  return (props) => {
    const [Part, show] = useState<ComponentType<Props> | undefined>(() => loaded)
    const [failure, fail] = useState<OnTheWay['failure']>(undefined)
    const fetch = async (): Promise<void> => {
      fail(undefined)
      try {
        loaded ??= await load()
        show(() => loaded)
      } catch (error) {
        fail({ error })
      }
    }
    useEffect(() => {
      if (!Part) void fetch()
    }, [])
    return Part ? <Part {...props} /> : <Waiting failure={failure} again={() => void fetch()} />
  }
}
