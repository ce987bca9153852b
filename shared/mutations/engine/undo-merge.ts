import { hiddenName } from '../../rules/visibility.ts'
import { type Change, type Evidence, type Idea, type Network, type Stance, stanceId, survivingIdea } from '../../domain/entities.ts'
import { detached } from './attached.ts'

interface Found {
  evidence: Map<string, Evidence>
  stances: Change[]
}

/** Whether two statements are the same: same words, same person, same time. What a site said since is another one. A hidden name counts as equal to any. */
const isSame = (one: Stance, other: Stance): boolean =>
  (one.by === other.by || one.by === hiddenName || other.by === hiddenName) &&
  one.at === other.at &&
  one.stance === other.stance &&
  one.result === other.result

/** The site that an idea came from is willing without having said so; its sender's name is as hidden as there. */
export const willingOrigin = ({ id, site, proposedBy: by, proposedAt: at, nameHidden }: Idea): Stance => ({
  id: stanceId(id, site),
  idea: id,
  site,
  stance: 'interested',
  result: null,
  measure: '',
  expectedEnd: null,
  note: '',
  by,
  ...(nameHidden ? { nameHidden } : {}),
  at,
})

/** What the site had said of the merged idea. */
const saidBy = (network: Network, idea: Idea, site: string): Stance | undefined =>
  network.stancesOf(idea.id).find((stance) => stance.site === site) ?? (site === idea.site ? willingOrigin(idea) : undefined)

const stanceBack = (network: Network, from: Idea, into: Idea, site: string, brought: Stance): Change[] => {
  const there = network.stancesOf(into.id).find((stance) => stance.site === site)
  if (!there || !isSame(there, brought)) return []
  const before = from.carried?.replaced.find((stance) => stance.site === site)
  const id = stanceId(into.id, site)
  return [{ kind: 'stance', id, value: before ?? null }]
}

/** The ideas that this one was merged into, one after the other; `survivingIdea` bounds the chain. */
const survivors = (network: Network, idea: Idea): Idea[] => {
  if (!survivingIdea(network, idea.id)) return []
  const into = idea.mergedInto === null ? undefined : network.idea(idea.mergedInto)
  return into ? [into, ...survivors(network, into)] : []
}

/** From one idea that a merge led to, and from those that it was carried on to. */
const backFrom = (network: Network, idea: Idea, found: Found): void => {
  const brought = new Map(
    (idea.carried?.sites ?? []).flatMap((site) => {
      const said = saidBy(network, idea, site)
      return said ? [[site, said] as const] : []
    }),
  )
  let [clips, from] = [idea.carried?.evidence ?? [], idea]
  for (const here of survivors(network, idea)) {
    for (const id of clips) {
      const item = found.evidence.get(id) ?? network.evidence(id)
      if (item) found.evidence.set(id, detached(item, here.id))
    }
    for (const [site, said] of brought)
      if (from.carried?.sites.includes(site)) found.stances.push(...stanceBack(network, from, here, site, said))
    clips = clips.filter((id) => here.carried?.evidence.includes(id))
    from = here
  }
}

/** The changes that take back what a merge carried over: clips leave the other idea, sites' words give way to what stood there before. */
export const takenBack = (network: Network, idea: Idea): Change[] => {
  const found: Found = { evidence: new Map(), stances: [] }
  backFrom(network, idea, found)
  return [...[...found.evidence.values()].map((value): Change => ({ kind: 'evidence', id: value.id, value })), ...found.stances]
}
