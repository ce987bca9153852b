import { sayDate, sayExactly, sayRelatively } from './dates.ts'

/** A point in time as people say it; the exact one on hover, and on paper, where nothing can be hovered. */
export const RelativeTime = ({ at }: { at: number }) => (
  <time dateTime={new Date(at).toISOString()} title={sayExactly(at)}>
    <span class="only-screen">{sayRelatively(at)}</span>
    <span class="only-print">{sayDate(at)}</span>
  </time>
)
