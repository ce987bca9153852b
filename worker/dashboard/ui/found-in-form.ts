import type { Message } from '../../../shared/i18n/message.ts'
import { messages } from '../i18n/bank.ts'

interface Place {
  path: string
  start: number
  end: number
}

const placeOf = (one: Message): Place[] => {
  if (one.code !== 'patient-place') return []
  const { field, start, end } = one.parameters
  return typeof field === 'string' && typeof start === 'number' && typeof end === 'number' ? [{ path: field, start, end }] : []
}

/** Where the server's guard found what may identify a patient; it never repeats the words. */
const placesIn = (reason: Message | undefined): Place[] => {
  if (reason?.code !== 'patient-information') return []
  const { places } = reason.parameters
  return Array.isArray(places) ? (places as readonly Message[]).flatMap(placeOf) : []
}

const textAt = (args: unknown, path: string): string => {
  const found = path.split('.').reduce<unknown>((inside, name) => {
    const entries: [string, unknown][] = typeof inside === 'object' && inside !== null ? Object.entries(inside) : []
    return entries.find(([own]) => own === name)?.[1]
  }, args)
  return typeof found === 'string' ? found : ''
}

/** Selects the first of the words where they were typed, and says which they are; '' where nothing of the kind was found. */
export const showFound = (form: HTMLFormElement | null, args: unknown, reason: Message | undefined): string => {
  const words = placesIn(reason).flatMap(({ path, start, end }) => textAt(args, path).trim().slice(start, end) || [])
  const [first = ''] = words
  if (!first) return ''
  const fields = [
    ...(form?.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input:not([type=radio], [type=checkbox])') ?? []),
  ]
  const field = fields.find(({ value }) => value.includes(first))
  const at = field?.value.indexOf(first) ?? 0
  field?.focus()
  field?.setSelectionRange(at, at + first.length)
  return messages.form.found({ words: [...new Set(words)].map((one) => `“${one}”`).join(', ') })
}
