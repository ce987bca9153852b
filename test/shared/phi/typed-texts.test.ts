import { expect, test } from 'vitest'
import { locales, scored } from '../../phi-typed/score.ts'

/** Percent of texts without a leak, of those looked at while the rules were written; what clean texts may alarm at the most. */
const least = { en: 96, es: 94, fr: 90, de: 95, pt: 93, it: 93 }
const most = 2

test.each(locales)('[P12] %s: texts as clinicians type them leak nothing, and clean ones pass', (locale) => {
  const { found, clean } = scored(locale, false)
  expect((100 * found.free) / found.texts, [...found.leaks.values()].join('\n')).toBeGreaterThanOrEqual(least[locale])
  expect((100 * clean.alarmed) / clean.texts, [...clean.alarms.values()].join('\n')).toBeLessThanOrEqual(most)
})
