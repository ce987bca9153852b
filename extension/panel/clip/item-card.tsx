import { limits } from '../../../shared/domain/field-schemas.ts'
import { isOfHiddenPage, isOfPatient, type ReadTrouble } from '../../store/draft.ts'
import { keepSource } from '../../drafts/drafts.ts'
import { askBackground } from '../../browser/messages.ts'
import { pickEntry } from '../../capture/source-of.ts'
import { Cite } from './cite.tsx'
import { Findings, describes, isCertain } from './findings.tsx'
import { decided, edit, fields, form, invalid } from '../state/form-state.ts'
import { Invalid } from '../parts/invalid.tsx'
import { clips, unfinishedOfPaper } from '../state/known-state.ts'
import { lazyPart } from '../parts/lazy-part.tsx'
import { movedOn } from '../state/page-memory.ts'
import { database, draft } from '../state/panel-state.ts'
import { panelMessages } from '../../i18n/panel.ts'

const StandingPart = lazyPart(async () => (await import('./standing-part.tsx')).StandingPart)
const DoubtPart = lazyPart(async () => (await import('./doubt-part.tsx')).DoubtPart)
const PreprintPart = lazyPart(async () => (await import('./preprint-part.tsx')).PreprintPart)
const PrivatePart = lazyPart(async () => (await import('./private-part.tsx')).PrivatePart)
const KnownPart = lazyPart(async () => (await import('./known-part.tsx')).KnownPart)

const Trouble = () => {
  const { state, from, source } = draft.value ?? {}
  // What is read already can be looked over while the rest comes.
  if (state === 'reading' && source) return null
  if (state === 'reading')
    return (
      <p class="soft" role="status">
        {panelMessages.reading}
      </p>
    )
  if (draft.value && isOfPatient(draft.value))
    return <p class="notice">{panelMessages.patientPage({ patients: draft.value.patients ?? 1 })}</p>
  if (draft.value?.isPrivate && state !== 'forbidden') return <PrivatePart />
  if (from === 'link') return <p class="notice">{panelMessages.linkOnly}</p>
  if (state === 'read' && source?.fromScreen) return <p class="notice">{panelMessages.fromScreen}</p>
  if (state === undefined || state === 'read') return null
  return <p class="notice">{panelMessages.troubles[state satisfies ReadTrouble]}</p>
}

const Entries = () => {
  const { id, source } = draft.value ?? {}
  if (!source || source.entries.length === 0 || id === undefined) return null
  const picked = source.entries.findIndex(
    ({ citation }) => citation.URL === source.citation.URL && citation.title === source.citation.title,
  )
  const pick = async (index: number): Promise<void> => {
    edit({ title: null, address: null })
    if (database.value) await keepSource(database.value, id, pickEntry(source, source.entries[index]))
  }
  return (
    <div class="field">
      <label for="entries">{panelMessages.entries}</label>
      <select id="entries" value={picked} onChange={({ currentTarget }) => void pick(Number(currentTarget.value))}>
        <option value={-1}>{panelMessages.entriesPage}</option>
        {source.entries.map(({ title }, index) => (
          <option key={title} value={index}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}

const Title = () => (
  <div class="field">
    <label for="title" class={draft.value?.source?.citation.title ? 'unseen' : ''}>
      {panelMessages.itemTitle}
    </label>
    <textarea
      id="title"
      class={draft.value?.source?.citation.title ? 'as-read' : ''}
      rows={1}
      maxLength={limits.sentence}
      value={fields.value?.title ?? ''}
      aria-invalid={invalid.value?.field === 'title' || isCertain('title')}
      aria-describedby={describes('title', invalid.value?.field === 'title')}
      onInput={({ currentTarget }) => edit({ title: currentTarget.value })}
    />
    <Findings name="title" />
    <Invalid field="title" />
  </div>
)

const Address = () => (
  <div class="field">
    <label for="address">{panelMessages.itemAddress}</label>
    <input
      id="address"
      type="url"
      inputMode="url"
      maxLength={limits.address}
      value={fields.value?.address ?? ''}
      aria-invalid={invalid.value?.field === 'address' || isCertain('address')}
      aria-describedby={describes('address', invalid.value?.field === 'address')}
      onInput={({ currentTarget }) => edit({ address: currentTarget.value })}
    />
    <Findings name="address" />
    <Invalid field="address" />
  </div>
)

/** What is selected on the page now, in place of what was taken before. */
const takeSelection = async (): Promise<void> => {
  const { id, tab } = draft.value ?? {}
  if (id === undefined || typeof tab !== 'number') return
  edit({ quote: null })
  await askBackground({ ask: 'read-again', draft: id, tab })
}

const Quote = () => (
  <div class="field">
    <label for="quote">
      {panelMessages.quote} <span class="soft">{panelMessages.optional}</span>
    </label>
    <textarea
      id="quote"
      class="quote"
      rows={1}
      maxLength={limits.quote}
      placeholder={draft.value && isOfHiddenPage(draft.value) ? '' : panelMessages.quoteNone}
      value={fields.value?.quote ?? ''}
      aria-invalid={isCertain('quote')}
      aria-describedby={describes('quote', invalid.value?.field === 'quote')}
      onInput={({ currentTarget }) => edit({ quote: currentTarget.value })}
    />
    <Findings name="quote" />
    <Invalid field="quote" />
    {draft.value?.source?.unreadSelection && fields.value?.quote === '' && <p class="notice">{panelMessages.unreadSelection}</p>}
    <p class="beside">
      {fields.value?.quoteCut && form.value.quote === null && <span class="soft">{panelMessages.quoteCut}</span>}
      {draft.value?.from === 'page' && draft.value.source && (
        <button type="button" class="link-button" onClick={() => void takeSelection()}>
          {panelMessages.quoteAgain}
        </button>
      )}
    </p>
  </div>
)

/** The item as it will be cited. What the page says is shown; what is wrong can be mended here. */
export const ItemCard = () => (
  <section class="card" aria-labelledby="item">
    <h2 id="item">{panelMessages.item}</h2>
    {movedOn.value && (
      <p class="notice" role="status">
        {panelMessages.movedOn}
      </p>
    )}
    <Trouble />
    <StandingPart />
    <Entries />
    <Title />
    {fields.value?.byline && <p class="byline">{fields.value.byline}</p>}
    {draft.value?.source ? fields.value?.place && <p class="soft place">{fields.value.place}</p> : <Address />}
    <PreprintPart />
    {draft.value?.source?.doubts && <DoubtPart />}
    {clips.value.length + unfinishedOfPaper.value.length > 0 && <KnownPart />}
    {!decided.value.reuse && <Quote />}
    <Cite />
  </section>
)
