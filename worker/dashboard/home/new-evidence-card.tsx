import { sendsSearches } from '../data/framework.ts'
import { useLastMeeting } from '../data/last-meeting.ts'
import { lazyPart } from '../ui/lazy-part.tsx'

const WaitingEvidence = lazyPart(() => import('../ui/waiting-evidence.tsx').then((part) => part.WaitingEvidence))

const SinceMeeting = () => {
  const since = useLastMeeting()
  return since ? <WaitingEvidence since={since.at} /> : null
}

/** Beside the decisions, while this network sends searches; else nothing is asked for it. */
export const NewEvidenceCard = () => (sendsSearches() ? <SinceMeeting /> : null)
