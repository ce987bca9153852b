import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import fc from 'fast-check'
import { type Answers, readNumbers, readTable } from '../worker/dashboard/idea/measures/read-numbers.ts'
import { today } from '../shared/web/today.ts'
import { sayDay } from '../worker/dashboard/ui/dates.ts'
import { dayInField, dayNumber, dayOf, endOfDay } from '../shared/values/calendar-day.ts'

const now = Date.UTC(2026, 10, 30, 12)
const valuesOf = (pasted: string, answers?: Answers): unknown => {
  const read = readNumbers(pasted, now, answers)
  return typeof read === 'string' ? read : read.map(([, value]) => value)
}
const daysOf = (pasted: string, answers?: Answers): unknown => {
  const read = readNumbers(pasted, now, answers)
  return typeof read === 'string' ? read : read.map(([day]) => new Date(day * 86_400_000).toISOString().slice(0, 10))
}

interface Case {
  id: string
  paste: string
  want: (number[] | 'question')[]
}
const casesIn = <One>(name: string): One[] => {
  const file = new URL(`../../shared/cases/${name}.json`, import.meta.url)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: One[] }).cases : []
}
const cases = casesIn<Case>('numbers')

describe.skipIf(cases.length === 0)('[B4] numbers that were read wrongly before', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, { paste, want }) => {
    const read = valuesOf(paste)
    expect(want).toContainEqual(typeof read === 'string' ? 'question' : read)
  })
})

