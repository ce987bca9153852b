import { useRef, useState } from 'preact/hooks'
import type { Person } from '../../../shared/domain/entities.ts'
import type { Draft } from '../data/drafts.ts'
import { TextField } from './fields.tsx'
import { people } from '../data/framework.ts'
import { type Mentioning, mentioning } from './mentions.ts'
import { messages } from '../i18n/bank.ts'

interface Props {
  label: string
  hint: string
  draft: Draft
}

/** A long text in which an @ offers the members' names, as buttons that come next in the order of Tab. */
export const MentionField = ({ label, hint, draft }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  const [now, setNow] = useState<Mentioning | undefined>(undefined)
  const look = (): void => {
    const field = place.current?.querySelector('textarea')
    setNow(field ? mentioning(field.value, field.selectionStart, people.value) : undefined)
  }
  const choose = ({ name }: Person): void => {
    const field = place.current?.querySelector('textarea')
    if (!field || !now) return
    const before = `${field.value.slice(0, now.from)}@${name} `
    draft.text.value = before + field.value.slice(field.selectionStart)
    setNow(undefined)
    requestAnimationFrame(() => {
      field.focus()
      field.setSelectionRange(before.length, before.length)
    })
  }
  return (
    <div ref={place} class="mention-field" onInput={look} onClick={look}>
      <TextField label={label} hint={hint} draft={draft} long required />
      {now && (
        <div class="mention-names" role="group" aria-label={messages.comment.mention}>
          {now.people.map((person) => (
            <button key={person.id} type="button" class="button quiet small" onClick={() => choose(person)}>
              @{person.name}
            </button>
          ))}
        </div>
      )}
      <p class="unseen" role="status">
        {now ? messages.comment.mentionHint({ count: now.people.length }) : ''}
      </p>
    </div>
  )
}
