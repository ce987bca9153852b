const day = 24 * 60
const minute = 60_000

const field = /^(?:\*|\*\/[1-9]\d?|\d{1,2})$/

/** Whether a schedule is one that `nextTime` reads: minutes and hours as `*`, `*`/number or a number, every day. */
export const isDaily = (cron: string): boolean => {
  const [minutes = '', hours = '', ...days] = cron.split(' ')
  return field.test(minutes) && field.test(hours) && days.join(' ') === '* * *'
}

const matches = (asked: string, value: number): boolean =>
  asked === '*' || (asked.startsWith('*/') ? value % Number(asked.slice(2)) === 0 : Number(asked) === value)

/** The first minute after `now` of such a schedule, in UTC and in milliseconds since 1970. Throws where there is none within a day. */
export const nextTime = (cron: string, now: number): number => {
  const [minutes = '', hours = ''] = cron.split(' ')
  const first = Math.floor(now / minute) + 1
  for (let at = first; at <= first + day; at += 1) {
    const inDay = at % day
    if (matches(minutes, inDay % 60) && matches(hours, Math.floor(inDay / 60))) return at * minute
  }
  throw new Error(`No such time: ${cron}`)
}
