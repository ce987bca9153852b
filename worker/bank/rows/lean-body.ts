/** Rows beyond so many bytes are made lean by SQLite before anybody parses them; smaller ones are as quick whole. */
const large = 4096
const weightless = ['citation.author', 'citation.URL', 'note', 'link', 'quote.prefix', 'quote.suffix']
  .map((path) => `'$.${path}'`)
  .join(', ')

/**
 * As a column: the body of the clip, stance or comment `e` without what is only shown. Lists, gates and news read every clip of an idea, and a clip
 * may be 100 KB of authors; together they would be more than an object's memory.
 */
export const leanBody = `CASE WHEN e.kind = 'evidence' AND octet_length(e.body) > ${large} THEN json_remove(e.body, ${weightless}) ELSE e.body END AS body`
