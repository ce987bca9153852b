import { useState } from 'preact/hooks'
import { nothingKnown } from '../patient-page/banner-memory.ts'
import { words } from '../i18n/strings-setup.ts'
import { database, notes, policy, room } from './options-state.ts'

const largest = 100 * 1024 * 1024

const bringBack = async (file: File): Promise<string> => {
  if (!database.value || file.size > largest) return words.importTooLarge
  // It knows the patient guard, which is larger than this page.
  const { importUnsent } = await import('../backup/import-unsent.ts')
  const strict = policy.value.strictPatientCheck === true
  const end = await importUnsent(database.value, await file.text(), { ...nothingKnown, strict })
  if (end.is === 'not-ours') return words.importNotOurs
  return end.is === 'other-account' ? words.importOther(end.account) : words.imported(end.clips, end.drafts, end.toLookAt)
}

const Import = () => {
  const [outcome, setOutcome] = useState('')
  return (
    <>
      <div class="field">
        <label for="import">{words.importUnsent}</label>
        <input
          id="import"
          type="file"
          accept="application/json,.json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            if (file) void bringBack(file).then(setOutcome)
            currentTarget.value = ''
          }}
        />
      </div>
      <p class="soft" role="status">
        {outcome}
      </p>
    </>
  )
}

/** How much room there is, whether the browser may clear it, and bringing a file back. */
export const RoomSection = () => (
  <section aria-labelledby="room">
    <h2 id="room">{words.roomTitle}</h2>
    {room.value && (
      <>
        <p>
          {words.room(room.value.used, room.value.quota)} {room.value.persisted && words.persisted}
        </p>
        {room.value.isNearlyFull && (
          <p class="notice bad" role="alert">
            {words.nearlyFull}
          </p>
        )}
      </>
    )}
    {notes.value.share !== undefined && (
      <p class="notice" role="status">
        {words.share(Math.floor(notes.value.share * 100))}
      </p>
    )}
    <Import />
  </section>
)
