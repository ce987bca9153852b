import { useState } from 'preact/hooks'
import type { IdeaPage } from '../../../shared/api/bank.ts'
import type { Stance, StanceKind, TestResult } from '../../../shared/domain/entities.ts'
import { dayFromField, sayDayOf, toDateField } from '../ui/dates.ts'
import { draft } from '../data/drafts.ts'
import { DateField, SelectField, TextField } from '../ui/fields.tsx'
import { framework, siteLabel } from '../data/framework.ts'
import { MutationForm } from '../ui/mutation-form.tsx'
import { allowed } from '../data/allowed.ts'
import { me } from '../data/session.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { isWilling, SiteMap } from './site-map.tsx'
import { messages } from '../i18n/bank.ts'
import { list } from '../i18n/locale.ts'
import { RelativeTime } from '../ui/relative-time.tsx'
import { serverNow } from '../data/clock.ts'

const standing = (stance: Stance): string => (stance.result ? messages.stance.results[stance.result] : messages.stance.kinds[stance.stance])

const SiteLine = ({ stance }: { stance: Stance }) => (
  <li class={`site-line ${stance.result ?? stance.stance}`}>
    <span class="site-name">{siteLabel(stance.site)}</span>
    <span class="site-says">
      <b>{standing(stance)}</b>
      {stance.measure && <> · {stance.measure}</>}
      {stance.expectedEnd !== null && stance.stance === 'testing' && (
        <>
          {' '}
          · {messages.stance.until} {sayDayOf(stance.expectedEnd)}
        </>
      )}
      {stance.note && <span class="site-note">{stance.note}</span>}
    </span>
    <span class="soft small">
      <RelativeTime at={stance.at} />
    </span>
  </li>
)

/** Results first, then who tests, then who would: what a decision rests on stands on top. */
const weight = (stance: Stance): number => (stance.stance === 'tested' ? 0 : stance.stance === 'testing' ? 1 : 2)

interface Said {
  site: string
  kind: StanceKind
  result: TestResult | ''
}

const stanceKinds = ['interested', 'testing', 'tested'] as const

/** The sites for which this person may say something of the idea, and what. */
const sayable = (page: IdeaPage): { key: string; label: string; kinds: StanceKind[] }[] =>
  (framework.value?.sites ?? [])
    .map((site) => ({ ...site, kinds: stanceKinds.filter((stance) => allowed(page)('expressStance', { site: site.key, stance })) }))
    .filter(({ kinds }) => kinds.length > 0)

const Choices = ({ page, said, change }: { page: IdeaPage; said: Said; change: (said: Said) => void }) => {
  const results = (['improved', 'no-change', 'worse'] as const).map((key) => ({ key, label: messages.stance.results[key] }))
  const sites = sayable(page)
  const open =
    sites.find(({ key }) => key === said.site)?.kinds ?? stanceKinds.filter((one) => sites.some(({ kinds }) => kinds.includes(one)))
  const kinds = open.map((key) => ({ key, label: messages.stance.kinds[key] }))
  return (
    <>
      <SelectField
        label={messages.stance.site}
        value={said.site}
        choices={sites}
        none={messages.form.choose}
        required
        onChange={(site) => change({ ...said, site })}
      />
      <SelectField
        label={messages.stance.says}
        value={said.kind}
        choices={kinds}
        onChange={(kind) => change({ ...said, kind: kind as StanceKind })}
      />
      {said.kind === 'tested' && (
        <SelectField
          label={messages.stance.result}
          value={said.result}
          choices={results}
          none={messages.form.choose}
          required
          onChange={(result) => change({ ...said, result: result as TestResult })}
        />
      )}
    </>
  )
}

const StanceForm = ({ page, close }: { page: IdeaPage; close: () => void }) => {
  const idea = page.idea.id
  const form = `${idea}/stance/`
  const [said, setSaid] = useState<Said>({
    site: me.value?.site ?? '',
    kind: sayable(page).flatMap(({ kinds }) => kinds)[0] ?? 'interested',
    result: '',
  })
  const [measure, until, note] = [draft(`${form}measure`), draft(`${form}until`), draft(`${form}note`)]
  return (
    <MutationForm
      name="expressStance"
      drafts={form}
      submit={messages.stance.submit}
      done={messages.stance.done({ site: siteLabel(said.site) })}
      onDone={close}
      onCancel={close}
      args={() => ({
        idea,
        site: said.site,
        stance: said.kind,
        result: said.kind === 'tested' && said.result ? said.result : null,
        measure: measure.text.value,
        expectedEnd: said.kind === 'testing' ? (dayFromField(until.text.value) ?? null) : null,
        note: note.text.value,
      })}
    >
      <Choices page={page} said={said} change={setSaid} />
      {said.kind !== 'interested' && <TextField label={messages.stance.measure} hint={messages.stance.measureHint} draft={measure} />}
      {said.kind === 'testing' && <DateField label={messages.stance.expectedEnd} least={toDateField(serverNow())} draft={until} />}
      <TextField label={messages.stance.note} draft={note} required={false} />
    </MutationForm>
  )
}

/** Who would test it and says no more than that: one line for all of them. */
const isPlain = (stance: Stance): boolean => stance.stance === 'interested' && stance.note === '' && stance.measure === ''

const Said = ({ stances, origin }: { stances: readonly Stance[]; origin: string }) => {
  const plain = stances.filter(isPlain)
  // Its own site is willing without having said so, as on the map.
  const own = isWilling(stances, origin) ? [messages.stance.ownSite({ site: siteLabel(origin) })] : []
  const telling = stances.filter((stance) => !isPlain(stance)).toSorted((one, other) => weight(one) - weight(other) || other.at - one.at)
  return (
    <>
      <ul class="site-lines">
        {telling.map((stance) => (
          <SiteLine key={stance.id} stance={stance} />
        ))}
      </ul>
      {plain.length + own.length > 0 && (
        <p class="would">
          <b>{messages.stance.interested}</b> {list.format([...plain.map((stance) => siteLabel(stance.site)), ...own])}
        </p>
      )}
    </>
  )
}

/** What each site says of the idea; a coordinator may say it for a site that told them on a call. */
export const IdeaStances = ({ page }: { page: IdeaPage }) => (
  <>
    <SiteMap stances={page.stances} origin={page.idea.site} />
    {page.stances.length === 0 && !isWilling(page.stances, page.idea.site) ? (
      <p class="soft">{messages.stance.none}</p>
    ) : (
      <Said stances={page.stances} origin={page.idea.site} />
    )}
    {sayable(page).length > 0 && <Disclosure label={messages.stance.add}>{(close) => <StanceForm page={page} close={close} />}</Disclosure>}
  </>
)
