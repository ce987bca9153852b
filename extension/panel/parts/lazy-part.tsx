import type { ComponentType } from 'preact'
import { lazy, type OnTheWay } from '../../../shared/web/lazy.tsx'

/** It lies in the extension itself: where it does not come, something is broken, and the screen says so. */
const Nothing = ({ failure }: OnTheWay) => {
  if (failure) throw failure.error
  return null
}

/** A part that a clip does not need; its code comes when it is looked at: `lazyPart(async () => (await import('./x.tsx')).X)`. */
export const lazyPart = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => lazy(load, Nothing)