describe('[B4] numbers as spreadsheets write them', () => {
  it.each<[string, string, number[]]>([
    ['thousands by a point beside', '2026-01-01\t2,310.5\n2026-02-01\t1,200', [2310.5, 1200]],
    ['decimal commas', '2026-01-01;0,5\n2026-02-01;12,25', [0.5, 12.25]],
    ['decimal commas of three digits beside a sure one', '2026-01-01;1,234\n2026-02-01;1,5', [1.234, 1.5]],
    ['decimal commas with points between thousands', '2026-01-01;1.234,5\n2026-02-01;2.310', [1234.5, 2310]],
    ['a comma with a nought before it', '2026-01-01;0,250', [0.25]],
    ['spaces between thousands', '2026-01-01\t1 234\n2026-02-01\t12 000,5', [1234, 12_000.5]],
    ['apostrophes between thousands', '2026-01-01\t1’234', [1234]],
    ['per cent', '2026-01-01\t85%\n2026-02-01\t90,5 %', [85, 90.5]],
    ['a typeset minus, a plus, no nought', '2026-01-01\t−3\n2026-02-01\t+2\n2026-03-01\t.5', [-3, 2, 0.5]],
    ['quoted cells with commas', '"2026-01-01","1,234.5"\n"2026-02-01","7"', [1234.5, 7]],
    ['what stands for nothing', '2026-01-01\t12\n2026-02-01\tn/a\n2026-03-01\t–\n2026-04-01\t9', [12, 9]],
    ['headings, blank lines and empty columns', 'Ward\t\nMonth\tRate\n\n2026-01-01\t12\t\t\n\t\t\n', [12]],
  ])('%s', (_, pasted, values) => expect(valuesOf(pasted)).toEqual(values))

  it.each([
    ['2026-01-01\t310,200\n2026-02-01\t12', '310,200'],
    ['2026-01-01;1,234\n2026-02-01;1,310', '1,234'],
  ])('asks of %j what its comma is', (pasted, text) => {
    expect(readTable(pasted, now).question).toEqual({ of: 'comma', text: expect.stringContaining(text) as string })
    expect(valuesOf(pasted)).toEqual(expect.stringContaining(text))
    const [[decimal = 0], [thousands]] = [valuesOf(pasted, { comma: 'decimal' }), valuesOf(pasted, { comma: 'thousands' })] as [
      number[],
      number[],
    ]
    expect(thousands).toBe(Math.round(decimal * 1000))
  })

  it.each<[string, string]>([
    ['2026/1/31', '2026-01-31'],
    ['2026-01-31T08:30:00Z', '2026-01-31'],
    ['31.01.2026', '2026-01-31'],
    ['1.2.26', '2026-02-01'],
    ['31/01/2026', '2026-01-31'],
    ['1/31/2026', '2026-01-31'],
    ['1/1/2026', '2026-01-01'],
    ['01/2026', '2026-01-01'],
    ['2026-03', '2026-03-01'],
    ['2026-W05', '2026-01-26'],
    ['2026-W01', '2025-12-29'],
    ['W53 2020', '2020-12-28'],
    ['Q2 2026', '2026-04-01'],
    ['Jan-26', '2026-01-01'],
    ['January 2026', '2026-01-01'],
    ['ene-26', '2026-01-01'],
    ['agosto de 2026', '2026-08-01'],
    ['5 Mar 2026', '2026-03-05'],
    ['5 de marzo de 2026', '2026-03-05'],
    ['Mar 5, 2026', '2026-03-05'],
    ['31/01/2026 00:00', '2026-01-31'],
  ])('%s is %s', (text, day) => {
    for (const divider of ['\t', ';', ' ']) expect([divider, daysOf(`${text}${divider}12`)]).toEqual([divider, [day]])
  })

  it('asks where day and month could be swapped, unless one line decides it for all', () => {
    const pasted = '01/02/2026\t1\n02/03/2026\t2'
    expect(readTable(pasted, now).question).toEqual({ of: 'order', text: '01/02/2026\t1' })
    expect(daysOf(pasted, { order: 'day-first' })).toEqual(['2026-02-01', '2026-03-02'])
    expect(daysOf(pasted, { order: 'month-first' })).toEqual(['2026-01-02', '2026-02-03'])
    expect(daysOf(`${pasted}\n13/04/2026\t3`)).toEqual(['2026-02-01', '2026-03-02', '2026-04-13'])
    expect(daysOf(`${pasted}\n04/13/2026\t3`)).toEqual(['2026-01-02', '2026-02-03', '2026-04-13'])
    expect(daysOf(`${pasted}\n04/13/2026\t3\n13/05/2026\t4`)).toEqual(expect.stringContaining('Line 1'))
  })

  it('reports lines without a number, and keeps the others', () => {
    expect(readTable('2026-01-01\t12\n2026-02-01\t\n2026-03-01\t9', now)).toMatchObject({ points: { length: 2 }, empty: [2], problem: '' })
    expect(valuesOf('2026-01-01\t')).toEqual(expect.stringContaining('Line 1'))
  })

  it.each(['2026-01-01\t12\t340', '2026-01-01\t\t340', '2026-01-01,4,2', '32/01/2026\t1', '2026-01-01\t1.2.3', '2026-01-01\t12 345 678'])(
    'records nothing of %j by itself',
    (pasted) => expect(valuesOf(pasted)).toEqual(expect.any(String)),
  )

  it('asks which number of a line is the value: one of several sites, or a part of a whole', () => {
    const sites = 'Month\tAsh\tElm\tOak\n2026-01\t12\t340\t5\n2026-02\t13\t\t6'
    expect(readTable(sites, now)).toMatchObject({
      question: { of: 'column', text: '2026-01\t12\t340\t5' },
      columns: [
        { key: '0', label: 'Ash' },
        { key: '1', label: 'Elm' },
        { key: '2', label: 'Oak' },
      ],
    })
    expect(valuesOf(sites)).toEqual(expect.stringContaining('more than one number'))
    expect([valuesOf(sites, { column: '0' }), valuesOf(sites, { column: '2' })]).toEqual([
      [12, 13],
      [5, 6],
    ])
    expect(readTable(sites, now, { column: '1' })).toMatchObject({ points: { length: 1 }, empty: [3] })
    const parts = '2026-01-01;3;40\n2026-02-01;1;30\n2026-03-01;0;20'
    expect(readTable(parts, now).columns.map(({ key }) => key)).toEqual(['0', '1', 'rate'])
    expect(valuesOf(parts, { column: 'rate' })).toEqual([7.5, 3.333, 0])
    expect(valuesOf('2026-01-01;3;0', { column: 'rate' })).toEqual(expect.stringContaining('Line 1'))
    expect(valuesOf('Month,Cases,All\n2026-01-01,3,40', { column: 'rate' })).toEqual([7.5])
    expect(valuesOf(parts, { column: '7' })).toEqual(expect.any(String))
  })

  it('property: reads back days and numbers in any notation, or asks', () => {
    const month = fc.integer({ min: 0, max: 70 }).map((at) => ({ year: 2021 + Math.floor(at / 12), month: (at % 12) + 1 }))
    const two = (number: number): string => String(number).padStart(2, '0')
    const ways: readonly ((day: { year: number; month: number }) => string)[] = [
      ({ year, month: at }) => `${year}-${two(at)}`,
      ({ year, month: at }) => `01.${two(at)}.${year}`,
      ({ year, month: at }) => `${two(at)}/${year}`,
      ({ year, month: at }) =>
        `${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][at - 1]}-${year % 100}`,
    ]
    const locales = fc.constantFrom('en-US', 'de-DE', 'es-ES', 'fr-FR', 'de-CH')
    fc.assert(
      fc.property(
        fc.uniqueArray(month, { minLength: 1, maxLength: 8, selector: ({ year, month: at }) => year * 12 + at }),
        fc.array(fc.double({ min: -99_999, max: 99_999, noNaN: true }), { minLength: 8, maxLength: 8 }),
        fc.constantFrom(...ways),
        locales,
        fc.constantFrom('\t', ';'),
        (months, numbers, way, locale, divider) => {
          const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
          const rows = months.map((day, at) => ({ day, value: Math.round((numbers[at] ?? 0) * 1000) / 1000 }))
          const pasted = rows.map(({ day, value }) => `${way(day)}${divider}${format.format(value)}`).join('\n')
          const read = readNumbers(pasted, now)
          const wanted = rows.map(({ day, value }) => [dayNumber(day.year, day.month, 1), value === 0 ? 0 : value])
          // A point in front of three digits is read as English has it, unless a comma says otherwise.
          if (typeof read === 'string' || /\.\d{3}(?!\d)/.test(pasted)) return
          expect(read.map(([day, value]) => [day, value === 0 ? 0 : value])).toEqual(
            wanted.toSorted(([one = 0], [other = 0]) => one - other),
          )
        },
      ),
    )
  })
})

