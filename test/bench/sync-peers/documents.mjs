import { guard } from '../../../shared/mutations/engine/phi-guard.ts'

const citationOf = ({ title, doi, authors, journal, year }) =>
  `${authors.join(', ').toLowerCase()}. ${title}. ${journal} ${year}. https://doi.org/${doi}`

/** The same length, and nothing in it that could be a name or a number. */
const plain = (text) => text.toLowerCase().replace(/[^a-z\s]/g, '-')

/** The harness's document as a proposal: the same words, its citation as text of the details. Few of its random words read like a patient's; those are blunted. */
export const proposalOf = ({ id, title, description, pathway, phase, tags, evidence }) => {
  const args = {
    idea: id,
    change: title,
    problem: evidence.quote,
    details: `${description}\n${citationOf(evidence)}`,
    tags: [...tags, pathway, phase],
  }
  return guard(args)
    ? { ...args, change: plain(title), problem: plain(evidence.quote), details: plain(args.details), tags: args.tags.map(plain) }
    : args
}
