import { type LanguageOfPages, languages, type WordsOfPages, wordsOfPages } from './words-of-pages.ts'

/** A page as it could be saved, and where it stood. */
export interface MadePage {
  name: string
  address: string
  html: string
}

export const meta = (name: string, content: string): string =>
  `<meta ${/^(?:og|article):/.test(name) ? 'property' : 'name'}="${name}" content="${content}">`
export const link = (rel: string, href: string, more = ''): string => `<link rel="${rel}" href="${href}"${more}>`
const data = (value: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...value })}</script>`

export const htmlOf = (language: string, title: string, head: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`

const navigation = ({ search, contact }: WordsOfPages): string =>
  `<header><nav><a href="/">Home</a> <a href="/a">A</a> <a href="/b">B</a> <a href="/c">C</a> <a href="/contact">${contact}</a></nav><form role="search"><input type="search" aria-label="${search}"><button>${search}</button></form></header>`
const paragraphs = ({ text }: WordsOfPages): string => text.map((one) => `<p>${one}</p>`).join('')
const foot = ({ privacy, contact, rights, site }: WordsOfPages): string =>
  `<footer><a href="/privacy">${privacy}</a> <a href="/contact">${contact}</a> © 2023 ${site}. ${rights}.</footer>`
const shares = (address: string): string =>
  `<a href="https://www.facebook.com/sharer/sharer.php?u=${address}">Facebook</a> <a href="mailto:?subject=x&body=${address}">Mail</a>`
const sharing = (words: WordsOfPages, address: string, type = 'article'): string =>
  [
    meta('og:title', words.title),
    meta('og:type', type),
    meta('og:url', address),
    meta('og:description', words.text[0]),
    meta('og:image', '/picture.jpg'),
    meta('og:site_name', words.site),
    meta('twitter:card', 'summary'),
  ].join('')

type Make = (words: WordsOfPages, language: LanguageOfPages) => { address: string; head: string; body: string }

/** Ends of the names of administrations. */
const administrations: Readonly<Record<LanguageOfPages, string>> = {
  en: 'gov.uk',
  es: 'gob.es',
  pt: 'gov.br',
  fr: 'gouv.fr',
  de: 'bund.de',
  it: 'gov.it',
}

