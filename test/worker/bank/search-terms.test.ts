import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { facetNames, orBetter } from '../../../shared/api/facets.ts'
import { recountCells } from '../../../worker/bank/indexes/cell-index.ts'
import { facetsOf } from '../../../worker/bank/queries/facet-queries.ts'
import { countedAtMost, type IdeasQuery, numbersOf } from '../../../worker/bank/queries/list-numbers.ts'
import { searchExpression, vocabularyOf } from '../../../worker/bank/queries/search-expression.ts'
import { anyBeginning, beginningIn } from '../../../worker/bank/queries/search-terms.ts'
import { stemOf } from '../../../worker/bank/queries/word-stem.ts'

const inObject = <Result>(name: string, work: (sql: SqlStorage) => Result): Promise<Result> =>
  runInDurableObject(env.NETWORKS.get(env.NETWORKS.idFromName(name)), (_, { storage }) => work(storage.sql))

const beginnings =
  'nurs infan weigh hand diseas agre therap relat hop oper general feed sepsi cathet oscillat digitiz controll fall y s e'.split(' ')
const endings = (
  's es e ed eed ing ies sses ss y ational tional enci anci izer logi bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti ' +
  'biliti icate ative alize iciti ical ful ness ement ance ence able ible ment ion ant ent ism ate iti ous ive ize al er ic ou ll l tion ly'
).split(' ')
const letters = fc.stringMatching(/^[a-z0-9]{1,9}$/)
const word = fc
  .tuple(fc.oneof(fc.constantFrom(...beginnings), letters), fc.array(fc.constantFrom(...endings), { maxLength: 3 }))
  .map(([beginning, more]) => beginning + more.join(''))
  .filter((one) => one.length < 70)

test('[R9] a word is shortened as the tokenizer of the index shortens it', async () => {
  const words = [
    ...new Set(fc.sample(word, 6000)),
    'sses',
    'eed',
    'ies',
    'nurse',
    'therapy',
    'a',
    'by',
    'x'.repeat(64),
    `${'x'.repeat(65)}s`,
    `${'x'.repeat(63)}s`,
  ]
  const shortened = await inObject('stems', (sql) => {
    sql.exec(`CREATE VIRTUAL TABLE tried USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2');
      CREATE VIRTUAL TABLE tried_at USING fts5vocab (tried, 'instance')`)
    words.forEach((one, index) => sql.exec('INSERT INTO tried (rowid, words) VALUES (?, ?)', index, one))
    return sql.exec<{ doc: number; term: string }>('SELECT doc, term FROM tried_at').toArray()
  })
  expect(shortened.map(({ doc, term }) => [words[doc], term])).toEqual(shortened.map(({ doc }) => [words[doc], stemOf(words[doc] ?? '')]))
  expect(shortened).toHaveLength(words.length)
})

const [topics, sites, dispositions] = [
  ['feeding', 'lines', ''],
  ['ash', 'elm'],
  ['active', 'active', 'active', 'declined'],
] as const
const common = fc.constantFrom('infant', 'infants', 'nurse', 'nursing', 'niñez', 'β', '48h', 'handover', 'hand', 'disease', 'agreed')
/** One idea of a bank: the words of the index, and what it can be narrowed by. */
const idea = fc.record({
  words: fc.array(fc.oneof(word, common), { minLength: 2, maxLength: 8, size: 'max' }),
  topic: fc.constantFrom(...topics),
  site: fc.constantFrom(...sites),
  level: fc.constantFrom(null, 1, 3, 5),
  disposition: fc.constantFrom(...dispositions),
  unsaid: fc.constantFrom(0, 1),
})
type Planned = typeof idea extends fc.Arbitrary<infer One> ? One : never

const write = (sql: SqlStorage, number: number, one: Planned): void => {
  sql.exec(
    `INSERT INTO idea_row (number, id, pathway, phase, disposition, topic, site, level, unsaid, proposed_at, due, moved_at, body) VALUES (?, ?, '', 'idea', ?, ?, ?, ?, ?, ?, ?, ?, '{}')`,
    number,
    `idea-${number}`,
    one.disposition,
    one.topic,
    one.site,
    one.level,
    one.unsaid,
    number,
    (number * 7) % 100,
    (number * 13) % 50,
  )
  sql.exec('INSERT INTO idea_words (rowid, words) VALUES (?, ?)', number, one.words.join(' '))
}

const queryOf = (more: Partial<IdeasQuery>): IdeasQuery => ({ disposition: 'active', q: '', sort: 'newest', limit: 50, ...more })

/** What is found, in the order of the list, as FTS5 itself understands beginnings. */
const plainly = (sql: SqlStorage, query: IdeasQuery): number[] => {
  const ask = (expression: string): number[] =>
    sql
      .exec<{ number: number }>(
        `SELECT number FROM idea_row WHERE number IN (SELECT rowid FROM idea_words WHERE words MATCH ?1) AND (?2 = 'all' OR disposition = ?2)
         AND (?3 IS NULL OR topic = ?3) AND (?4 IS NULL OR site = ?4) AND (?5 IS NULL OR level <= ?5)
         ORDER BY ${query.sort === 'due' ? 'due, number' : query.sort === 'oldest' ? 'number' : 'number DESC'}`,
        expression,
        query.disposition,
        query.topic ?? null,
        query.site ?? null,
        query.level === undefined || query.level === 'unsaid' ? null : query.level,
      )
      .toArray()
      .map(({ number }) => number)
  const found = ask(searchExpression(query.q))
  return found.length > 0 ? found : ask(searchExpression(query.q, anyBeginning, vocabularyOf(sql)))
}

