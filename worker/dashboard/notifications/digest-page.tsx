import type { DigestReply } from '../../../shared/api/answers.ts'
import type { Happening } from '../../../shared/notifications/digest.ts'
import { type Digest, digestOf } from '../../../shared/notifications/digest.ts'
import { widely } from '../../../shared/rules/idea-story.ts'
import { own } from '../../../shared/values/own.ts'
import { day, sayDate, sayDayOf, toDateField } from '../ui/dates.ts'
import { framework, pathwayLabel, phaseLabel, sendsSearches, siteLabel } from '../data/framework.ts'
import './news-page.css'
import { Page } from '../ui/page.tsx'
import { useQuery } from '../data/use-query.ts'
import { address } from '../data/address.ts'
import { place } from '../data/router.ts'
import { reportMessages } from '../i18n/reports.ts'
import { messages as common } from '../i18n/bank.ts'
import { numbers } from '../i18n/locale.ts'
import { Async } from '../ui/async.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { serverNow } from '../data/clock.ts'
import { lazyPart } from '../ui/lazy-part.tsx'

const WaitingEvidence = lazyPart(() => import('../ui/waiting-evidence.tsx').then((part) => part.WaitingEvidence))

const { digest: messages } = reportMessages

const isOfApproval = (name: string): boolean => name === 'requestApproval' || name === 'decideApproval'

/** How the request stands now; where the idea has gone on since, what was asked or decided then. */
const approvalOf = (name: string, to: string, { approval }: Happening['idea']): string => {
  if (!approval) return name === 'requestApproval' ? phaseLabel(to) : (own<string>(common.history.approvalDecisions, to) ?? to)
  return approval.state === 'asked'
    ? messages.approvals.asked({ phase: phaseLabel(approval.to), day: sayDayOf(approval.due) })
    : messages.approvals[approval.state]({ phase: phaseLabel(approval.to) })
}

/** What is said behind the idea's sentence: where it went, how it ended, what a site found. */
export const happened = ({ name, to, site, result, idea }: Happening): string => {
  if (isOfApproval(name)) return approvalOf(name, to, idea)
  if (result) return `${siteLabel(site)}: ${common.stance.results[result]}`
  if (name === 'moveIdea') return phaseLabel(to)
  if (name === 'classifyIdea') return pathwayLabel(to)
  if (name === 'endIdea' || name === 'mergeIdeas') return common.dispositions[idea.disposition]
  return siteLabel(idea.site)
}

const Section = ({ name, all }: { name: keyof Digest; all: readonly Happening[] }) => (
  <section aria-labelledby={`digest-${name}`}>
    <h2 id={`digest-${name}`}>
      {messages.sections[name]} <span class="soft">{numbers.format(all.length)}</span>
    </h2>
    <ul>
      {all.map((one) => (
        <li key={`${one.idea.id}/${one.site}`}>
          <a href={`/ideas/${one.idea.id}`}>{one.idea.change}</a> <b>{happened(one)}</b>{' '}
          <span class="soft small">
            <RelativeTime at={one.at} />
          </span>
          {one.says && <p class="soft">{one.says}</p>}
        </li>
      ))}
    </ul>
  </section>
)

const order: readonly (keyof Digest)[] = ['results', 'approvals', 'spread', 'moved', 'arrived', 'ended', 'held']

const Week = ({ reply }: { reply: DigestReply }) => {
  const digest = digestOf(reply.happenings, widely(framework.value?.phases ?? []))
  const told = order.filter((name) => digest[name].length > 0)
  return (
    <div class="digest">
      {told.length === 0 && <p class="empty">{messages.quiet}</p>}
      {reply.cut && <p class="notice">{messages.cut}</p>}
      {told.map((name) => (
        <Section key={name} name={name} all={digest[name]} />
      ))}
    </div>
  )
}

/** Midnight after the last day of the week that the address names (`?to=2026-03-01`), else after today. */
const endOf = (text: string | null): number => {
  const asked = text ? new Date(`${text}T00:00:00`).getTime() : Number.NaN
  const today = new Date(serverNow()).setHours(0, 0, 0, 0)
  return (Number.isFinite(asked) ? asked : today) + day
}

const weekAt = (to: number): string => address('/digest', { to: toDateField(to - 1) })

/** What happened in a week, to be read or printed. */
export const DigestPage = () => {
  const to = endOf(place.value.query.get('to'))
  const from = to - 7 * day
  const replied = useQuery('GET /v1/networks/:network/digest', { query: { from: String(from), to: String(to) } })
  return (
    <Page title={messages.title} lead={messages.range({ from: sayDate(from), to: sayDate(to - 1) })}>
      <div class="digest-head only-screen-flex">
        <a href={weekAt(from)}>{messages.before}</a>
        {to < serverNow() && <a href={weekAt(to + 7 * day)}>{messages.after}</a>}
        <button type="button" class="button quiet" onClick={() => print()}>
          {messages.print}
        </button>
      </div>
      <Async of={replied} what={messages.what}>
        {(reply) => <Week reply={reply} />}
      </Async>
      {sendsSearches() && <WaitingEvidence since={from} />}
    </Page>
  )
}
