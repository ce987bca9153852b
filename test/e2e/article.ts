/** A made-up article with the metadata that journals give, and the sentence that its reader would clip. */
export const article = {
  address: 'https://journal.example/articles/home-scales',
  title: 'Home scales and early feeding clinics after neonatal surgery: a before-and-after study',
  journal: 'Journal of Made-up Paediatrics',
  year: 2024,
  doi: '10.5555/gleaner.2024.001',
  authors: ['Amara Okafor', 'Luís Pereira', 'Hanna Lindqvist'],
  sentence: 'Weight gain in the first month rose from 18 to 26 grams a day after families were lent a home scale.',
} as const

/** What a public site has that is no article, and says nothing of an item: a feed, the tool that it is made with, which rights its owner reserves. */
export const signsOfSite = `<link rel="alternate" type="application/rss+xml" href="/feed"><meta name="generator" content="WordPress 6.4"><meta name="tdm-reservation" content="0">`

const metas = [
  ['citation_title', article.title],
  ...article.authors.map((author) => ['citation_author', author]),
  ['citation_journal_title', article.journal],
  ['citation_publication_date', `${article.year}/03/14`],
  ['citation_volume', '12'],
  ['citation_issue', '3'],
  ['citation_firstpage', '201'],
  ['citation_lastpage', '209'],
  ['citation_doi', article.doi],
]

export const articleHtml = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${article.title} | ${article.journal}</title>
<link rel="canonical" href="${article.address}">
${metas.map(([name, content]) => `<meta name="${name}" content="${content}">`).join('\n')}
</head><body><main><h1>${article.title}</h1><p>${article.authors.join(', ')}</p>
<p>Infants who go home after surgery often gain weight slowly.</p>
<p id="finding">${article.sentence}</p>
<p>Calls to the clinic did not rise. We lent each family a scale and saw them in a feeding clinic within ten days.</p>
</main></body></html>`
