import { describe, expect, it } from 'vitest'
import { evidenceKinds, levelByDesign } from '../../../shared/domain/evidence-kinds.ts'

describe('levels by design', () => {
  it.each(evidenceKinds.map(({ key, level }) => [key, level] as const))('%s has level %s', (key, level) =>
    expect(levelByDesign(key)).toBe(level),
  )
})
