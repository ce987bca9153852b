import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ViewName } from '../state/panel-state.ts'

/** Everything that a clip does not need comes when it is looked at. */
const parts = {
  mine: async () => (await import('../views/mine-view.tsx')).MineView,
  bank: async () => (await import('../views/bank-view.tsx')).BankView,
  inbox: async () => (await import('../views/inbox-view.tsx')).InboxView,
  cite: async () => (await import('../clip/cite-part.tsx')).CitePart,
  news: async () => (await import('../views/news-part.tsx')).NewsPart,
  similar: async () => (await import('../clip/similar-part.tsx')).SimilarPart,
  drafts: async () => (await import('../views/drafts-part.tsx')).DraftsPart,
  loss: async () => (await import('../views/loss-part.tsx')).LossPart,
  standing: async () => (await import('../clip/standing-part.tsx')).StandingPart,
  recent: async () => (await import('./recent-list.tsx')).RecentItems,
  known: async () => (await import('../clip/known-part.tsx')).KnownPart,
} satisfies Record<string, () => Promise<ComponentType>> & Record<Exclude<ViewName, 'clip'>, () => Promise<ComponentType>>

export const LazyPart = ({ name }: { name: keyof typeof parts }) => {
  const [Part, show] = useState<{ name: string; It: ComponentType } | undefined>(undefined)
  useEffect(() => {
    let wanted = true
    const load = async (): Promise<void> => {
      const It = await parts[name]()
      // Whoever goes along the tabs quickly asks for several; the last one is to show.
      if (wanted) show({ name, It })
    }
    void load()
    return () => {
      wanted = false
    }
  }, [name])
  return Part?.name === name ? <Part.It /> : null
}
