import type { Citation } from './citation.ts'

/** Prefixes of servers that register nothing but preprints; of Cold Spring Harbor's and SSRN's only those with their kind of number. */
const prefixes =
  /^10\.(?:(?:1101|64898)\/(?:\d{4}\.)|21203\/rs\.|20944\/preprints|2139\/ssrn|26434\/chemrxiv|48550\/arxiv|31234\/|31219\/|31222\/|31235\/|31730\/|22541\/au\.|36227\/techrxiv|32388\/|35542\/osf|55458\/neurolibre|12688\/(?:openreseurope|verixiv))/i
const servers =
  /^(?:bio|med|chem|psy|soc|ed|engr|tech|eco|africa|veri)rxiv$|^arxiv$|^ssrn(?: electronic journal)?$|^research square$|^preprints(?:\.org)?$|^osf preprints$|^authorea$|^scielo preprints$/i

/** Whether an item stands on a server of preprints: nobody has reviewed it for a journal. */
export const isPreprint = ({ DOI = '', number = '', publisher = '', 'container-title': journal = '' }: Citation): boolean =>
  prefixes.test(DOI) || /^arxiv:/i.test(number) || servers.test(publisher) || servers.test(journal)
