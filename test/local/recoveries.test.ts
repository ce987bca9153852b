import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../worker/local/root.ts'
import { askRecovery, type AskedRecovery, recoveryLines, recoveryTarget } from '../../worker/operate/recoveries.ts'

const now = Date.UTC(2026, 11, 1, 12)
const bookmark = '0000007b-0000b26e-00001538-0c3e87bb37b3db5cc52eedb93cd3b96b'

test('[D58] where to go back to: a moment with its time zone, of the last thirty days, or a bookmark', () => {
  expect(recoveryTarget('2026-12-01T11:05Z', now)).toEqual({ moment: Date.UTC(2026, 11, 1, 11, 5), bookmark: null })
  expect(recoveryTarget('2026-12-01T12:30:00+02:00', now)).toEqual({ moment: Date.UTC(2026, 11, 1, 10, 30), bookmark: null })
  expect(recoveryTarget(bookmark, now)).toEqual({ moment: null, bookmark })
  for (const [wrong, says] of [
    ['yesterday', /time zone/],
    ['2026-12-01T11:05:00', /time zone/],
    ['2026-12-01', /time zone/],
    ['2026-13-41T11:05:00Z', /past/],
    ['2026-12-01T12:00:01Z', /past/],
    ['2026-10-31T12:00:00Z', /thirty days/],
    [`${bookmark}'`, /time zone/],
    ['', /time zone/],
  ] as const)
    expect(() => recoveryTarget(wrong, now)).toThrow(says)
})

test('[D58] what is asked stands in the directory, of a network that there is, and is told in lines', () => {
  const directory = new DatabaseSync(':memory:')
  const migrations = join(root, 'worker/migrations')
  for (const file of readdirSync(migrations).toSorted()) directory.exec(readFileSync(join(migrations, file), 'utf8'))
  directory.exec("INSERT INTO network (slug, name, object, created_at) VALUES ('north', 'North', 'net:1', 1)")
  directory.exec(askRecovery("'north'", { moment: null, bookmark: null }, now))
  directory.exec(askRecovery("'north'", recoveryTarget('2026-12-01T11:05Z', now), now))
  directory.exec(askRecovery("'north'", recoveryTarget(bookmark, now), now))
  expect(() => directory.exec(askRecovery("'south'", { moment: null, bookmark: null }, now))).toThrow(/NOT NULL/)
  directory.exec("UPDATE recovery SET state = 'done', undo = 'b1' WHERE number = 1")
  directory.exec("UPDATE recovery SET state = 'done', undo = 'b2', said = '5 ideas, 9 mutations' WHERE number = 2")
  const rows = directory.prepare('SELECT * FROM recovery ORDER BY number').all() as unknown as AskedRecovery[]
  expect(recoveryLines(rows)).toEqual([
    '1  2026-12-01T12:00:00.000Z  bookmark: done; now: b1',
    '2  2026-12-01T12:00:00.000Z  back to 2026-12-01T11:05:00.000Z: done (5 ideas, 9 mutations); to undo it: --to b2',
    `3  2026-12-01T12:00:00.000Z  back to ${bookmark}: waits for the Worker`,
  ])
})
