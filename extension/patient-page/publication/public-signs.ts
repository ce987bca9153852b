import { seen, type Sign } from './sign.ts'

const structured = (page: Document): string =>
  [...page.querySelectorAll('script[type="application/ld+json" i]')]
    .map(({ textContent }) => textContent)
    .join('')
    .slice(0, 200_000)

/**
 * What says by itself that an article stands in a journal, a repository or a newspaper; no sign of a session outweighs it.
 * A title alone is no citation: it takes something else beside it.
 */
export const scholarlySigns = (page: Document): Sign[] => {
  const has = (selector: string): boolean => page.querySelector(selector) !== null
  return seen([
    ['citation', 1, has('meta[name="citation_title" i]') && has('meta[name^="citation_" i]:not([name="citation_title" i])')],
    [
      'dublin core',
      1,
      has('meta[name^="dc" i][name$=".title" i]') && has('meta[name^="dc" i][name*="identifier" i],meta[name*="bibliographiccitation" i]'),
    ],
    ['vocabulary', 1, has('meta[name^="prism." i],meta[name^="eprints." i],meta[name^="bepress_" i],.Z3988[title]')],
    ['article data', 1, /"(?:\w*(?:Scholarly|News)Article|MedicalTrial|MedicalGuideline\w*)"/.test(structured(page))],
  ])
}

const bare = (url: URL | null): string | undefined => url?.hostname.replace(/^(?:www|m|amp)\./, '')

const pathOf = (address: string | undefined, base: string): string | undefined => {
  const [named, own] = [URL.parse(address ?? '', base), URL.parse(base)]
  return address && bare(named) === bare(own) ? named?.pathname.replace(/\/+$/, '') : undefined
}

