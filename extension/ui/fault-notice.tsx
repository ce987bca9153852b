import { type Signal, signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { FaultBoundary } from '../../shared/web/fault-boundary.tsx'
import { appMessages } from '../i18n/app.ts'
import { onSilence } from '../store/silence.ts'

interface Props {
  fault: Signal<unknown>
  /** Keeps what is typed and not yet stored, right before the page is loaded again. */
  beforeReload?: () => void
  children: ComponentChildren
}

const caughtIn =
  (fault: Signal<unknown>) =>
  (error: unknown): void => {
    fault.value = error
  }

const isSilent = signal(false)
onSilence((now) => {
  isSilent.value = now
})

/** A fault is said above what still works, and left in the console as it is. So is a storage that does not answer: nothing can be shown or saved meanwhile. */
export const FaultNotice = ({ fault, beforeReload, children }: Props) => (
  <>
    {fault.value !== undefined && (
      <p class="notice bad" role="alert">
        {appMessages.fault}
      </p>
    )}
    {isSilent.value && (
      <p class="notice" role="status">
        {appMessages.silent}{' '}
        <button
          type="button"
          class="link-button"
          onClick={() => {
            beforeReload?.()
            location.reload()
          }}
        >
          {appMessages.loadAgain}
        </button>
      </p>
    )}
    <FaultBoundary caught={caughtIn(fault)} instead={null}>
      {children}
    </FaultBoundary>
  </>
)
