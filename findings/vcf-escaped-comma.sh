#!/usr/bin/env bash
# vcf (npm) 2.1.2: a comma that RFC 6350 (3.4) has escaped stays escaped in the parsed name, with its backslash.
#
# Expected: N:Prueba\, hija;Ana reads as the family name "Prueba, hija" and the given name "Ana".
# Seen: valueOf() gives "Prueba\, hija;Ana;;;", and the components in toJSON() hold the backslash too.
# Why it matters: a name taken from a card in this way is not found again in a text that was written without the backslash.
#
# Needs npm and its registry. Exit code 0: still so. 1: changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact vcf@2.1.2
node --input-type=commonjs -e '
const VCard = require("vcf")
const lines = ["BEGIN:VCARD", "VERSION:3.0", "N:Prueba\\, hija;Ana;;;", "FN:Ana Prueba", "END:VCARD", ""]
const name = new VCard().parse(lines.join("\r\n")).get("n")
console.log("valueOf:", name.valueOf())
console.log("toJSON: ", JSON.stringify(name))
process.exit(name.valueOf() === "Prueba\\, hija;Ana;;;" && name.toJSON()[3][0] === "Prueba\\, hija" ? 0 : 1)'
