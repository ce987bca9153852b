import { useRef, useState } from 'preact/hooks'
import type { Evidence } from '../../../../shared/domain/entities.ts'
import type { LookedUp } from '../../../../shared/domain/looked-up.ts'
import { standingOf } from '../../../../shared/citations/standing.ts'
import type { Assertion, ItemIds } from '../../../../shared/lookups/assertion.ts'
import type { Event } from '../../../../shared/lookups/paper-standing.ts'
import { evidenceStanding } from '../../../../shared/rules/evidence-standing.ts'
import { own } from '../../../../shared/values/own.ts'
import { dayInField } from '../../../../shared/values/calendar-day.ts'
import { keptFramework, personName } from '../../data/framework.ts'
import { mutate } from '../../data/mutate.ts'
import { useQuery } from '../../data/use-query.ts'
import { Async } from '../../ui/async.tsx'
import { sayDate, sayDay, sayDayOf } from '../../ui/dates.ts'
import { Elsewhere, webAddress } from '../../ui/reference.tsx'
import { showDone } from '../../ui/undo.ts'
import { list } from '../../i18n/locale.ts'
import { messages } from '../../i18n/bank.ts'
import { lookupMessages as said } from '../../i18n/lookups.ts'

/** A notice's day as far as it is known: "2010", "2010-02", "2010-02-06". */
const sayNoticeDay = (date: string): string => {
  const day = dayInField(date)
  return day === undefined ? date : sayDay(day)
}

const addressOf = ({ doi, pmid }: ItemIds): string | undefined =>
  doi ? `https://doi.org/${encodeURI(doi)}` : pmid ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : undefined

const Voice = ({ one }: { one: Assertion }) => {
  const [kind, who] = [said.kinds[one.kind], said.services[one.service]]
  if (one.service === 'person') return <li>{said.saidBy({ kind, person: personName(one.source ?? ''), day: sayDate(one.asked) })}</li>
  const source = own<string>(said.sources, one.source ?? '')
  const day = sayDate(one.asked)
  return <li>{source ? said.saidFrom({ kind, who, source, day }) : said.said({ kind, who, day })}</li>
}

const EventLine = ({ event: { kind, notice, date, saidBy } }: { event: Event }) => {
  const address = notice && addressOf(notice)
  return (
    <li>
      <b>{said.kinds[kind]}</b> {date && `· ${said.noticeOf({ day: sayNoticeDay(date) })}`}{' '}
      {address && (
        <>
          · <Elsewhere to={address}>{said.openNotice}</Elsewhere>
        </>
      )}
      <ul class="soft small">
        {saidBy.map((one) => (
          <Voice key={`${one.service} ${one.source ?? ''} ${one.asked}`} one={one} />
        ))}
      </ul>
    </li>
  )
}

/** Which services were asked, when, who does not have the item, and who has not answered. */
const Asked = ({ clip }: { clip: string }) => {
  const replied = useQuery('GET /v1/networks/:network/evidence/:id/lookups', { id: clip })
  return (
    <Async of={replied} what={said.settings.what}>
      {(reply) =>
        'services' in reply && (
          <p class="soft small">
            {reply.services.length > 0 &&
              said.asked({
                list: list.format(
                  reply.services.map(({ service, at, knows }) =>
                    (knows ? said.askedOn : said.askedNot)({ who: said.services[service], when: sayDate(at) }),
                  ),
                ),
              })}{' '}
            {reply.silent.length > 0 && said.silent({ list: list.format(reply.silent.map((service) => said.services[service])) })}{' '}
            {said.next({ day: sayDate(reply.next) })}
          </p>
        )
      }
    </Async>
  )
}

/** Which list was uploaded, by whom and when. */
const Listed = ({ list: { by, at, day } }: { list: NonNullable<LookedUp['list']> }) => (
  <p class="soft small">{said.listOf({ day: sayDayOf(day), person: personName(by), when: sayDate(at) })}</p>
)

/** A person's own word on how the item stands, or taking it back. */
const Check = ({ item }: { item: Evidence }) => {
  const [problem, setProblem] = useState('')
  const first = useRef<HTMLButtonElement>(null)
  const word = item.lookedUp?.said.find(({ service }) => service === 'person')
  const say = async (as: 'checked' | 'reinstated' | null): Promise<void> => {
    const outcome = await mutate('checkStanding', () => ({ evidence: item.id, as }))
    if (!outcome.done) return setProblem(outcome.problem)
    setProblem('')
    showDone(as === null ? said.unchecked : said.checked, 'checkStanding', outcome.mutation)
    // What was pressed goes with the word.
    if (as === null) first.current?.focus()
  }
  return (
    <p class="actions">
      {(['checked', 'reinstated'] as const).map((as) => (
        <button
          key={as}
          type="button"
          class="button plain small"
          ref={as === 'checked' ? first : null}
          aria-disabled={word?.kind === as}
          onClick={() => {
            if (word?.kind !== as) void say(as)
          }}
        >
          {as === 'checked' ? said.check : said.reinstated}
        </button>
      ))}
      {word && (
        <button type="button" class="button plain small" onClick={() => void say(null)}>
          {said.uncheck}
        </button>
      )}
      <span class="problem" role="alert">
        {problem}
      </span>
    </p>
  )
}

