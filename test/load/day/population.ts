/** A generator of numbers in [0, 1), the same for the same seed (mulberry32). */
export const diceOf = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
export type Dice = ReturnType<typeof diceOf>

export interface Network {
  devices: number
  /** People who work in the dashboard, each with a page that stays open. */
  desks: number
  /** Second of the day at which its first shift begins, by the server’s clock. */
  start: number
}

const hour = 3600

/** Most have some forty devices, one in a hundred over five hundred, none more than 2,000; hospitals of four time zones. */
export const networksOf = (count: number, dice: Dice): Network[] =>
  Array.from({ length: count }, () => {
    const devices = Math.min(2000, Math.floor(25 / (1 - dice()) ** 0.7))
    const zone = [0, 0, 0, 1, 1, 6, 7, 9][Math.floor(dice() * 8)] ?? 0
    return { devices, desks: 1 + Math.floor(devices / 40), start: (6 + zone + Math.floor(dice() * 3) * 0.5) * hour }
  })

/** Seconds around a shift’s begin in which people sit down: bell-shaped, a standard deviation of about eight minutes. */
export const arrives = (start: number, dice: Dice): number => start + (dice() + dice() + dice() - 1.5) * 960
