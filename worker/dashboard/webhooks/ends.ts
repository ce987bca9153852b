import type { HookDelivery } from '../../../shared/api/webhooks.ts'
import { webhookMessages as words } from '../i18n/webhooks.ts'

/** How the last try of a delivery ended, in words. */
export const endOf = ({ problem, status, state, tries }: HookDelivery): string => {
  if (problem === 'status' || problem === 'redirect') return words.ends[problem]({ status })
  if (problem === 'timeout' || problem === 'unreachable' || problem === 'address') return words.ends[problem]
  return state === 'sent' ? words.ends.sent({ status }) : tries > 0 ? words.ends.again : words.ends.waits
}
