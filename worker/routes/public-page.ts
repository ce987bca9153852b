import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { type Framework, labelOf } from '../../shared/domain/framework.ts'
import { drawingSvg } from '../../shared/exports/drawing.ts'
import type { PublicIdea } from '../../shared/exports/public-idea.ts'
import { runChartDrawing } from '../../shared/exports/run-chart-drawing.ts'
import { runChartPicture } from '../../shared/exports/run-chart-picture.ts'
import publicMessages from '../../shared/i18n/compiled/published.ts'
import { type Language, languages, localeOf } from '../../shared/i18n/language.ts'
import { runChart } from '../../shared/rules/run-chart.ts'
import { dayLength } from '../../shared/values/calendar-day.ts'

type Piece = HtmlEscapedString | Promise<HtmlEscapedString> | ''

/** No script, nothing from elsewhere; on paper as on a screen. */
export const publicStyle = `:root{color-scheme:light dark;--line:light-dark(#c9d2d0,#41504d);--soft:light-dark(#4a5a57,#b3c2bf);--back:light-dark(#fff,#131a19);--text:light-dark(#16211f,#eef4f2);--link:light-dark(#0b5c4f,#7fd6c4)}
body{margin:0 auto;max-width:44rem;padding:1.5rem 1rem;background:var(--back);color:var(--text);font:1.0625rem/1.6 system-ui,'Segoe UI',Roboto,sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}nav,header p,.soft,footer{color:var(--soft)}nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:.9375rem}nav a,footer a{display:inline-block;padding:.25rem 0}
h1{font-size:1.75rem;line-height:1.25;margin:1rem 0}h2{font-size:1.1875rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin:1rem 0 .25rem}
p{white-space:pre-line}.cite{white-space:normal}ol,ul{padding-inline-start:1.5rem}li{margin:.375rem 0}figure{margin:1rem 0}figure svg{max-width:100%;height:auto;border:1px solid var(--line)}
.cite{border-inline-start:.25rem solid var(--link);padding:.25rem .75rem;margin:0}details{margin:.5rem 0}summary{cursor:pointer;padding:.25rem 0}table{border-collapse:collapse}th,td{border:1px solid var(--line);padding:.125rem .5rem;text-align:start}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:.125rem}
@media print{nav,details{display:none}body{max-width:none;padding:0;font-size:11pt}h2,h3,figure,li{break-inside:avoid}h2{break-after:avoid}}`

export const styleAddress = '/p/style.css'

export interface PublishedBy {
  /** The network's name and slug. */
  network: string
  slug: string
  /** Where the page stands: "https://gleaner.example". */
  origin: string
  language: Language
  framework: Framework
}

const dayIn = (language: Language, at: number): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(at)

const page = (language: Language, title: string, content: Piece, more: Piece = ''): Piece =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="stylesheet" href="${styleAddress}" />
        ${more}
      </head>
      <body>
        ${content}
      </body>
    </html>`

const notice = (language: Language, title: string, said: string): Piece =>
  page(
    language,
    title,
    html`<main>
      <h1>${title}</h1>
      <p>${said}</p>
    </main>`,
  )

/** Of whatever there is no page: it does not tell why. */
export const nothingPage = (language: Language): Piece =>
  notice(language, publicMessages[language]['public-nothing-title'], publicMessages[language]['public-nothing'])

/** Of what cannot be shown just now. */
export const laterPage = (language: Language): Piece =>
  notice(language, publicMessages[language]['public-later-title'], publicMessages[language]['public-later'])

const section = (title: string, content: Piece, present = true): Piece =>
  present
    ? html`<section>
        <h2>${title}</h2>
        ${content}
      </section>`
    : ''
const text = (title: string, said: string): Piece => section(title, html`<p>${said}</p>`, said !== '')

/** As JSON within a page: no text of somebody ends the element. */
const embedded = (value: unknown): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`)

const linkedData = (idea: PublicIdea, { network, origin, slug }: PublishedBy, address: string): Piece =>
  html`<script type="application/ld+json">
    ${raw(
      embedded({
        '@context': 'https://schema.org',
        '@type': ['CreativeWork', 'HowTo'],
        '@id': address,
        url: address,
        identifier: idea.id,
        name: idea.change,
        ...(idea.problem ? { description: idea.problem } : {}),
        datePublished: new Date(idea.publishedAt).toISOString(),
        publisher: { '@type': 'Organization', name: network, '@id': `${origin}/p/${slug}` },
        ...(idea.names.length > 0 ? { author: idea.names.map((name) => ({ '@type': 'Person', name })) } : {}),
        step: idea.drivers
          .flatMap(({ interventions }) => interventions)
          .map((name, index) => ({ '@type': 'HowToStep', position: index + 1, text: name })),
        citation: idea.references.map(({ text: said, address: url }) => ({ '@type': 'CreativeWork', name: said, url })),
      }),
    )}
  </script>`

