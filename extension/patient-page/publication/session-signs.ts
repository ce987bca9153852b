import { seen, type Sign } from './sign.ts'

/** Words on the control that ends a session, in six languages, and in its address. */
const out =
  /\b(?:sign|log)[ -]?(?:me )?(?:out|off)\b|(?:cerrar|finalizar|terminar|encerrar|fechar|chiudi) (?:la |a )?ses|(?:^|\s)(?:d[eé]connexion|d[eé]connecter|desconect|ausloggen|disconnett|abmelden$)|^(?:salir|sair|quitter|esci)$/i
const outAddress = /(?<![a-z])(?:log|sign)[-_.]?(?:out|off)(?![a-z])|cerrar-?sesion|deconnexion|abmelden/i
/** Of a page that offers to sign in nobody is signed in yet. */
const into =
  /^(?:(?:sign|log)[ -]?(?:in|on)\b|register$|iniciar ses|(?:acceder|acceso|entrar|accedi|ingresar|connexion|anmelden)$|se connecter|s['’]identifier|identificarse|einloggen)/i
const someone =
  /(?:signed|logged) in as\b|angemeldet als|connect[eé]e? en tant|(?:conectado|identificado|iniciada) como|(?:effettuato|connesso|collegato) come/i
const menu = ['user-menu', 'usermenu', 'account-menu', 'profile-menu', 'user menu', 'account menu', 'signed in']
  .flatMap((word) => ['class', 'id', 'aria-label', 'title'].map((name) => `[${name}*="${word}" i]`))
  .join()

const said = (element: Element): string =>
  (element.textContent?.trim() || element.getAttribute('aria-label') || element.getAttribute('value') || '').slice(0, 60)

/** A control says what it does in few words; a headline about it has more. */
const isOut = (one: Element): boolean => (said(one).length < 32 && out.test(said(one))) || outAddress.test(one.getAttribute('href') ?? '')

/** Signs that somebody is signed in: a way out and no way in, a person's menu, words that say as whom. */
const signedIn = (page: Document): Sign[] => {
  // Those of large pages are looked at as far as they are a page's and not an index's.
  const controls = [...page.querySelectorAll('a,button,[role="menuitem"],[role="button"],input[type="submit"]')].slice(0, 4000)
  const hasIn = page.querySelector('[type="password"]') ?? controls.find((one) => into.test(said(one)) && !isOut(one))
  // As whom stands at the head or the foot, in few words.
  const bars = [...page.querySelectorAll('header,nav,footer,[class*="header" i],[class*="user" i],[class*="login" i]')].slice(0, 60)
  return seen([
    ['sign-out', -1, !hasIn && controls.some(isOut)],
    ['person’s menu', -1, !hasIn && page.querySelector(menu)],
    ['signed in as', -1, bars.some(({ textContent }) => textContent && textContent.length < 600 && someone.test(textContent))],
  ])
}

/** Whether a page is a program more than a text: more to press, fill in or choose than to follow. */
export const isProgram = (page: Document): boolean => {
  const count = (selector: string): number => page.querySelectorAll(selector).length
  const [fields, links] = [
    count('input:not([type="hidden"],[type="search"]),select,textarea,[contenteditable="true"],[role="grid"],[role="toolbar"]'),
    count('a[href]'),
  ]
  return fields > 8 || (fields + count('button') > links && links < 12) || (links < 5 && count('#root,#app,app-root,[ng-app],canvas') > 0)
}

/** Windows in windows, of the same site: of desks and record systems. */
const isInFrames = (page: Document): boolean =>
  page.querySelector('frameset') !== null ||
  [...page.querySelectorAll('iframe[src],object[data]')].some((frame) =>
    /^(?!https?:|\/\/).*(?:pa[tcz]ien|chart|record|encounter)/i.test(frame.getAttribute('src') ?? frame.getAttribute('data') ?? ''),
  )

/** Signs of a place to which people are let in one by one. */
export const sessionSigns = (page: Document): Sign[] => [
  ...signedIn(page),
  ...seen([
    ['frames', -1, isInFrames(page)],
    ['hidden program', -1, page.querySelector('meta[name="robots" i][content*="noindex" i]') && isProgram(page)],
    ['name in the head', -1, page.querySelector('meta[name="ajs-remote-user"]')],
  ]),
]
