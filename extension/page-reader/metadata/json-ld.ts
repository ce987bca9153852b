import { firstDoi } from '../../../shared/citations/identifiers.ts'
import type { Name } from '../../../shared/citations/citation.ts'
import type { Metadata } from './finding.ts'
import { all, type Page } from '../page/page.ts'

type Node = Record<string, unknown>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.slice(0, 200) : value === undefined || value === null ? [] : [value]
const text = (value: unknown): string | undefined => {
  const [one] = list(value)
  if (typeof one === 'string') return one.slice(0, 4000)
  if (typeof one === 'number') return String(one)
  return isNode(one) ? text(one['name'] ?? one['@value']) : undefined
}

const types = (node: Node): string =>
  list(node['@type'])
    .filter((type) => typeof type === 'string')
    .join(' ')
    .slice(0, 300)

/** Everything described in a block that is the page's own: not what it cites, lists or was written about. */
const described = (block: unknown): Node[] => {
  const found: Node[] = []
  const queue: unknown[] = list(block)
  for (let steps = 0; steps < 300 && queue.length > 0; steps += 1) {
    const node = queue.shift()
    if (!isNode(node)) continue
    found.push(node)
    queue.push(...list(node['@graph']), ...list(node['mainEntity']), ...(/WebPage/.test(types(node)) ? list(node['mainEntityOfPage']) : []))
  }
  return found
}

const parse = (source: string): unknown => {
  try {
    return JSON.parse(source.slice(0, 300_000))
  } catch {
    // A block that is not JSON describes nothing.
    return undefined
  }
}

const author = (value: unknown): string | Name | undefined => {
  if (!isNode(value)) return text(value)
  const [family, given] = [text(value['familyName']), text(value['givenName'])]
  if (family && given) return { family: family.slice(0, 200), given: given.slice(0, 200) }
  const name = text(value['name'])
  return name && /Organi/.test(types(value)) ? { literal: name.slice(0, 300) } : name
}

/** An issue is part of a volume is part of a periodical: the chain as one list. */
const wholes = (node: Node): Node[] => {
  const chain: Node[] = []
  let next: unknown = list(node['isPartOf'])[0]
  while (isNode(next) && chain.length < 4) {
    chain.push(next)
    next = list(next['isPartOf'])[0]
  }
  return chain
}

const doiOf = (node: Node): string | undefined =>
  firstDoi(
    [
      node['doi'],
      ...list(node['identifier']).map((entry) => (isNode(entry) ? entry['value'] : entry)),
      ...list(node['sameAs']),
      node['@id'],
    ].map(text),
  )

const readNode = (node: Node): Metadata => {
  const chain = wholes(node)
  const periodical =
    chain.find((part) => /Periodical/.test(types(part))) ??
    chain.find((part) => text(part['name']) && !/Volume|Issue|WebSite|WebPage/.test(types(part)))
  const part = (key: string): string | undefined => text(node[key]) ?? chain.map((entry) => text(entry[key])).find(Boolean)
  return {
    title: text(node['headline']) ?? text(node['name']),
    authors: list(node['author'] ?? node['creator'])
      .map(author)
      .filter((name) => name !== undefined),
    journal: periodical && text(periodical['name']),
    volume: part('volumeNumber'),
    issue: part('issueNumber'),
    firstPage: text(node['pageStart']) ?? text(node['pagination']),
    lastPage: text(node['pageEnd']),
    date: text(node['datePublished']),
    DOI: doiOf(node),
    ISSN: periodical && text(periodical['issn']),
    publisher: text(node['publisher']),
    language: text(node['inLanguage']),
    publicationTypes: list(node['articleSection'] ?? node['genre'])
      .flatMap((entry) => text(entry) ?? [])
      .slice(0, 5),
  }
}

const nodesOf = (page: Page): Node[] =>
  all(page.scope, 'script[type="application/ld+json"]', 20).flatMap((script) => described(parse(script.textContent ?? '')))

const scholarly = /ScholarlyArticle/
const article = /(?:News|Blog|Tech|Health|Report|Analysis|Opinion)\w*Article|\bArticle\b|BlogPosting|WebPage|Report/

export const jsonLd = (page: Page): Metadata => {
  const node = nodesOf(page).find((entry) => scholarly.test(types(entry)))
  return node ? { ...readNode(node), type: 'article-journal' } : {}
}

/** A news story or plain page; the study that it covers is not what it is. */
export const jsonLdArticle = (page: Page): Metadata => {
  const nodes = nodesOf(page).filter((entry) => article.test(types(entry)) && !scholarly.test(types(entry)))
  const node = nodes.find((entry) => text(entry['datePublished'])) ?? nodes[0]
  return node ? { ...readNode(node), journal: undefined, DOI: undefined } : {}
}
