import { htmlOf, link, type MadePage, meta } from './made-public-pages.ts'
import { wordsOfPages } from './words-of-pages.ts'

const { en, es, fr, de, it, pt } = wordsOfPages
const prose = en.text.map((one) => `<p>${one}</p>`).join('')
const table = `<table>${'<tr><td>Ward 3</td><td>4.1</td><td>mmol/l</td></tr>'.repeat(12)}</table>`
const fields = '<label>Field <input></label>'.repeat(12)
const template = (title: string, address: string): string =>
  `${link('canonical', address)}${meta('og:title', title)}${meta('og:type', 'website')}${meta('og:image', '/logo.png')}${meta('description', 'The new way to see all that matters about your care, in one place.')}${meta('twitter:card', 'summary')}`

type Row = readonly [name: string, address: string, language: string, title: string, head: string, body: string]

/** Pages of places to which people are let in, none of which shows a patient’s banner. */
const rows: readonly Row[] = [
  [
    'a wiki of a house',
    'https://wiki/display/lines',
    'en',
    'Lines',
    meta('generator', 'MediaWiki 1.39') + link('alternate', '/feed', ' type="application/atom+xml"'),
    `<h1>Lines</h1>${prose}`,
  ],
  [
    'a wiki, signed in',
    'https://wiki.childrens.example.org/index.php/Lines',
    'en',
    'Lines',
    meta('generator', 'MediaWiki 1.39') + link('alternate', '/feed', ' type="application/atom+xml"'),
    `<h1>Lines</h1>${prose}<a href="/index.php?title=Special:UserLogout">Log out</a>`,
  ],
  [
    'a page of a team',
    'https://teams.example.com/spaces/ICU/pages/88',
    'en',
    'Lines – ICU',
    meta('ajs-remote-user', 'clara') + meta('og:title', 'Lines'),
    `<main><h1>Lines</h1>${prose}</main><button aria-label="Account menu">CC</button>`,
  ],
  [
    'webmail',
    'https://webmail.hospital.example.org/owa/#path=/mail/AAMk',
    'en',
    'Mail – Clara',
    meta('robots', 'noindex'),
    `<div id="app">${'<button>Reply</button>'.repeat(9)}<p>${en.text[0]}</p></div>`,
  ],
  [
    'webmail in German',
    'https://post.klinikum.example.de/mail/inbox',
    'de',
    'Posteingang',
    '',
    `<nav><a href="/abmelden">${de.signOut}</a></nav><p>${de.text[0]}</p>`,
  ],
  [
    'tickets',
    'https://support.hospital.example.org/ticket/88123',
    'en',
    'Ticket 88123',
    '',
    `<header>Signed in as Clara <a href="/logout">Log off</a></header><h1>Printer</h1>${prose}`,
  ],
  [
    'documents of a house',
    'https://hospital.sharepoint.example.com/sites/ICU/SitePages/Lines.aspx',
    'en',
    'Lines',
    meta('og:title', 'Lines'),
    `<div role="application"><button aria-label="User menu">C</button><main>${prose}</main></div>`,
  ],
  [
    'an intranet with all that a public site has',
    'https://intranet.hospital.example.org/news/lines/',
    'en',
    'Lines',
    `${meta('generator', 'WordPress 6.4')}${template('Lines', 'https://intranet.hospital.example.org/news/lines/')}<script type="application/ld+json">{"@type":"NewsArticle","headline":"Lines"}</script>`,
    `<article>${prose}</article>`,
  ],
  [
    'a site for staff, signed in',
    'https://staff.hospital.example.org/news/lines/',
    'en',
    'Lines',
    `${meta('generator', 'WordPress 6.4')}${template('Lines', 'https://staff.hospital.example.org/news/lines/')}`,
    `<div id="wpadminbar"><a href="/wp-login.php?action=logout">Log Out</a></div><article>${prose}</article>`,
  ],
  [
    'results of a laboratory',
    'https://results.lab-world.example.com/reports/view',
    'en',
    'Results',
    template('Results', 'https://results.lab-world.example.com/'),
    `<h1>Results</h1>${table}<a href="/signout">Sign out</a>`,
  ],
  [
    'results, in Spanish',
    'https://resultados.laboratorio.example.es/informe',
    'es',
    'Informe',
    template('Informe', 'https://resultados.laboratorio.example.es/informe'),
    `<nav><a href="/salir">${es.signOut}</a></nav>${table}`,
  ],
  [
    'pictures',
    'https://images.radiology.example.org/viewer?StudyInstanceUIDs=1.2.840.1',
    'en',
    'Viewer',
    template('Viewer', 'https://images.radiology.example.org/viewer'),
    '<div id="root"><canvas></canvas></div>',
  ],
  ['pictures in Portuguese', 'https://pacs.hospital.example.br/estudos', 'pt', 'Estudos', '', `${fields}<a href="#">${pt.signOut}</a>`],
  [
    'a plan of operations',
    'https://theatre.hospital.example.org/day/2024-05-06',
    'en',
    'Theatre plan',
    '',
    `<div id="root">${table}${fields}</div>`,
  ],
  [
    'a plan of shifts, in French',
    'https://planning.hopital.example.fr/semaine',
    'fr',
    'Planning',
    '',
    `<header>Connecté en tant que Claire <a href="/x">${fr.signOut}</a></header>${table}`,
  ],
  [
    'a portal whose builder left a canonical link',
    'https://my.carehub.example.com/summary',
    'en',
    'CareHub',
    link('canonical', 'https://my.carehub.example.com/summary'),
    `<div id="root"><h1>Summary</h1>${table}</div>`,
  ],
  [
    'a portal whose builder left a shared title',
    'https://go.carehub.example.com/home',
    'en',
    'CareHub',
    meta('og:title', 'CareHub') + meta('og:description', 'Your care'),
    `<div id="app"><h1>Hello</h1>${table}</div>`,
  ],
  [
    'a portal made from a template with everything',
    'https://app.carehub.example.com/visits',
    'en',
    'CareHub',
    template('CareHub', 'https://app.carehub.example.com/visits'),
    `<div id="root"><h1>Visits</h1>${table}<button>Book</button><button>Cancel</button></div>`,
  ],
  [
    'a portal with a foot like a public site, in Italian',
    'https://fascicolo.regione.example.it/referti',
    'it',
    'Referti',
    template('Referti', 'https://fascicolo.regione.example.it/referti'),
    `<header>Accesso effettuato come Carla</header>${table}<footer><a href="/p">${it.privacy}</a> <a href="/c">${it.contact}</a> © 2024</footer><a href="/esci">${it.signOut}</a>`,
  ],
  [
    'a course, signed in',
    'https://learn.hospital.example.org/course/view.php?id=8',
    'en',
    'Course',
    link('alternate', '/rss', ' type="application/rss+xml"'),
    `<div class="usermenu">Clara</div><h1>Lines</h1>${prose}`,
  ],
  [
    'a document that several people write',
    'https://docs.office.example.com/d/1AbC/edit',
    'en',
    'Lines',
    `${meta('og:title', 'Lines')}${meta('og:type', 'article')}${meta('og:image', '/i.png')}${meta('robots', 'noindex')}`,
    `<div role="toolbar">${'<button>B</button>'.repeat(20)}</div><div contenteditable="true">${prose}</div>`,
  ],
  [
    'figures of a house',
    'https://10.20.30.40:3000/d/lines',
    'en',
    'Lines',
    link('canonical', 'https://10.20.30.40:3000/d/lines'),
    `<div id="app">${table}</div>`,
  ],
  ['orders of a pharmacy', 'https://orders.pharmacy.internal/today', 'en', 'Orders', '', `${fields}${table}`],
  [
    'frames of a record system',
    'https://desk.clinic.example.org/main',
    'en',
    'Desk',
    template('Desk', 'https://desk.clinic.example.org/main'),
    `<iframe src="/patient/summary.aspx?id=3&tab=1"></iframe>${prose}`,
  ],
  [
    'a gate that nobody has passed',
    'https://portal.hospital.example.org/',
    'en',
    'Portal',
    meta('robots', 'noindex'),
    `<form><input name="user"><input type="password"><button>${en.signIn}</button></form>`,
  ],
]

/** Twenty-five private pages of kinds that no data has. */
export const madePrivatePages: readonly (MadePage & { isHeldOut: boolean })[] = rows.map(
  ([name, address, language, title, head, body], index) => ({
    name,
    address,
    html: htmlOf(language, title, head, body),
    isHeldOut: index % 3 === 2,
  }),
)
