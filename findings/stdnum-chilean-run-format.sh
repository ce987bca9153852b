#!/usr/bin/env bash
# stdnum (npm) 1.12.0: the validator of the Chilean RUN and RUT refuses what the same module's format() writes.
#
# Expected: validate(format(number)) is valid, as for every other country's number that was tried;
# Chileans write the number with points (12.531.909-2) on cards, forms and in records.
# Seen: format('125319092') gives '12.531.909-2', and validate('12.531.909-2') answers InvalidLength,
# while '12531909-2' and '125319092' are valid. The check digit is right in all three.
# Why it matters: whoever looks for national numbers in clinical texts with it misses the usual way to write this one.
#
# Needs npm and its registry. Exit code 0: still so. 1: changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact stdnum@1.12.0
node --input-type=commonjs -e '
const { stdnum } = require("stdnum")
let changed = 0
for (const kind of ["run", "rut"]) {
  const { format, validate } = stdnum.CL[kind]
  const written = format("125319092")
  const plain = validate("12531909-2")
  const pointed = validate(written)
  console.log(`CL.${kind}: format gives ${written}; 12531909-2 valid: ${plain.isValid}; ${written} valid: ${pointed.isValid} ${pointed.error?.name ?? ""}`)
  if (written !== "12.531.909-2" || !plain.isValid || pointed.isValid) changed++
}
process.exit(changed ? 1 : 0)'
