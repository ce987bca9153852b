#!/usr/bin/env bash
# ro-crate (npm) 3.7.2: a crate whose root and descriptor have absolute addresses, and a date with its type, are not taken as they are.
#
# Expected: the root of a crate is found by the descriptor's "about" (RO-Crate 1.2, "Finding the Root Data Entity"), whatever the addresses
# are; and { "@value": "2026-01-01", "@type": "Date" }, a value object of JSON-LD 1.1 (4.2.1), comes out as it went in.
# Seen: the first throws "There is no pointer to the root dataset"; the second becomes a reference to a new entity "entity-1".
# Why it matters: an archive that is published under a stable address is valid and cannot be opened with this library.
#
# Needs npm and its registry. Exit code 0: still so. 1: changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact ro-crate@3.7.2
node --input-type=commonjs -e '
const { ROCrate } = require("ro-crate")
const crate = (base, extra) => {
  const descriptor = { "@id": base + "ro-crate-metadata.json", "@type": "CreativeWork", about: { "@id": base || "./" } }
  const profile = { conformsTo: { "@id": "https://w3id.org/ro/crate/1.2" } }
  const root = { "@id": base || "./", "@type": "Dataset", name: "Tea", ...extra }
  return { "@context": "https://w3id.org/ro/crate/1.2/context", "@graph": [{ ...descriptor, ...profile }, root] }
}
const read = (json) => {
  try {
    return new ROCrate(json).rootDataset
  } catch (error) {
    return error.message
  }
}
const absolute = read(crate("https://data.example/tea/"))
const dated = new ROCrate(crate("", { datePublished: { "@value": "2026-01-01", "@type": "Date" } })).toJSON()["@graph"]
const date = JSON.stringify(dated.find((entity) => entity.name === "Tea").datePublished)
console.log("relative:", read(crate("")).name, "| absolute:", absolute, "| date:", date)
process.exit(read(crate("")).name === "Tea" && absolute === "There is no pointer to the root dataset" && date === JSON.stringify({ "@id": "entity-1" }) ? 0 : 1)'
