/** What bodies are called by, wherever it stands in their name. */
const body =
  /\b(?:organi[sz]ation|ministr\w+|ministeri\w+|agenc\w+|institut\w*|departa?ment\w*|universi\w+|committee|comité|council|consejo|society|sociedad|société|association|asociación|cent(?:er|re|ro)|authority|office|commission|comisión|foundation|network|bundes\w+|gesellschaft|college|academy|hospital|service|servicio|inserm|secretar\w+)\b/i

/** Whether a text is the name of a body: two to twelve words, one of them of bodies. */
export const isGroupName = (text: string): boolean =>
  text.length < 120 &&
  /^\p{Lu}/u.test(text) &&
  text.split(' ').length > 1 &&
  text.split(' ').length < 13 &&
  body.test(text) &&
  !/[.;:?!]/.test(text)

/** A group that is listed among people as one of them. */
export const isGroupOfPeople = (text: string): boolean =>
  text.length < 90 &&
  /^(?:(?:and|for|on behalf of)\s)?(?:the\s)?\p{Lu}/u.test(text) &&
  /\b(?:group|consortium|investigators|collaborat(?:ors|ion|ive|ive group)|network|editors|grupo|groupe|arbeitsgruppe)$/i.test(text) &&
  !/\b(?:department|universit|hospital|division|behalf)/i.test(text)

/** A group that stands on a line of its own: "for the LINE Investigators". */
export const groupOn = (text: string): string[] => {
  const name = text.replace(/^[\s,]+|[\s,.*]+$/g, '').replace(/\s(?:mail|email)$/, '')
  return isGroupOfPeople(name) ? [name.replace(/^(?:and|for|on behalf of)\s/, '')] : []
}
