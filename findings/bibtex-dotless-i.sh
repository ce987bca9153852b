#!/usr/bin/env bash
# citation-js (npm) 0.7.22 and @retorquere/bibtex-parser (npm) 9.0.29: an accent on \i gives a letter that is no accented i.
#
# Expected (guessed before it was tried): Garc{\'\i}a, as BibTeX files write it because TeX wanted the i without its dot, reads as "García"
# with U+00ED, like Garc{\'i}a.
# Seen: both give U+0131 (dotless i) and U+0301 (acute). It looks the same on most screens, but Unicode has no composition for the two, so no
# normalisation makes U+00ED of them; the umlaut of Na{\"\i}ve likewise. The second program also leaves every other accented letter in two parts,
# which NFC mends.
# Why it matters: the García of such a file is not found by a search for García, and the same paper by two files has two first authors.
#
# Needs npm and its registry. Exit code 0: still so. 1: changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact citation-js@0.7.22 @retorquere/bibtex-parser@9.0.29
cat >try.mjs <<'SCRIPT'
import { createRequire } from 'node:module'
import { parse } from '@retorquere/bibtex-parser'
const Cite = createRequire(import.meta.url)('citation-js')
const entry = (family) => `@article{a, author = {${family}, Ana}, title = {Tea}, journal = {Ward Notes}, year = {2020}}`
const readers = {
  'citation-js 0.7.22': (file) => new Cite(file).data[0].author[0].family,
  '@retorquere/bibtex-parser 9.0.29': (file) => parse(file).entries[0].fields.author[0].lastName,
}
const points = (text) => Array.from(text, (sign) => sign.codePointAt(0).toString(16)).join(' ')
let changed = 0
for (const [name, read] of Object.entries(readers)) {
  const [dotless, dotted] = ["Garc{\\'\\i}a", "Garc{\\'i}a"].map((family) => read(entry(family)).normalize('NFC'))
  console.log(`${name}: {\\'\\i} gives ${dotless} (${points(dotless)}), {\\'i} gives ${dotted} (${points(dotted)})`)
  if (dotless !== 'Garc\u0131\u0301a' || dotted !== 'Garc\u00eda') changed += 1
}
process.exit(changed ? 1 : 0)
SCRIPT
node try.mjs
