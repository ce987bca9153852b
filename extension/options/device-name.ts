/** Names this browser for the list of a person's devices; nothing about the person. */
export const deviceName = (): string =>
  `${/firefox/i.test(navigator.userAgent) ? 'Firefox' : /edg\//i.test(navigator.userAgent) ? 'Edge' : 'Chrome'} · ${navigator.platform}`.slice(
    0,
    120,
  )
