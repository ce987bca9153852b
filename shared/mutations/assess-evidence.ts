import * as v from 'valibot'
import { appraisals, directions, evidenceKindSchema, levelByDesign, directionFor } from '../domain/evidence-kinds.ts'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse, signed } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { type Evidence, type Idea, isStaff, type Network, roles, survivingIdea } from '../domain/entities.ts'
import type { Said } from '../domain/said.ts'
import { message } from '../i18n/message.ts'

const judgement = v.partial(
  v.object({
    /** `null`: not said after all. */
    kind: v.nullable(evidenceKindSchema),
    /** What it says of the idea that is named beside. */
    direction: v.picklist(directions),
    /** `null`: not appraised after all. */
    appraisal: v.nullable(v.picklist(appraisals)),
  }),
)
type Judgement = v.InferOutput<typeof judgement>

interface Assessable {
  item: Evidence
  idea: Idea | undefined
}

/** The clip and the idea beside which it is assessed, for whoever clipped it, network staff, and the leads of that idea. */
const assessable = (network: Network, id: string, ideaId: string | undefined, { person, role }: Context): Assessable | Refusal => {
  const item = network.evidence(id)
  if (!item) return refuse('not-found', message('clip-not-found'))
  const idea = ideaId === undefined ? undefined : survivingIdea(network, ideaId)
  if (ideaId !== undefined && !idea) return refuse('not-found', message('idea-not-found'))
  const leads = idea !== undefined && item.ideas.includes(idea.id) && idea.leads.includes(person)
  if (item.clippedBy === person || isStaff(role) || leads) return { item, idea }
  return refuse('forbidden', message('assess-forbidden'))
}

/** How a clip stands for an idea, in the words of a judgement. */
const standing = (item: Evidence, idea: string): Judgement => ({
  kind: item.kind,
  appraisal: item.appraisal?.is ?? null,
  ...(item.ideas.includes(idea) ? { direction: directionFor(item, idea) } : {}),
})

/** Only what is named and differs; an appraisal is of one design and goes with it. */
const judged = (item: Evidence, idea: string, { kind, appraisal, direction }: Judgement, said: Said): Evidence => {
  const value = { ...item }
  if (kind !== undefined && kind !== item.kind) {
    value.kind = kind
    value.kindSaid = said
    delete value.appraisal
  }
  if (appraisal === null) delete value.appraisal
  else if (appraisal !== undefined && appraisal !== value.appraisal?.is) value.appraisal = { ...said, is: appraisal }
  if (direction !== undefined && direction !== directionFor(item, idea))
    value.directions = { ...item.directions, [idea]: { ...said, is: direction } }
  return value
}

/** Says or corrects what kind of item a clip is of, how its level is appraised, and what it says of an idea. Comes in during a hold too. */
export const assessEvidence = defineMutation({
  name: 'assessEvidence',
  undoable: true,
  args: v.object({
    evidence: field.id,
    /** The idea beside which it is said: the direction is for it, and its leads may say the rest. */
    idea: v.optional(field.id),
    set: judgement,
    /** The values as the sender saw them: the acknowledgement says what newer values were replaced. */
    base: v.optional(judgement),
  }),
  roles,
  reads: (args) => ({ evidence: [args.evidence], ideas: args.idea ? [args.idea] : [] }),
  objects: (network, { evidence = '', idea }, context) => refusalIn(assessable(network, evidence, idea, context)),
  run: (network, args, context) => {
    const found = assessable(network, args.evidence, args.idea, context)
    if ('refused' in found) return found
    const { item, idea } = found
    if (args.set.direction !== undefined && (!idea || !item.ideas.includes(idea.id))) return refuse('invalid', message('clip-not-attached'))
    const kind = args.set.kind === undefined ? item.kind : args.set.kind
    if (args.set.appraisal && levelByDesign(kind) === undefined) return refuse('invalid', message('appraisal-without-level'))
    const value = judged(item, idea?.id ?? '', args.set, { ...signed(context), at: context.at })
    return JSON.stringify(value) === JSON.stringify(item) ? [] : [{ kind: 'evidence', id: item.id, value }]
  },
  overwrites: (network, { evidence, idea, set, base }) => {
    const item = network.evidence(evidence)
    if (!item || !base) return []
    const now = standing(item, (idea === undefined ? undefined : survivingIdea(network, idea)?.id) ?? '')
    return (['kind', 'direction', 'appraisal'] as const).flatMap((name) => {
      const unseen = base[name] !== undefined && set[name] !== undefined && now[name] !== base[name] && now[name] !== set[name]
      return unseen ? [{ field: name, was: now[name] }] : []
    })
  },
})
