import { personName } from '../data/framework.ts'
import { messages } from '../i18n/bank.ts'

/** Who sent it, and who added it for them. */
export const senderName = (by: string, { guest, enteredBy }: { guest?: string | undefined; enteredBy?: string | undefined }): string => {
  if (guest) return messages.sender.guest({ guest, person: personName(by) })
  return enteredBy ? messages.sender.member({ member: personName(by), person: personName(enteredBy) }) : personName(by)
}
