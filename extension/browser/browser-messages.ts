import type english from '../public/_locales/en/messages.json'

/**
 * What the browser shows by itself (menus, the button's title): its own catalogue, public/_locales, and its own language.
 * The service worker reads no other.
 */
export const browserMessage = (name: keyof typeof english, ...values: string[]): string => chrome.i18n.getMessage(name, values)
