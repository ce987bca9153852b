import type { ToldEvent } from './hook-events.ts'

/**
 * The payload of Standard Webhooks 1.0.0: `type`, `timestamp` (when it happened) and `data`. In `data` are the network's key,
 * a link, the idea as it stands, and what happened; what does not apply is missing. `words` is there only for a hook that may have them.
 */
export const standardPayload = ({ event, time, idea, words, network, link }: ToldEvent): object => {
  const { id: _id, type, at: _at, idea: about, ...said } = event
  return {
    type,
    timestamp: time,
    data: { network, link, ...(idea ? { idea } : about ? { idea: { id: about } } : {}), ...said, ...(words ? { words } : {}) },
  }
}
