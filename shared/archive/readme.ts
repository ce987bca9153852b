/** `README.txt` of a network's archive. */
export const networkReadme = `An archive of one network's idea bank, made by Gleaner.

archive.json            format, version of the schema, network, time, counts of lines
data/framework/*.jsonl  settings: pathways, phases, gates, topics, sites, reasons
data/person/*.jsonl     names of people as the bank shows them
data/idea/*.jsonl       ideas
data/evidence/*.jsonl   clips: citation, selected sentence, note, the ideas that they are for
data/stance/*.jsonl     what each site says of an idea
data/comment/*.jsonl    comments and questions
data/series/*.jsonl     values of measures, by idea, measure and site
data/later/*.jsonl      rows that changed while the archive was made; the last line of a row counts
data/log/*.jsonl        the history: everything that was asked for, in order, with what became of it
data/members.jsonl      members and their roles, without ways to sign in
tables/*.csv            ideas and members as tables (UTF-8, times in UTC)
references/             all references as RIS, BibTeX and CSL-JSON
ro-crate-metadata.json  what each file is, by RO-Crate 1.2
manifest-sha256.txt     check sums: sha256sum -c manifest-sha256.txt

A line of data is one JSON object. Times are milliseconds since 1970 (UTC), days are days since 1970.
In data/ (but for log and members) a line is {"kind","id","seq","value"}: "value" is null where it was deleted, "seq" is the
number in the log that wrote it. "nameHidden" marks what was sent without its name: whoever reads this sees the name, peers did not.

Not in here: what each person keeps for themselves alone, sign-in methods, sessions, access tokens, webhooks, the audit log
(an export of its own).

The archive can be read into a deployment where its network is empty: npm run admin -- import FILE
`
