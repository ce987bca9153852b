import { own } from './own.ts'

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Typed text inside HTML or SVG, between tags or in quotes. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => own(signs, sign) ?? sign)