const typed = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .oneof(word, fc.constantFrom(...beginnings), common)
          .chain((one) => fc.integer({ min: 1, max: one.length }).map((length) => one.slice(0, length))),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('infnat', 'niñ', '48 h', '"infant nurse"', 'nursing', 'nurses', 'in', 'hand over', 'handing'),
      },
    ),
    {
      minLength: 1,
      maxLength: 2,
    },
  )
  .map((words) => words.join(' '))
const query = fc
  .record(
    {
      q: typed,
      sort: fc.constantFrom('newest' as const, 'oldest' as const, 'due' as const),
      disposition: fc.constantFrom('active' as const, 'all' as const),
      topic: fc.constantFrom(...topics),
      site: fc.constantFrom(...sites),
      level: fc.constantFrom(1, 3),
    },
    { requiredKeys: ['q', 'disposition'] },
  )
  .map(queryOf)

test(
  '[R9] words named one by one find the same ideas in the same order as the beginning of a word, in any bank',
  { timeout: 300_000 },
  async () => {
    let [run, found, named] = [0, 0, 0]
    await fc.assert(
      fc.asyncProperty(
        fc.array(idea, { minLength: 30, maxLength: 80, size: 'max' }),
        fc.array(query, { minLength: 20, maxLength: 30 }),
        async (ideas, queries) => {
          run += 1
          await inObject(`search-terms ${run}`, (sql) => {
            ideas.forEach((one, index) => write(sql, index + 1, one))
            // Some are gone again, some are written anew.
            for (let number = 3; number < ideas.length; number += 5) sql.exec('DELETE FROM idea_words WHERE rowid = ?', number)
            for (let number = 3; number < ideas.length; number += 10)
              sql.exec('INSERT INTO idea_words (rowid, words) VALUES (?, ?)', number, 'infant')
            // Without the counts that are kept, every filter seems to leave few, and its ideas are read first.
            if (run % 2 === 0) recountCells(sql)
            for (const asked of queries) {
              const all = plainly(sql, asked)
              const numbers = numbersOf(sql, asked)
              expect([asked, numbers.found.map(({ number }) => number)]).toEqual([asked, all.slice(0, asked.limit + 1)])
              expect([asked, numbers.counted]).toEqual([asked, all.length])
              const last = all[2] === undefined ? undefined : numbers.found[2]
              if (last) {
                const next = numbersOf(sql, { ...asked, after: `${last.at}.${last.number}` })
                expect(next.found.map(({ number }) => number)).toEqual(all.slice(3, 3 + asked.limit + 1))
              }
              found += all.length
              if (searchExpression(asked.q, beginningIn(sql)) !== searchExpression(asked.q)) named += 1
            }
          })
        },
      ),
      { numRuns: 30 },
    )
    expect([found > 200, named > 200]).toEqual([true, true])
  },
)

test('[R9] a beginning with more words than are named one by one finds all of them', async () => {
  await inObject('many-words', (sql) => {
    const planned = { topic: '', site: 'ash', level: null, disposition: 'active', unsaid: 0 } as const
    for (let number = 1; number <= 300; number += 1)
      write(sql, number, { ...planned, words: [`inf${number}`, number % 2 ? 'odd' : 'even'] })
    expect(beginningIn(sql)('inf')).toEqual(anyBeginning('inf'))
    expect(beginningIn(sql)('inf29')).toHaveLength(11)
    expect(beginningIn(sql)('outf')).toEqual([])
    expect(numbersOf(sql, queryOf({ q: 'inf' })).counted).toBe(300)
    expect(numbersOf(sql, queryOf({ q: 'inf29 even' })).found.map(({ number }) => number)).toEqual([298, 296, 294, 292, 290])
  })
})

test('[R6] choices of a search count what the list has, or say that it is more', { timeout: 120_000 }, async () => {
  await inObject('cut-facets', (sql) => {
    const ideas = fc.sample(idea, { numRuns: 3000, seed: 7 })
    ideas.forEach((one, index) => write(sql, index + 1, { ...one, words: [index % 10 === 0 ? 'rare' : 'infant', ...one.words] }))
    recountCells(sql)
    let [cut, whole] = [0, 0]
    for (const asked of [
      { q: 'infant' },
      { q: 'rare' },
      { q: 'infant', topic: 'lines' },
      { q: 'infant', topic: 'lines', site: 'ash', level: 3 },
      { q: 'infa', disposition: 'all' as const },
    ]) {
      const query = queryOf(asked)
      const reply = facetsOf(sql, query)
      for (const name of facetNames) {
        const without = name === 'disposition' ? { ...query, disposition: 'all' as const } : { ...query, [name]: undefined }
        const all = plainly(sql, without).map((number) => ideas[number - 1])
        expect([asked, name, reply.cut.includes(name)]).toEqual([asked, name, all.length >= countedAtMost])
        const values = all.map((one) => String({ pathway: 'none', phase: 'idea', ...one }[name] ?? ''))
        const counts = Object.fromEntries([...Map.groupBy(values, String)].map(([key, same]) => [key, same.length]))
        const exact = name === 'level' ? { ...orBetter(counts), unsaid: all.filter((one) => one?.unsaid === 1).length } : counts
        if (!reply.cut.includes(name)) expect([asked, name, reply.facets[name]]).toEqual([asked, name, exact])
        else for (const [key, count] of Object.entries(reply.facets[name])) expect([key, count <= (exact[key] ?? 0)]).toEqual([key, true])
        if (reply.cut.includes(name)) cut += 1
        else whole += 1
      }
    }
    expect([cut > 3, whole > 3]).toEqual([true, true])
  })
})
