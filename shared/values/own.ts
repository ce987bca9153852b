/**
 * What an object has under a name that comes from outside: its own properties only, for every object answers to "constructor".
 * A test holds that no table of this project is asked in another way.
 */
export const own = <Value>(table: Readonly<Partial<Record<string, Value>>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined
