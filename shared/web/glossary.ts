import english from '../i18n/compiled/en/glossary.ts'
import type { Messages } from '../i18n/message.ts'
import { readerFormat } from './reader-format.ts'

/** What says the words of the glossary and the reasons of gates, in the reader's language. Loaded when somebody asks for one. */
export const say = await readerFormat(
  [english],
  import.meta.glob<Partial<Messages>>(['../i18n/compiled/*/glossary.ts', '!../i18n/compiled/en/*.ts'], { import: 'default' }),
)
