import { locales, scored } from './score.ts'

/** `npm run typed [leaks]`: how the guard reads texts as clinicians type them, those looked at and those held out. */
const percent = (some: number, all: number): string => (all === 0 ? '–' : `${((100 * some) / all).toFixed(1)} %`)

for (const locale of locales)
  for (const heldOut of [false, true]) {
    const { found, clean } = scored(locale, heldOut)
    console.log(
      `${locale} ${heldOut ? 'held out ' : 'looked at'} ${found.texts} texts, covered ${percent(found.covered, found.spans)}, without a leak ${percent(found.free, found.texts)}; ${clean.texts} clean, alarmed ${percent(clean.alarmed, clean.texts)}`,
    )
    if (process.argv[2] !== 'leaks' || heldOut) continue
    for (const lines of [...found.leaks.values(), ...clean.alarms.values()]) console.log(`  ${lines.join('  ·  ')}`)
  }
