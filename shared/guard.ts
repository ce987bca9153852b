import { type Refusal, refuse } from './mutation.ts'
import { type Field, findPatientInfo, type Finding } from './patient-info.ts'

/** One text of a mutation's arguments and where it stands: `set.measures.outcome`. */
export interface NamedText {
  path: string
  field: Field
  text: string
}

/** What a network keeps of its members and of papers under these names is no patient's. */
const unguarded = /(^|\.)(id|idea|evidence|comment|ideas|into|type|kind|topic|site|pathway|reason-key|as|result|stance|language|ISSN|DOI|PMID|PMCID|leads|experts|author)(\.|$)/

const fieldOf = (path: string): Field => {
  if (/(^|\.)(URL|link|driverDiagram)$/.test(path)) return 'url'
  if (/(^|\.)citation\./.test(path)) return 'citation'
  return /(^|\.)quote\./.test(path) ? 'quote' : 'note'
}

/**
 * Every text in the arguments of a mutation, by walking them: a new mutation's texts are guarded without anybody
 * thinking of it. `exempt` are paths whose texts name sites or members on purpose.
 */
export const textsIn = (args: unknown, exempt: readonly string[] = [], path = ''): NamedText[] => {
  if (path !== '' && (exempt.includes(path) || unguarded.test(path))) return []
  if (typeof args === 'string') return args === '' ? [] : [{ path, field: fieldOf(path), text: args }]
  if (typeof args !== 'object' || args === null) return []
  return Object.entries(args).flatMap(([name, value]) => textsIn(value, exempt, path ? `${path}.${name}` : name))
}

const described = (path: string, { type, start, end }: Finding): string => `${path}: ${type} at ${start}-${end}`

/**
 * The second line, at the server: what is certainly about a patient is refused with its places and types, never its
 * words. Low certainty is for the person to judge, who has seen it marked.
 */
export const guard = (args: unknown, exempt?: readonly string[]): Refusal | undefined => {
  const certain = textsIn(args, exempt).flatMap(({ path, field, text }) =>
    findPatientInfo(text, { field })
      .filter((finding) => finding.certainty === 'high')
      .map((finding) => described(path, finding)),
  )
  if (certain.length === 0) return undefined
  return refuse('patient-information', `This may identify a patient (${certain.slice(0, 5).join('; ')}). Take it out and save again; nothing was kept here.`)
}
