import * as v from 'valibot'
import { type PageReading, pageReadingSchema } from '../reading/reading.ts'

export type ReadingScript = '/capture.js' | '/page-signs.js' | '/screen.js' | '/printed.js' | '/record.js'

/** Injects one of the scripts that read a page, and returns what it returned; `undefined` if it cannot be run. */
export type Inject = (file: ReadingScript) => Promise<unknown>

/** The page could have tampered with what runs in it: nothing is believed before it is parsed. */
const believed = (read: unknown): PageReading | undefined => {
  const reading = v.safeParse(pageReadingSchema, read)
  return reading.success ? reading.output : undefined
}

/**
 * What a page is: by its metadata first, by what is on the screen where there is a doubt whether they speak of that, and by
 * what is printed where they leave something open. `undefined` where nothing sensible came back. `early` is given what metadata
 * are sure of while print is still asked, which takes as long as everything before it.
 */
export const readPage = async (inject: Inject, early?: (told: PageReading) => void): Promise<PageReading | undefined> => {
  const [answer, signs] = await Promise.all([inject('/capture.js'), inject('/page-signs.js')])
  const read = { ...Object(answer), signs }
  const said = believed(read)
  if (!said) return undefined
  const onScreen = said.doubtful ? { ...read, ...Object(await inject('/screen.js')) } : read
  const shown = said.doubtful ? (believed(onScreen) ?? said) : said
  if (!shown.short) return shown
  if (shown.sure) early?.(shown)
  const printed = await inject('/printed.js')
  const whole = Object(printed).isOpen ? await inject('/record.js') : printed
  return believed({ ...onScreen, printed: whole }) ?? shown
}
