import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from '../../../shared/values/decode-text.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) =>
      little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  )

test('any text in UTF-8 and UTF-16 is read as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(decodeText(utf8(`\ufeff${text}`))).toBe(text)
      expect(decodeText(utf16(`\ufeff${text}`, true))).toBe(text)
      expect(decodeText(utf16(`\ufeff${text}`, false))).toBe(text)
    }),
  )
  const long = 'ñ€😀x'.repeat(20_000)
  expect(decodeText(utf8(long))).toBe(long)
})

test('UTF-16 is known without its mark', () => {
  expect(decodeText(utf16('TY  - JOUR\nTI  - Größe', true))).toBe('TY  - JOUR\nTI  - Größe')
  expect(decodeText(utf16('TY  - JOUR\nTI  - Größe', false))).toBe('TY  - JOUR\nTI  - Größe')
})

test('Windows-1252 has its own 27 signs, where Latin-1 has controls', () => {
  expect(decodeText(Uint8Array.from([0x93, 0x4e, 0xf1, 0x94, 0x20, 0x96, 0x20, 0x35, 0x20, 0x80]))).toBe('“Nñ” – 5 €')
  const signs = decodeText(Uint8Array.from(Array.from({ length: 32 }, (_, at) => 0x80 + at)))
  expect(signs.replaceAll(/[\u0080-\u009f]/g, '')).toBe('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ')
})

test('a wrong byte in a text of UTF-8 takes nothing else with it', () => {
  expect(decodeText(Uint8Array.from([...utf8('Güell, Òscar '), 0x93, ...utf8(' ñ')]))).toBe('Güell, Òscar “ ñ')
  expect(decodeText(utf8('año').subarray(0, 2))).toBe('aÃ')
})

test('whatever the bytes, there is a text', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decodeText(bytes) === 'string'))
})
