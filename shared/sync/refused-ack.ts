import { english } from '../i18n/english.ts'
import type { Message } from '../i18n/message.ts'
import type { Ack } from './protocol.ts'

/** With the reason in English too, for extensions that know no messages. */
export const refusedAck = (id: string, seq: number, code: NonNullable<Ack['code']>, reason: Message): Ack => ({
  id,
  seq,
  status: 'refused',
  code,
  reason,
  message: english(reason),
})
