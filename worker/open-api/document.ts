import { own } from '../../shared/values/own.ts'
import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { mutations } from '../../shared/mutations/index.ts'
import { openPath } from '../http/problem.ts'
import { problemTypes } from '../http/problem-types.ts'
import type { Operation, Tag } from './operation.ts'
import { operations } from './operations.ts'
import * as is from './resources.ts'
import { partsOf } from './writing.ts'

type Json = Record<string, unknown>

/** Schemas that are named in the document; the rest stands where it is used. */
const named: Readonly<Record<string, v.GenericSchema>> = {
  Idea: is.idea,
  IdeaLine: is.ideaLine,
  Approval: is.approval,
  Clip: is.clip,
  Paper: is.paper,
  Stance: is.stance,
  Comment: is.comment,
  Series: is.series,
  HistoryEntry: is.historyEntry,
  Member: is.member,
  Named: is.named,
  Framework: is.framework,
  NewsItem: is.newsItem,
  Matrix: is.matrix,
  Reports: is.reports,
  AuditLine: is.auditLine,
  Written: is.written,
  Result: is.result,
}

const local = '#/$defs/'
/** References of JSON Schema as the document has them, and without the mark of the draft. */
const placed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(placed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '$schema' && key !== '$defs')
      .map(([key, one]) => [key, key === '$ref' && typeof one === 'string' ? one.replace(local, '#/components/schemas/') : placed(one)]),
  )
}

/** What a request may hold, or an answer holds, as JSON Schema (2020-12). Rules that no schema can say are checked all the same, and refused with 422. */
const schemaOf = (schema: v.GenericSchema, whole = false): Json =>
  placed(
    toJsonSchema(schema, {
      target: 'draft-2020-12',
      typeMode: 'input',
      errorMode: 'ignore',
      ...(whole ? {} : { definitions: { ...named } }),
      overrideSchema: ({ valibotSchema: { type }, jsonSchema }) => {
        if (type === 'custom') return { type: 'object', additionalProperties: true, description: 'A CSL-JSON item.' }
        return type === 'loose_object' ? { ...jsonSchema, additionalProperties: true } : jsonSchema
      },
    }),
  ) as Json

const isRequired = (schema: v.GenericSchema): boolean => !v.is(schema, undefined)

const parameters = ({ params = {}, query = {}, method, matches }: Operation): Json[] => [
  ...Object.entries(params).map(([name, schema]) => ({ name, in: 'path', required: true, schema: schemaOf(schema) })),
  ...Object.entries(query).map(([name, schema]) => ({ name, in: 'query', required: isRequired(schema), schema: schemaOf(schema) })),
  ...(method === 'get' ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }]),
  ...(matches ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
]

const reasons: Readonly<Record<number, string>> = {
  400: 'The request is not of its form.',
  401: 'No token, or none that is valid now.',
  403: 'The token or your role is not for that.',
  404: 'It is not there.',
  409: 'It cannot be done as things stand: a gate, a hold, an ending, or it is there already.',
  412: 'It was changed since you read it.',
  413: 'The request is too large.',
  415: 'The body is not JSON.',
  422: 'A value cannot be, it may identify a patient, or the Idempotency-Key belongs to another request.',
  429: 'Too many requests, or too much in a short time. Retry-After says when to go on.',
  503: 'The server is busy. Retry-After says when to go on.',
}

/** The statuses of an operation that are not what was asked for. */
const refusalsOf = ({ scope, params, method, mutation, matches, also = [] }: Operation): number[] => {
  if (!scope) return []
  const writes = method !== 'get'
  return [
    ...new Set([
      400,
      401,
      403,
      ...(params ? [404] : []),
      ...(mutation ? [404, 409] : []),
      ...(matches ? [412] : []),
      ...(writes ? [413, 415, 422] : []),
      429,
      503,
      ...also,
    ]),
  ].toSorted((one, other) => one - other)
}

const fileSchema = (type: string): Json => (type.endsWith('json') ? {} : { type: 'string' })

const fhir = 'application/fhir+json'
/** By what a request is refused before anything of it is read as FHIR. */
const beforeFhir = new Set(['401', '415', '503'])
/** What is wrong with a report of FHIR, or forbids it, an OperationOutcome says, where it is not the request itself that is refused. */
const refused = ({ files }: Operation, status: string | number): Json =>
  files?.includes(fhir) && !beforeFhir.has(String(status))
    ? {
        description: own(reasons, String(status)),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          [fhir]: { schema: { type: 'object' } },
        },
      }
    : { $ref: `#/components/responses/${status}` }

const answered = ({ reply, files, status = 200, scope, method }: Operation): Json => ({
  [status]: {
    description: status === 201 ? 'It is made.' : method === 'get' ? 'What was asked for.' : 'It is done.',
    ...(scope
      ? {
          headers: {
            RateLimit: { $ref: '#/components/headers/RateLimit' },
            'RateLimit-Policy': { $ref: '#/components/headers/RateLimitPolicy' },
            ...(reply && method === 'get' ? { ETag: { $ref: '#/components/headers/ETag' } } : {}),
          },
        }
      : {}),
    content: reply
      ? { 'application/json': { schema: schemaOf(reply) } }
      : Object.fromEntries((files ?? []).map((type) => [type, { schema: fileSchema(type) }])),
  },
  ...(reply && method === 'get' ? { 304: { description: 'It is as If-None-Match says.' } } : {}),
})

