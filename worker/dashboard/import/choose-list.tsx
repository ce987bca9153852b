import { useState } from 'preact/hooks'
import { tableLimits } from '../../../shared/import/tables/cell.ts'
import { importMessages } from '../i18n/imports.ts'
import { Field } from '../ui/fields.tsx'
import { openProblem } from './import-state.ts'
import { openBytes, openText } from './open-list.ts'

/** A list is chosen as a file, or pasted from wherever it is. */
export const ChooseList = () => {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setBusy(true)
    if (file.size > tableLimits.bytes) openProblem.value = 'too-large'
    else await openBytes(new Uint8Array(await file.arrayBuffer()), file.name)
    setBusy(false)
  }
  return (
    <div class="form import-choose">
      <Field label={importMessages.choose.file} hint={importMessages.choose.fileHint}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,.xlsm,.ris,.nbib,.bib,.json,.xml,.enw,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-disabled={busy}
            onChange={({ currentTarget }) => {
              if (!busy) void read(currentTarget.files?.[0])
            }}
          />
        )}
      </Field>
      <Field label={importMessages.choose.paste} hint={importMessages.choose.pasteHint}>
        {(ids) => (
          <textarea {...ids} rows={4} spellcheck={false} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
        )}
      </Field>
      <p>
        <button type="button" class="button quiet" disabled={text.trim() === ''} onClick={() => void openText(text)}>
          {importMessages.choose.read}
        </button>
      </p>
      {openProblem.value && (
        <p class="notice problem" role="alert">
          {importMessages.unreadable[openProblem.value]}
        </p>
      )}
    </div>
  )
}
