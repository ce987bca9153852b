import { fhir } from './fhir.ts'
import type { Operation } from './operation.ts'
import { reading } from './reading.ts'
import { batch, writing } from './writing.ts'

/** What tells of the rest, and needs no token. */
export const about = {
  getDocument: {
    method: 'get',
    path: '/openapi.json',
    tag: 'About',
    summary: 'This document',
    files: ['application/json'],
  },
  getReference: { method: 'get', path: '/docs', tag: 'About', summary: 'This document as a page', files: ['text/html'] },
  getReferenceStyle: { method: 'get', path: '/docs.css', tag: 'About', summary: 'The style of that page', files: ['text/css'] },
} as const satisfies Record<string, Operation>

/** Every address of /api/v1, by its operationId. Routes, document, page of reference, client and fuzzer are made of it. */
export const operations: Readonly<Record<string, Operation>> = { ...reading, ...writing, ...batch, ...fhir, ...about }
