import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { drawHouse, picture } from './draw-house.ts'
import { type Area, areas, exceptions } from './floors.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Paths from the root, each with the paths that it imports. Generated texts belong to the room that they lie in. */
type Imports = ReadonlyMap<string, readonly string[]>

const made = /(^|\/)(node_modules|\.wxt|\.output|dist|\.wrangler|compiled)(\/|$)/
const specifier = /\b(?:from|import)\s*\(?\s*'(\.[^']*)'|\bglob\w*(?:<[^>]*>)?\(\s*'(\.[^']*)'/g
const comments = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm

const importsOf = (path: string): string[] =>
  [...readFileSync(join(root, path), 'utf8').replaceAll(comments, '').matchAll(specifier)].map(([, plain, glob]) =>
    normalize(join(dirname(path), plain ?? glob ?? '')).replace(/\/compiled\/.*$/, '/compiled'),
  )

const product = ['shared', 'extension', 'worker'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !made.test(path)),
)
const imports: Imports = new Map(product.map((path) => [path, importsOf(path)]))

interface Place {
  area: Area
  floor: number
}

const nameOf = ({ folder }: Area, room: string): string => (room === '.' ? folder : `${folder}/${room}`)
const placesIn = (table: readonly Area[]): Map<string, Place> =>
  new Map(table.flatMap((area) => area.floors.flatMap((rooms, floor) => rooms.map((room) => [nameOf(area, room), { area, floor }]))))

/** Each import that runs up, sideways, or into an area that is not read, in words. */
const wrongDirections = (table: readonly Area[], files: Imports): string[] => {
  const places = placesIn(table)
  const wrong = (from: string, to: string): string | undefined => {
    const [here, there] = [places.get(from), places.get(to)]
    if (from === to || !here || !there) return undefined
    if (here.area !== there.area) return here.area.reads.includes(there.area.folder) ? undefined : `${here.area.folder} may not read`
    return there.floor > here.floor ? undefined : there.floor === here.floor ? 'the same floor' : 'up'
  }
  return [...files].flatMap(([path, targets]) =>
    targets.flatMap((target) => {
      const why = wrong(dirname(path), dirname(target))
      return why === undefined ? [] : [`${path} → ${target}: ${why}`]
    }),
  )
}

const roomsOf = (files: Imports): Map<string, number> => {
  const rooms = new Map<string, number>()
  for (const path of files.keys()) rooms.set(dirname(path), (rooms.get(dirname(path)) ?? 0) + 1)
  return rooms
}

const tooFewOrMany = (files: Imports, reasons: Readonly<Record<string, string>>): string[] =>
  [...roomsOf(files)].flatMap(([room, count]) => ((count >= 3 && count <= 30) === room in reasons ? [`${room}: ${count} files`] : []))

const small: readonly Area[] = [
  { folder: 'top', reads: ['base'], floors: [['.'], ['left', 'right']] },
  { folder: 'base', reads: [], floors: [['.']] },
]

test('[H3] the check itself finds imports that run up, sideways or into another area, and none that run down', () => {
  const found = (path: string, ...targets: string[]): string[] => wrongDirections(small, new Map([[path, targets]]))
  expect(found('top/a.ts', 'top/left/b.ts', 'top/right/c.ts', 'top/d.ts', 'base/e.ts')).toEqual([])
  expect(found('top/left/b.ts', 'top/a.ts')).toEqual(['top/left/b.ts → top/a.ts: up'])
  expect(found('top/left/b.ts', 'top/right/c.ts')).toEqual(['top/left/b.ts → top/right/c.ts: the same floor'])
  expect(found('base/e.ts', 'top/a.ts')).toEqual(['base/e.ts → top/a.ts: base may not read'])
  const one: Imports = new Map([['top/a.ts', []]])
  expect([tooFewOrMany(one, {}), tooFewOrMany(one, { top: 'why' })]).toEqual([['top: 1 files'], []])
})

test('[H3] the table lists every folder, and every folder of the table exists', () => {
  expect([...placesIn(areas).keys()].toSorted()).toEqual([...roomsOf(imports).keys()].toSorted())
})

test('[H3] a file imports its own room and lower floors only, so no folders need each other', () => {
  expect(wrongDirections(areas, imports)).toEqual([])
})

test('[H4] a room has 3 to 30 files, or a reason, and a name that says what is there', () => {
  expect(tooFewOrMany(imports, exceptions)).toEqual([])
  expect(
    [...roomsOf(imports).keys()].filter((room) => /(^|\/)(?:utils?|helpers?|common|lib|services?|managers?|misc)(\/|$)/.test(room)),
  ).toEqual([])
})

test('[H4] nine of ten files have 140 lines at most, and none more than 300', () => {
  const lengths = product.map((path) => readFileSync(join(root, path), 'utf8').split('\n').length - 1).toSorted((one, other) => one - other)
  expect(lengths.at(-1)).toBeLessThanOrEqual(300)
  expect(lengths[Math.ceil(lengths.length * 0.9) - 1]).toBeLessThanOrEqual(140)
})

const architecture = readFileSync(join(root, 'docs/architecture.md'), 'utf8')

test('[H3] the picture of the architecture is drawn from the table (npm run picture)', () => {
  expect(readFileSync(join(root, picture), 'utf8')).toBe(drawHouse())
})

test('[H3] the page on architecture lists every room, and every file on the path of a clip exists', () => {
  const told = new Set([...architecture.matchAll(/`([\w./-]+)`/g)].map(([, name = '']) => name))
  const rooms = areas.flatMap(({ folder, floors }) =>
    floors.flat().map((room) => (room === '.' ? folder.replace('worker/dashboard', 'dashboard') : room)),
  )
  expect(rooms.filter((room) => !told.has(room) && !new RegExp(`^### ${room}\\b`, 'm').test(architecture))).toEqual([])
  const path = [...architecture.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = '']) => file)
  expect(path.length).toBeGreaterThan(10)
  expect(path.filter((file) => !product.includes(file))).toEqual([])
})
