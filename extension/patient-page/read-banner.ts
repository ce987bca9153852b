import type { KnownIdentifier } from '../../shared/phi/finding.ts'
import { findInPageAddress } from '../../shared/phi/page-address.ts'
import { type Block, blocksOf } from './banner/blocks.ts'
import { fieldsOf } from './banner/fields.ts'
import { gather } from './banner/gather.ts'
import { labelOf } from './banner/label-key.ts'
import { isScreenWord } from './banner/names.ts'
import { type Piece, piecesOf } from './banner/pieces.ts'
import { readTables, type Row } from './banner/tables.ts'
import type { Field } from './banner/values.ts'

/** What a page says about patients. `known` is for memory only: it must never be stored, hashed, logged or sent. */
export type PatientPage = {
  /** How many patients the page shows, by their names; 0 is a page about no patient. */
  patients: number
  /** Every identifier that the banners and the page's address showed, of all patients together. */
  known: KnownIdentifier[]
}

/**
 * Recognises a patient's page by what it shows, not by its host: signs of one person close together, labelled in one of six
 * languages or by their form, in a text, a list, a form or a row of a table (`banner/worth.ts` weighs them). Reads the page, its
 * frames of the same origin and its open shadow roots; a closed shadow root and an embedded desktop client cannot be read.
 * `address` is the page's own. Changes nothing on the page; never throws.
 */
export function readPatientPage(page: Document | ShadowRoot, address: string): PatientPage {
  const ofAddress = inAddress(address)
  const scholarly = isScholarly(page)
  const hint = (ofAddress.length > 0 ? 0.75 : 0) - (scholarly ? 1 : 0)
  const read = rootsOf(page).map((root) => {
    const pieces = piecesOf(root)
    if (scholarly && !pieces.some(({ text }) => text.length < 120 && mayBeBanner.test(text))) return nothing
    const labels = pieces.map(({ text }) => labelOf(text))
    const { rows, heads } = readTables(pieces, labels)
    const fields = fieldsOf(pieces, labels, heads)
    return { pieces, rows, fields, blocks: blocksOf(fields, pieces, hint) }
  })
  if (read.every(({ blocks, rows }) => blocks.length === 0 && rows.length === 0)) return { patients: 0, known: [] }
  const gathered = read.map(({ blocks, rows, fields, pieces }) => gather(blocks, rows, fields, pieces))
  return {
    patients: Math.max(1, ...gathered.map(({ patients }) => patients)),
    known: distinct([...gathered.flatMap(({ known }) => known), ...ofAddress]),
  }
}

const nothing: { pieces: Piece[]; rows: Row[]; fields: Field[]; blocks: Block[] } = { pieces: [], rows: [], fields: [], blocks: [] }

/**
 * Beside scholarly metadata nothing less than a labelled day of birth or record number makes a banner, so that most papers need
 * no closer look: a label of either begins like this.
 */
const mayBeBanner =
  /(?:^|[^a-z\u00c0-\u017f])(?:d\.?o\.?b(?![a-z])|date of birth|birth ?date|geb(?:\.|oren|urtsd)|f(?:echa|\.)? ?(?:de )?nac|dat[ae] (?:de|di) na|d\w* nasc|n[ée]\(?e?\)? le|nat[oa] il|medical rec|m\.?r\.?n(?![a-z])|nhs n|nhc|ipp|patient\w{0,3}[ .-]{0,3}(?:id(?![a-z])|n[ru.o](?![a-z]{3})|#|code|name)|prontu|cns(?![a-z])|cartella|nosolog|historia cl|expediente|dossier)/i

/** Whether the page tells search engines of scholars what it is; no record system does. */
const isScholarly = (page: Document | ShadowRoot): boolean =>
  page.querySelector('meta[name^="citation_" i],meta[name^="dc." i],meta[name^="prism." i]') !== null

/**
 * All but common elements that can have no shadow root (https://dom.spec.whatwg.org/#dom-element-attachshadow) and hold no
 * page: of each that is looked at the browser has to make an object, which costs as much as to read its text.
 */
const canHoldMore =
  ':not(a,b,i,u,em,strong,small,sub,sup,br,hr,cite,abbr,code,pre,li,ul,ol,dl,dt,dd,table,thead,tbody,tfoot,tr,td,th,col,img,picture,source,figure,figcaption,svg,g,path,use,rect,circle,line,polygon,defs,symbol,form,fieldset,label,input,button,select,option,textarea,head,title,script,style,noscript,link,meta,time)'

/** A page with its same-origin frames and open shadow roots, however deep. */
function rootsOf(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inner: (Document | ShadowRoot)[] = []
  for (const element of root.querySelectorAll(canHoldMore)) {
    // A frame of another origin has no document here; an `<object>` can hold a page as well.
    const { contentDocument } = element as Partial<HTMLIFrameElement>
    if (element.shadowRoot) inner.push(...rootsOf(element.shadowRoot))
    else if (contentDocument && 'querySelectorAll' in contentDocument) inner.push(...rootsOf(contentDocument))
  }
  return [root, ...inner]
}

/** The identifiers in the address, as written and with its per cent signs read. */
function inAddress(address: string): KnownIdentifier[] {
  return findInPageAddress(address, isScreenWord).flatMap(({ type, start, end }) => {
    const value = address.slice(start, end)
    return [
      { type, value },
      { type, value: value.replace(/(?:%[\dA-F]{2})+/gi, decoded).replaceAll('+', ' ') },
    ]
  })
}

function decoded(escaped: string): string {
  try {
    return decodeURIComponent(escaped)
  } catch {
    // Not UTF-8: the text as written is known already.
    return escaped
  }
}

function distinct(identifiers: readonly KnownIdentifier[]): KnownIdentifier[] {
  return [
    ...new Map(
      identifiers.filter(({ value }) => value.length > 1).map((identifier) => [`${identifier.type} ${identifier.value}`, identifier]),
    ).values(),
  ]
}
