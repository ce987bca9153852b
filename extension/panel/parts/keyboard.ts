/** Whose keys a shortcut is written with. */
export const keyboard = /mac/i.test(navigator.platform) ? 'mac' : 'other'
