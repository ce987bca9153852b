import { DurableObject } from 'cloudflare:workers'
import type { DigestReply, Personal } from '../../shared/api/answers.ts'
import type { Viewer } from '../../shared/rules/visibility.ts'
import type { NewsItem } from '../../shared/notifications/notifications.ts'
import type { Matrix } from '../../shared/api/bank.ts'
import type { EvidenceMapReply } from '../../shared/api/evidence.ts'
import type { ImportedReply, ImportsReply, KnownClipsReply, KnownReply } from '../../shared/api/imports.ts'
import { objectReply, type ObjectReply } from './answers.ts'
import { deadLetters, matrix, settingsHistory } from './queries/bank-queries.ts'
import type { IdeasQuery } from './queries/list-numbers.ts'
import { sizeOf } from './storage/integrity.ts'
import { type RecoveryTarget, setRecovery } from './storage/recovery.ts'
import { digest, type NewsReader, newsOf, personal } from './queries/news-queries.ts'
import { peoplePage } from './queries/people.ts'
import type { Page } from './rows/read-page.ts'
import { facetsOf } from './queries/facet-queries.ts'
import { publicQuery } from './queries/public-query.ts'
import { evidenceMap } from './queries/clip-queries.ts'
import { importedBy, imports, knownClips, knownIdeas } from './queries/import-queries.ts'

/** What a network's object answers from its tables alone. */
export class ReadingObject extends DurableObject<Env> {
  /** Another one each time that the object starts. */
  readonly #session = crypto.randomUUID()

  deadLetters(): ObjectReply<ReturnType<typeof deadLetters>> {
    return objectReply(200, deadLetters(this.ctx.storage.sql))
  }

  /** What everybody may read of an idea, a PublicIdea as JSON text; `null` where that is nothing. */
  publicIdea(id: string): string | null {
    const found = publicQuery(this.ctx.storage.sql, id)
    return found && JSON.stringify(found)
  }

  health(): { ideas: number; head: number } {
    return sizeOf(this.ctx.storage.sql)
  }

  /** Where this bank begins at its next start; see `recoverBanks`. */
  async setRecovery(target: RecoveryTarget): Promise<{ undo: string; session: string }> {
    return { ...(await setRecovery(this.ctx.storage, target)), session: this.#session }
  }

  restart(): void {
    this.ctx.abort('restarted for its recovery')
  }

  /** What there is to do in a bank that was brought back; answers what it holds, or `null` in the very run in which that was set. */
  settleRecovered(setIn: string): { ideas: number; head: number } | null {
    if (setIn === this.#session) return null
    // What the token cache of then remembers may have ended since.
    this.ctx.storage.sql.exec('DELETE FROM known_token')
    return sizeOf(this.ctx.storage.sql)
  }

  matrix(): Matrix {
    return matrix(this.ctx.storage.sql, Date.now())
  }

  digest(from: number, to: number, reader: Viewer): DigestReply {
    return digest(this.ctx.storage.sql, from, to, reader)
  }

  facets(query: IdeasQuery) {
    return facetsOf(this.ctx.storage.sql, query)
  }

  people(after: string | null): Page<string> {
    return peoplePage(this.ctx.storage.sql, after)
  }

  news(reader: NewsReader, since = 0): NewsItem[] {
    return newsOf(this.ctx.storage.sql, reader, since)
  }

  personal(person: string): Personal[] {
    return personal(this.ctx.storage.sql, person)
  }

  evidenceMap(): EvidenceMapReply {
    return evidenceMap(this.ctx.storage.sql)
  }

  settingsHistory(): ObjectReply<ReturnType<typeof settingsHistory>> {
    return objectReply(200, settingsHistory(this.ctx.storage.sql))
  }

  imports(): ImportsReply {
    return imports(this.ctx.storage.sql)
  }

  importedBy(run: string): ImportedReply {
    return importedBy(this.ctx.storage.sql, run)
  }

  knownIdeas(ideas: readonly string[]): KnownReply {
    return knownIdeas(this.ctx.storage.sql, ideas)
  }

  knownClips(evidence: readonly string[], keys: readonly string[]): KnownClipsReply {
    return knownClips(this.ctx.storage.sql, evidence, keys)
  }
}
