import { forgetNextSteps } from './forget-next-steps.ts'
import { flagDoubted } from '../indexes/flag-doubted.ts'
import { beginAnswers } from '../indexes/answer-index.ts'
import { beginCells } from '../indexes/cell-index.ts'
import { fillHistory } from '../indexes/history-index.ts'
import { fillSiteDays } from '../indexes/site-days.ts'
import { beginRepacking } from './repack.ts'
import { markUnnamed } from './mark-unnamed.ts'
import { unsayKinds } from './unsay-kinds.ts'

/** The tables of one network's bank, in the order in which they came. A step that has run is never changed. */
const steps: readonly (string | ((sql: SqlStorage) => void))[] = [
  `CREATE TABLE entity (kind TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
   CREATE INDEX entity_seq ON entity (seq);
   CREATE TABLE part (idea TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (idea, kind, id)) WITHOUT ROWID;
   CREATE TABLE log (
     seq INTEGER PRIMARY KEY, mutation TEXT NOT NULL UNIQUE, witness TEXT NOT NULL, replica TEXT NOT NULL, cseq INTEGER NOT NULL,
     person TEXT NOT NULL, role TEXT NOT NULL, site TEXT NOT NULL, at INTEGER NOT NULL, name TEXT NOT NULL, args TEXT NOT NULL,
     status TEXT NOT NULL, code TEXT, message TEXT
   );
   CREATE TABLE subject (idea TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (idea, seq)) WITHOUT ROWID;
   CREATE TABLE replica (id TEXT PRIMARY KEY, person TEXT NOT NULL, cseq INTEGER NOT NULL, last TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE idea_row (
     number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, pathway TEXT NOT NULL, phase TEXT NOT NULL, disposition TEXT NOT NULL, topic TEXT NOT NULL,
     site TEXT NOT NULL, level INTEGER, proposed_at INTEGER NOT NULL, due INTEGER NOT NULL, moved_at INTEGER NOT NULL, body TEXT NOT NULL
   );
   CREATE INDEX idea_row_place ON idea_row (disposition, pathway, phase);
   CREATE INDEX idea_row_due ON idea_row (disposition, pathway, due);
   CREATE INDEX idea_row_moved ON idea_row (disposition, moved_at);
   CREATE INDEX idea_row_disposition ON idea_row (disposition);
   CREATE TABLE tally (pathway TEXT NOT NULL, phase TEXT NOT NULL, disposition TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (pathway, phase, disposition)) WITHOUT ROWID;
   CREATE TABLE loose (id TEXT PRIMARY KEY) WITHOUT ROWID;
   CREATE VIRTUAL TABLE idea_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2');
   CREATE TABLE failure (mutation TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
   CREATE TABLE dead_letter (mutation TEXT PRIMARY KEY, person TEXT NOT NULL, at INTEGER NOT NULL, name TEXT NOT NULL, args TEXT NOT NULL, why TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;`,
  `ALTER TABLE log ADD COLUMN overwrote TEXT;`,
  `CREATE TABLE tie (person TEXT NOT NULL, idea TEXT NOT NULL, PRIMARY KEY (person, idea)) WITHOUT ROWID;
   INSERT OR IGNORE INTO tie SELECT json_extract(body, '$.proposedBy'), id FROM entity WHERE kind = 'idea' AND body IS NOT NULL;
   INSERT OR IGNORE INTO tie SELECT json_extract(e.body, '$.proposedBy'), json_extract(e.body, '$.mergedInto') FROM entity e WHERE e.kind = 'idea' AND json_extract(e.body, '$.mergedInto') IS NOT NULL;
   INSERT OR IGNORE INTO tie SELECT l.value, e.id FROM entity e, json_each(e.body, '$.leads') l WHERE e.kind = 'idea' AND e.body IS NOT NULL;
   INSERT OR IGNORE INTO tie SELECT l.value, e.id FROM entity e, json_each(e.body, '$.experts') l WHERE e.kind = 'idea' AND e.body IS NOT NULL;
   INSERT OR IGNORE INTO tie SELECT json_extract(e.body, '$.clippedBy'), i.value FROM entity e, json_each(e.body, '$.ideas') i WHERE e.kind = 'evidence' AND e.body IS NOT NULL;
   INSERT OR IGNORE INTO tie SELECT json_extract(body, '$.by'), json_extract(body, '$.idea') FROM entity WHERE kind = 'comment' AND body IS NOT NULL;
   CREATE INDEX tie_idea ON tie (idea);
   CREATE TABLE personal (person TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (person, name)) WITHOUT ROWID;`,
  // Boards, ages, trends and what could be decided. Rows that were there are computed anew in the background ('reindex').
  `ALTER TABLE idea_row ADD COLUMN asked INTEGER;
   ALTER TABLE idea_row ADD COLUMN look_again INTEGER;
   ALTER TABLE idea_row ADD COLUMN short INTEGER;
   DROP INDEX idea_row_place;
   CREATE INDEX idea_row_stage ON idea_row (disposition, pathway, phase, moved_at);
   CREATE INDEX idea_row_look_again ON idea_row (look_again) WHERE look_again IS NOT NULL;
   CREATE INDEX idea_row_short ON idea_row (short, moved_at) WHERE short IS NOT NULL;
   CREATE INDEX idea_row_asked ON idea_row (asked) WHERE asked IS NOT NULL;
   CREATE TABLE cell_day (pathway TEXT NOT NULL, phase TEXT NOT NULL, day INTEGER NOT NULL, here INTEGER NOT NULL, net INTEGER NOT NULL, PRIMARY KEY (pathway, phase, day)) WITHOUT ROWID;
   INSERT INTO cell_day (pathway, phase, day, here, net)
     SELECT pathway, phase, moved_at / 86400000, count(*), count(*) FROM idea_row WHERE disposition = 'active' GROUP BY 1, 2, 3;
   INSERT INTO meta (name, value) SELECT 'reindex', 0 FROM idea_row LIMIT 1;`,
  `ALTER TABLE idea_row ADD COLUMN reason TEXT NOT NULL DEFAULT '';
   ALTER TABLE idea_row ADD COLUMN tested INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE idea_row ADD COLUMN improved INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE idea_row ADD COLUMN leads INTEGER NOT NULL DEFAULT 0;
   DROP INDEX idea_row_disposition;
   CREATE INDEX idea_row_topic ON idea_row (disposition, topic);
   CREATE INDEX idea_row_site ON idea_row (disposition, site);
   CREATE INDEX idea_row_level ON idea_row (disposition, level);
   CREATE INDEX idea_row_cell ON idea_row (disposition, pathway, phase, topic);
   CREATE INDEX idea_row_reason ON idea_row (disposition, reason) WHERE reason <> '';
   CREATE INDEX idea_row_tested ON idea_row (tested) WHERE tested > 0;
   CREATE INDEX idea_row_improved ON idea_row (improved) WHERE improved > 0;
   CREATE INDEX idea_row_leads ON idea_row (moved_at) WHERE disposition = 'active' AND leads > 0;
   CREATE INDEX log_settings ON log (seq) WHERE name = 'configureFramework';
   INSERT OR REPLACE INTO meta (name, value) SELECT 'reindex', 0 FROM idea_row LIMIT 1;`,
  `CREATE TABLE known_token (
     hash TEXT PRIMARY KEY, session TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, site TEXT NOT NULL,
     slug TEXT NOT NULL, until INTEGER NOT NULL
   ) WITHOUT ROWID;
   CREATE INDEX known_token_person ON known_token (person);
   CREATE TABLE forgotten (person TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;`,
  // Wide enough that counts of a narrowed list are read from the index alone.
  `DROP INDEX idea_row_cell;
   DROP INDEX idea_row_topic;
   DROP INDEX idea_row_site;
   CREATE INDEX idea_row_cell ON idea_row (disposition, pathway, phase, topic, site, level);
   CREATE INDEX idea_row_topic ON idea_row (disposition, topic, pathway, phase, site, level);
   CREATE INDEX idea_row_site ON idea_row (disposition, site, pathway, phase, topic, level);`,
  // In the order of the row's number: the newest of a disposition are read without sorting all of it.
  'CREATE INDEX idea_row_disposition ON idea_row (disposition);',
  `ALTER TABLE idea_row ADD COLUMN unsaid INTEGER NOT NULL DEFAULT 0;
   CREATE INDEX idea_row_unsaid ON idea_row (disposition) WHERE unsaid > 0;
   INSERT OR REPLACE INTO meta (name, value) SELECT 'reindex', 0 FROM idea_row LIMIT 1;`,
  unsayKinds,
  // What was set aside before was kept as it came, whether or not the patient guard had read it. Its sender has it still.
  `UPDATE dead_letter SET args = 'null', why = '';`,
  'CREATE TABLE cursor_key (key TEXT NOT NULL);',
  // What each member may still do (shared/sync/member-limits.ts); JSON, for buckets come and go.
  `CREATE TABLE allowance (person TEXT PRIMARY KEY, levels TEXT NOT NULL, put_off_at INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;`,
  'CREATE TABLE doubted (id TEXT PRIMARY KEY, standing TEXT NOT NULL) WITHOUT ROWID;',
  flagDoubted,
  // Each entry and row says itself whether it goes without a name; replicas are of one person; who waits to be made known.
  `ALTER TABLE log ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
   CREATE TABLE replica_of (id TEXT NOT NULL, person TEXT NOT NULL, cseq INTEGER NOT NULL, last TEXT NOT NULL, PRIMARY KEY (id, person)) WITHOUT ROWID;
   INSERT INTO replica_of SELECT id, person, cseq, last FROM replica;
   DROP TABLE replica;
   ALTER TABLE replica_of RENAME TO replica;
   CREATE TABLE newcomer (id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, site TEXT NOT NULL, since INTEGER NOT NULL) WITHOUT ROWID;`,
  markUnnamed,
  // Why something was refused, and what a next step lacks, as messages ('reindex' makes the rows anew).
  `ALTER TABLE log ADD COLUMN reason TEXT;
   INSERT OR REPLACE INTO meta (name, value) SELECT 'reindex', 0 FROM idea_row LIMIT 1;`,
  // The words of the index, to be looked through for what a typing slip meant; folded otherwise than before, so made anew ('reindex').
  `CREATE VIRTUAL TABLE idea_term USING fts5vocab (idea_words, 'row');
   INSERT OR REPLACE INTO meta (name, value) SELECT 'reindex', 0 FROM idea_row LIMIT 1;`,
  forgetNextSteps,
  // How the request for approval stands that an idea waits with, and until when a decision is asked for; no idea had one before.
  `ALTER TABLE idea_row ADD COLUMN approval TEXT;
   ALTER TABLE idea_row ADD COLUMN approval_due INTEGER;
   CREATE INDEX idea_row_approval ON idea_row (approval, approval_due) WHERE approval IS NOT NULL;`,
  // The list and the map of evidence (indexes/clip-index.ts). Clips that were there are indexed in the background ('reindex-clips').
  `CREATE TABLE clip_row (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, item INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, level INTEGER NOT NULL, state TEXT NOT NULL);
   CREATE INDEX clip_row_at ON clip_row (at);
   CREATE INDEX clip_row_item ON clip_row (item, at);
   CREATE INDEX clip_row_state ON clip_row (state, at);
   CREATE INDEX clip_row_kind ON clip_row (kind, at);
   CREATE INDEX clip_row_level ON clip_row (level, at);
   CREATE TABLE clip_key (key TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number)) WITHOUT ROWID;
   CREATE INDEX clip_key_number ON clip_key (number);
   CREATE TABLE clip_spot (topic TEXT NOT NULL, at INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, tested INTEGER NOT NULL, PRIMARY KEY (topic, at, number)) WITHOUT ROWID;
   CREATE INDEX clip_spot_number ON clip_spot (number);
   CREATE TABLE clip_tally (topic TEXT NOT NULL, kind TEXT NOT NULL, tested INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (topic, kind, tested)) WITHOUT ROWID;
   CREATE VIRTUAL TABLE clip_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2');
   INSERT INTO meta (name, value) SELECT 'reindex-clips', 0 FROM entity WHERE kind = 'evidence' AND body IS NOT NULL LIMIT 1;`,
  // Rows as they stood before what a page asked for in the last minutes, and which entries of the log were taken back, when.
  `CREATE TABLE undo_row (seq INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT, PRIMARY KEY (seq, kind, id)) WITHOUT ROWID;
   ALTER TABLE log ADD COLUMN taken_back INTEGER;`,
  // Who sees to it that an idea is answered; nobody had taken any before.
  'ALTER TABLE idea_row ADD COLUMN taken TEXT;',
  // What a person took, and what the last entries of the log were about, without reading the bank.
  'CREATE INDEX idea_row_taken ON idea_row (taken) WHERE taken IS NOT NULL; CREATE INDEX subject_seq ON subject (seq);',
  'CREATE INDEX replica_person ON replica (person);',
  // Reports over time: each idea's steps (shared/rules/idea-story.ts), what they come to by day, and what each site did on a day.
  `ALTER TABLE idea_row ADD COLUMN steps TEXT;
   ALTER TABLE idea_row ADD COLUMN decided_at INTEGER;
   ALTER TABLE idea_row ADD COLUMN reached INTEGER NOT NULL DEFAULT 0;
   CREATE INDEX idea_row_answer ON idea_row (proposed_at, due, decided_at);
   CREATE TABLE day_count (day INTEGER NOT NULL, what TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, what)) WITHOUT ROWID;
   CREATE TABLE site_day (
     site TEXT NOT NULL, day INTEGER NOT NULL, ideas INTEGER NOT NULL, clips INTEGER NOT NULL, stances INTEGER NOT NULL, results INTEGER NOT NULL,
     last_at INTEGER NOT NULL, told_at INTEGER NOT NULL, PRIMARY KEY (site, day)
   ) WITHOUT ROWID;`,
  fillHistory,
  fillSiteDays,
  // Webhooks (bank/webhooks): who is told of what, what happened, and each event for each of them. Times are milliseconds since 1970.
  `CREATE TABLE hook (
     id TEXT PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL, format TEXT NOT NULL, events TEXT NOT NULL, words INTEGER NOT NULL, language TEXT NOT NULL,
     state TEXT NOT NULL, secret TEXT NOT NULL, old_secret TEXT NOT NULL DEFAULT '', old_until INTEGER NOT NULL DEFAULT 0, network TEXT NOT NULL, origin TEXT NOT NULL,
     at INTEGER NOT NULL, failures INTEGER NOT NULL DEFAULT 0, rest_until INTEGER NOT NULL DEFAULT 0
   ) WITHOUT ROWID;
   CREATE TABLE hook_event (id TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE hook_delivery (
     number INTEGER PRIMARY KEY, hook TEXT NOT NULL, event TEXT NOT NULL, since INTEGER NOT NULL, due INTEGER, tries INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL,
     tried_at INTEGER, status INTEGER NOT NULL DEFAULT 0, length INTEGER NOT NULL DEFAULT 0, took INTEGER NOT NULL DEFAULT 0, problem TEXT NOT NULL DEFAULT ''
   );
   CREATE INDEX hook_delivery_due ON hook_delivery (hook, tries, number) WHERE due IS NOT NULL;
   CREATE INDEX hook_delivery_hook ON hook_delivery (hook, number);
   CREATE INDEX hook_delivery_event ON hook_delivery (event);`,
  // What each import made (queries/import-queries.ts).
  "CREATE INDEX log_imports ON log (json_extract(args, '$.run'), seq) WHERE name = 'importIdea' AND status = 'ok';",
  // Which items look-up services are asked about, when next, and what each last answered; how often a service was asked today, and until when it rests.
  `CREATE TABLE lookup_item (item TEXT PRIMARY KEY, ids TEXT NOT NULL, due INTEGER NOT NULL, answers TEXT NOT NULL DEFAULT '{}');
   CREATE INDEX lookup_item_due ON lookup_item (due);
   CREATE TABLE lookup_service (service TEXT PRIMARY KEY, day INTEGER NOT NULL, used INTEGER NOT NULL, failures INTEGER NOT NULL, rests INTEGER NOT NULL) WITHOUT ROWID;`,
  "CREATE INDEX log_imported_clips ON log (json_extract(args, '$.run'), seq) WHERE name = 'importEvidence' AND status = 'ok';",
  beginRepacking,
  // Lines of the lists keep no word of their ideas any more; the longer ones go in the background ('reindex').
  "INSERT OR REPLACE INTO meta (name, value) SELECT 'reindex', 0 FROM idea_row LIMIT 1;",
  // Lines of lists say what their ideas rest on ('reindex' makes them anew).
  `CREATE INDEX idea_row_shaken ON idea_row (moved_at) WHERE json_extract(body, '$.shaken') IS NOT NULL;
   INSERT OR REPLACE INTO meta (name, value) SELECT 'reindex', 0 FROM idea_row LIMIT 1;`,
  // Ideas that ask the literature, when their search is run next and what became of it; the papers that searches found (lookups/found-papers.ts).
  `CREATE TABLE idea_question (idea TEXT PRIMARY KEY, search TEXT NOT NULL, since INTEGER NOT NULL, due INTEGER NOT NULL, state TEXT NOT NULL DEFAULT '{}') WITHOUT ROWID;
   CREATE INDEX idea_question_due ON idea_question (due);
   CREATE TABLE found_paper (number INTEGER PRIMARY KEY, idea TEXT NOT NULL, pmid TEXT, doi TEXT, seen INTEGER NOT NULL, read INTEGER NOT NULL DEFAULT 0, record TEXT);
   CREATE UNIQUE INDEX found_paper_pmid ON found_paper (idea, pmid) WHERE pmid IS NOT NULL;
   CREATE UNIQUE INDEX found_paper_doi ON found_paper (idea, doi) WHERE doi IS NOT NULL;`,
  beginCells,
  // When a search last found a paper, and whether it is offered (lookups/found-counts.ts; unknown until it is counted); two records of PubMed
  // may have one DOI, and all of one idea are read by the same index. How many searches were tried today.
  `ALTER TABLE found_paper ADD COLUMN found_at INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE found_paper ADD COLUMN offer INTEGER;
   DROP INDEX found_paper_doi;
   CREATE INDEX found_paper_doi ON found_paper (idea, doi);
   ALTER TABLE lookup_service ADD COLUMN tried INTEGER NOT NULL DEFAULT 0;`,
  // Papers that were dismissed before the last ones, which their ideas name; and, once they are as many as an idea names, which those are.
  `ALTER TABLE found_paper ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE idea_question ADD COLUMN dismissed TEXT;`,
  // Of which events webhooks were told, by clip and how it stood then (webhooks/told-standings.ts).
  'CREATE TABLE hook_standing (evidence TEXT NOT NULL, standing TEXT NOT NULL, said TEXT NOT NULL, PRIMARY KEY (evidence, standing)) WITHOUT ROWID;',
  beginAnswers,
  // Where each word of the index stands: the next word behind another is found by one look, without counting its ideas (queries/search-terms.ts).
  "CREATE VIRTUAL TABLE idea_word_at USING fts5vocab (idea_words, 'instance');",
]

/** The version of the tables that this build writes: how many steps led to it. */
export const bankVersion = steps.length

const ahead = 'bank-ahead'

/** Whether an object failed because a newer build wrote its tables (errors that come from an object keep their message, and nothing else). */
export const isAhead = (error: unknown): boolean => error instanceof Error && error.message.includes(ahead)

/**
 * Brings the object's tables up to date. Own counter, because Durable Objects refuse `PRAGMA user_version`. Throws where a newer build has
 * been here: what it wrote would be read wrongly, and what is written now it could not count.
 */
export const migrate = (storage: DurableObjectStorage): void => {
  storage.transactionSync(() => {
    storage.sql.exec('CREATE TABLE IF NOT EXISTS step (number INTEGER PRIMARY KEY)')
    const done = Number(storage.sql.exec('SELECT count(*) AS done FROM step').one()['done'])
    if (done > bankVersion) throw new Error(ahead)
    for (const [index, step] of steps.entries()) {
      if (index < done) continue
      if (typeof step === 'string') storage.sql.exec(step)
      else step(storage.sql)
      storage.sql.exec('INSERT INTO step (number) VALUES (?)', index)
    }
  })
}
