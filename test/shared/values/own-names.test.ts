import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { citationSchema } from '../../../shared/citations/citation-schema.ts'
import { citationFormats } from '../../../shared/citations/citation-formats.ts'
import { cslTypes } from '../../../shared/citations/csl-type.ts'
import { digestOf } from '../../../shared/notifications/digest.ts'
import { mutationNamed } from '../../../shared/mutations/index.ts'
import { own } from '../../../shared/values/own.ts'

/** Words that every JavaScript object answers to. */
const inherited = [...Object.getOwnPropertyNames(Object.prototype), '__proto__']

test('[E1] a lookup finds own properties only, nothing inherited', () => {
  for (const name of inherited) expect(own({ a: 1 }, name)).toBeUndefined()
  expect([own({ a: 1 }, 'a'), own({ constructor: 2 }, 'constructor')]).toEqual([1, 2])
})

describe('[E1] an item whose type is the name of an Object property (“constructor”)', () => {
  test.each([...inherited, 'nonsense', 'ARTICLE-JOURNAL', ' book ', '', 7, null, undefined, ['book'], 'x'.repeat(5000)])(
    '%j is read',
    (type) => {
      const read = v.safeParse(citationSchema, { title: 'Tea', ...(type === undefined ? {} : { type }) })
      expect(read.success && cslTypes.has(read.output.type)).toBe(true)
    },
  )

  test.each(citationFormats.map((format) => [format.label, format] as const))('an older clip breaks no %s', (_, format) => {
    const plain = format.entry({ type: 'document', title: 'Tea' }, 'tea')
    for (const type of inherited) expect(format.entry({ type, title: 'Tea' }, 'tea')).toBe(plain)
  })

  test('every CSL type is kept', () => {
    expect(cslTypes.size).toBe(45)
    for (const type of cslTypes) expect(v.parse(citationSchema, { type })).toMatchObject({ type })
  })
})

test('[M3] names of Object properties are neither mutations nor sections of the digest', () => {
  for (const name of inherited) {
    expect(mutationNamed(name)).toBeUndefined()
    const idea = { id: '', change: '', pathway: '', phase: '', disposition: 'active', topic: '', site: '' } as const
    const told = digestOf([{ name, by: '', at: 0, to: '', says: '', site: '', result: null, idea }], [])
    expect(Object.values(told).flat()).toEqual([])
  }
})

/** Indexed by one letter of a text, which is no name of an object; or by a path, which begins with a slash. */
const byLetter = new Set([
  'extension/page-reader/quote/find-quote.ts: same[letter]',
  'extension/page-reader/page/clean.ts: named[name]',
  'worker/open-api/document.ts: paths[operation.path]',
])

const sources = ['shared', 'extension', 'worker'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/node_modules|^\.wxt|\.d\.ts$|^values\/own\.ts$/.test(path))
    .map((path) => `${folder}/${path}`),
)

/** Objects that may be asked for any text or number, and how they are asked. */
const asked = sources.flatMap((path) => {
  const source = readFileSync(path, 'utf8')
  const tables = [...source.matchAll(/\b(\w+)\??: (?:Readonly<|Partial<)*Record<(?:string|number)\b/g)].map(([, name = '']) => name)
  return [...new Set(tables)].flatMap((name) =>
    [...source.matchAll(new RegExp(`(?<![\\w'])${name}(?:\\?\\.)?\\[(?!['\\]\\d])([^\\]]+)\\](?!:| =[^=])`, 'g'))].map(
      ([text]) => `${path}: ${text}`,
    ),
  )
})

test('[E1] tables are read by their own property names only', () => {
  expect(sources.length).toBeGreaterThan(400)
  expect(asked.filter((one) => !byLetter.has(one))).toEqual([])
})