/** The arguments of each mutation, as its own schema has them. */
const mutationSchemas = (): Json =>
  Object.fromEntries(Object.entries(mutations).map(([name, { args }]) => [`${name}Args`, schemaOf(args as v.GenericSchema)]))

/** A batch: its check leaves arguments to each mutation, which refuses them one by one; the document says what each takes. */
const batchBody: Json = {
  type: 'object',
  required: ['mutations'],
  properties: {
    mutations: {
      type: 'array',
      minItems: 1,
      maxItems: 500,
      items: {
        oneOf: Object.keys(mutations).map((name) => ({
          type: 'object',
          required: ['id', 'name', 'args'],
          properties: { id: { type: 'string', format: 'uuid' }, name: { const: name }, args: { $ref: `#/components/schemas/${name}Args` } },
        })),
      },
    },
  },
}

const operationOf = (operationId: string, operation: Operation): Json => {
  const { tag, summary, description, scope, roles, body, path } = operation
  const rights = scope ? `Needs the right \`${scope}\`${roles ? ` and the role ${roles.join(' or ')}` : ''}.` : ''
  const said = parameters(operation)
  return {
    operationId,
    tags: [tag],
    summary,
    description: [description, rights].filter(Boolean).join('\n\n') || summary,
    ...(said.length > 0 ? { parameters: said } : {}),
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: path === '/mutations' ? batchBody : schemaOf(body) } } } }
      : {}),
    responses: {
      ...answered(operation),
      ...Object.fromEntries(refusalsOf(operation).map((status) => [status, refused(operation, status)])),
      ...(scope ? {} : { 404: { $ref: '#/components/responses/404' } }),
    },
    security: scope ? [{ token: [] }] : [],
  }
}

const pathsOf = (): Json => {
  const paths: Record<string, Json> = {}
  for (const [name, operation] of Object.entries(operations))
    (paths[operation.path] ??= {})[operation.method] = operationOf(name, operation)
  return paths
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problemTypes), description: 'The last part of `type`, for programs.' },
    detail: { type: 'string', description: 'For people; never what was sent.' },
    request: { type: 'string', description: 'With a 5xx: what names the request in the server’s log, as in `x-request-id`.' },
  },
}

const components = (): Json => ({
  securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'An access token: My account, “Access tokens”.' } },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'Yours, a new one for each write. Sent again with the same request, it is done once and answered the same.',
      schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,100}$' },
    },
    IfMatch: { name: 'If-Match', in: 'header', required: false, description: 'An ETag that you read.', schema: { type: 'string' } },
  },
  headers: {
    ETag: { description: 'For If-None-Match and If-Match.', schema: { type: 'string' } },
    RateLimit: {
      description: 'What is left: `"requests";r=<requests>;t=<seconds until there are all again>`.',
      schema: { type: 'string' },
    },
    RateLimitPolicy: { description: 'What there is: `"requests";q=<requests>;w=<seconds>`.', schema: { type: 'string' } },
  },
  responses: Object.fromEntries(
    Object.entries(reasons).map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    ]),
  ),
  schemas: {
    ...Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, schemaOf(schema, true)])),
    ...mutationSchemas(),
    Problem: problemSchema,
  },
})

const tags: Readonly<Record<Tag, string>> = {
  Network: 'The network, its settings, its members, and what is counted.',
  Ideas: 'Ideas with all that belongs to them.',
  Evidence: 'Papers and their clips.',
  Decisions: 'Pathways, phases, endings and approvals.',
  Files: 'What is taken elsewhere; thirty an hour, and each is in the audit log.',
  Mutations: 'Everything that can be written, many at once.',
  FHIR: 'Values of run charts in the form of FHIR R4.',
  About: 'What tells of the rest.',
}

/** /api/v1 as OpenAPI 3.1, made of the schemas that check requests and make answers. @param origin Of the server that is described. */
export const openApiDocument = (origin: string): Json => ({
  openapi: '3.1.1',
  info: {
    title: 'Gleaner',
    version: '1',
    summary: 'A learning network’s idea bank, for programs.',
    description:
      'One access token speaks for one member of one network. Whatever is asked goes through the same rules as on the screens: roles, gates, and the look for patients. Times are milliseconds since 1970; people, sites, topics, phases and pathways are keys.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: `${origin}${openPath}` }],
  tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
  paths: pathsOf(),
  components: components(),
})

/** The path as Hono has it. */
export const honoPath = ({ path }: Operation): string =>
  partsOf(path).reduce((whole, name) => whole.replace(`{${name}}`, `:${name}`), `${openPath}${path}`)
