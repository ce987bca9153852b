/** What one day asks of Cloudflare. */
export interface Bill {
  requests: number
  calls: number
  cpu: number
  objectRead: number
  objectWritten: number
  directoryRead: number
  directoryWritten: number
  /** Bytes kept. */
  stored: number
}

export const nothing = (): Bill => ({
  requests: 0,
  calls: 0,
  cpu: 0,
  objectRead: 0,
  objectWritten: 0,
  directoryRead: 0,
  directoryWritten: 0,
  stored: 0,
})

/** Of each: how much a month is included in the paid plan, and dollars for a million (of stored data: GB) beyond. docs/scale.md has the sources and the day. */
export const prices: Record<keyof Bill | 'duration', { included: number; each: number; unit: number }> = {
  requests: { included: 10e6, each: 0.3, unit: 1e6 },
  cpu: { included: 30e6, each: 0.02, unit: 1e6 },
  calls: { included: 1e6, each: 0.15, unit: 1e6 },
  duration: { included: 400e3, each: 12.5, unit: 1e6 },
  objectRead: { included: 25e9, each: 0.001, unit: 1e6 },
  objectWritten: { included: 50e6, each: 1, unit: 1e6 },
  directoryRead: { included: 25e9, each: 0.001, unit: 1e6 },
  directoryWritten: { included: 50e6, each: 1, unit: 1e6 },
  stored: { included: 5e9, each: 0.2, unit: 1e9 },
}

const workingDays = 22
const base = 5

/** Dollars a month of such days. An object is billed for the time in which it works: 128 MB for as long as its processor time. */
export const monthly = (day: Bill): Record<string, number> => {
  const gbSeconds = ((day.cpu / 1000) * 128) / 1024
  const lines = Object.entries({ ...day, duration: gbSeconds }).map(([name, amount]) => {
    const { included, each, unit } = prices[name as keyof typeof prices]
    const used = name === 'stored' ? amount : amount * workingDays
    return [name, (Math.max(0, used - included) / unit) * each] as const
  })
  return { base, ...Object.fromEntries(lines), total: base + lines.reduce((sum, [, dollars]) => sum + dollars, 0) }
}
