import archive from './compiled/en/archive.ts'
import decisions from './compiled/en/decisions.ts'
import evidence from './compiled/en/evidence.ts'
import gates from './compiled/en/gates.ts'
import labels from './compiled/en/labels.ts'
import patient from './compiled/en/patient.ts'
import refusals from './compiled/en/refusals.ts'
import server from './compiled/en/server.ts'
import { localeOf } from './language.ts'
import { messageFormat } from './message-format.ts'

/** What the server answers in words too: for extensions that know no messages, and for logs. */
export const english = messageFormat(localeOf('en'), archive, decisions, evidence, gates, labels, refusals, server, patient)