interface DayCase {
  id: string
  zone: string
  day?: string
  shows?: string
  now?: string
  paste?: string
  want?: 'accepts' | 'refuses'
}
const zones = ['America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kathmandu', 'UTC', 'Pacific/Kiritimati']
const own: DayCase[] = zones.flatMap((zone) => [
  { id: `${zone} shows`, zone, day: '2025-03-01', shows: '1 Mar 2025' },
  { id: `${zone} far`, zone, now: '2026-11-30T12:00:00Z', paste: '2026-12-03\t1', want: 'refuses' },
  { id: `${zone} past`, zone, now: '2026-11-30T12:00:00Z', paste: '2026-11-28\t1', want: 'accepts' },
])

/** More of them, written in one go before they were run. */
const more: DayCase[] = [
  { id: 'Samoa', zone: 'Pacific/Pago_Pago', day: '2026-01-01', shows: '1 Jan 2026' },
  { id: 'St John’s', zone: 'America/St_Johns', day: '2025-12-31', shows: '31 Dec 2025' },
  { id: 'Chatham', zone: 'Pacific/Chatham', day: '2026-02-28', shows: '28 Feb 2026' },
  { id: 'the clock goes forward', zone: 'Europe/Madrid', day: '2026-03-29', shows: '29 Mar 2026' },
  { id: 'the clock goes back', zone: 'America/New_York', day: '2025-11-02', shows: '2 Nov 2025' },
  { id: 'no midnight', zone: 'America/Santiago', day: '2025-09-07', shows: '7 Sept 2025' },
  { id: 'before 1970', zone: 'America/Los_Angeles', day: '1969-07-20', shows: '20 Jul 1969' },
  { id: 'a century', zone: 'Asia/Kolkata', day: '2000-02-29', shows: '29 Feb 2000' },
  { id: 'own today in Los Angeles', zone: 'America/Los_Angeles', now: '2026-12-01T05:00:00Z', paste: '2026-11-30\t1', want: 'accepts' },
  { id: 'tomorrow in Los Angeles', zone: 'America/Los_Angeles', now: '2026-12-01T05:00:00Z', paste: '2026-12-02\t1', want: 'refuses' },
  { id: 'own today on Kiritimati', zone: 'Pacific/Kiritimati', now: '2026-11-30T10:30:00Z', paste: '2026-12-01\t1', want: 'accepts' },
  { id: 'own today in Kathmandu', zone: 'Asia/Kathmandu', now: '2026-11-30T18:20:00Z', paste: '2026-12-01\t1', want: 'accepts' },
  { id: 'not yet in Kathmandu', zone: 'Asia/Kathmandu', now: '2026-11-30T18:10:00Z', paste: '2026-12-02\t1', want: 'refuses' },
  { id: 'New Year in Sydney', zone: 'Australia/Sydney', now: '2026-12-31T13:30:00Z', paste: '01.01.2027;1', want: 'accepts' },
  { id: 'another notation', zone: 'Europe/Madrid', now: '2026-11-30T23:30:00Z', paste: '1 Dec 2026\t1', want: 'accepts' },
  { id: 'next month', zone: 'UTC', now: '2026-11-30T12:00:00Z', paste: 'Jan 2027\t1', want: 'refuses' },
  { id: 'no such day', zone: 'UTC', now: '2026-11-30T12:00:00Z', paste: '2026-02-29\t1', want: 'refuses' },
]

