import type { Shown } from '../page-reader/quote/show-quote.ts'

const shownOnPage: Record<Shown, string> = {
  shown: 'Marked on the page.',
  'not-found': 'This sentence does not stand on the page any more.',
  closed: 'Press the Gleaner button on that page first.',
}

/** What is said about a paper that was clipped before, and about taking its reference elsewhere. */
export const knownWords = {
  knownTitle: (here: boolean): string => (here ? 'Clipped here before' : 'This paper was clipped before'),
  knownOtherwise: 'Clipped before under another title: is it the same paper?',
  titleOfClip: 'The clip',
  titleOfPage: 'This page',
  noTitle: 'no title',
  clippedBy: (by: string | undefined, date: string, inBank: boolean): string =>
    `${by === '' ? 'You' : (by ?? 'Somebody')} · ${date} · ${inBank ? 'in the bank' : 'waiting to be sent'}`,
  showOnPage: 'Show on the page',
  shownOnPage: (shown: Shown): string => shownOnPage[shown],
  supportsTitle: 'It supports:',
  addToIt: 'Add to this idea',
  addToThis: (idea: string): string => `Add to this idea: “${idea}”`,
  knownChoice: 'Clip this paper twice?',
  useClip: 'Use this clip',
  clipAgain: 'Clip it again, with its own sentence',
  alsoSupports: 'Which ideas does it support?',
  noOtherIdea: 'No other idea of yours or of this paper is known here. Choose “Idea” to write one.',
  moreClips: (count: number): string => `and ${count} more`,
  unfinishedOfPaper: 'You began a clip of this paper and did not finish it.',
  goOn: 'Go on with it',
  cite: 'Cite it',
  reference: 'Reference (Vancouver)',
  copyReference: 'Copy reference',
  copied: 'Copied.',
  notCopied: 'Not copied: select the text and copy it by hand.',
  saveAs: (format: string): string => `Save as ${format}`,
}
export type KnownWords = typeof knownWords
