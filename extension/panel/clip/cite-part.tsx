import { useState } from 'preact/hooks'
import type { Citation } from '../../../shared/citations/citation.ts'
import { type CitationFormat, citationFormats, fileNameOf, writeCitations } from '../../../shared/citations/citation-formats.ts'
import { standingOf } from '../../../shared/citations/standing.ts'
import { vancouver } from '../../../shared/citations/vancouver.ts'
import { saveFile } from '../../../shared/web/save-file.ts'
import { fields } from '../state/form-state.ts'
import { draft } from '../state/panel-state.ts'
import { knownMessages } from '../../i18n/known.ts'

/** The item as it stands in the form: what was read, with what the person mended. */
const citationOf = (): Citation | undefined => {
  const read = draft.value?.source?.citation
  if (!read || !fields.value) return undefined
  const { title, address } = fields.value
  const typed = { ...read, ...(title.trim() ? { title: title.trim() } : {}), ...(address.trim() ? { URL: address.trim() } : {}) }
  return { ...typed, standing: standingOf(typed)?.standing }
}

const save = (citation: Citation, format: CitationFormat): void =>
  saveFile(fileNameOf(citation.title ?? '', format.extension), writeCitations(format, [citation]), format.type)

/** The reference and its files. Made here: nothing is asked of anybody. */
export const CitePart = () => {
  const [copied, setCopied] = useState<boolean | undefined>(undefined)
  const citation = citationOf()
  if (!citation) return null
  const reference = vancouver(citation)
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(reference).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <>
      <p class="unseen">{knownMessages.reference}</p>
      <p class="reference">{reference}</p>
      {citation.cut && <p class="soft">{citation.cut.includes('author') ? knownMessages.cutAuthors : knownMessages.cut}</p>}
      <p class="actions">
        <button type="button" class="button small" onClick={() => void copy()}>
          {knownMessages.copyReference}
        </button>
        {citationFormats.map((format) => (
          <button type="button" class="button small" key={format.key} onClick={() => save(citation, format)}>
            <span class="unseen">{knownMessages.saveAs({ format: format.label })}</span>
            <span aria-hidden="true">{format.label}</span>
          </button>
        ))}
      </p>
      <p class="soft" role="status">
        {copied !== undefined && (copied ? knownMessages.copied : knownMessages.notCopied)}
      </p>
    </>
  )
}
