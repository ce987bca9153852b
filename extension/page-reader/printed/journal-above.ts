import { isJournalName, saysJournal } from './journal-name.ts'
import type { Line } from './lines.ts'

/** A line of its own right above the title that begins as journals are called: "Revue de …", "Journal of …". */
export const journalAbove = (lines: readonly Line[], title: number): string | undefined =>
  lines
    .slice(Math.max(0, title - 6), title)
    .find(
      ({ text, level, isBeside }) =>
        level === 0 &&
        !isBeside &&
        text.length < 90 &&
        saysJournal.test(text) &&
        /^(?:the\s)?(?:\p{L}+\s){0,3}(?:(?:of|de|des|du|da|do|für|der|for)\s|d[’'])\S/iu.test(text) &&
        isJournalName(text),
    )?.text
