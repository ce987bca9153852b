import type { Context } from 'hono'

export const isSecure = (c: Context): boolean => new URL(c.req.url).protocol === 'https:'

/** `__Host-`: of this host only, over https only; a local http server cannot have such a cookie. */
export const cookieName = (secure: boolean, name = 'gleaner'): string => (secure ? `__Host-${name}` : name)
