import type { IdeaPage as Reply } from '../../../shared/api/bank.ts'
import type { Brief, BriefLine } from '../../../shared/exports/brief.ts'
import { evidenceKindLabel, directionFor } from '../../../shared/domain/evidence-kinds.ts'
import type { Evidence, Stance } from '../../../shared/domain/entities.ts'
import { vancouver } from '../../../shared/citations/vancouver.ts'
import { shownStanding } from '../../../shared/rules/evidence-standing.ts'
import { levelOf, publishedFor } from '../../../shared/rules/weighed-evidence.ts'
import { approvalState, shownApproval } from '../../../shared/domain/approval.ts'
import type { Approval } from '../../../shared/domain/approval-request.ts'
import { chartLines, diagramLines } from './brief-pictures.ts'
import { BriefSheet, whole } from './brief-page.tsx'
import { isOver, sayDate, sayDayOf } from '../ui/dates.ts'
import { pathwayLabel, personName, phaseLabel, siteLabel } from '../data/framework.ts'
import { concerns } from '../idea/idea-page.tsx'
import { fieldLabel } from '../ui/field-label.ts'
import { Page } from '../ui/page.tsx'
import { useQuery } from '../data/use-query.ts'
import { me } from '../data/session.ts'
import { approvalMessages } from '../i18n/approvals.ts'
import { reportMessages } from '../i18n/reports.ts'
import { messages as common } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'
import { Async } from '../ui/async.tsx'
import { serverNow } from '../data/clock.ts'

const { brief: messages } = reportMessages

const said = (text: string): BriefLine[] => (text ? [{ text, link: '', note: '', said: '' }] : [])

const levelWords = (item: Evidence): string => {
  const level = levelOf(item)
  if (level === undefined) return messages.idea.noLevel
  return item.appraisal
    ? `${common.evidence.level({ level })}, ${common.evidence.appraisals[item.appraisal.is]}`
    : messages.idea.level({ level })
}

const ofEvidence = (item: Evidence, idea: string): BriefLine => {
  const [direction, stand] = [directionFor(item, idea), shownStanding(item)]
  const weight = item.kind === null ? [] : [levelWords(item)]
  const against = direction === 'supports' ? [] : [common.evidence.directions[direction]]
  return {
    text: vancouver(item.citation),
    link: item.link || item.citation.URL || '',
    note: [...(stand ? [common.evidence.standings[stand]] : []), ...against, translate(evidenceKindLabel(item.kind)), ...weight].join(', '),
    said: item.quote ? messages.idea.quote({ text: item.quote.exact }) : item.note,
  }
}

const ofStance = ({ site, stance, result, measure, note }: Stance): BriefLine => ({
  text: siteLabel(site),
  link: '',
  note: [result ? common.stance.results[result] : common.stance.kinds[stance], measure].filter(Boolean).join(', '),
  said: note,
})

/** What steering was asked, until when, and who decided what, with the conditions. */
const ofApproval = (approval: Approval): BriefLine[] => {
  const about = { person: approval.by ? personName(approval.by) : approvalMessages.someone, day: sayDayOf(approval.due) }
  const asked = approval.decided ? approvalMessages.was : isOver(approval.due) ? approvalMessages.late : approvalMessages.asked
  return [
    {
      text: `${approvalMessages.states[approvalState(approval)]} · ${approvalMessages.step({ phase: phaseLabel(approval.to) })}`,
      link: '',
      note: asked(about),
      said: approval.says,
    },
    ...approval.votes.map(({ by, is, at, says }) => ({
      text: by ? personName(by) : approvalMessages.someone,
      link: '',
      note: `${approvalMessages.did[is]}, ${sayDate(at)}`,
      said: says,
    })),
  ]
}

const ofShaken = (idea: Reply['idea'], evidence: readonly Evidence[]): BriefLine[] => {
  const { worst } = publishedFor(idea.id, evidence)
  return worst ? said(common.rests[worst]) : []
}

const briefOf = ({ idea, evidence, stances, series }: Reply): Brief => {
  const { outcome, process, balancing } = idea.measures
  const [approval, charts] = [shownApproval(idea), chartLines({ idea, series })]
  const measures = [
    [messages.idea.outcome, outcome],
    [messages.idea.process, process],
    [messages.idea.balancing, balancing],
  ].flatMap(([name = '', text = '']) => (text ? [{ text: name, link: '', note: text, said: '' }] : []))
  const sections: Brief['sections'] = [
    { title: fieldLabel('problem'), lines: said(idea.problem), none: '' },
    { title: fieldLabel('theory'), lines: said(idea.theory), none: '' },
    { title: fieldLabel('aim'), lines: said(idea.aim), none: '' },
    { title: messages.idea.measures, lines: measures, none: '' },
    { title: messages.diagrams, lines: diagramLines(idea), none: '' },
  ].filter(({ lines }) => lines.length > 0)
  const byLevel = evidence.toSorted((one, other) => (levelOf(one) ?? 9) - (levelOf(other) ?? 9))
  return {
    title: idea.change,
    made: messages.made({ network: me.value?.network.name ?? '', day: sayDate(serverNow()) }),
    sections: [
      {
        title: messages.idea.stage,
        lines: [
          ...said(idea.pathway ? `${pathwayLabel(idea.pathway)} · ${phaseLabel(idea.phase)}` : pathwayLabel(null)),
          ...ofShaken(idea, evidence),
        ],
        none: '',
      },
      ...sections,
      { title: messages.idea.published, lines: byLevel.map((item) => ofEvidence(item, idea.id)), none: messages.idea.noPublished },
      { title: messages.idea.network, lines: stances.map(ofStance), none: messages.idea.noTests },
      ...(charts.length > 0 ? [{ title: messages.charts, lines: charts, none: '' }] : []),
      ...(approval ? [{ title: approvalMessages.title, lines: ofApproval(approval), none: '' }] : []),
      ...(idea.ending ? [{ title: common.dispositions[idea.disposition], lines: said(idea.ending.sentence), none: '' }] : []),
    ],
  }
}

/** One idea with its evidence on both axes, on a page to hand out. */
export const EvidenceBriefPage = ({ id }: { id: string }) => {
  const replied = useQuery('GET /v1/networks/:network/ideas/:id', { id, concerns: concerns(id) })
  return (
    <Page
      title={replied.reply?.idea.change ?? messages.forIdea}
      lead={
        <>
          {messages.forIdea} · <a href={whole(`/ideas/${id}`)}>{common.idea.title}</a>
        </>
      }
    >
      <Async of={replied} what={messages.what}>
        {(page) => <BriefSheet name="evidence-brief" brief={briefOf(page)} />}
      </Async>
    </Page>
  )
}
