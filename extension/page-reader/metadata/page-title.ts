import { cleanText } from '../page/clean.ts'
import { first, type Page, textOf } from '../page/page.ts'

/** What a window's title says besides the item's own title: "PLOS ONE: …", "… - Nature Methods", "… | Trials | Full Text". */
export const windowTitle = (page: Page): string => cleanText(textOf(first(page.scope, 'head title'), 800), 600)
