/**
 * Words are looked up here and in all readers, not matched: V8 compiles an expression of twenty words anew in each page,
 * and that takes longer than to read it. Simpler than the guard's of that name (`once.ts`), for which this script has no bytes.
 */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '))
