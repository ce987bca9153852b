import { type Citation, type Standing, standings } from './citation.ts'

const notes: Record<Standing, string> = {
  retracted: 'Retracted or withdrawn',
  doubted: 'Expression of concern',
  corrected: 'Corrected',
  notice: 'Notice of a retraction or withdrawal, not the paper itself',
}

/**
 * The note in an exported reference: the item's standing, as whoever hands it on knows it, and which fields were cut. In English, as
 * all of these formats.
 */
export const itemNote = ({ standing, cut }: Citation): string =>
  [standing ? notes[standing] : '', cut ? `Not kept whole: ${cut.join(', ')}` : ''].filter(Boolean).join('. ')

/** The standing that such a note says, as `itemNote` wrote it. */
export const standingInNote = (note: string): Standing | undefined =>
  standings.find((standing) => note === notes[standing] || note.startsWith(`${notes[standing]}. `))

/** A value is one line with single spaces: neither a line end nor "ER  - " in a title must begin or end anything. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