describe('[B4] calendar days, seen from a zone', () => {
  const before = process.env['TZ']
  beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => {
    vi.useRealTimers()
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  it.each([...casesIn<DayCase>('dates'), ...own, ...more].map((one) => [one.id, one] as const))(
    '%s',
    (_, { zone, day, shows, now: at, paste, want }) => {
      process.env['TZ'] = zone
      if (day !== undefined) expect(sayDay(dayInField(day) ?? 0)).toBe(shows)
      if (paste !== undefined) expect(typeof readNumbers(paste, Date.parse(at ?? ''))).toBe(want === 'accepts' ? 'object' : 'string')
    },
  )

  it.each(zones)('a day survives the round trip through a field and a timestamp: %s', (zone) => {
    process.env['TZ'] = zone
    for (const text of ['2024-02-29', '2026-03-29', '2026-10-25', '2026-12-31']) {
      const day = dayInField(text) ?? 0
      expect([dayOf(endOfDay(day)), sayDay(day)]).toEqual([
        day,
        new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(text)),
      ])
    }
    expect(Math.abs(today(now) - dayOf(now))).toBeLessThanOrEqual(1)
  })
})

test('[B4] a field without a day has none', () => {
  for (const text of ['', '2026-02-30', '2026-13-01', 'x']) expect(dayInField(text)).toBeUndefined()
})

test('[B4] a day has the number that every other calendar gives it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, date) => {
        const at = Date.UTC(year, month - 1, date)
        const is = new Date(at).getUTCMonth() === month - 1 && new Date(at).getUTCDate() === date
        expect(dayNumber(year, month, date)).toBe(is ? at / 86_400_000 : undefined)
      },
    ),
  )
})
