import * as v from 'valibot'
import { isLiterature } from '../shared/lenience.ts'
import { clipEvidence } from '../shared/mutations/clip-evidence.ts'
import { proposeIdea } from '../shared/mutations/propose-idea.ts'
import type { Attention, GleanerDatabase } from './db.ts'
import { blankForm, type Draft, type DraftForm, type DraftSource } from './draft.ts'
import { adoptDraft } from './drafts.ts'
import { newId } from './new-id.ts'

const argsOf = <Schema extends v.GenericSchema>(
  refused: readonly Attention[],
  name: string,
  schema: Schema,
): v.InferOutput<Schema> | undefined => {
  const found = refused.find((one) => one.name === name)
  if (!found) return undefined
  const parsed = v.safeParse(schema, found.args)
  return parsed.success ? parsed.output : undefined
}

/** A draft with everything that a refused clip said, to be mended and saved anew: another mutation, with another id. */
export const draftOfRefused = (refused: readonly Attention[], run: string): Draft => {
  const [idea, clip] = [argsOf(refused, 'proposeIdea', proposeIdea.args), argsOf(refused, 'clipEvidence', clipEvidence.args)]
  const source: DraftSource | null = clip
    ? {
        citation: clip.citation,
        quote: clip.quote,
        link: clip.link,
        kind: clip.kind,
        kindReason: '',
        entries: [],
        page: null,
        literature: isLiterature(clip.citation),
      }
    : null
  const form: DraftForm = {
    ...blankForm,
    withIdea: idea !== undefined,
    change: idea?.change ?? '',
    problem: idea?.problem ?? '',
    topic: idea?.topic ?? null,
    site: idea?.site ?? clip?.site ?? null,
    note: clip?.note ?? '',
  }
  const others = clip?.ideas.filter((id) => id !== idea?.idea) ?? []
  return {
    id: newId(),
    from: 'again',
    tab: null,
    run,
    address: clip?.citation.URL ?? '',
    name: '',
    state: 'read',
    source,
    selection: '',
    form,
    ideas: others,
    replaces: refused.map(({ id }) => id),
    changedAt: Date.now(),
  }
}

/** Opens a refused clip in the form of that tab; taken up twice, it is the same draft. */
export const takeUpAgain = async (
  database: GleanerDatabase,
  refused: readonly Attention[],
  tab: number | null,
  run: string,
): Promise<void> => {
  const begun = await database.drafts.filter(({ replaces }) => refused.some(({ id }) => replaces.includes(id))).first()
  const draft = begun ?? draftOfRefused(refused, run)
  if (!begun) await database.drafts.add(draft)
  await adoptDraft(database, draft.id, tab, run)
}
