/**
 * Whether a network's list has this key. Nothing at all is fine, and so is anything while the network has no list yet.
 */
export const knownKey = (list: readonly { key: string }[], key: string): boolean =>
  key === '' || list.length === 0 || list.some((entry) => entry.key === key)
