import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { problemTypes } from '../http/problem-types.ts'

type Json = Record<string, unknown>
type Page = HtmlEscapedString | Promise<HtmlEscapedString>

/** Of that page: no script, nothing from elsewhere. */
export const referenceStyle = `:root{color-scheme:light dark;--line:light-dark(#c9d2d0,#41504d);--soft:light-dark(#4a5a57,#b3c2bf);--back:light-dark(#fff,#131a19);--text:light-dark(#16211f,#eef4f2);--link:light-dark(#0b5c4f,#7fd6c4)}
body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--back);color:var(--text);font:1rem/1.5 system-ui,sans-serif}
a{color:var(--link)}h2{margin-top:2.5rem;border-bottom:1px solid var(--line)}h3{margin:2rem 0 .25rem;font-size:1rem;overflow-wrap:anywhere}
code,pre{font:.875rem/1.4 ui-monospace,monospace;overflow-wrap:anywhere}pre{overflow:auto;border:1px solid var(--line);border-radius:.25rem;padding:.5rem;white-space:pre-wrap}
.soft{color:var(--soft)}table{border-collapse:collapse;width:100%}th,td{border-top:1px solid var(--line);padding:.25rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
dt{font-weight:600}dd{margin:0 0 .5rem}:target{outline:2px solid var(--link);outline-offset:.25rem}summary{cursor:pointer;padding:.25rem 0}`

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const objectsIn = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : [])

/** A schema in a few words. */
const inWords = (schema: Json): string => {
  const { $ref, type, enum: choices, anyOf, oneOf, items, const: only } = schema
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? ''
  if (choices) return (choices as unknown[]).join(' | ')
  if (only !== undefined) return JSON.stringify(only)
  if (anyOf || oneOf)
    return objectsIn(anyOf ?? oneOf)
      .map(inWords)
      .join(' | ')
  return type === 'array' ? `list of ${inWords((items ?? {}) as Json) || 'anything'}` : textOf(type) || 'anything'
}

const fields = (schema: Json): Page => {
  const [properties, required] = [(schema['properties'] ?? {}) as Record<string, Json>, (schema['required'] ?? []) as string[]]
  return html`<table>
    ${Object.entries(properties).map(
      ([name, one]) =>
        html`<tr>
          <th scope="row"><code>${name}</code></th>
          <td>${inWords(one)}${required.includes(name) ? '' : ', optional'}</td>
          <td class="soft">${textOf(one['description'])}</td>
        </tr>`,
    )}
  </table>`
}

const parameter = (one: Json): Page =>
  html`<tr>
    <th scope="row"><code>${textOf(one['name'])}</code></th>
    <td>${textOf(one['in'])}: ${inWords((one['schema'] ?? {}) as Json)}</td>
    <td class="soft">${textOf(((one['schema'] ?? {}) as Json)['description'])}</td>
  </tr>`

const contentOf = (holder: unknown): Json | undefined =>
  Object.values(((holder as Json | undefined)?.['content'] ?? {}) as Record<string, { schema?: Json }>)[0]?.schema

const operation = (method: string, path: string, one: Json): Page => {
  const body = contentOf(one['requestBody'])
  const responses = one['responses'] as Record<string, Json>
  const answer = contentOf(responses['200'] ?? responses['201'])
  const said = objectsIn(one['parameters']).filter((each) => each['name'])
  return html`<section id="${textOf(one['operationId'])}">
    <h3><code>${method.toUpperCase()} ${path}</code></h3>
    <p>${textOf(one['summary'])}. <span class="soft">${textOf(one['description'])}</span></p>
    ${
      said.length > 0
        ? html`<table>
            ${said.map(parameter)}
          </table>`
        : ''
    }
    ${
      body
        ? html`<details>
            <summary>Body</summary>
            ${body['properties'] ? fields(body) : inWords(body)}
          </details>`
        : ''
    }
    ${
      answer
        ? html`<details>
            <summary>Answer</summary>
            ${answer['properties'] ? fields(answer) : inWords(answer)}
          </details>`
        : ''
    }
    <p class="soft">Answers ${Object.keys(responses).join(', ')}.</p>
  </section>`
}

/** The document as a page that can be read without any script. */
export const referencePage = (document: Json): Page => {
  const paths = Object.entries(document['paths'] as Record<string, Record<string, Json>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ path, method, one })),
  )
  const schemas = Object.entries((document['components'] as { schemas: Record<string, Json> }).schemas)
  const [info, server] = [document['info'] as Json, (document['servers'] as { url: string }[])[0]?.url ?? '']
  return html`${raw('<!doctype html>')}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Gleaner: the interface for programs</title>
        <link rel="stylesheet" href="docs.css" />
      </head>
      <body>
        <main>
          <h1>The interface for programs</h1>
          <p>${textOf(info['description'])}</p>
          <p>All paths begin with <code>${server}</code>. The same as OpenAPI 3.1: <a href="openapi.json">openapi.json</a>.</p>
          <nav aria-label="Subjects">
            ${(document['tags'] as { name: string }[]).map(({ name }) => html`<a href="#tag-${name}">${name}</a> `)}
            <a href="#problems">Problems</a> <a href="#schemas">Schemas</a>
          </nav>
          ${(document['tags'] as { name: string }[]).map(
            ({ name }) =>
              html`<h2 id="tag-${name}">${name}</h2>
                ${paths
                  .filter(({ one }) => (one['tags'] as string[]).includes(name))
                  .map(({ method, path, one }) => operation(method, path, one))}`,
          )}
          <h2 id="problems">Problems</h2>
          <p>What is not as asked for is answered as <code>application/problem+json</code> (RFC 9457).</p>
          <dl>
            ${Object.entries(problemTypes).map(
              ([code, title]) =>
                html`<dt id="problem-${code}"><code>${code}</code></dt>
                  <dd>${title}.</dd>`,
            )}
          </dl>
          <h2 id="schemas">Schemas</h2>
          ${schemas.map(
            ([name, schema]) =>
              html`<details id="schema-${name}">
                <summary><code>${name}</code></summary>
                ${schema['properties'] ? fields(schema) : inWords(schema)}
              </details>`,
          )}
        </main>
      </body>
    </html>`
}
