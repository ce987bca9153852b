#!/usr/bin/env bash
# @medplum/core (npm) 5.2.13: formatPeriod shows a Period of whole days as times of the computer's zone, west of Greenwich a day early.
#
# Expected: a Period of 2024-01-01 to 2024-01-31 (FHIR R4 dateTime, given to the day, hence without time and zone) is shown as these two days.
# formatDate of the same module does so: 3/1/2024 for 2024-03-01 in New York.
# Seen: in New York "12/31/2023, 7:00:00 PM - 1/30/2024, 7:00:00 PM"; in Greenwich the days are right and each has "12:00:00 AM".
# Why it matters: a run chart of months that takes its labels from here moves every month to the one before.
#
# Needs npm and its registry. Exit code 0: still so. 1: changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @medplum/core@5.2.13
cat >try.mjs <<'SCRIPT'
globalThis.WebSocket ??= class {} // the module asks for it when loaded, before Node 22
const { formatDate, formatPeriod } = await import('@medplum/core')
const shown = formatPeriod({ start: '2024-01-01', end: '2024-01-31' })
const day = formatDate('2024-03-01')
console.log(`${process.env.TZ}: formatPeriod ${shown}; formatDate of 2024-03-01 ${day}`)
const seen = process.env.TZ === 'UTC' ? /^1\/1\/2024, 12:00:00\sAM - 1\/31\/2024, 12:00:00\sAM$/u : /^12\/31\/2023, 7:00:00\sPM - 1\/30\/2024, 7:00:00\sPM$/u
process.exit(seen.test(shown) && day === '3/1/2024' ? 0 : 1)
SCRIPT
LANG=en_US.UTF-8 TZ=America/New_York node try.mjs
LANG=en_US.UTF-8 TZ=UTC node try.mjs
