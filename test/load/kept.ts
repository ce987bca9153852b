import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Every file of a Worker's state: databases, what SQLite writes beside them, and what was printed. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())

/** Files that hold these words, as UTF-8 or UTF-16. */
export const filesWith = (state: string, words: string): string[] => {
  const sought = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')]
  return filesIn(state).filter((path) => {
    const bytes = readFileSync(path)
    return sought.some((part) => bytes.includes(part))
  })
}

const holdsLog = (path: string): boolean => {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    return database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'idea_row'").get() !== undefined
  } finally {
    database.close()
  }
}

/** The file of the one network's object that a stopped Worker keeps there. */
export const bankFile = (state: string): string => {
  const found = filesIn(state).filter((path) => path.endsWith('.sqlite') && path.includes('NetworkObject') && holdsLog(path))
  if (found[0] === undefined || found.length > 1) throw new Error(`One bank was expected, found: ${found.join(', ')}`)
  return found[0]
}

/** How often each mutation ran, by its id, and how many ideas it left. */
export const keptIn = (file: string): { runs: Map<string, number>; ideas: Map<string, number> } => {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const count = (query: string): Map<string, number> =>
      new Map(
        database
          .prepare(query)
          .all()
          .map((row) => [String(row['id']), Number(row['n'])]),
      )
    return {
      runs: count('SELECT mutation AS id, count(*) AS n FROM log GROUP BY mutation'),
      ideas: count(
        "SELECT json_extract(args, '$.idea') AS id, count(*) AS n FROM log WHERE name = 'proposeIdea' AND status = 'ok' GROUP BY 1",
      ),
    }
  } finally {
    database.close()
  }
}
