import * as v from 'valibot'
import { saidKind } from '../../shared/domain/evidence-kinds.ts'
import { clipTexts, picked } from '../../shared/domain/idea-fields.ts'
import { isLiterature } from '../../shared/domain/literature.ts'
import { attachEvidence } from '../../shared/mutations/attach-evidence.ts'
import { clipEvidence } from '../../shared/mutations/clip-evidence.ts'
import { proposeIdea } from '../../shared/mutations/propose-idea.ts'
import type { Evidence } from '../../shared/domain/entities.ts'
import type { RefusedMutation, GleanerDatabase } from '../store/db.ts'
import { blankForm, type Draft, type DraftForm, type DraftSource } from '../store/draft.ts'
import { adoptDraft } from './drafts.ts'
import { newId } from '../../shared/web/new-id.ts'
import { readRows } from '../store/rows.ts'

/** What a draft takes from a mutation that was not sent. */
export type RefusedClip = Pick<RefusedMutation, 'id' | 'name' | 'args'>

const argsOf = <Schema extends v.GenericSchema>(
  refused: readonly RefusedClip[],
  name: string,
  schema: Schema,
): v.InferOutput<Schema> | undefined => {
  const found = refused.find((one) => one.name === name)
  if (!found) return undefined
  const parsed = v.safeParse(schema, found.args)
  return parsed.success ? parsed.output : undefined
}

/** A clip's item as a form shows it. */
const sourceOfClip = ({ citation, quote, link, suggested }: Pick<Evidence, 'citation' | 'quote' | 'link' | 'suggested'>): DraftSource => ({
  citation,
  quote,
  link,
  kind: suggested ?? null,
  kindReason: '',
  entries: [],
  page: null,
  literature: isLiterature(citation),
})

/** A draft that is filled in and belongs to no page. */
const againDraft = (item: Pick<Evidence, 'citation'> | undefined, source: DraftSource | null, form: DraftForm, run: string): Draft => ({
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
  ideas: [],
  replaces: [],
  changedAt: Date.now(),
})

/** A draft with everything that a refused clip said, to be mended and saved anew: another mutation, with another id. `attached` is the bank's clip that was to be attached. */
export const draftOfRefused = (refused: readonly RefusedClip[], run: string, attached?: Evidence): Draft => {
  const [idea, clip] = [argsOf(refused, 'proposeIdea', proposeIdea.args), argsOf(refused, 'clipEvidence', clipEvidence.args)]
  const attach = argsOf(refused, 'attachEvidence', attachEvidence.args)
  const item = clip ?? attached
  const source = item ? sourceOfClip(item) : null
  const form: DraftForm = {
    ...blankForm,
    withIdea: idea !== undefined,
    ...(idea ? picked(idea, clipTexts) : {}),
    topic: idea?.topic ?? null,
    site: idea?.site ?? clip?.site ?? null,
    kind: clip ? saidKind(clip) : null,
    note: clip?.note ?? '',
    ...(attach && !clip ? { reuse: attach.evidence } : {}),
  }
  const supported = [...(clip?.ideas ?? []), ...(attach ? [attach.idea] : [])]
  const others = supported.filter((id) => id !== idea?.idea)
  return { ...againDraft(item, source, form, run), ideas: others, replaces: refused.map(({ id }) => id) }
}

/** Opens a refused clip in the form of that tab; taken up twice, it is the same draft. */
export const takeUpAgain = async (
  database: GleanerDatabase,
  refused: readonly RefusedMutation[],
  tab: number | null,
  run: string,
): Promise<void> => {
  const begun = await database.drafts.filter(({ replaces }) => refused.some(({ id }) => replaces.includes(id))).first()
  const attach = argsOf(refused, 'attachEvidence', attachEvidence.args)
  const [attached] = attach ? await readRows(database, [['evidence', attach.evidence]]) : []
  const draft = begun ?? draftOfRefused(refused, run, attached?.value as Evidence | undefined)
  if (!begun) await database.drafts.add(draft)
  await adoptDraft(database, draft.id, tab, run)
}

/** Opens the form of that tab for an idea that this clip supports; begun twice, it is the same draft. */
export const beginIdeaFrom = async (database: GleanerDatabase, clip: Evidence, tab: number | null, run: string): Promise<void> => {
  const begun = await database.drafts.filter(({ from, form }) => from === 'again' && form.withIdea && form.reuse === clip.id).first()
  const draft = begun ?? againDraft(clip, sourceOfClip(clip), { ...blankForm, reuse: clip.id }, run)
  if (!begun) await database.drafts.add(draft)
  await adoptDraft(database, draft.id, tab, run)
}
