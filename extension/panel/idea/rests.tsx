import type { Shaken } from '../../../shared/rules/evidence-standing.ts'
import { readShaken } from '../../bank/shaken-ideas.ts'
import { homeMessages } from '../../i18n/home.ts'
import { useQuery } from '../state/use-query.ts'

/** Which of these ideas rest on papers that do not stand, kept up to date. */
export const useShaken = (ideas: readonly string[]): ReadonlyMap<string, Shaken> | undefined =>
  useQuery((database) => readShaken(database, ideas), ideas.join(' '))

/** That an idea rests on a paper that was taken back or is in doubt. */
export const Rests = ({ is }: { is: Shaken | undefined }) => (is ? <b class="block bad-text">{homeMessages.rests[is]}</b> : null)
