import type { Line } from './lines.ts'

const monthName =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|janv|févr|avr|mai|juin|juil|août|déc|fev|set|out|dez|mär|okt|dez)[a-zéûçä]{0,9}\\.?'
const day = `(?:\\d{1,2}(?:st|nd|rd|th|er|º)?\\.?\\s(?:de\\s)?${monthName},?\\s(?:de\\s|del\\s)?(?:19|20)\\d{2}|\\d{1,2}-${monthName}-(?:19|20)\\d{2}|${monthName}\\s(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s|de\\s)?(?:19|20)\\d{2}|(?:19|20)\\d{2}\\s${monthName}(?:\\s\\d{1,2}\\b)?|(?:19|20)\\d{2}[-/]\\d{1,2}(?:[-/]\\d{1,2})?|\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d{2}|(?<!\\d)(?:19|20)\\d{2}(?!\\d))`
const label =
  '(?:(?:article |version of record )?(?:first )?(?:published|posted|issued|released)(?: (?:online|in print|first|on(?:line)?(?: the web)?|in issue))*(?: on)?|available online|first online|online first|publication date|date (?:of publication|published|issued)|issue date|pub(?:lication)? date|fecha de publicación|publicad[oa](?: (?:en línea|online|el|em))*|data de publicação|date de publication|publié(?:e)?(?: en ligne)?(?: le)?|mis en ligne le|veröffentlicht(?: am)?|erschienen(?: am)?|soutenue?(?: le)?|postado(?: em)?|online publiziert|année)'
const published = new RegExp(`(?<!last |in |re)\\b${label}\\s?[:\\-–]?\\s?(?:by [^\\d:;]{3,60} )?(${day})`, 'i')
const onlyLabel = new RegExp(`^${label}\\s?:?$`, 'i')
const alone = new RegExp(`^(?:[A-Za-z &/-]{0,40}?[\\s|,•·—–-]*)?(${day})$`, 'i')
/** A day or year at the beginning of a line. */
export const begins = new RegExp(`^${day}`, 'i')
const elsewhere =
  /received|accepted|revised|updated|modified|accessed|retrieved|recibido|aceptado|reçu|accepté|eingegangen|recebido|last |©|copyright/i

/** Days of publication as the head of the page prints them, labelled ones first; texts that `readDate` reads. */
export const readPublished = (
  lines: readonly Line[],
  title: number,
): { labelled: string[]; bare: string[]; copyright: string | undefined } => {
  const [labelled, bare]: [string[], string[]] = [[], []]
  let copyright: string | undefined
  for (let at = Math.max(0, title - 14); at < Math.min(lines.length, title + 320); at += 1) {
    const { text, isBeside } = lines[at] as Line
    if (text.length > (at > title + 100 ? 120 : 600) || (isBeside && !lines[title]?.isBeside)) continue
    const found = published.exec(text)?.[1] ?? (onlyLabel.test(text) ? begins.exec(lines[at + 1]?.text ?? '')?.[0] : undefined)
    if (found) labelled.push(found)
    else if (at > title - 8 && at < title + 14 && text.length < 60 && !elsewhere.test(text)) {
      const day = alone.exec(text)?.[1]
      if (day && /[^\d]/.test(day)) bare.push(day)
    }
    copyright ??= /(?:©|\(c\)|copyright)[^©]{0,60}?(?<!\d)((?:19|20)\d{2})(?!\d)/i.exec(text)?.[1]
  }
  return { labelled, bare, copyright }
}
