import { isPreprint } from '../../../shared/citations/preprint.ts'
import { draft } from '../state/panel-state.ts'
import { standingMessages } from '../../i18n/standing.ts'

const isOfServer = (): boolean => {
  const citation = draft.value?.source?.citation
  return citation !== undefined && isPreprint(citation)
}

/** That the item is a preprint, under what it is cited by. */
export const PreprintPart = () => isOfServer() && <p class="soft place">{standingMessages.preprint}</p>

/** The same beside the kind of evidence that is suggested or chosen. */
export const PreprintHint = () => isOfServer() && <span class="soft">{standingMessages.preprintKind}</span>
