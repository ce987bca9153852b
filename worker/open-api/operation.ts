import type * as v from 'valibot'
import type { TokenScope } from '../../shared/api/tokens.ts'
import type { Role } from '../../shared/domain/entities.ts'
import type { MutationName } from '../../shared/mutations/index.ts'

export type Tag = 'Network' | 'Ideas' | 'Evidence' | 'Decisions' | 'Files' | 'Mutations' | 'FHIR' | 'About'

/** Names with their schemas: the parts of a path, of a query or of a body. */
export type Fields = Readonly<Record<string, v.GenericSchema>>

/** One address of /api/v1: what checks a request, what its answer is made by, and what the document says of both. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below /api/v1, with `{names}` of `params`. */
  path: string
  tag: Tag
  /** One line, then more where that is not all. */
  summary: string
  description?: string
  /** What a token needs to be for; without it no token is needed. */
  scope?: TokenScope
  /** Who may ask; without it every member. */
  roles?: readonly Role[]
  params?: Fields
  query?: Fields
  /** The body as JSON. */
  body?: v.GenericSchema
  /** What the answer is made by: a field that is not in it is not answered. */
  reply?: v.GenericSchema
  /** The types of an answer that is a file. */
  files?: readonly string[]
  status?: 200 | 201
  /** Statuses beyond those that follow from the rest (`document.ts`). */
  also?: readonly number[]
  /** What it asks the bank for; `made` is what gets an id there. */
  mutation?: MutationName
  made?: string
  /** Takes If-Match. */
  matches?: true
}

/** Values by those schemas. */
export type Given<F> = F extends Fields ? { [Name in keyof F]: v.InferOutput<F[Name]> } : unknown
