import english from './compiled/en/publication.ts'
import { inLanguage } from './messages.ts'

/** What is said of a page that does not show that it is published. */
export const publicationMessages = await inLanguage(
  english,
  import.meta.glob<readonly unknown[]>(['./compiled/*/publication.ts', '!./compiled/en/publication.ts'], { import: 'default' }),
)
