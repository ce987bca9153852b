import { limits } from '../../../shared/fields.ts'
import type { ReadTrouble } from '../../draft.ts'
import { askBackground } from '../../messages.ts'
import { strings } from '../../strings.ts'
import { edit, fields, form, invalid } from './form-state.ts'
import { draft } from './panel-state.ts'

const Trouble = () => {
  const { state, from } = draft.value ?? {}
  if (state === 'reading')
    return (
      <p class="soft" role="status">
        {strings.reading}
      </p>
    )
  if (from === 'link') return <p class="notice">{strings.linkOnly}</p>
  if (state === undefined || state === 'read') return null
  return <p class="notice">{strings.trouble(state satisfies ReadTrouble)}</p>
}

const Title = () => (
  <div class="field">
    <label for="title">{strings.itemTitle}</label>
    <textarea
      id="title"
      rows={1}
      maxLength={limits.sentence}
      value={fields.value?.title ?? ''}
      aria-invalid={invalid.value?.field === 'title'}
      onInput={({ currentTarget }) => edit({ title: currentTarget.value })}
    />
    {invalid.value?.field === 'title' && (
      <p class="invalid" role="alert">
        {invalid.value.message}
      </p>
    )}
  </div>
)

const Address = () => (
  <div class="field">
    <label for="address">{strings.itemAddress}</label>
    <input
      id="address"
      type="url"
      inputMode="url"
      maxLength={limits.address}
      value={fields.value?.address ?? ''}
      aria-invalid={invalid.value?.field === 'address'}
      onInput={({ currentTarget }) => edit({ address: currentTarget.value })}
    />
    {invalid.value?.field === 'address' && (
      <p class="invalid" role="alert">
        {invalid.value.message}
      </p>
    )}
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
      {strings.quote} <span class="soft">{strings.optional}</span>
    </label>
    <textarea
      id="quote"
      class="quote"
      rows={1}
      maxLength={limits.quote}
      placeholder={strings.quoteNone}
      value={fields.value?.quote ?? ''}
      onInput={({ currentTarget }) => edit({ quote: currentTarget.value })}
    />
    <p class="beside">
      {fields.value?.quoteCut && form.value.quote === null && <span class="soft">{strings.quoteCut}</span>}
      {draft.value?.from === 'page' && draft.value.source && (
        <button type="button" class="link-button" onClick={() => void takeSelection()}>
          {strings.quoteAgain}
        </button>
      )}
    </p>
  </div>
)

/** The item as it will be cited. What the page says is shown; what is wrong can be mended here. */
export const ItemCard = () => (
  <section class="card" aria-labelledby="item">
    <h2 id="item">{strings.item}</h2>
    <Trouble />
    <Title />
    {fields.value?.byline && <p class="byline">{fields.value.byline}</p>}
    {draft.value?.source ? fields.value?.place && <p class="soft place">{fields.value.place}</p> : <Address />}
    <Quote />
  </section>
)