/** What a head says of its own page: a program's template says the same of all that it shows. */
export const headSigns = (page: Document, address: string): Sign[] => {
  const content = (name: string): string =>
    page.querySelector(`meta[property="${name}" i],meta[name="${name}" i]`)?.getAttribute('content') ?? ''
  const has = (selector: string): boolean => page.querySelector(selector) !== null
  const [path, data] = [pathOf(address, address), structured(page)]
  const named = [page.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? '', content('og:url')]
  const shared = content('og:title')
  return seen([
    ['own address', 1, !/#[!/]/.test(address) && named.some((one) => pathOf(one, address) === path && one !== '')],
    [
      'shared',
      1,
      shared && shared !== content('og:site_name') && ['og:description', 'og:image', 'og:type', 'twitter:card'].filter(content).length > 1,
    ],
    ['described', 0.5, content('description').length > 40 || content('keywords')],
    ['dated', 1, ['article:published_time', 'date', 'last-modified', 'dcterms.issued', 'dc.date'].some(content)],
    [
      'written data',
      2,
      /"(?:Article|BlogPosting|Report|MedicalWebPage|Dataset|Book|Thesis|FAQPage|Course)"/.test(data) || has('[itemtype$="Article" i]'),
    ],
    ['site data', 1, /"(?:Web(?:Site|Page)|\w*Organization|Hospital|BreadcrumbList)"/.test(data)],
    ['dublin core', 1, has('meta[name^="dc." i],meta[name^="dcterms." i]')],
    ['languages', 1, has('link[hreflang]')],
    ['feed', 1, has('link[type*="rss" i],link[type*="atom" i]')],
    ['to be found', 1, /(?:^|[\s,])index|max-/i.test(content('robots'))],
    ['not to be found', -1, /noindex/i.test(content('robots'))],
    [
      'site’s tool',
      1,
      /wordpress|drupal|joomla|typo3|hugo|jekyll|ghost|wix|squarespace|docusaurus|sphinx|mkdocs|blogger/i.test(content('generator')),
    ],
    ['repository', 2, has('meta[name^="citation_" i]') || /dspace|eprints|invenio|open journal/i.test(content('generator'))],
    ['article’s time', 0.75, has('article time[datetime],main time[datetime]')],
  ])
}

const foot =
  /privacy|cookie|imprint|impressum|datenschutz|mentions l|aviso legal|priva[ct]idad|note legali|acc?ess?ib|barrierefrei|terms of use|copyright|newsletter|sitemap|[ck]ont?a[kct]t/gi

const linkSigns = (page: Document): Sign[] => {
  const links = [...page.querySelectorAll('a[href]')].slice(0, 3000)
  const addresses = links.map((one) => one.getAttribute('href')).join('\n')
  const words = links
    .map(({ textContent }) => (textContent ?? '').slice(0, 60))
    .join('\n')
    .toLowerCase()
  const legal = new Set(words.match(foot)).size
  return seen([
    ['share', 1.5, /(?:sharer|share|intent)(?:\.php|\/\w+|Article)?\?|wa\.me\/\?|^mailto:\?/im.test(addresses)],
    ['social', 0.75, /^https?:\/\/(?:www\.)?(?:facebook|twitter|x|linkedin|instagram|youtube|bsky)\.\w+\/[\w@.-]{2,}/im.test(addresses)],
    ['references', 1.5, /doi\.org\/10\.|nlm\.nih\.gov\/(?:pubmed|\d)/i.test(addresses)],
    ['licence', 1.5, /creativecommons\.org\/(?:licenses|public)/.test(addresses)],
    ['foot', Math.min(1.25, legal / 4), legal > 1],
  ])
}

const headings = [
  /^[\d. ]*(?:abstract|summary|resum(?:en|o)|r[eé]sum[eé]|zusammenfassung|riassunto)$/im,
  /^[\d. ]*(?:r[eé]f[eé]r[eê]nc(?:es|ias)|bibliogra\w+|literatur\w*|riferimenti.*)$/im,
]

/** Texts stand side by side without a space between: no word can be asked to end. */
const textSigns = (page: Document): Sign[] => {
  const text = (page.body?.textContent ?? '').slice(0, 400_000)
  const titles = [...page.querySelectorAll('h1,h2,h3,h4,h5,h6,[role="heading"]')]
    .slice(0, 300)
    .map(({ textContent }) => textContent?.trim())
    .join('\n')
  const long = [...page.querySelectorAll('p,li,blockquote')].slice(0, 500).filter(({ textContent }) => (textContent ?? '').length > 120)
  return seen([
    ['number in the text', 1.5, /10\.\d{4,9}\/\S{2,}|PMID:? ?\d{5,8}|(?:NCT|ISRCTN)\d{8}|arXiv:\d{4}\.\d/i.test(text)],
    ['serial or book', 1.5, /ISSN[\s:]*\d{4}-\d{3}[\dX]|ISBN[-\d\s:]*97[89][\d -]{10}/i.test(text)],
    [
      'to be cited',
      1.5,
      /how to cite|cite (?:this|as)\b|(?:suggested|recommended) citation|c[oó]mo? citar|pour citer|zitier(?:vorsch|weise)|come citare/i.test(
        text,
      ),
    ],
    ['article’s parts', 1.5, headings.every((one) => one.test(titles))],
    [
      'day of publication',
      0.5,
      /published|last reviewed|publicad|publi[eé] le|mis à jour|ver[oö]ffentlicht|pubblicat|actualiza|atualiza|aggiornat/i.test(text),
    ],
    ['rights', 0.5, /©|all rights reserved|cookies? /i.test(text)],
    ['text to read', 0.5, long.length > 2],
    ['reserved', 2, page.querySelector('meta[name^="tdm-"]')],
    [
      'check for robots',
      4,
      page.querySelector('[id^="challenge-"],link[href*="/cdn-cgi/styles/challenge"],script[src*="captcha-delivery"]') ??
        page.querySelector('noscript')?.textContent?.includes('challenge-error'),
    ],
  ])
}

/** Signs that a page itself shows, beside its head. */
export const bodySigns = (page: Document): Sign[] => [...linkSigns(page), ...textSigns(page)]
