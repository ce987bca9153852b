import * as v from 'valibot'
import type { ArgsSchema, Mutation } from './mutation.ts'

/** Mutations by name. */
type Table = Readonly<Record<string, { args: ArgsSchema }>>
type ArgsIn<M> = M extends Mutation<infer Args> ? Args : never

/** A logged mutation, as a union discriminated by its name. */
export type Whole<T> = { [Name in keyof T & string]: { name: Name; args: ArgsIn<T[Name]> } }[keyof T & string]
/** The same as the log or an outbox has it: an argument that is not of its form any more, or is kept from the reader, is missing. */
export type Logged<T> = { [Name in keyof T & string]: { name: Name; args: LoggedArgs<T, Name> } }[keyof T & string]
export type LoggedArgs<T, Name extends keyof T> = Partial<ArgsIn<T[Name]>>

/** As it is written down: nothing about its form is taken for granted. */
export interface Written {
  name: string
  args?: unknown
}

const entryIn = (args: object, name: string, schema: v.GenericSchema): [string, unknown][] => {
  if (!Object.hasOwn(args, name)) return []
  const read = v.safeParse(schema, args[name as keyof typeof args])
  return read.success ? [[name, read.output]] : []
}

const entriesIn = (schema: ArgsSchema, args: unknown): Record<string, unknown> => {
  const known = typeof args === 'object' && args !== null ? args : {}
  return Object.fromEntries(Object.entries(schema.entries).flatMap(([name, entry]) => entryIn(known, name, entry)))
}

/**
 * Reads what was written down by the schema of its mutation, argument by argument, so that a renamed argument does not compile
 * where it is read. `undefined` for a name that the table does not have.
 */
export const readLogged = <T extends Table>(table: T, { name, args }: Written): Logged<T> | undefined => {
  const schema = Object.hasOwn(table, name) ? table[name]?.args : undefined
  return schema && ({ name, args: entriesIn(schema, args) } as unknown as Logged<T>)
}

/** The arguments alone, of a mutation of that name and of no other. */
export const loggedArgs = <T extends Table, Name extends keyof T & string>(
  table: T,
  { name, args }: Written,
  wanted: Name,
): LoggedArgs<T, Name> | undefined =>
  name === wanted && table[wanted] ? (entriesIn(table[wanted].args, args) as unknown as LoggedArgs<T, Name>) : undefined

/** The same, whole or not at all: `undefined` for what its mutation could not be run with. */
export const readWhole = <T extends Table>(table: T, { name, args }: Written): Whole<T> | undefined => {
  const schema = Object.hasOwn(table, name) ? table[name]?.args : undefined
  const read = schema && v.safeParse(schema, args)
  return read?.success ? ({ name, args: read.output } as unknown as Whole<T>) : undefined
}

/** What is done with a mutation of each name: one that is missing does not compile. */
export type ByName<T, Result> = { readonly [Name in keyof T & string]: (args: LoggedArgs<T, Name>) => Result }

/** Does it with this one. */
export const byName = <T, Result>(table: ByName<T, Result>, { name, args }: Logged<T>): Result =>
  (table[name] as (args: unknown) => Result)(args)
