import type { IdeaPage as Reply } from '../../../shared/api/bank.ts'
import type { Brief, BriefLine } from '../../../shared/exports/brief.ts'
import { evidenceKindLabel, directionFor } from '../../../shared/domain/evidence-kinds.ts'
import type { Evidence, Stance } from '../../../shared/domain/entities.ts'
import { vancouver } from '../../../shared/citations/vancouver.ts'
import { standingOf } from '../../../shared/citations/standing.ts'
import { levelOf } from '../../../shared/rules/weighed-evidence.ts'
import { BriefSheet, whole } from './brief-page.tsx'
import { sayDate } from '../ui/dates.ts'
import { pathwayLabel, phaseLabel, siteLabel } from '../data/framework.ts'
import { ideaPath } from '../data/idea-list.ts'
import { concerns } from '../idea/idea-page.tsx'
import { Page } from '../ui/page.tsx'
import { useReply } from '../data/use-query.ts'
import { me } from '../data/session.ts'
import { answerWords } from '../i18n/strings-answers.ts'
import { words as common } from '../i18n/strings.ts'
import { Waiting } from '../ui/async.tsx'

const { brief: words } = answerWords

const said = (text: string): BriefLine[] => (text ? [{ text, link: '', note: '', said: '' }] : [])

const levelWords = (item: Evidence): string => {
  const level = levelOf(item)
  if (level === undefined) return words.idea.noLevel
  return item.appraisal ? `${common.evidence.level(level)}, ${common.evidence.appraisals[item.appraisal.is]}` : words.idea.level(level)
}

const ofEvidence = (item: Evidence, idea: string): BriefLine => {
  const [direction, stand] = [directionFor(item, idea), standingOf(item.citation)]
  const weight = item.kind === null ? [] : [levelWords(item)]
  const against = direction === 'supports' ? [] : [common.evidence.directions[direction]]
  return {
    text: vancouver(item.citation),
    link: item.link || item.citation.URL || '',
    note: [
      ...(stand ? [common.evidence.standings[stand.standing]] : []),
      ...against,
      common.said(evidenceKindLabel(item.kind)),
      ...weight,
    ].join(', '),
    said: item.quote ? words.idea.quote(item.quote.exact) : item.note,
  }
}

const ofStance = ({ site, stance, result, measure, note }: Stance): BriefLine => ({
  text: siteLabel(site),
  link: '',
  note: [result ? common.stance.results[result] : common.stance.kinds[stance], measure].filter(Boolean).join(', '),
  said: note,
})

const briefOf = ({ idea, evidence, stances }: Reply): Brief => {
  const { outcome, process, balancing } = idea.measures
  const measures = [
    [words.idea.outcome, outcome],
    [words.idea.process, process],
    [words.idea.balancing, balancing],
  ].flatMap(([name = '', text = '']) => (text ? [{ text: name, link: '', note: text, said: '' }] : []))
  const sections: Brief['sections'] = [
    { title: words.idea.problem, lines: said(idea.problem), none: '' },
    { title: words.idea.theory, lines: said(idea.theory), none: '' },
    { title: words.idea.aim, lines: said(idea.aim), none: '' },
    { title: words.idea.measures, lines: measures, none: '' },
  ].filter(({ lines }) => lines.length > 0)
  const byLevel = evidence.toSorted((one, other) => (levelOf(one) ?? 9) - (levelOf(other) ?? 9))
  return {
    title: idea.change,
    made: words.made(me.value?.network.name ?? '', sayDate(Date.now())),
    sections: [
      {
        title: words.idea.stage,
        lines: said(idea.pathway ? `${pathwayLabel(idea.pathway)} · ${phaseLabel(idea.phase)}` : pathwayLabel(null)),
        none: '',
      },
      ...sections,
      { title: words.idea.published, lines: byLevel.map((item) => ofEvidence(item, idea.id)), none: words.idea.noPublished },
      { title: words.idea.network, lines: stances.map(ofStance), none: words.idea.noTests },
      ...(idea.ending ? [{ title: common.dispositions[idea.disposition], lines: said(idea.ending.sentence), none: '' }] : []),
    ],
  }
}

/** One idea with its evidence on both axes, on a page to hand out. */
export const EvidenceBriefPage = ({ id }: { id: string }) => {
  const replied = useReply<Reply>(ideaPath(id), concerns(id))
  return (
    <Page
      title={replied.reply?.idea.change ?? words.forIdea}
      lead={
        <>
          {words.forIdea} · <a href={whole(`/ideas/${id}`)}>{common.idea.title}</a>
        </>
      }
    >
      <Waiting of={replied} what={words.what}>
        {(page) => <BriefSheet name="evidence-brief" brief={briefOf(page)} />}
      </Waiting>
    </Page>
  )
}
