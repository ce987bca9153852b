import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { patientInfoTypes } from '../../shared/domain/phi-summary.ts'
import type { KnownIdentifier } from '../../shared/phi/finding.ts'

const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))
const knownSchema = v.array(v.object({ type: v.picklist(patientInfoTypes), value: v.pipe(v.string(), v.maxLength(2000)) }))
const patientPageSchema = v.object({
  patients: countSchema,
  known: v.pipe(knownSchema, v.maxLength(10_000)),
})

/** What a tab shows of patients. `known` is for memory only: it must never be stored, hashed, logged or sent. */
export interface TabPatients {
  patients: number
  known: readonly KnownIdentifier[]
  /** The name of the document that was read, '' where it has none; says nothing about what it shows. */
  page: string
  /** Whether the page does not show that it is published. */
  isPrivate: boolean
  /** It does not, but a person said that its host is public. */
  saidPublic?: boolean
}

interface Frame {
  result?: unknown
  documentId?: string
}

type Script = { files: ['/portal.js', '/standing.js'] } | { func: () => unknown; injectImmediately?: boolean }

/** Runs a script in a tab; `undefined` where the browser lets no extension do so. */
const run = async (tab: number, script: Script): Promise<Frame | undefined> => {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId: tab }, ...script })
    return frame
  } catch {
    return undefined
  }
}

/**
 * The browser's random name of a document. Firefox gave none until lately: there, the moment in which the document began,
 * which is another one in every document of a tab and stays through `pushState`.
 */
const documentName = ({ documentId }: Frame, since: number): string => documentId ?? `@${since}`

/** For scripts that must run in that document and in no other, as far as the browser can tell them apart. */
export const targetOf = (tab: number, page: string): { tabId: number; documentIds?: string[] } => ({
  tabId: tab,
  ...(page && page[0] !== '@' ? { documentIds: [page] } : {}),
})

/** An answer that cannot be believed counts as a patient's page, and as a private one: the mistake costs a title. */
const believed = (frame: Frame): TabPatients => {
  const read = v.safeParse(patientPageSchema, frame.result)
  const { since = 0, standing }: { since?: number; standing?: unknown } = Object(frame.result)
  return {
    ...(read.success ? read.output : { patients: 1, known: [] }),
    page: documentName(frame, since),
    isPrivate: Object(standing).kind !== 'published',
  }
}

/** Reads what a tab shows of patients; `undefined` where the browser lets no extension read it. */
export const readTabPatients = async (tab: number): Promise<TabPatients | undefined> => {
  const frame = await run(tab, { files: ['/portal.js', '/standing.js'] })
  return frame && believed(frame)
}

/** What looked at a page stays in it, in the extension's own world. Named by a symbol, for elements have names there too. */
const look = (): unknown => (globalThis as { [name: symbol]: (() => unknown) | undefined })[Symbol.for('gleaner')]?.()

/** The same for a page that was looked at before: what looked need not be compiled again, which takes longer than looking. */
export const readTabPatientsAgain = async (tab: number): Promise<TabPatients | undefined> => {
  const frame = await run(tab, { func: look })
  return frame?.result ? believed(frame) : readTabPatients(tab)
}

const began = (): number => performance.timeOrigin

/** The name of the document that a tab shows; `undefined` where nobody can tell. A page that is loading is not waited for. */
export const documentIn = async (tab: number): Promise<string | undefined> => {
  const frame = await run(tab, { func: began, injectImmediately: true })
  return frame && documentName(frame, Number(frame.result))
}
