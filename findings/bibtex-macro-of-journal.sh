#!/usr/bin/env bash
# @orcid/bibtex-parse-js (npm) 0.0.25: an entry that uses a macro of the file (@string) cannot be read, and "#" takes spaces away.
#
# Expected: @string{ward = "Ward Notes"} and journal = ward give the journal "Ward Notes"; title = "Tea" # " and cake" gives "Tea and cake".
# Both are as old as BibTeX, and journals are what macros are used for.
# Seen: the first throws TypeError "this.string is not a function", so that nothing of the file is read; the second gives "Teaand cake".
# Why it matters: this reader stands behind the import of works from BibTeX that researchers know; files that pass elsewhere fail there.
#
# Needs npm and its registry. Exit code 0: still so. 1: changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @orcid/bibtex-parse-js@0.0.25
node --input-type=commonjs -e '
const { toJSON } = require("@orcid/bibtex-parse-js")
const said = (file) => {
  try {
    return toJSON(file).at(-1).entryTags.title
  } catch (error) {
    return String(error)
  }
}
const macro = said("@string{ward = \"Ward Notes\"}\n@article{a, title = \"Tea\", journal = ward, year = 2020}")
const joined = said("@article{a, title = \"Tea\" # \" and cake\", year = 2020}")
console.log("macro:", macro)
console.log("joined:", joined)
process.exit(macro === "TypeError: this.string is not a function" && joined === "Teaand cake" ? 0 : 1)'
