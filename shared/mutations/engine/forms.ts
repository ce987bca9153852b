import { own } from '../../values/own.ts'

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
/** A word of the network's own settings; a long number is none. */
const key = /^(?!.*\d{5})[a-z][a-z\d-]{0,59}$/
/** An article's own number. */
const doi = /^10\.\d{4,9}(?:\.\d+)*\/\S{1,180}$/

/** Under these names stands no prose, as long as it has the form that the name promises; in another form it is read like any text. */
const forms: Readonly<Record<string, RegExp>> = {
  id: uuid,
  idea: uuid,
  ideas: uuid,
  into: uuid,
  evidence: uuid,
  comment: uuid,
  member: uuid,
  approval: uuid,
  mutation: uuid,
  run: uuid,
  type: key,
  kind: key,
  topic: key,
  site: key,
  pathway: key,
  phase: key,
  to: key,
  as: key,
  reason: key,
  result: key,
  stance: key,
  language: /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,3}$/i,
  ISSN: /^\d{4}-\d{3}[\dX](?:[ ,;]+\d{4}-\d{3}[\dX])*$/i,
  DOI: doi,
  PMID: /^\d{1,8}$/,
  PMCID: /^PMC\d{1,8}$/,
  doi,
  pmid: /^\d{1,8}$/,
  pmcid: /^PMC\d{1,8}$/,
}

/** Of what look-up services say: the day of a notice. */
const noticeDay = { path: /^said\.\d{1,3}\.date$/, form: /^\d{4}(?:-\d\d){0,2}$/ }

/** The name that a text stands under; that of the list, in a list. */
export const nameIn = (path: string): string => path.replace(/(?:\.\d+)+$/, '').replace(/^.*\./s, '')

/** Whether texts under this name have a form. */
export const hasForm = (name: string): boolean => Object.hasOwn(forms, name)

/** Whether a text at this place of a mutation's arguments has the form that its name promises, so that nobody wrote anything there. */
export const isForm = (path: string, text: string): boolean =>
  own(forms, nameIn(path))?.test(text) === true || (noticeDay.path.test(path) && noticeDay.form.test(text))

export const isPlainName = (name: string): boolean => /^[A-Za-z][A-Za-z\d_-]{0,39}$|^\d{1,3}$/.test(name)

/** Whether there is any text in a mutation's arguments that the patient guard would read. */
export const hasText = (value: unknown, path = ''): boolean => {
  if (typeof value === 'string') return value !== '' && !isForm(path, value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, inner]) => !isPlainName(name) || hasText(inner, path ? `${path}.${name}` : name))
}
