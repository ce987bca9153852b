import * as v from 'valibot'
import { isLiterature } from '../shared/lenience.ts'
import { attachEvidence } from '../shared/mutations/attach-evidence.ts'
import { clipEvidence } from '../shared/mutations/clip-evidence.ts'
import { proposeIdea } from '../shared/mutations/propose-idea.ts'
import type { Evidence } from '../shared/network.ts'
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

/** A draft with everything that a refused clip said, to be mended and saved anew: another mutation, with another id. `attached` is the bank's clip that was to be attached. */
export const draftOfRefused = (refused: readonly Attention[], run: string, attached?: Evidence): Draft => {
  const [idea, clip] = [argsOf(refused, 'proposeIdea', proposeIdea.args), argsOf(refused, 'clipEvidence', clipEvidence.args)]
  const attach = argsOf(refused, 'attachEvidence', attachEvidence.args)
  const item = clip ?? attached
  const source: DraftSource | null = item
    ? {
        citation: item.citation,
        quote: item.quote,
        link: item.link,
        kind: item.kind,
        kindReason: '',
        entries: [],
        page: null,
        literature: isLiterature(item.citation),
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
    ...(attach && !clip ? { reuse: attach.evidence } : {}),
  }
  const supported = [...(clip?.ideas ?? []), ...(attach ? [attach.idea] : [])]
  const others = supported.filter((id) => id !== idea?.idea)
  return {
    id: newId(),
    from: 'again',
    tab: null,
    run,
    address: item?.citation.URL ?? '',
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
  const attach = argsOf(refused, 'attachEvidence', attachEvidence.args)
  const attached = attach && (await database.rows.get(['evidence', attach.evidence]))
  const draft = begun ?? draftOfRefused(refused, run, attached?.value as Evidence | undefined)
  if (!begun) await database.drafts.add(draft)
  await adoptDraft(database, draft.id, tab, run)
}
