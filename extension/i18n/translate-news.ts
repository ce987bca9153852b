import news from '../../shared/i18n/compiled/en/news.ts'
import type { Messages } from '../../shared/i18n/message.ts'
import { readerFormat } from '../../shared/web/reader-format.ts'

/** What happened to an idea, in the reader's language. */
export const translateNews = await readerFormat(
  [news],
  import.meta.glob<Partial<Messages>>(['../../shared/i18n/compiled/*/news.ts', '!../../shared/i18n/compiled/en/news.ts'], {
    import: 'default',
  }),
)
