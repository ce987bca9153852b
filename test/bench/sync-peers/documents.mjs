const citationOf = ({ title, doi, authors, journal, year }) => `${authors.join(', ')}. ${title}. ${journal} ${year}. https://doi.org/${doi}`

/** The harness's document as a proposal: the same words, its citation as text of the details. */
export const proposalOf = ({ id, title, description, pathway, phase, tags, evidence }) => ({
  idea: id,
  change: title,
  problem: evidence.quote,
  details: `${description}\n${citationOf(evidence)}`,
  tags: [...tags, pathway, phase],
})
