import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { daysOf } from '../../extension/patient-page/banner/dates.ts'

/** A patient's page: what it shows, and where. */
export interface Chart {
  name: string
  address: string
  html: () => string
  identifiers: { value: string; type: string }[]
}

const shared = join(import.meta.dirname, '../../../shared')

interface Listed {
  file: string
  url: string
  system: string
  lang?: string
  no_patient?: boolean
  identifiers: { value: string; type: string; where?: string }[]
}

const listed = (folder: string): Chart[] => {
  const list = join(shared, folder, 'index.json')
  if (!existsSync(list)) return []
  const parsed = JSON.parse(readFileSync(list, 'utf8')) as Listed[] | { pages: Listed[] }
  const pages = (Array.isArray(parsed) ? parsed : parsed.pages).filter(
    ({ no_patient: none, identifiers }) => !none && ['NAME', 'MRN', 'DATE'].every((type) => identifiers.some((one) => one.type === type)),
  )
  // One page of each system and language.
  const seen = new Set<string>()
  const chosen = pages.filter(({ system, lang = 'en', file }) => {
    const kind = folder === 'ehr-pages' ? file : `${system} ${lang === 'es' ? 'es' : ''}`
    return !seen.has(kind) && seen.add(kind)
  })
  return chosen.map(({ file, url, identifiers }) => ({
    name: file,
    address: url,
    html: () => readFileSync(join(shared, folder, file), 'utf8'),
    identifiers,
  }))
}

/** Saved pages of real record systems, one of each and its Spanish one, with made-up patients; none where they are not at hand. */
export const savedCharts = (): Chart[] => [...listed('ehr-pages'), ...listed('ehr-pages-2')]

const banner = (name: string, born: string, record: string): string =>
  `<div class="banner"><h2>${name}</h2><span>Female, 5 y</span> <span>DOB: ${born}</span> <span>MRN: ${record}</span></div>`

const chartHtml = (title: string, banners: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${banners}<main><h1>Chart</h1><p id="finding">Gained 26 grams a day with the home scale.</p></main></body></html>`

export const madeUpChart: Chart = {
  name: 'a made-up chart',
  address: 'https://ehr.hospital.example/patient/88213407/chart',
  html: () => chartHtml('Quintanilla, Marisol – Chart', banner('Quintanilla, Marisol', '14-Mar-2019', '00447192')),
  identifiers: [
    { value: 'Quintanilla, Marisol', type: 'NAME' },
    { value: '14-Mar-2019', type: 'DATE' },
    { value: '00447192', type: 'MRN' },
    { value: '88213407', type: 'ID' },
  ],
}

export const madeUpWard: Chart = {
  name: 'a made-up ward',
  address: 'https://ehr.hospital.example/ward/7',
  html: () =>
    chartHtml('Ward', banner('Quintanilla, Marisol', '14-Mar-2019', '00447192') + banner('Abernathy, Thaddeus', '02-Nov-1961', '00558311')),
  identifiers: [
    { value: 'Abernathy, Thaddeus', type: 'NAME' },
    { value: '02-Nov-1961', type: 'DATE' },
    { value: '00558311', type: 'MRN' },
  ],
}

export interface Slip {
  /** What a hurried person would type. */
  sentence: string
  /** The parts of it that are a patient's. */
  told: string[]
  /** What the page shows and nobody typed. */
  untold: string[]
}

const wordsOf = (name: string): string[] => name.split(/[^\p{L}]+/u).filter((word) => word.length > 3)

/** One wrong letter in the longest part of a name. */
const misspelt = (name: string): string => {
  const longest = wordsOf(name).toSorted((a, b) => b.length - a.length)[0] ?? name
  const at = Math.floor(longest.length / 2)
  return `${longest.slice(0, at)}${longest[at] === 'e' ? 'o' : 'e'}${longest.slice(at + 1)}`
}

/** A day as Americans write it by hand. */
const otherLayout = (value: string): string => {
  const day = new Date(`${daysOf(value)[0]?.iso ?? value} UTC`)
  if (Number.isNaN(day.getTime())) return value.replaceAll('/', '-')
  return `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`
}

/** A sentence with the name, a misspelt name, the number and the birth date in another layout. */
export const slipAt = ({ identifiers }: Chart): Slip => {
  const first = (type: string): string => identifiers.find((one) => one.type === type)?.value ?? ''
  const [name, number, born] = [first('NAME'), first('MRN'), otherLayout(first('DATE'))]
  const [spoken, wrong] = [name.replace(/^([^,^]+)[,^]\s*(.*)$/, '$2 $1'), misspelt(name)]
  const said = `${spoken} ${wrong} ${number} ${born}`
  return {
    sentence: `Lend scales as for ${spoken} or ${wrong}, ${number}, born ${born}`,
    told: [...wordsOf(spoken), wrong, number, born],
    untold: identifiers.map(({ value }) => value).filter((value) => !said.includes(value)),
  }
}
