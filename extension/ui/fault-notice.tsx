import type { Signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { FaultBoundary } from '../../shared/web/fault-boundary.tsx'
import { appMessages } from '../i18n/app.ts'

interface Props {
  fault: Signal<unknown>
  children: ComponentChildren
}

const caughtIn =
  (fault: Signal<unknown>) =>
  (error: unknown): void => {
    fault.value = error
  }

/** A fault is said above what still works, and left in the console as it is. */
export const FaultNotice = ({ fault, children }: Props) => (
  <>
    {fault.value !== undefined && (
      <p class="notice bad" role="alert">
        {appMessages.fault}
      </p>
    )}
    <FaultBoundary caught={caughtIn(fault)} instead={null}>
      {children}
    </FaultBoundary>
  </>
)
