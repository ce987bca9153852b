import { language } from '../../shared/web/language.ts'

const clips = (count: number): string => (count === 1 ? '1 clip' : `${count} clips`)
const drafts = (count: number): string => (count === 1 ? '1 draft' : `${count} drafts`)
const both = (clip: number, draft: number): string =>
  [...(clip > 0 ? [clips(clip)] : []), ...(draft > 0 ? [drafts(draft)] : [])].join(' and ')

/** What is said once a damaged database was found. Loaded with it. */
const english = {
  lossTitle: 'Gleaner’s storage in this browser was damaged',
  back: (clip: number, draft: number): string =>
    `${both(clip, draft)} not sent yet could be brought back. Nothing of ${clip + draft === 1 ? 'it' : 'them'} is lost.`,
  lost: (count: number): string =>
    count === 1
      ? 'One thing that was not sent yet could not be brought back. What is known of it:'
      : `${count} things that were not sent yet could not be brought back. What is known of them:`,
  nameless: 'a draft without a name, begun beside a patient’s page or never looked over',
  lossSave: 'Save this list as a file',
  lossRead: 'I have read it',
}
export type LossWords = typeof english

export const words: LossWords = language === 'es' ? (await import('./strings-loss-es.ts')).lossWordsSpanish : english
