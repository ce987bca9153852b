import type { Candidate } from '../finding.ts'
import { isEnglishAt } from '../reading.ts'
import type { LabelledReading } from './labels.ts'
import { kind, place, runEnd, towns, word } from './place-words.ts'
import { isSmallWord, isWritten, ordinaryWords } from './words.ts'

/** "natural de Mérida", "Localidad/ Provincia: Ciudad Real", "Barcelona". */
export function townsIn(reading: LabelledReading): Candidate[] {
  const { text, tokens, words } = reading
  const led = words.flatMap(({ kind: of, last }): Candidate[] => {
    const label = tokens[last]
    const next = tokens[last + 1]
    if (!label || !next) return []
    if (of === 'HOME') {
      const skipped = /^(?:la|el|los|las)$/.test(next.lower) && !isWritten(next) ? last + 2 : last + 1
      const head = tokens[skipped]
      if (
        !isWritten(head) ||
        head.gap !== ' ' ||
        isSmallWord(word(head)) ||
        kind().has(word(head)) ||
        (ordinaryWords.has(word(head)) && !towns.has(word(head)))
      )
        return []
      const end = tokens[runEnd(tokens, skipped, 5)]
      return end && !isEnglishAt(reading, last) ? [place(head.start, end.end, 'suggested', 'phi-place')] : []
    }
    if (of === 'TOWN') {
      const value = /^[ .]{0,2}(?:\/ ?\p{L}+)?[:=]\s{0,4}(\p{L}[\p{L} .'’/()-]{1,40})/u.exec(text.slice(label.end, label.end + 70))
      const own = value?.[1]?.replace(/[ .(/-]+$/, '').replace(/(?<=\p{L}{5})\. .*$/u, '')
      if (!value || !own) return []
      const start = label.end + value[0].indexOf(value[1] ?? '', value[0].search(/[:=]/))
      return [place(start, start + own.length, /\p{Lu}/u.test(own) ? 'shaped' : 'suggested', 'phi-place')]
    }
    if (of === 'ADDRESS') {
      const value = /^[ .]{0,2}[:=]\s{0,4}([^\n;]{3,90})/u.exec(text.slice(label.end, label.end + 100))
      const own = value?.[1]?.split(/\.(?= \p{Lu}\p{L}+:| *$)|(?<=\d[\p{L}]?|\d)\. (?=\p{Lu})/u)[0]
      if (!value || !own || !/\p{Lu}|\d/u.test(own)) return []
      const start = label.end + value[0].length - (value[1] ?? '').length
      return [place(start, start + own.length, 'shaped', 'phi-address')]
    }
    return []
  })
  const bare = tokens.flatMap((token, index): Candidate[] => {
    if (!isWritten(token) || !towns.has(word(token)) || isEnglishAt(reading, index)) return []
    const before = tokens[index - 1]
    const ahead = before && /^(?:en|de|a|desde|hasta|por|em|a|di|in|aus|nach)$/.test(before.lower) && token.gap === ' '
    const set = /[(,.] ?$/.test(token.gap) && /^[).,]/.test(text.slice(token.end, token.end + 1))
    return ahead || set ? [place(token.start, token.end, 'suggested', 'phi-place')] : []
  })
  return [...led, ...bare]
}
