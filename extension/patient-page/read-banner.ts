import type { KnownIdentifier } from '../../shared/phi/finding.ts'
import { findInPageAddress } from '../../shared/phi/page-address.ts'
import { blocksOf } from './banner/blocks.ts'
import { fieldsOf } from './banner/fields.ts'
import { gather } from './banner/gather.ts'
import { labelOf } from './banner/label-key.ts'
import { isScreenWord } from './banner/names.ts'
import { piecesOf } from './banner/pieces.ts'
import { readTables } from './banner/tables.ts'

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
  const hint = (ofAddress.length > 0 ? 0.75 : 0) - (isScholarly(page) ? 1 : 0)
  const read = rootsOf(page).map((root) => {
    const pieces = piecesOf(root)
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

/** Whether the page tells search engines of scholars what it is; no record system does. */
const isScholarly = (page: Document | ShadowRoot): boolean =>
  page.querySelector('meta[name^="citation_" i],meta[name="dc.identifier" i],meta[name="prism.doi" i]') !== null

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
