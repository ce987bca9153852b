import { describe, expect, it } from 'vitest'
import { readReferences } from '../../../../shared/import/references/read-references.ts'
import { differences } from './compare.ts'
import { bibFiles } from './neighbours/bib.ts'
import { medlineFiles } from './neighbours/medline.ts'
import { risOfManagers } from './neighbours/ris-managers.ts'
import { risOfPublishers } from './neighbours/ris-publishers.ts'
import { risOfServices } from './neighbours/ris-services.ts'
import { moreOthers } from './neighbours/more-others.ts'
import { moreRis } from './neighbours/more-ris.ts'
import { otherFiles } from './neighbours/tables.ts'

const files = [
  ...risOfServices,
  ...risOfPublishers,
  ...risOfManagers,
  ...bibFiles,
  ...medlineFiles,
  ...otherFiles,
  ...moreRis,
  ...moreOthers,
]

describe('[O50] files as programs and services write them', () => {
  it.each(files.map((file) => [file.name, file] as const))('%s', (name, { text, format, items, problems = [] }) => {
    const found = readReferences(typeof text === 'string' ? new TextEncoder().encode(text) : text, name)
    if (typeof found === 'string') throw new Error(found)
    expect(found.format).toBe(format)
    const wrong = items.flatMap((wanted, at) => {
      const item = found.items[at]
      return item ? differences(item.citation, wanted).map((one) => `${at + 1}: ${one}`) : [`${at + 1} is missing`]
    })
    expect(wrong).toEqual([])
    expect(found.items.slice(items.length).map(({ citation }) => citation)).toEqual([])
    expect(found.problems.map(({ code }) => code)).toEqual(problems)
  })
})