const chart = (one: PublicIdea['charts'][number], by: PublishedBy): Piece => {
  const [words, { language }] = [publicMessages[by.language], by]
  const values = one.points.map(([, value]) => value)
  const reading = runChart(values)
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 })
  const month = new Intl.DateTimeFormat(localeOf(language), { month: 'short', year: '2-digit', timeZone: 'UTC' })
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' })
  const name = `${words[`public-measure-${one.measure}`]}${one.unit ? ` (${one.unit})` : ''}: ${one.site === null ? words['public-mean'] : labelOf(by.framework.sites, one.site)}`
  const picture = runChartPicture({ points: one.points, median: reading?.median, goal: one.goal }, 640, 240)
  const drawing = runChartDrawing(picture, reading, name, {
    value: (value) => number.format(value),
    month: (at) => month.format(at * dayLength),
  })
  return html`<figure>
    <figcaption>${name}</figcaption>
    ${raw(drawingSvg(drawing))}
    <details>
      <summary>${words['public-values']}</summary>
      <table>
        <tr>
          <th scope="col">${words['public-day']}</th>
          <th scope="col">${words['public-value']}</th>
        </tr>
        ${one.points.map(
          ([at, value]) =>
            html`<tr>
              <td>${day.format(at * dayLength)}</td>
              <td>${number.format(value)}</td>
            </tr>`,
        )}
      </table>
    </details>
  </figure>`
}

/** The page of one published idea, in the language of whoever reads; what people wrote stands as they wrote it. */
export const publicPage = (idea: PublicIdea, by: PublishedBy): Piece => {
  const { language, framework, network, origin, slug } = by
  const words = publicMessages[language]
  const address = `${origin}/p/${slug}/${idea.id}`
  const list = new Intl.ListFormat(localeOf(language))
  const { willing, testing, tested, improved } = idea.sites
  const measures = (['outcome', 'process', 'balancing'] as const).filter((kind) => idea.measures[kind] !== '')
  const place = [labelOf(framework.topics, idea.topic), labelOf(framework.pathways, idea.pathway), labelOf(framework.phases, idea.phase)]
  const published = dayIn(language, idea.publishedAt)
  return page(
    language,
    `${idea.change} · ${network}`,
    html`<nav aria-label="${words['public-languages']}">
        ${Object.entries(languages).map(([key, name]) =>
          key === language
            ? html`<span lang="${key}" aria-current="true">${name}</span>`
            : html`<a href="?lang=${key}" lang="${key}" hreflang="${key}">${name}</a>`,
        )}
      </nav>
      <main>
        <header>
          <p>${network}</p>
          <h1>${idea.change}</h1>
          <p>${place.filter(Boolean).join(' · ')}</p>
        </header>
        ${text(words['public-problem'], idea.problem)} ${text(words['public-details'], idea.details)}
        ${text(words['public-theory'], idea.theory)} ${text(words['public-aim'], idea.aim)}
        ${section(
          words['public-drivers'],
          html`${idea.drivers.map(
            ({ name, interventions }) =>
              html`<h3>${name}</h3>
                <ul>
                  ${interventions.map((one) => html`<li>${one}</li>`)}
                </ul>`,
          )}`,
          idea.drivers.length > 0,
        )}
        ${section(
          words['public-measures'],
          html`<ul>
            ${measures.map((kind) => html`<li>${words[`public-measure-${kind}`]}: ${idea.measures[kind]}</li>`)}
          </ul>`,
          measures.length > 0,
        )}
        ${section(
          words['public-sites'],
          html`<p>${words['public-sites-say']({ willing, testing, tested, improved })}</p>
            ${idea.siteKeys.length > 0 ? html`<p>${list.format(idea.siteKeys.map((key) => labelOf(framework.sites, key)))}</p>` : ''}`,
        )}
        ${section(words['public-charts'], html`${idea.charts.map((one) => chart(one, by))}`, idea.charts.length > 0)}
        ${section(
          words['public-evidence'],
          html`<ol>
            ${idea.references.map(
              ({ text: said, address: where, against }) =>
                html`<li>
                  ${said} <a href="${where}" rel="noopener noreferrer">${where}</a>${against ? html` (${words['public-against']})` : ''}
                </li>`,
            )}
          </ol>`,
          idea.references.length > 0,
        )}
        ${section(
          words['public-cite'],
          html`<p class="cite">
            ${idea.names.length > 0 ? `${idea.names.join(', ')}. ` : ''}${idea.change.replace(/[.\s]+$/, '')}. ${network}; ${published}.
            <a href="${address}">${address}</a>
          </p>`,
        )}
      </main>
      <footer><p>${words['public-foot']({ network, day: published })}</p></footer>`,
    html`<link rel="canonical" href="${address}" /> ${linkedData(idea, by, address)}`,
  )
}
