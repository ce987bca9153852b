import { standingOfTitle } from '../citations/standing.ts'

/** Marks that publishers put before or behind the title of what they took back. */
const before = /^\W*(?:retracted(?: article)?|withdrawn(?: article)?|removed|temporary removal)\b\W*/i
const behind = /\s*[[(]\s*(?:retracted|withdrawn)(?: article)?\s*[\])]\W*$/i

/** A title without a publisher's mark of a retraction ("RETRACTED: …"); any other title as it is, notices too. */
export const bareTitle = (title: string): string => {
  if (standingOfTitle(title) !== 'retracted') return title
  const bare = title.replace(before, '').replace(behind, '').trim()
  return bare || title
}
