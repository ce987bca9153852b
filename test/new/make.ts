import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withPluralCases } from './plural-cases.ts'
import { type Edit, type Recipe, recipes } from './recipes.ts'

const templates = join(import.meta.dirname, 'templates')

/** A name in the ways that code and people write it: `tag-idea` → tagIdea, TagIdea, "Tag idea". */
const namesOf = (name: string): Record<string, string> => {
  const [, room = '', kebab = name] = /^(.*)\/(.*)$/.exec(name) ?? []
  const camel = kebab.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
  const language = /^[a-z]{2}$/.test(name) ? (new Intl.DisplayNames([name], { type: 'language' }).of(name) ?? name) : ''
  return { room, kebab, camel, Pascal: upper(camel), words: upper(kebab.replaceAll('-', ' ')), language: upper(language) }
}

const filled = (text: string, names: Record<string, string>): string =>
  Object.entries(names).reduce((whole, [name, value]) => whole.replaceAll(`{${name}}`, value), text)

/** A message with its names, whether a text or a group of texts. */
const filledIn = (message: unknown, names: Record<string, string>): unknown => JSON.parse(filled(JSON.stringify(message), names))

interface Group {
  [name: string]: unknown
}

const withMessage = (group: Group, [name = '', ...further]: readonly string[], message: unknown): Group => {
  if (further.length === 0 && name in group) throw new Error(`There is a message ${name} already`)
  return { ...group, [name]: further.length === 0 ? message : withMessage((group[name] ?? {}) as Group, further, message) }
}

/** The changed files of an edit, each path with its new text. Throws where the place to change is not there once. */
const edited = (edit: Edit, names: Record<string, string>, read: (path: string) => string): [string, string][] => {
  if ('catalogues' in edit) {
    const path = edit.path.map((part) => filled(part, names))
    return ['en', 'es'].map((language) => {
      const file = `${edit.catalogues}/${language}.json`
      const catalogue = withMessage(JSON.parse(read(file)) as Group, path, filledIn(edit.message, names))
      return [file, `${JSON.stringify(catalogue, null, 2)}\n`]
    })
  }
  const [before, after, ...further] = read(edit.file).split(edit.before)
  if (before === undefined || after === undefined || further.length > 0)
    throw new Error(`${edit.file} does not have this once: ${edit.before.trim()}`)
  return [[edit.file, before + filled(edit.add, names) + edit.before + after]]
}

/** A catalogue in English, ready to be translated. */
const inLanguage = (language: string, catalogue: string): string => {
  const texts: unknown = JSON.parse(catalogue, (_, value: unknown) =>
    typeof value === 'string' ? withPluralCases(language, value) : value,
  )
  return `${JSON.stringify(texts, null, 2)}\n`
}

const usage = (): string =>
  ['npm run new KIND NAME', ...Object.entries(recipes).map(([kind, { example }]) => `  npm run new ${kind} ${example}`)].join('\n')

const madeFiles = (recipe: Recipe, names: Record<string, string>, root: string): [string, string][] =>
  recipe.files.map((file) => {
    const to = filled(file.to, names)
    if (existsSync(join(root, to))) throw new Error(`${to} is there already`)
    if ('from' in file) return [to, inLanguage(names['kebab'] ?? '', readFileSync(join(root, file.from), 'utf8'))]
    return [to, filled(readFileSync(join(templates, `${file.template}.txt`), 'utf8'), names)]
  })

/**
 * Makes one of a kind in the project at `root`, all of it or nothing.
 * @returns The paths that were made or changed, and what is left to do.
 * @throws Error in words where kind or name are none, or something of that name is there.
 */
export const make = (root: string, kind = '', name = ''): { paths: string[]; next: string[] } => {
  const recipe = Object.hasOwn(recipes, kind) ? recipes[kind] : undefined
  if (!recipe) throw new Error(usage())
  if (!recipe.name.test(name)) throw new Error(`“${name}” is no name for a ${kind}; one is ${recipe.example}`)
  const names = namesOf(name)
  const texts = new Map(madeFiles(recipe, names, root))
  const read = (path: string): string => texts.get(path) ?? readFileSync(join(root, path), 'utf8')
  for (const edit of recipe.edits) for (const [path, text] of edited(edit, names, read)) texts.set(path, text)
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return { paths: [...texts.keys()], next: recipe.next.map((line) => filled(line, names)) }
}
