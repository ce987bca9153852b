import { defaultFramework, type Framework } from './framework.ts'
import type { Comment, Evidence, Idea, Network, Series, Stance } from './entities.ts'

interface Parts {
  framework?: Framework | undefined
  idea?: Idea
  evidence?: readonly Evidence[]
  stances?: readonly Stance[]
  comments?: readonly Comment[]
  series?: readonly Series[]
}

/** A network as far as a screen knows it, so that the rules can be asked about what it shows. What it does not show is not there. */
export const partNetwork = ({
  framework = defaultFramework,
  idea,
  evidence = [],
  stances = [],
  comments = [],
  series = [],
}: Parts): Network => ({
  framework: () => framework,
  idea: (id) => (idea?.id === id ? idea : undefined),
  evidence: (id) => evidence.find((one) => one.id === id),
  comment: (id) => comments.find((one) => one.id === id),
  series: (id) => series.find((one) => one.id === id),
  evidenceOf: (id) => evidence.filter(({ ideas }) => ideas.includes(id)),
  stancesOf: (id) => stances.filter((stance) => stance.idea === id),
})
