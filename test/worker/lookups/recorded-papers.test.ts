import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../../shared/domain/entities.ts'
import { evidenceStanding, shakenBy } from '../../../shared/rules/evidence-standing.ts'
import { asking, lookUp } from './looking-up.ts'
import { askAll, clipRecorded, clipsNow, recorded, type RecordedClip } from './recorded.ts'
import { expected } from './recorded-expected.ts'
import { asBrowser } from '../network.ts'
import { ask } from './looking-up.ts'

const authorsOf = ({ citation }: Evidence): string =>
  (citation.author ?? []).map((name) => ('literal' in name ? `{${name.literal}}` : name.family)).join(';')

const check = ({ file, id }: RecordedClip, item: Evidence): void => {
  const name = file.replace(/\.\w+$/, '')
  const wanted = expected[name] ?? expected[`${name} ${id}`] ?? {}
  const stand = evidenceStanding(item)
  const said = `${name} ${id}`
  expect(stand, said).toMatchObject({
    is: wanted.is ?? 'none',
    disagree: false,
    ...(wanted.date && { date: wanted.date }),
    ...(wanted.hint && { hint: true }),
  })
  if (wanted.notice)
    expect(
      stand.events.filter(({ kind }) => kind === stand.is).map(({ notice }) => notice),
      said,
    ).toContainEqual(expect.objectContaining(wanted.notice))
  if (wanted.title) expect(item.citation.title, said).toMatch(wanted.title)
  if (wanted.page) expect(item.citation.page, said).toBe(wanted.page)
  if (wanted.issued) expect(item.citation.issued?.['date-parts'], said).toEqual([wanted.issued])
  if (wanted.authors) expect(authorsOf(item), said).toMatch(wanted.authors)
  for (const field of wanted.without ?? []) expect(item.citation[field], `${said}: ${field}`).toBeUndefined()
  // Plain text: no marks, no references, no line ends.
  expect(item.citation.title ?? '', said).not.toMatch(/<\/?[a-z]|&[a-z]+;|\s\s|\n|^\[/)
  expect(JSON.stringify(item), said).not.toMatch(/203\.0\.113|centralContact/i)
}

describe.runIf(recorded.length > 0)('recorded answers, through the Worker', () => {
  test('every recording that is expected to say something is there', () => {
    const names = new Set(
      recorded.flatMap(({ file, citation }) => {
        const name = file.replace(/\.\w+$/, '')
        return [name, `${name} ${citation.DOI ?? citation.PMID ?? ''}`]
      }),
    )
    for (const name of Object.keys(expected)) expect(names, name).toContain(name)
    expect(recorded.length).toBeGreaterThanOrEqual(72)
  })

  test('[K2] [K3] each paper, clipped by its number and looked up, says at its clip and at the idea what is known of it', async () => {
    const the = await asking('recorded-papers', ['crossref', 'europepmc', 'pubmed'])
    const idea = crypto.randomUUID()
    await ask(the.contributor, 'proposeIdea', { idea, change: 'Read what became of papers' })
    const clips = await clipRecorded(the, ['crossref', 'europepmc', 'pubmed'], idea)
    await lookUp(the.slug)
    const items = await clipsNow(the.slug, clips)
    for (const [index, clip] of clips.entries()) check(clip, items[index] as Evidence)
    expect(items.find(({ citation }) => citation.DOI === '10.1101/2020.06.22.20137273')?.lookedUp?.publishedAs).toEqual({
      pmid: '32678530',
    })
    const page = await (await asBrowser(the.contributor, `/v1/networks/${the.slug}/ideas/${idea}`)).text()
    for (const item of items.filter((one) => shakenBy(one))) expect(page).toContain(JSON.stringify(item))
  })

  test('[K2] [K3] what the other services are recorded to say is kept, and none of them clears a paper', async () => {
    const the = await asking('recorded-others', undefined, false)
    const clips = await clipRecorded(the, ['openalex', 'datacite', 'unpaywall', 'clinicaltrials'])
    await askAll(the.slug, clips, undefined, ['openalex', 'datacite', 'unpaywall', 'clinicaltrials'])
    const items = await clipsNow(the.slug, clips)
    for (const [index, clip] of clips.entries()) check(clip, items[index] as Evidence)
    const linkOf = (doi: string): string | undefined => items.find(({ citation }) => citation.DOI === doi)?.lookedUp?.openLink
    expect(linkOf('10.3390/s26185823')).toBe('https://doi.org/10.3390/s26185823')
    expect(linkOf('10.1007/s00381-026-07487-3')).toBeUndefined()
    expect(items.find(({ citation }) => citation.number)?.lookedUp?.hasResults).toBe(false)
  })
})