const valueOf = (citation: object): string => {
  const [value] = Object.values(citation) as unknown[]
  if (typeof value === 'string') return value
  const parts = (value as { 'date-parts'?: number[][] } | undefined)?.['date-parts']?.[0]
  if (parts) return parts.join('-')
  return (value as { family?: string; literal?: string }[]).map((name) => name.family ?? name.literal ?? '').join(', ')
}

/** What a look-up filled in, where services differ from what is kept, and where it can be read. */
const Found = ({ item: { lookedUp } }: { item: Evidence }) => {
  if (!lookedUp) return null
  const filled = Object.entries(lookedUp.filled ?? {})
  const open = webAddress(lookedUp.openLink)
  const published = lookedUp.publishedAs && addressOf(lookedUp.publishedAs)
  return (
    <>
      {published && (
        <p class="small">
          {said.publishedAs} <Elsewhere to={published}>{published.replace(/^https:\/\//, '')}</Elsewhere>
        </p>
      )}
      {open && (
        <p class="small">
          <Elsewhere to={open}>{said.openLink}</Elsewhere>
        </p>
      )}
      {filled.length > 0 && (
        <p class="soft small">
          {said.filled({
            list: list.format(
              filled.map(([field, service]) =>
                said.filledBy({ field: own(said.fields, field) ?? field, who: own(said.services, service) ?? service }),
              ),
            ),
          })}
        </p>
      )}
      {lookedUp.differs && (
        <details class="small">
          <summary>{said.differs}</summary>
          <ul>
            {lookedUp.differs.map(({ field, service, citation }) => (
              <li key={`${field} ${service}`}>
                {said.differ({ field: said.fields[field], who: said.services[service], value: valueOf(citation) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** Read when it was clipped, and no service was asked: the page's word alone. */
const ByPage = ({ item }: { item: Evidence }) => {
  const stand = standingOf(item.citation)
  if (!stand) return null
  return (
    <p class={`standing ${stand.standing}`} title={messages.evidence.standingHint({ seen: messages.evidence.places[stand.seen] })}>
      <b>{messages.evidence.standings[stand.standing]}</b> <span class="soft small">({messages.evidence.places[stand.seen]})</span>
    </p>
  )
}

/** Nobody who was asked has told anything of it: what its page said, and who has not answered. */
const Unheard = ({ item }: { item: Evidence }) => {
  const [open, show] = useState(false)
  const { noLookup, citation } = item
  const asks = keptFramework.value?.lookups?.on && !noLookup && (citation.DOI ?? citation.PMID ?? citation.number)
  return (
    <>
      <ByPage item={item} />
      {asks && (
        <details class="small notes" onToggle={({ currentTarget }) => show(currentTarget.open)}>
          <summary>{said.details}</summary>
          {open && <Asked clip={item.id} />}
        </details>
      )}
    </>
  )
}

/**
 * How the item of a clip stands, before anything else of it: that it was taken back, is in doubt or is a notice; who says so and
 * when; and the way to say that one has checked it, where `may` allows it.
 */
export const Standing = ({ item, may = false }: { item: Evidence; may?: boolean }) => {
  const [open, show] = useState(false)
  if (!item.lookedUp) return <Unheard item={item} />
  const stand = evidenceStanding(item)
  const aside = [...(stand.disagree ? [said.disagree] : []), ...(stand.events.length > 0 && !stand.confirmed ? [said.one] : [])]
  return (
    <>
      <p class={`standing ${stand.is}`}>
        <b>{said.kinds[stand.is]}</b> {stand.date && <span class="soft small">({sayNoticeDay(stand.date)})</span>}
        {aside.length > 0 && <span class="soft small"> · {aside.join(', ')}</span>}
      </p>
      {stand.hint && <p class="soft small">{said.hint({ who: said.titleOrOpenAlex })}</p>}
      <details class="small notes" onToggle={({ currentTarget }) => show(currentTarget.open)}>
        <summary>{said.details}</summary>
        {stand.events.length > 0 && (
          <ul>
            {stand.events.map((event) => (
              <EventLine key={`${event.kind} ${event.date ?? ''} ${event.notice?.doi ?? event.notice?.pmid ?? ''}`} event={event} />
            ))}
          </ul>
        )}
        {item.lookedUp.list && <Listed list={item.lookedUp.list} />}
        {open && <Asked clip={item.id} />}
        {may && <Check item={item} />}
      </details>
      <Found item={item} />
    </>
  )
}
