import type { Happening } from '../../../shared/notifications/digest.ts'
import type { IdeaPage, IdeaRow } from '../../../shared/api/bank.ts'
import type { ApprovalLine } from '../../../shared/api/board.ts'
import type { Brief, BriefLine } from '../../../shared/exports/brief.ts'
import { type Digest, digestOf } from '../../../shared/notifications/digest.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { widely } from '../../../shared/rules/idea-story.ts'
import { chartLines, diagramLines } from './brief-pictures.ts'
import { SinceField } from './since-field.tsx'
import { useIdeaPages } from './use-idea-pages.ts'
import { newEvidenceMessages } from '../i18n/new-evidence.ts'
import type { WaitingEvidenceReply } from '../../../shared/api/new-evidence.ts'
import { useLastMeeting } from '../data/last-meeting.ts'
import { meetingMidnight } from '../data/meeting-day.ts'
import { messages as common } from '../i18n/bank.ts'
import { BriefSheet, whole } from './brief-page.tsx'
import { day, isOver, sayDate, sayDayOf } from '../ui/dates.ts'
import { happened } from '../notifications/digest-page.tsx'
import { framework, phaseLabel, sendsSearches, siteLabel } from '../data/framework.ts'
import { Page } from '../ui/page.tsx'
import { useQuery } from '../data/use-query.ts'
import { place } from '../data/router.ts'
import { me } from '../data/session.ts'
import { reportMessages } from '../i18n/reports.ts'
import { Async } from '../ui/async.tsx'
import { serverNow } from '../data/clock.ts'

const { brief: messages } = reportMessages

/** Why an idea is to be looked at again, said wherever a meeting reads of it. */
const withDoubt = (note: string, { shaken }: Pick<IdeaRow, 'shaken'>): string => (shaken ? `${note}, ${common.rests[shaken]}` : note)

const ofHappening = (one: Happening): BriefLine => ({
  text: one.idea.change,
  link: whole(`/ideas/${one.idea.id}`),
  note: withDoubt(happened(one), one.idea),
  said: one.says,
})

const ofRow = (row: IdeaRow): BriefLine => ({
  text: row.change,
  link: whole(`/ideas/${row.id}`),
  note: withDoubt(
    `${siteLabel(row.site)}, ${isOver(row.decisionDue) ? messages.wasDue({ day: sayDayOf(row.decisionDue) }) : messages.due({ day: sayDayOf(row.decisionDue) })}`,
    row,
  ),
  said: row.problem,
})

const ofShaken = (row: IdeaRow): BriefLine => ({
  text: row.change,
  link: whole(`/ideas/${row.id}`),
  note: row.shaken ? common.rests[row.shaken] : '',
  said: '',
})

const ofLesson = (idea: Idea): BriefLine => ({
  text: idea.change,
  link: whole(`/ideas/${idea.id}`),
  note: siteLabel(idea.site),
  said: idea.ending?.sentence ?? '',
})

const ofEvidence = ({ id, change, ...counts }: WaitingEvidenceReply['ideas'][number]): BriefLine => ({
  text: change,
  link: whole(`/ideas/${id}`),
  note: newEvidenceMessages.waiting.line(counts),
  said: '',
})

const ofApproval = ({ row, approval }: ApprovalLine): BriefLine => {
  const about = { phase: phaseLabel(approval.to), day: sayDayOf(approval.due) }
  return {
    text: row.change,
    link: whole(`/ideas/${row.id}`),
    note: withDoubt(isOver(approval.due) ? messages.approvalWasDue(about) : messages.approvalDue(about), row),
    said: approval.says,
  }
}

/** What the brief is made of. */
interface Told {
  digest: Digest
  due: readonly IdeaRow[]
  approvals: readonly ApprovalLine[]
  shaken: readonly IdeaRow[]
  lesson: Idea | null
  evidence: WaitingEvidenceReply['ideas']
  /** Why it is not known which papers wait, or ''. */
  evidenceProblem: string
}

/**
 * Of so many ideas charts and diagrams are shown, in the order of the brief. No list says which ideas have some, so the pages of at
 * most so many are read for them, and none once those are found.
 */
const mostRead = 60
const mostPictured = 8

/** The ideas whose results, spread or approval the meeting hears of. */
const pictured = ({ digest, approvals }: Told): string[] => {
  const told = [...digest.spread, ...digest.results].map(({ idea }) => idea.id)
  const asked = approvals.filter(({ approval }) => !approval.decided).map(({ row }) => row.id)
  return [...new Set([...told, ...asked])].slice(0, mostRead)
}

