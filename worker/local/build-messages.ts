import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { languages } from '../../shared/i18n/language.ts'
import { type Catalogue, compileMessages } from './message-compiler.ts'

/** `npm run messages`: compiles `i18n/{en,es,…}.json` of each place, in ICU MessageFormat, into `i18n/compiled/`. */

const places = ['shared/i18n', 'extension/i18n', 'worker/dashboard/i18n']
/** Where `i18n/messages.ts` has the names from the English messages (`shared/i18n/named.ts`), so that other languages load without them. */
const withLists = new Set(['extension/i18n', 'worker/dashboard/i18n'])

const isCatalogue = (value: unknown): value is Catalogue =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((inner) => typeof inner === 'string' || isCatalogue(inner))

const namesIn = (catalogue: Catalogue): string[] =>
  Object.entries(catalogue).flatMap(([name, value]) => (typeof value === 'string' ? [name] : [name, ...namesIn(value)]))

/** `JSON.parse` takes the last of two messages of one name in silence. Files are formatted, so a name begins a line. */
const checkTwice = (text: string, catalogue: Catalogue): void => {
  const left = namesIn(catalogue)
  for (const [, name] of text.matchAll(/^\s*"((?:[^"\\]|\\.)*)":/gm)) {
    const at = left.indexOf(name ?? '')
    if (at < 0) throw new Error(`“${name}” is there twice`)
    left.splice(at, 1)
  }
}

const read = (file: string): Catalogue => {
  if (!existsSync(file)) throw new Error('is missing')
  const text = readFileSync(file, 'utf8')
  const catalogue: unknown = JSON.parse(text)
  if (!isCatalogue(catalogue)) throw new Error('may hold texts and groups of texts only')
  checkTwice(text, catalogue)
  return catalogue
}

/** Watchers and the type checker look at times: a module that is as it should be stays untouched. */
const writeChanged = (folder: string, modules: ReadonlyMap<string, string>): void => {
  for (const file of globSync('**/*.ts', { cwd: folder })) if (!modules.has(file.replaceAll('\\', '/'))) rmSync(join(folder, file))
  for (const [file, code] of modules) {
    const path = join(folder, file)
    if (existsSync(path) && readFileSync(path, 'utf8') === code) continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, code)
  }
}

const buildPlace = (folder: string, asLists: boolean, spoken: readonly string[]): string[] => {
  const problems: string[] = []
  const readOr = (language: string): Catalogue => {
    try {
      return read(join(folder, `${language}.json`))
    } catch (error) {
      problems.push(`${language}.json: ${error instanceof Error ? error.message : String(error)}`)
      return {}
    }
  }
  const catalogues = { en: readOr('en'), ...Object.fromEntries(spoken.map((language) => [language, readOr(language)])) }
  if (problems.length > 0) return [...new Set(problems)]
  const compiled = compileMessages(catalogues, asLists)
  if (compiled.problems.length === 0) writeChanged(join(folder, 'compiled'), compiled.modules)
  return compiled.problems
}

/**
 * Compiles every place that is there (the sources that the stores get have no dashboard).
 * @param root The project's folder.
 * @param spoken Tags of the languages that every place must have.
 * @throws Error that names each wrong message; then nothing of its place was written.
 */
export const buildMessages = (root: string, spoken: readonly string[] = Object.keys(languages)): void => {
  const problems = places
    .filter((folder) => existsSync(join(root, folder, 'en.json')))
    .flatMap((folder) => buildPlace(join(root, folder), withLists.has(folder), spoken).map((problem) => `${folder}: ${problem}`))
  if (problems.length > 0) throw new Error(`Messages that cannot be used:\n${problems.join('\n')}`)
}

if (import.meta.main) {
  try {
    buildMessages(join(import.meta.dirname, '../..'))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
