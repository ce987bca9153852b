import { signal } from '@preact/signals'
import type { CountsReply } from '../../../shared/api/board.ts'

/** What waits for the person, as the navigation and the tab's title say it; `undefined` until it is known. */
export const counts = signal<CountsReply | undefined>(undefined)

/** All of it together. */
export const waiting = ({ triage, approvals, news }: CountsReply, triages: boolean): number =>
  (triages ? triage.here : 0) + approvals + news
