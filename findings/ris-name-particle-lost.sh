#!/usr/bin/env bash
# citation-js (npm: @citation-js/core 0.8.2, plugin-ris 0.8.2, plugin-bibtex 0.8.2): RIS loses the particle of a name that BibTeX keeps.
#
# Expected: CSL's author { "non-dropping-particle": "van der", family: "Berg", given: "Ana" } is "van der Berg, Ana" in RIS.
# Seen: "AU  - Berg, Ana". BibTeX of the same object has "van der Berg, Ana", and Vancouver "van der Berg A".
# Why it matters: a reference manager that takes the RIS file files the paper under another name, and does not see that it has it already.
#
# Needs npm and its registry. Exit code 0: still so. 1: changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 @citation-js/plugin-bibtex@0.8.2
node --input-type=commonjs -e '
const { Cite } = require("@citation-js/core")
require("@citation-js/plugin-ris")
require("@citation-js/plugin-bibtex")
const author = [{ "non-dropping-particle": "van der", family: "Berg", given: "Ana" }]
const cite = new Cite({ id: "a", type: "article-journal", title: "Tea", author })
const line = (format, sign) => cite.format(format).split("\n").find((text) => text.includes(sign)).trim()
const [ris, bibtex] = [line("ris", "AU  -"), line("bibtex", "author")]
console.log(ris)
console.log(bibtex)
process.exit(ris === "AU  - Berg, Ana" && bibtex.includes("van der Berg, Ana") ? 0 : 1)'
