import { expect, test } from 'vitest'
import { runLoad } from '../load/run-load.ts'

const size = { devices: 50, sockets: 25, seconds: 3, mostSeconds: 200 }

test(
  '[S31] [S26] a herd and live pages at the real Worker: what is acknowledged is there once, of what is refused no word in any file',
  { timeout: 300_000 },
  async () => {
    const { herd, live, asked, wrong, leaks } = await runLoad(size, () => undefined)
    expect([herd.unanswered, herd.acks.size]).toEqual([0, asked])
    expect(wrong).toEqual([])
    const refused = [...herd.acks.values()].filter(({ status }) => status === 'refused')
    expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: size.devices / 10 }, () => 'patient-information'))
    expect(leaks).toEqual([])
    expect([live.opened, live.failed]).toEqual([size.sockets, 0])
    // All hear of each change, and read for several of them once.
    expect(live.hints).toBeGreaterThan(size.sockets)
    expect(live.reads.length).toBeLessThanOrEqual(live.hints)
  },
)
