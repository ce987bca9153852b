import { Component, type ComponentChildren } from 'preact'

interface Props {
  /** What shows in place of a screen that failed. */
  instead: ComponentChildren
  caught?: (error: unknown) => void
  children: ComponentChildren
}

/** The one place where faults of a screen are caught, so that one that fails takes nothing else with it. */
export class FaultBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static override getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: unknown): void {
    this.props.caught?.(error)
  }

  override render({ instead, children }: Props) {
    return this.state.failed ? instead : children
  }
}
