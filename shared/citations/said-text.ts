import { own } from '../values/own.ts'

/** Marks that services leave in titles (HTML, JATS, MathML); any other "<" is a sign of less. */
const mark = /<\/?(?:(?:jats|mml):[a-z]+|i|b|u|em|strong|su[bp]|sc|scp|small|span|italic|bold|p|br|title)(?:\s[^<>]*)?\/?>/gi
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const reference = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi

const signOf = (whole: string, name?: string, decimal?: string, hex?: string): string => {
  if (name) return own(named, name.toLowerCase()) ?? whole
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) ? String.fromCodePoint(code) : whole
}

/** A text as it is read: without marks, with signs for their references, however often they were written so, and single spaces. */
export const saidText = (text: string): string => {
  const read = text.replace(mark, '').replace(reference, signOf)
  return read === text ? text.replace(/\s+/g, ' ').trim() : saidText(read)
}