/** Kinds of public pages, as sites of each kind are really made; all names and texts are made up. */
const kinds: Readonly<Record<string, Make>> = {
  'news with structured data': (words, language) => {
    const address = `https://www.morning-courier.example.${words.land}/health/2023/05/04/${language}-one-question`
    return {
      address,
      head: `${link('canonical', address)}${sharing(words, address)}${data({ '@type': 'NewsArticle', headline: words.title, datePublished: '2023-05-04', publisher: { '@type': 'Organization', name: words.site } })}`,
      body: `${navigation(words)}<a href="/login">${words.signIn}</a><article><h1>${words.title}</h1>${paragraphs(words)}${shares(address)}</article>${foot(words)}`,
    }
  },
  'news with sharing metadata only': (words, language) => {
    const address = `https://daily-${language}.example.com/${language}/wards/one-question-a-day.html`
    return {
      address,
      head: `${link('canonical', address)}${sharing(words, address)}${meta('article:published_time', '2022-11-03T08:00:00Z')}`,
      body: `${navigation(words)}<article><h1>${words.title}</h1><time datetime="2022-11-03">3.11.2022</time>${paragraphs(words)}${shares(address)}</article>${foot(words)}`,
    }
  },
  'a ministry without sharing metadata': (words, language) => ({
    address: `https://www.care.${administrations[language]}/publications/one-question`,
    head: `${meta('description', words.text[0])}${language === 'de' ? meta('date', '2021-02-03') : ''}`,
    body: `${navigation(words)}<main><h1>${words.title}</h1><p>${words.published} 3.2.2021</p>${paragraphs(words)}<a href="/files/question.pdf">PDF</a></main>${foot(words)}`,
  }),
  'a guideline in plain words': (words, language) => ({
    address: `https://guidelines.care-board-${language}.example.org/lines/recommendations`,
    head: meta('keywords', 'catheter, infection, children'),
    body: `${navigation(words)}<main><h1>${words.title}</h1>${paragraphs(words)}<h2>${words.cite}</h2><p>${words.body}. ${words.title}. ISBN 978-1-4000-0000-${language.length}. https://doi.org/10.5555/lines.${language}</p><a href="https://doi.org/10.5555/other">1</a></main>${foot(words)}`,
  }),
  'a society, made with a common tool': (words, language) => {
    const address = `https://childrens-wards-${language}.example.org/news/one-question/`
    return {
      address,
      head: `${meta('generator', 'WordPress 6.4.2')}${link('canonical', address)}${link('alternate', '/feed/', ' type="application/rss+xml"')}${meta('robots', 'max-image-preview:large')}`,
      body: `${navigation(words)}<main><h1>${words.title}</h1>${paragraphs(words)}</main><p>${words.cookies}</p><a href="https://twitter.com/wards">Twitter</a>${foot(words)}`,
    }
  },
  'a blog': (words, language) => ({
    address: `https://ward-notes-${language}.example.net/2023/05/one-question.html`,
    head: `${meta('generator', language === 'en' ? 'Jekyll v4.3' : 'Hugo 0.120')}${link('alternate', '/atom.xml', ' type="application/atom+xml"')}`,
    body: `<header><a href="/">${words.site}</a></header><article><h1>${words.title}</h1><time datetime="2023-05-04">4.5.2023</time>${paragraphs(words)}</article><footer><a href="https://creativecommons.org/licenses/by/4.0/">CC BY</a></footer>`,
  }),
  'the landing page of a PDF': (words, language) => ({
    address: `https://repository.wards-${language}.example.edu/handle/1234/${5678 + language.charCodeAt(0)}`,
    head: `${meta('generator', 'DSpace 7.6')}${meta('citation_pdf_url', '/bitstream/1234/question.pdf')}`,
    body: `${navigation(words)}<a href="/login">${words.signIn}</a><main><h1>${words.title}</h1><p>${words.text[0]}</p><p>ISSN 1234-567X</p><a href="/bitstream/1234/question.pdf">question.pdf</a></main>${foot(words)}`,
  }),
  'a hospital’s public page in two languages': (words, language) => {
    const address = `https://www.childrens-hospital-${language}.example.com/quality/one-question`
    return {
      address,
      head: `${link('canonical', address)}${link('alternate', `${address}?lang=en`, ' hreflang="en"')}${meta('description', words.text[0])}${meta('og:title', words.title)}${meta('og:image', '/p.png')}${meta('og:description', words.text[1])}`,
      body: `${navigation(words)}<a href="https://portal.example.com/">${words.signIn}</a><main><h1>${words.title}</h1>${paragraphs(words)}</main><p>${words.cookies}</p>${foot(words)}`,
    }
  },
  'health information with structured data': (words, language) => {
    const address = `https://www.health-words.example.${words.land}/conditions/${language}-lines`
    return {
      address,
      head: `${link('canonical', address)}${data({ '@type': 'MedicalWebPage', name: words.title, lastReviewed: '2022-01-01' })}${meta('description', words.text[0])}`,
      body: `${navigation(words)}<a href="/account/login">${words.signIn}</a><main><h1>${words.title}</h1>${paragraphs(words)}</main><div id="cookie-banner">${words.cookies}</div>${foot(words)}`,
    }
  },
  'an old plain page of an institute': (words, language) => ({
    address: `http://www.institute-${language}.example.${language === 'en' ? 'ac.uk' : 'org'}/~wards/lines.html`,
    head: '',
    body: `<h1>${words.title}</h1>${paragraphs(words)}<p>${words.published} 12.3.2004. PMID: 12345678</p><hr><p><a href="index.html">Index</a> <a href="lines.pdf">PDF</a> © 2004 ${words.body}</p>`,
  }),
}

/** Sixty public pages, ten kinds in six languages. `isHeldOut`: a third, not looked at while the rules were written. */
export const madePublicPages: readonly (MadePage & { isHeldOut: boolean })[] = Object.entries(kinds).flatMap(([kind, make], at) =>
  languages.map((language, index) => {
    const words = wordsOfPages[language]
    const { address, head, body } = make(words, language)
    return { name: `${kind}, ${language}`, address, html: htmlOf(language, words.title, head, body), isHeldOut: (at + index) % 3 === 2 }
  }),
)
