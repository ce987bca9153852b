import type { Role } from '../../shared/domain/entities.ts'

/** What a network's object caches of a device's token that the directory has confirmed. */
export interface CachedToken {
  /** SHA-256 of the token's secret. */
  hash: string
  session: string
  person: string
  name: string
  role: Role
  site: string
  slug: string
  /** Milliseconds since 1970: from then on the directory is asked again. */
  until: number
}

/** Milliseconds. */
const minute = 60 * 1000
/** How long a token stays in the cache, in milliseconds. Then the directory is asked, which also updates "last use". */
export const cachedTokenLifeMs = 10 * minute
/** Longer than any request that read the directory before the ending can still be under way. */
const learnsNothing = minute

type Row = Omit<CachedToken, 'hash' | 'slug' | 'until'>

/** The token cache of one network's object: asked first at every sync, so that most syncs cost no round trip to the directory. */
export class TokenCache {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Who this token speaks for in the network of that name; `undefined` for whatever is not known for sure. */
  find(hash: string, slug: string, now: number): Row | undefined {
    return this.#sql
      .exec<Row>('SELECT session, person, name, role, site FROM known_token WHERE hash = ? AND slug = ? AND until > ?', hash, slug, now)
      .toArray()[0]
  }

  /** Not for a person whose tokens were invalidated a moment ago: the directory may have been read before the change. */
  add({ hash, session, person, name, role, site, slug, until }: CachedToken, now: number): void {
    const [{ count }] = this.#sql
      .exec<{ count: number }>('SELECT count(*) AS count FROM forgotten WHERE person = ? AND until > ?', person, now)
      .toArray() as [{ count: number }]
    if (count > 0) return
    this.#sql.exec(
      'INSERT OR REPLACE INTO known_token (hash, session, person, name, role, site, slug, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      hash,
      session,
      person,
      name,
      role,
      site,
      slug,
      until,
    )
  }

  /** To be called before the directory ends or changes anything of that person: then no order of events leaves a stale entry. */
  invalidate(person: string, now: number): void {
    this.#sql.exec('DELETE FROM known_token WHERE person = ? OR until <= ?', person, now)
    this.#sql.exec('DELETE FROM forgotten WHERE until <= ?', now)
    this.#sql.exec('INSERT OR REPLACE INTO forgotten (person, until) VALUES (?, ?)', person, now + learnsNothing)
  }
}
