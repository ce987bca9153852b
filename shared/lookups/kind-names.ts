import { own } from '../values/own.ts'
import type { AssertionKind } from './assertion.ts'

/**
 * Crossref's types of updates (schema 5.3.1: twelve; none for a reinstatement) and what each says of the item. An addendum,
 * a clarification or a new version takes nothing back.
 */
const crossrefTypes: Readonly<Record<string, AssertionKind>> = {
  retraction: 'retracted',
  withdrawal: 'retracted',
  removal: 'retracted',
  partial_retraction: 'partly',
  expression_of_concern: 'doubted',
  correction: 'corrected',
  corrigendum: 'corrected',
  erratum: 'corrected',
}
export const kindOfUpdate = (type: string): AssertionKind | undefined => {
  const name = type.toLowerCase().replace(/[\s-]+/g, '_')
  return own(crossrefTypes, name)
}

/**
 * PubMed's links by what stands at this end, without spaces and in small letters: "Retraction in" is on the paper, "Retraction
 * of" on the notice (NLM's RefType and the names that esummary and Europe PMC print). Partial retractions are errata there.
 */
const pubmedLinks: Readonly<Record<string, AssertionKind>> = {
  retractionin: 'retracted',
  retractedandrepublishedin: 'retracted',
  expressionofconcernin: 'doubted',
  erratumin: 'corrected',
  correctedandrepublishedin: 'corrected',
  republishedin: 'corrected',
  updatein: 'superseded',
  retractionof: 'notice',
  expressionofconcernfor: 'notice',
  erratumfor: 'notice',
}
export const kindOfLink = (name: string): AssertionKind | undefined => {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '')
  return own(pubmedLinks, plain)
}

/** Retraction Watch's natures of a notice. */
const natures: Readonly<Record<string, AssertionKind>> = {
  retraction: 'retracted',
  'expression of concern': 'doubted',
  correction: 'corrected',
  reinstatement: 'reinstated',
}
export const kindOfNature = (nature: string): AssertionKind | undefined => {
  const name = nature.trim().toLowerCase()
  return own(natures, name)
}
