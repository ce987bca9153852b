/**
 * To Chromium a narrow no-break space (U+202F) is a part of the words beside it (Unicode Standard Annex 29: ExtendNumLet), as
 * in French « quotation marks », before its ; and ?, and between a number and its unit.
 */
const before = /(?:\S|\u202F)*\u202F$/
const after = /^\u202F(?:\S|\u202F)*/

/**
 * The range, made longer by what a narrow no-break space joins to its first and last word: a link to part of a word is not
 * opened by Chromium.
 */
export const toWholeWords = (range: Range): Range => {
  const whole = range.cloneRange()
  const texts = range.startContainer.ownerDocument?.createTreeWalker(range.commonAncestorContainer.getRootNode(), NodeFilter.SHOW_TEXT)
  if (!texts) return whole
  const { startContainer: start, startOffset, endContainer: end, endOffset } = range
  texts.currentNode = start.childNodes[startOffset] ?? start
  const first = startOffset > 0 && start instanceof Text ? start : (texts.previousNode() as Text | null)
  const lead = first?.data.slice(0, first === start ? startOffset : undefined).match(before)
  if (first && lead?.index !== undefined) whole.setStart(first, lead.index)
  texts.currentNode = end.childNodes[endOffset - 1] ?? end
  let last = end instanceof Text && endOffset < end.length ? end : (texts.nextNode() as Text | null)
  while (last && last !== end && range.comparePoint(last, 0) <= 0) last = texts.nextNode() as Text | null
  const from = last === end ? endOffset : 0
  const tail = last?.data.slice(from).match(after)
  if (last && tail) whole.setEnd(last, from + tail[0].length)
  return whole
}
