import { effect, signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { BankIndex, Pause } from '../../bank/bank-index.ts'
import { type FollowedBank, followBank } from '../../bank/follow-bank.ts'
import { database, fault } from './panel-state.ts'

/** The present person's bank in memory, from the first view that asks for it on. */
const bank = signal<FollowedBank | undefined>(undefined)
/** Counts its changes; while it fills, one in a while. */
const changes = signal(0)
/** Throttle: views hear of changes at most once in this time, in milliseconds. */
const often = 400
/** Debounce of the search after a keystroke, in milliseconds. */
const afterTyping = 80

effect(() => {
  const present = database.value
  if (!present) return undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const followed = followBank(
    present,
    () => {
      timer ??= setTimeout(() => {
        timer = undefined
        changes.value += 1
      }, often)
    },
    (error) => {
      fault.value = error
    },
  )
  bank.value = followed
  return () => {
    clearTimeout(timer)
    followed.stop()
    bank.value = undefined
  }
})

interface Found<What> {
  of: FollowedBank
  what: What
}

/** What a look at the bank finds, a moment after the last letter, and again when the bank changes. Another person’s is never shown. */
export const useBank = <What>(
  look: (index: BankIndex, pause: Pause) => Promise<What | undefined>,
  key: string,
): { found: What | undefined; whole: boolean } => {
  const [present, count] = [bank.value, changes.value]
  const [found, show] = useState<Found<What> | undefined>(undefined)
  useEffect(() => {
    if (!present) return undefined
    let wanted = true
    const pause: Pause = () => new Promise((resolve) => setTimeout(() => resolve(wanted), 0))
    const lookNow = async (): Promise<void> => {
      const what = await look(present.index, pause)
      if (wanted && what !== undefined) show({ of: present, what })
    }
    const timer = setTimeout(() => void lookNow(), afterTyping)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [present, count, key])
  return { found: found && found.of === present ? found.what : undefined, whole: present?.whole ?? false }
}
