import { many } from './plurals.ts'

/** What is said about the evidence of an idea. */
export const evidenceWords = {
  evidence: {
    title: 'Evidence',
    none: 'No clip is attached to this idea yet. Clips are attached in the extension, by whoever reads something that speaks for it or against it.',
    untitled: 'Untitled',
    level: (level: number) => `Level ${level}`,
    noLevel: 'No level',
    open: 'Open the item',
    openAt: 'Open at this sentence',
    publishedAxis: 'Published',
    networkAxis: 'In this network',
    byDesign: 'Level by design (OCEBM 2011), not appraised unless it says so',
    against: (count: number) => (count > 0 ? `${many(count, 'clip', 'clips')} against it` : ''),
    unsaid: (count: number) => (count > 0 ? `${many(count, 'kind', 'kinds')} not said` : ''),
    hint: (kind: string) => `The page suggests: ${kind}. It counts once somebody says so.`,
    saidBy: (person: string, when: string) => `said by ${person}, ${when}`,
    directions: { supports: 'Supports it', against: 'Against it', context: 'Context' },
    appraisals: { 'as-designed': 'appraised: as designed', lower: 'appraised: one level lower', higher: 'appraised: one level higher' },
    standings: {
      retracted: 'Retracted or withdrawn',
      doubted: 'Expression of concern',
      corrected: 'Corrected',
      notice: 'A notice, not the paper',
    },
    standingHint: (seen: string) => `Read from ${seen} when it was clipped. What was taken back counts nowhere.`,
    places: {
      title: 'the title',
      heading: 'the page’s heading',
      window: 'the window’s title',
      metadata: 'the page’s metadata',
      type: 'the publication types',
      banner: 'a note on the page',
    },
    assess: 'Kind, direction …',
    assessOf: (title: string) => `of ${title}`,
    kind: 'What kind of item it is',
    direction: 'What it says of this idea',
    appraisal: 'Level, appraised',
    appraisalHint: 'OCEBM 2011: lower for weak methods, imprecise or indirect results; higher for a large effect.',
    notAppraised: 'Not appraised: by design',
    appraisalChoices: { 'as-designed': 'As designed', lower: 'One level lower', higher: 'One level higher' },
    assessed: 'Kept.',
    submit: 'Keep',
    detach: 'Take from this idea',
    remove: 'Remove from the bank…',
    removeSure: 'This clip goes from the bank for good, and from every idea that it is with. The history keeps that you removed it.',
    removeYes: 'Remove it',
    removed: 'The clip was removed.',
    takenAway: (title: string) => `Taken from this idea; the clip stays in the bank: ${title}`,
    undo: 'Undo',
    back: 'Attached again.',
    published: (best: number | undefined, guideline: boolean) => {
      const level = best === undefined ? '' : `${guideline ? 'best' : 'Best'} level ${best}`
      return [guideline ? 'Guideline' : '', level].filter(Boolean).join(', ') || 'Nothing with a level'
    },
    network: ({ testing, tested, improved, worse }: { testing: number; tested: number; improved: number; worse: number }) => {
      const results = tested > 0 ? `Tested at ${many(tested, 'site', 'sites')}, ${improved} improved` : ''
      const harm = worse > 0 ? `${worse} worse` : ''
      const open = testing > 0 ? `${testing} testing now` : ''
      return [results, harm, open].filter(Boolean).join(', ') || 'Not tested yet'
    },
  },
}
export type EvidenceWords = typeof evidenceWords
