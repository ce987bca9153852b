import { useState } from 'preact/hooks'
import { nothingKnown } from '../patient-page/banner-memory.ts'
import { database, notes, policy, room } from './options-state.ts'
import { optionsMessages } from '../i18n/options.ts'
import { storageSize } from './formats.ts'

/** Bytes. */
const largest = 100 * 1024 * 1024

const broughtBack = ({ clips, drafts, toLookAt }: { clips: number; drafts: number; toLookAt: number }): string => {
  if (clips + drafts + toLookAt === 0) return optionsMessages.importedNothing
  const { imported, importedToLookAt } = optionsMessages
  return [imported({ clips, drafts }), ...(toLookAt > 0 ? [importedToLookAt({ count: toLookAt })] : [])].join(' ')
}

const bringBack = async (file: File): Promise<string> => {
  if (!database.value || file.size > largest) return optionsMessages.importTooLarge
  // It knows the patient guard, which is larger than this page.
  const { importUnsent } = await import('../backup/import-unsent.ts')
  const strict = policy.value.strictPatientCheck === true
  const end = await importUnsent(database.value, await file.text(), { ...nothingKnown, strict })
  if (end.is === 'not-ours') return optionsMessages.importNotOurs
  return end.is === 'other-account' ? optionsMessages.importOther({ account: end.account }) : broughtBack(end)
}

const Import = () => {
  const [outcome, setOutcome] = useState('')
  return (
    <>
      <div class="field">
        <label for="import">{optionsMessages.importUnsent}</label>
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
export const StorageSection = () => (
  <section aria-labelledby="room">
    <h2 id="room">{optionsMessages.roomTitle}</h2>
    {room.value && (
      <>
        <p>
          {optionsMessages.room({ used: storageSize(room.value.used), quota: storageSize(room.value.quota) })}{' '}
          {room.value.persisted && optionsMessages.persisted}
        </p>
        {room.value.isNearlyFull && (
          <p class="notice bad" role="alert">
            {optionsMessages.nearlyFull}
          </p>
        )}
      </>
    )}
    {notes.value.share !== undefined && (
      <p class="notice" role="status">
        {optionsMessages.share({ percent: Math.floor(notes.value.share * 100) })}
      </p>
    )}
    <Import />
  </section>
)
