import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { built } from './chromium.ts'
import { firefoxId } from './firefox.ts'

/** Chromium names an unpacked extension after its folder. */
const chromiumId = (folder: string): string =>
  createHash('sha256')
    .update(folder)
    .digest('hex')
    .slice(0, 32)
    .replaceAll(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '')

/** In mounts of its own, so that this machine's /etc stays as it is: an /etc with the policies in it, and then the program. */
const inOwnMounts = `
mount -t tmpfs tmpfs "$1/mounts"
mkdir "$1/mounts/upper" "$1/mounts/work"
mount -t overlay overlay -o "lowerdir=/etc,upperdir=$1/mounts/upper,workdir=$1/mounts/work" /etc
mkdir -p /etc/chromium/policies/managed /etc/firefox/policies
cp "$1/chromium.json" /etc/chromium/policies/managed/gleaner.json
cp "$1/firefox.json" /etc/firefox/policies/policies.json
shift
exec "$@"`

/** A program that starts that browser with this policy of the computer. `undefined` where this is not allowed: root alone may mount. */
export const withPolicy = (folder: string, executable: string, policy: object): string | undefined => {
  mkdirSync(join(folder, 'mounts'), { recursive: true })
  writeFileSync(join(folder, 'chromium.json'), JSON.stringify({ '3rdparty': { extensions: { [chromiumId(built)]: policy } } }))
  writeFileSync(join(folder, 'firefox.json'), JSON.stringify({ policies: { '3rdparty': { Extensions: { [firefoxId]: policy } } } }))
  const start = (program: string): string => `exec unshare --mount sh -e -c '${inOwnMounts}' sh '${folder}' '${program}'`
  if (spawnSync('sh', ['-c', start('true')]).status !== 0) return undefined
  const script = join(folder, 'browser')
  writeFileSync(script, `#!/bin/sh\n${start(executable)} "$@"\n`, { mode: 0o755 })
  return script
}
