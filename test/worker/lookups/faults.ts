/** Ways in which a service gives no answer that may be believed. */
export const noAnswers = [
  'slow',
  'stalled',
  'broken',
  'torn',
  'endless',
  'empty',
  'malformed',
  'followed',
  'twice',
  'quoted',
  'listed',
  'null',
  'bare',
  'emptied',
  'page',
  'entities',
  'limited',
  'inside',
  'inside-exception',
  'inside-limit',
  'down',
  'gateway',
  'exception',
  'gzip-plain',
  'gzip-cut',
  'sixteen',
  'redirect',
  'moved',
] as const

/** Places at which an answer is cut off, and said to be whole. */
export const cuts = ['cut-first', 'cut-quarter', 'cut-half', 'cut-letter', 'cut', 'cut-last'] as const

/** The service says that it does not have the item or takes the request for wrong; or it tells of another one. */
export const others = ['refused', 'gone', 'swapped'] as const

export type Fault = (typeof noAnswers | typeof cuts | typeof others)[number]
