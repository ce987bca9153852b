import { useState } from 'preact/hooks'
import { keptView, type SavedView, savedViews } from '../../../shared/api/facets.ts'
import { showToast } from '../ui/toast.tsx'
import { listAddress, type ListQuery, readListQuery } from '../data/list-query.ts'
import { newId } from '../../../shared/web/new-id.ts'
import { keepPersonal } from '../data/preferences.ts'
import { nothing, problemOf, useQuery } from '../data/use-query.ts'
import { navigate } from '../data/router.ts'
import { listMessages } from '../i18n/lists.ts'

const { views: messages } = listMessages

const SaveForm = ({ save, close }: { save: (name: string) => Promise<string>; close: () => void }) => {
  const [name, setName] = useState('')
  const [problem, setProblem] = useState('')
  const submit = async (): Promise<void> => setProblem(name.trim() === '' ? messages.noName : await save(name.trim()))
  return (
    <form
      class="save-view"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <input
        type="text"
        aria-label={messages.name}
        placeholder={messages.name}
        maxLength={80}
        value={name}
        ref={(input) => input?.focus()}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button type="submit" class="button primary">
        {messages.keep}
      </button>
      <p class="problem" role="alert">
        {problem}
      </p>
    </form>
  )
}

/** What the address bar says, in one order, so that the same list is recognised. */
const told = (query: ListQuery): string => listAddress(readListQuery(new URLSearchParams(query))).split('?')[1] ?? ''

/** A person's own names for lists: kept at the server, so that they are there in every browser. */
export const SavedViews = ({ query }: { query: ListQuery }) => {
  const replied = useQuery('GET /v1/networks/:network/personal', { concerns: nothing })
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState('')
  const views = savedViews(replied.reply?.kept ?? [])
  const here = views.find((view) => view.query === told(query))

  const keep = async (view: SavedView, value: string, done: string): Promise<string> => {
    try {
      await keepPersonal(keptView(view).name, value)
      showToast(done)
      replied.refresh()
      setSaving(false)
      return ''
    } catch (error) {
      return problemOf(error).message
    }
  }
  const save = (name: string): Promise<string> => {
    const view = { id: newId(), name, query: told(query) }
    return keep(view, keptView(view).value, messages.saved({ name }))
  }
  return (
    <div class="views">
      {views.length > 0 && (
        <select
          aria-label={messages.title}
          value={here?.id ?? ''}
          onChange={({ currentTarget }) => {
            const view = views.find(({ id }) => id === currentTarget.value)
            if (view) navigate(view.query ? `/ideas?${view.query}` : '/ideas')
          }}
        >
          <option value="">{messages.choose}</option>
          {views.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {here ? (
        <button
          type="button"
          class="button plain"
          aria-label={messages.remove({ name: here.name })}
          onClick={() => void keep(here, '', messages.removed({ name: here.name })).then(setProblem)}
        >
          {messages.removeShort}
        </button>
      ) : saving ? (
        <SaveForm save={save} close={() => setSaving(false)} />
      ) : (
        <button type="button" class="button plain" onClick={() => setSaving(true)}>
          {messages.save}
        </button>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
    </div>
  )
}
