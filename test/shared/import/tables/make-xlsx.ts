import { strToU8, zipSync } from 'fflate'

/** A cell of a made workbook: a day has a format of dates, a formula only its result. */
export type TestCell =
  | string
  | number
  | boolean
  | null
  | { day: number }
  | { rich: string[] }
  | { inline: string }
  | { error: string }
  | { formula: string }
export interface TestSheet {
  name: string
  hidden?: boolean
  merged?: readonly string[]
  rows: readonly (readonly TestCell[])[]
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const nameOf = (column: number): string => String.fromCharCode(65 + column)

/** The smallest workbook that has these sheets, as bytes. */
export const makeXlsx = (sheets: readonly TestSheet[], date1904 = false): Uint8Array => {
  const shared: string[] = []
  const index = (inner: string): number => shared.push(inner) - 1
  const cell = (value: TestCell, at: string): string => {
    if (value === null) return ''
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
    if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`
    if (typeof value === 'string') return `<c r="${at}" t="s"><v>${index(`<t>${escaped(value)}</t>`)}</v></c>`
    if ('day' in value) return `<c r="${at}" s="1"><v>${value.day}</v></c>`
    if ('inline' in value) return `<c r="${at}" t="inlineStr"><is><t>${escaped(value.inline)}</t></is></c>`
    if ('error' in value) return `<c r="${at}" t="e"><v>${value.error}</v></c>`
    if ('formula' in value) return `<c r="${at}" t="str"><f>A1</f><v>${escaped(value.formula)}</v></c>`
    return `<c r="${at}" t="s"><v>${index(value.rich.map((run) => `<r><rPr><b/></rPr><t xml:space="preserve">${escaped(run)}</t></r>`).join(''))}</v></c>`
  }
  const files: Record<string, Uint8Array> = {}
  const xml = (path: string, text: string): void => {
    files[path] = strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`)
  }
  for (const [at, { rows, merged = [] }] of sheets.entries())
    xml(
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
        .map((row, y) => `<row r="${y + 1}">${row.map((value, x) => cell(value, `${nameOf(x)}${y + 1}`)).join('')}</row>`)
        .join(
          '',
        )}</sheetData>${merged.length ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`,
    )
  xml(
    'xl/workbook.xml',
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, hidden }, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
  )
  xml(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
  )
  xml(
    'xl/styles.xml',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="170" formatCode="[$-40A]dd/mm/yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>',
  )
  xml(
    'xl/sharedStrings.xml',
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${shared.map((inner) => `<si>${inner}</si>`).join('')}</sst>`,
  )
  return zipSync(files)
}
