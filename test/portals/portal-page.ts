/** A page of a record system as servers and frameworks lay them out, all patients made up. Written for this project. */
export interface MadePortal {
  file: string
  lang: string
  url: string
  /** Every value that the page shows of its patients, as it stands there. */
  shows: readonly string[]
  html: string
  /** Put aside while the rules were written, and measured once at the end. */
  heldOut?: true
}

/** What stands in pages and is no text of them. */
export const script = `<script>window.__state={"labels":["Date of birth","MRN"],"user":"admin",${'"padding":"0123456789",'.repeat(40)}"end":1}</script>`
export const style = `<style>.a{color:red}${'.banner .item{display:inline-block;margin:0 4px}'.repeat(20)}</style>`
export const choices = (texts: string): string =>
  `<select>${texts
    .split(' ')
    .map((text) => `<option>${text}</option>`)
    .join('')}</select>`
