import type { Signal } from '@preact/signals'
import { Component, type ComponentChildren } from 'preact'
import { appMessages } from '../i18n/app.ts'

interface Props {
  fault: Signal<unknown>
  children: ComponentChildren
}

/** The one place where a screen's faults are caught: said above what still works, and left in the console as they are. */
export class FaultBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  override componentDidCatch(error: unknown): void {
    this.props.fault.value = error
    this.setState({ broken: true })
  }

  override render({ fault, children }: Props) {
    return (
      <>
        {fault.value !== undefined && (
          <p class="notice bad" role="alert">
            {appMessages.fault}
          </p>
        )}
        {!this.state.broken && children}
      </>
    )
  }
}