const hasPictures = ({ idea, series }: IdeaPage): boolean =>
  (idea.drivers ?? []).length > 0 || series.some(({ points }) => points.length > 0)

const picturesOf = (page: IdeaPage): BriefLine[] => {
  const lines = [...chartLines(page), ...diagramLines(page.idea)]
  return lines.map((line) => ({ ...line, text: `${page.idea.change} · ${line.text}`, link: whole(`/ideas/${page.idea.id}`) }))
}

const briefOf = (
  { digest, due, approvals, shaken, lesson, evidence, evidenceProblem }: Told,
  pictures: { pages: IdeaPage[] | undefined; problem: string },
): Brief => {
  const lines = (pictures.pages ?? []).flatMap(picturesOf)
  const told = (name: 'arrived' | 'results' | 'spread' | 'held' | 'ended'): Brief['sections'][number] => ({
    title: messages.sections[name],
    lines: digest[name].map(ofHappening),
    none: messages.none[name],
  })
  return {
    title: messages.title,
    made: messages.made({ network: me.value?.network.name ?? '', day: sayDate(serverNow()) }),
    sections: [
      ...(shaken.length > 0 ? [{ title: messages.sections.shaken, lines: shaken.map(ofShaken), none: '' }] : []),
      told('arrived'),
      { title: messages.sections.decide, lines: due.map(ofRow), none: messages.none.decide },
      {
        title: messages.sections.approvals,
        lines: approvals.filter(({ approval }) => !approval.decided).map(ofApproval),
        none: messages.none.approvals,
      },
      told('results'),
      ...(evidence.length > 0 || evidenceProblem
        ? [{ title: newEvidenceMessages.waiting.title, lines: evidence.map(ofEvidence), none: evidenceProblem }]
        : []),
      told('spread'),
      ...(digest.held.length > 0 ? [told('held')] : []),
      told('ended'),
      ...(lines.length > 0 || !pictures.pages
        ? [{ title: messages.charts, lines, none: pictures.problem || common.fetching({ what: messages.charts }) }]
        : []),
      { title: messages.sections.lesson, lines: lesson ? [ofLesson(lesson)] : [], none: messages.none.lesson },
    ],
  }
}

const Sheet = ({ told, since }: { told: Told; since: number }) => {
  const pictures = useIdeaPages(pictured(told), hasPictures, mostPictured)
  return (
    <BriefSheet name="meeting-brief" brief={briefOf(told, pictures)}>
      <SinceField since={since} />
    </BriefSheet>
  )
}

const SinceThen = ({ since }: { since: number }) => {
  const until = new Date(serverNow()).setHours(0, 0, 0, 0) + day
  const digest = useQuery('GET /v1/networks/:network/digest', { query: { from: String(since), to: String(until) } })
  const due = useQuery('GET /v1/networks/:network/ideas', { query: { pathway: 'none', sort: 'due', limit: '30' } })
  const open = useQuery('GET /v1/networks/:network/decisions')
  const lesson = useQuery('GET /v1/networks/:network/lesson')
  const papers = useQuery(sendsSearches() ? 'GET /v1/networks/:network/new-evidence' : null, {
    query: { since: String(since) },
  })
  return (
    <Async of={digest} what={messages.what}>
      {(happenings) => (
        <Async of={due} what={messages.what}>
          {({ rows }) => (
            <Async of={open} what={messages.what}>
              {({ approvals, shaken }) => (
                <Async of={lesson} what={messages.what}>
                  {(found) => (
                    <Sheet
                      since={since}
                      told={{
                        digest: digestOf(happenings.happenings, widely(framework.value?.phases ?? [])),
                        due: rows,
                        approvals,
                        shaken,
                        lesson: found.lesson,
                        evidence: papers.reply?.ideas ?? [],
                        evidenceProblem: papers.problem?.message ?? '',
                      }}
                    />
                  )}
                </Async>
              )}
            </Async>
          )}
        </Async>
      )}
    </Async>
  )
}

/** What a meeting begins with: what is new, what wants a decision, results due, what spreads, and one lesson. */
export const MeetingBriefPage = () => {
  const kept = useLastMeeting()
  // The day that the address names (`?since=2026-03-01`) comes first.
  const since = meetingMidnight(place.value.query.get('since') ?? '', serverNow()) ?? kept?.at
  return <Page title={messages.title}>{since !== undefined && <SinceThen since={since} />}</Page>
}
