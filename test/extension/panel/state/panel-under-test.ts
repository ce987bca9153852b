import 'fake-indexeddb/auto'
import { connected } from '../../connected.ts'
import '../../fake-extension-api.ts'
import { computed, signal } from '@preact/signals'
import { newDraft } from '../../../../extension/drafts/drafts.ts'
import type { KnownClip } from '../../../../extension/capture/known-paper.ts'
import { nothingKnown, type PageMemory } from '../../../../extension/patient-page/banner-memory.ts'
import { createFormState } from '../../../../extension/panel/state/create-form-state.ts'
import { loadRules } from '../../../../extension/panel/state/load-rules.ts'
import type { Connection } from '../../../../extension/connection/connection.ts'
import { databaseOf } from '../../../../extension/store/databases.ts'
import type { GleanerDatabase } from '../../../../extension/store/db.ts'
import type { Draft, DraftSource } from '../../../../extension/store/draft.ts'
import { defaultFramework, type Framework } from '../../../../shared/domain/framework.ts'
import '../../../../shared/phi/by-language/provide.ts'

export const database = databaseOf(connected)

export const framework: Framework = {
  ...defaultFramework,
  topics: [
    { key: 'feeding', label: 'Feeding' },
    { key: 'sleep', label: 'Sleep' },
  ],
  sites: [
    { key: 'north', label: 'North' },
    { key: 'south', label: 'South' },
  ],
}

export const source: DraftSource = {
  citation: { type: 'article-journal', title: 'Early feeding', URL: 'https://journal.example/a', DOI: '10.5555/early' },
  quote: null,
  link: '',
  kind: null,
  kindReason: '',
  entries: [],
  page: null,
  literature: true,
}

/** A draft of a page that was read, of tab 4. */
export const aDraft = (id: string, change: Partial<Draft> = {}): Draft => ({
  ...newDraft('page', 4, 'run'),
  id,
  address: 'https://journal.example/a',
  state: 'read',
  source,
  ...change,
})

/** A panel without a screen: its form, and the signals that the form reads. Nothing waits in it: `wait` moves the clock on. */
export const makePanel = async (...present: Draft[]) => {
  await database.drafts.bulkPut(present)
  const drafts = signal<Draft[] | undefined>(present)
  const front = signal(present[0]?.id)
  const parts = {
    clips: signal<KnownClip[]>([]),
    connection: signal<Connection | undefined>(connected),
    database: signal<GleanerDatabase | undefined>(database),
    draft: computed(() => drafts.value?.find(({ id }) => id === front.value)),
    drafts,
    fault: signal<unknown>(undefined),
    framework: signal<Framework | undefined>(framework),
    undoable: signal<{ ids: readonly string[]; draft?: Draft } | undefined>(undefined),
    justSaved: signal<'clip' | 'practice' | undefined>(undefined),
    memory: signal<PageMemory & { strict: boolean }>({ ...nothingKnown, strict: false }),
    reader: signal({ person: 'clara', role: 'contributor' as const, site: 'north' }),
    rememberedSite: signal(''),
  }
  /** What a test changes: what the page turns out to be, the bank's own clip, and what happens while a save waits. */
  const world = { now: 0, lookAgain: async (_: Draft) => false, reusable: '', whileWaiting: async () => {} }
  const state = createFormState({
    ...parts,
    loadKnown: async () => {},
    loadRules,
    lookAgain: (own) => world.lookAgain(own),
    now: () => world.now,
    reusable: () => world.reusable,
    wait: async (milliseconds) => {
      world.now += milliseconds
      await world.whileWaiting()
    },
  })
  /** The database as the panel follows it. */
  const follow = async (): Promise<Draft[]> => (drafts.value = await database.drafts.toArray())
  return { ...parts, ...state, front, world, follow }
}
