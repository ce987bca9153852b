import { type Need, reasonFor } from '../domain/glossary.ts'
import { say } from './glossary.ts'

/** Why a gate asks for that, in a sentence. */
export const Reason = ({ need }: { need: Need }) => <span class="reason">{say({ code: reasonFor(need) })}</span>
