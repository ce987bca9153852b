import { type Cell, columnName, isEmpty } from '../../../shared/import/tables/cell.ts'
import { columnFields, type ColumnField } from '../../../shared/import/tables/header-words.ts'
import { importMessages } from '../i18n/imports.ts'
import { SelectField } from '../ui/fields.tsx'
import { chooseColumn, chooseHeader, chooseSheet, headerRow, mapping, open, sheet, suggested, table } from './import-state.ts'

const samples = 3
const mostHeaderRows = 15

const SheetChoice = () => {
  const sheets = open.value?.sheets ?? []
  if (sheets.length < 2) return null
  return (
    <SelectField
      label={importMessages.columns.sheet}
      value={sheet.value?.name ?? ''}
      choices={sheets.map(({ name, hidden }) => ({ key: name, label: hidden ? importMessages.columns.hidden({ name }) : name }))}
      onChange={chooseSheet}
    />
  )
}

/** The beginning of a row, to tell it by. */
const words = (cells: readonly Cell[]): string =>
  cells
    .filter((cell) => !isEmpty(cell))
    .map(({ text }) => text)
    .join(' · ')
    .slice(0, 60)

const HeaderChoice = () => {
  const rows = sheet.value?.rows ?? []
  const found = table.value?.headerRow ?? null
  const choices = rows
    .slice(0, mostHeaderRows)
    .flatMap((cells, at) => (cells.some((cell) => !isEmpty(cell)) ? [{ key: String(at + 1), label: `${at + 1}: ${words(cells)}` }] : []))
  const value = headerRow.value === undefined ? found : headerRow.value
  return (
    <SelectField
      label={importMessages.columns.header}
      value={value === null ? '' : String(value)}
      none={importMessages.columns.noHeader}
      choices={choices}
      onChange={(row) => chooseHeader(row === '' ? null : Number(row))}
    />
  )
}

const Column = ({ at }: { at: number }) => {
  const { headings = [], rows = [] } = table.value ?? {}
  const shown = rows.map(({ cells }) => cells[at]?.text.trim() ?? '').filter(Boolean)
  const name = headings[at] || importMessages.columns.unnamed({ column: columnName(at) })
  return (
    <tr>
      <th scope="row">
        {name} <span class="soft small">{columnName(at)}</span>
      </th>
      <td class="soft small import-samples">
        {shown.slice(0, samples).map((text, index) => (
          <div key={index}>{text.slice(0, 80)}</div>
        ))}
      </td>
      <td>
        <select
          aria-label={importMessages.columns.what({ name })}
          value={mapping.value[at] ?? ''}
          onChange={({ currentTarget }) => chooseColumn(at, (currentTarget.value || null) as ColumnField | null)}
        >
          <option value="">{importMessages.columns.none}</option>
          {columnFields.map((field) => (
            <option key={field} value={field}>
              {importMessages.fields[field]}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}

/** What each column is: suggested, and the person's to say. */
export const ColumnsForm = () => {
  const ideas = suggested.value?.ideas ?? []
  const headings = table.value?.headings ?? []
  return (
    <section aria-labelledby="import-columns">
      <h2 id="import-columns">{importMessages.columns.title}</h2>
      <div class="import-where">
        <SheetChoice />
        <HeaderChoice />
      </div>
      {ideas.length > 1 && (
        <p class="notice quiet">{importMessages.columns.two({ names: ideas.map((at) => `“${headings[at] ?? ''}”`).join(', ') })}</p>
      )}
      <div class="import-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{importMessages.columns.column}</th>
              <th scope="col">{importMessages.columns.values}</th>
              <th scope="col">{importMessages.columns.is}</th>
            </tr>
          </thead>
          <tbody>
            {headings.map((_, at) => (
              <Column key={at} at={at} />
            ))}
          </tbody>
        </table>
      </div>
      {!mapping.value.includes('idea') && (
        <p class="notice problem" role="alert">
          {importMessages.columns.noIdea}
        </p>
      )}
    </section>
  )
}
