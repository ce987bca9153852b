import { useState } from 'preact/hooks'
import type { QueryOf } from '../../../shared/api/endpoints.ts'
import type { Citation } from '../../../shared/citations/citation.ts'
import { citationFormats } from '../../../shared/citations/citation-formats.ts'
import { vancouver } from '../../../shared/citations/vancouver.ts'
import { showToast } from './toast.tsx'
import { saveExport } from './export-file.ts'
import './export-menu.css'
import { problemOf } from '../data/use-query.ts'
import { addressOf } from '../data/endpoint-address.ts'
import { messages } from '../i18n/bank.ts'

type Query = QueryOf<'GET /v1/networks/:network/export/references/:format'>

interface File {
  label: string
  what: string
  path: string
}

const ideaFiles = (query: Query): File[] =>
  (['csv', 'json'] as const).map((format) => ({
    label: format.toUpperCase(),
    what: messages.exports.ideas,
    path: addressOf('GET /v1/networks/:network/export/ideas/:format', { format, query }),
  }))
const referenceFiles = (query: Query): File[] =>
  citationFormats.map(({ key, label }) => ({
    label,
    what: messages.exports.references,
    path: addressOf('GET /v1/networks/:network/export/references/:format', { format: key, query }),
  }))

interface GroupProps {
  title: string
  files: readonly File[]
  save: (file: File) => void
  busy: boolean
}

const Group = ({ title, files, save, busy }: GroupProps) => (
  <div role="group" aria-label={title} class="export-group">
    <p class="export-title">{title}</p>
    {[messages.exports.ideas, messages.exports.references].map((kind) => {
      const own = files.filter(({ what }) => what === kind)
      return (
        own.length > 0 && (
          <p key={kind} class="export-row">
            <span class="soft">{kind}</span>
            {own.map((file) => (
              <button
                type="button"
                key={file.path}
                class="button quiet"
                aria-disabled={busy}
                aria-label={messages.exports.save({ what: file.what, format: file.label })}
                onClick={() => {
                  if (!busy) save(file)
                }}
              >
                {file.label}
              </button>
            ))}
          </p>
        )
      )
    })}
  </div>
)

const Menu = ({ groups }: { groups: readonly { title: string; files: readonly File[] }[] }) => {
  const [said, say] = useState<{ text: string; bad?: boolean; busy?: boolean }>({ text: '' })
  const save = async (file: File): Promise<void> => {
    say({ text: messages.exports.busy({ name: messages.exports.save({ what: file.what, format: file.label }) }), busy: true })
    try {
      say({ text: messages.exports.done({ name: await saveExport(file.path) }) })
    } catch (error) {
      say({ text: problemOf(error).message, bad: true })
    }
  }
  return (
    <details class="export">
      <summary>{messages.exports.open}</summary>
      <div class="export-body">
        {groups.map(({ title, files }) => (
          <Group key={title} title={title} files={files} busy={said.busy === true} save={(file) => void save(file)} />
        ))}
        <p class={`small ${said.bad ? 'notice problem' : 'soft'}`} role="status">
          {said.text || messages.exports.recorded}
        </p>
      </div>
    </details>
  )
}

/** Takes a list as it is filtered, or the whole network, elsewhere: ideas as CSV and JSON, references for reference managers. */
export const ExportList = ({ query }: { query: Query }) => (
  <Menu
    groups={[
      { title: messages.exports.thisList, files: [...ideaFiles(query), ...referenceFiles(query)] },
      { title: messages.exports.network, files: [...ideaFiles({ disposition: 'all' }), ...referenceFiles({ of: 'network' })] },
    ]}
  />
)

/** Takes the references of one idea elsewhere. */
export const ExportIdea = ({ idea }: { idea: string }) => (
  <Menu groups={[{ title: messages.exports.thisIdea, files: referenceFiles({ idea }) }]} />
)

/** Copies a reference as it is printed. */
export const CopyReference = ({ citation }: { citation: Citation }) => {
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(vancouver(citation)).then(
      () => showToast(messages.exports.copied),
      () => showToast(messages.exports.notCopied),
    )
  return (
    <button type="button" class="button plain small" onClick={() => void copy()}>
      {messages.exports.copy}
    </button>
  )
}
