import { behindServer } from '../../../shared/web/server-clock.ts'

let behind = 0

/** From the `Date` of each reply: how far this computer's clock is behind the server's. */
export const noteClock = (date: string | null): void => {
  if (date !== null) behind = behindServer(date, Date.now())
}

/** What time it is by the server, in milliseconds since 1970: this computer's own clock may be years off. */
export const serverNow = (): number => Date.now() + behind
