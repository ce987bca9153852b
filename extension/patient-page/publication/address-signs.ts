import { seen, type Sign } from './sign.ts'

/** Names that the public name system does not give out (RFC 6761, 6762, 8375; ICANN's `.internal`), and numbers: IPv4, IPv6. */
const privateHost =
  /^[^.]*$|^[\d.]+$|^\[|\.(?:local\w*|inter(?:nal|n)|intra(?:net)?|lan|corp|priv(?:ate)?|home|test|invalid|home\.arpa)$|(?:^|[.-])(?:intra(?:net)?|extranet|interno?)[.-]/

/** Where only people of one house, or of one computer, come to: by the form of the address. */
export const isPrivatePlace = (address: string): boolean => {
  const url = URL.parse(address)
  return !url || !/^https?:$/.test(url.protocol) || privateHost.test(url.hostname.replace(/\.$/, ''))
}

/** Programs of a house, as their hosts are called: by a label that is not the one somebody registered. */
const program =
  /(?:^|[.-])(?:web-?mail|owa|mail|citrix|vpn|sso|adfs|idp|login|auth|e[hmp]r|hcis?|his|ris|li[sm]s?|pacs|dicom|my-?chart|powerchart|sharepoint|tickets?|(?:service|help)-?desk|jira|confluence|roster)\d{0,2}[.-](?=.*\.)/
/** A number behind the word for a person or a stay, in six languages; a word behind it is a page about patients in general. */
const onePerson =
  /[/#](?:pa[tcz]ien\w*|participants?|encounters?|episod\w*|admissions?|ingresos?|consult\w*|ricoveri)(?:\/[a-z]+)?[/=](?!(?:19|20)\d\d(?:[/?#]|$))(?:[a-z]{0,4}[-_]?\d{3,}[\w.-]*|[\da-f]{8}[\da-f-]{8,})(?:[/?#]|$)/i
const session = /[?&;](?:[\w.-]*(?:token|session)[\w.-]*|s?sid|sess?id|studyinstanceuids?|nhc|pat(?:ient)?[-_]?id)=/i

/** Numbers that only published things have, where addresses carry them, and their registers. */
const numbered =
  /\b10\.\d{4,9}(?:\/|%2F)[^\s&?#]{2,}|\/PMC\d{4,}|\/pii\/[SB]?\d{9,}|\b(?:NCT|ISRCTN)\d{8}|^https?:\/\/(?:[\w-]+\.)*(?:arxiv\.org\/(?:abs|pdf|html)|pubmed\.\w|ncbi\.nlm\.nih\.gov|europepmc\.org)/i
/** What of an address only somebody has who is let in: a person's number, a session, a program of a house (but no library's gate). */
export const addressSigns = (address: string): Sign[] =>
  seen([
    ['person', -1, onePerson.test(address)],
    ['session', -1, session.test(address)],
    ['program', -1, !numbered.test(address) && program.test(URL.parse(address)?.host ?? '')],
  ])

/** Public administrations and international bodies, by the ends of names that are given to nobody else. */
const ofState = /\.int$|(?:^|\.)(?:gov|go[bv]t?|gouv|gub|gc|admin|europa|bund)(?:\.[a-z]{2})?$/

export const openAddress = (address: string): Sign[] => {
  const host = URL.parse(address)?.hostname ?? ''
  return seen([
    ['number', 3, numbered.test(address)],
    ['state', 1.5, ofState.test(host)],
  ])
}

/** Where sites and repositories keep what they publish. */
const shelf = /\/(?:wp-content\/uploads|sites\/default\/files|bitstreams?|fileadmin|content\/dam|articles?)\//i
const publications = /\/(?:publi[ck]a\w+|pubblica\w+|guidelines?|gu[ií]as?|leitlinien|reports?|informes?|journals?)\//i

/** Signs of a PDF, which has an address and nothing else to be read: letters of hospitals are PDFs as well. */
export const openFile = (address: string): Sign[] =>
  seen([
    ['shelf', 3, shelf.test(address)],
    ['publications', 1.5, publications.test(address)],
  ])
