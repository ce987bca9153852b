import type { Disposition } from '../../shared/network.ts'
import { words } from './strings.ts'

/** What a reader must not miss: a hold, and that an idea has ended. */
export const Badges = ({ disposition, onHold }: { disposition: Disposition; onHold: boolean }) => (
  <>
    {onHold && <span class="badge danger">{words.hold.badge}</span>}
    {disposition !== 'active' && <span class={`badge ${disposition}`}>{words.dispositions[disposition]}</span>}
  </>
)
