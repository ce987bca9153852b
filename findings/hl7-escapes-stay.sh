#!/usr/bin/env bash
# @medplum/core (npm) 5.2.13: Hl7Message leaves the escape sequences of HL7 version 2 (chapter 2.7) in what it reads.
#
# Expected: PID-5 of "Tea \T\ Cake^Ana" reads as the family name "Tea & Cake", and \F\ in OBX-5 as "|".
# Seen: getComponent and toString give the sequences unchanged; nothing of the module decodes them.
# Why it matters: a name of an admission message, looked for in a text, is not found where it holds one of the five delimiters.
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
const { Hl7Message } = await import('@medplum/core')
const segments = [
  'MSH|^~\\&|A|B|C|D|202401011200||ADT^A01|1|P|2.5',
  'PID|1||123^^^H^MR||Tea \\T\\ Cake^Ana',
  'OBX|1|TX|a||one \\F\\ two',
]
const message = Hl7Message.parse(segments.join('\r'))
const family = message.getSegment('PID').getField(5).getComponent(1)
const text = message.getSegment('OBX').getField(5).toString()
console.log(`PID-5.1: ${family}; OBX-5: ${text}`)
process.exit(family === 'Tea \\T\\ Cake' && text === 'one \\F\\ two' ? 0 : 1)
SCRIPT
node try.mjs
