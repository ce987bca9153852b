import { useEffect, useState } from 'preact/hooks'
import { address } from '../data/address.ts'
import { serverNow } from '../data/clock.ts'
import { keepLastMeeting } from '../data/last-meeting.ts'
import { meetingMidnight } from '../data/meeting-day.ts'
import { navigate } from '../data/router.ts'
import { reportMessages } from '../i18n/reports.ts'
import { toDateField } from '../ui/dates.ts'

/** The day of the last meeting. It is kept, and the brief follows, once it can be one: what is typed on the way there stays as it is. */
export const SinceField = ({ since }: { since: number }) => {
  const [typed, setTyped] = useState(toDateField(since))
  useEffect(() => setTyped(toDateField(since)), [since])
  const change = (field: string): void => {
    setTyped(field)
    if (meetingMidnight(field, serverNow()) === undefined) return
    keepLastMeeting(field)
    navigate(address('/reports/brief', { since: field }), 'replace')
  }
  return (
    <div class="field">
      <label for="since">{reportMessages.brief.since}</label>
      <input
        id="since"
        type="date"
        value={typed}
        min="1970-01-01"
        max={toDateField(serverNow())}
        aria-invalid={meetingMidnight(typed, serverNow()) === undefined}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
    </div>
  )
}
