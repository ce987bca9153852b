import { language } from '../../shared/web/language.ts'

const clips = (count: number): string => (count === 1 ? '1 clip' : `${count} clips`)
const drafts = (count: number): string => (count === 1 ? '1 draft' : `${count} drafts`)
const size = (bytes: number): string =>
  bytes < 1e9 ? `${Math.max(1, Math.round(bytes / 1e6)).toLocaleString('en')} MB` : `${Math.round(bytes / 1e9).toLocaleString('en')} GB`

/** What the settings say about connecting, signing out and what is kept. */
const english = {
  welcomeTitle: 'Welcome to Gleaner',
  welcome: [
    'Reading, and something your network could try? Press the Gleaner button: title, authors and the sentence you selected are filled in.',
    'Say in one sentence what you would change, and save. It is kept on this computer at once, offline too, and sent by itself.',
    'Nothing is read of any page until you press the button, and whatever may identify a patient is stopped here, in your browser.',
  ],
  practiceTitle: 'A practice clip',
  practiceText:
    'Try it on this page: select a sentence of the made-up article, then press the Gleaner button in the toolbar (or Alt+Shift+G).',
  practiceArticleTitle: 'Home scales after neonatal surgery: a made-up article',
  practiceArticle:
    'Infants who go home after surgery often gain weight slowly. Weight gain in the first month rose after families were lent a home scale. Calls to the clinic did not rise.',
  practiceOpen: 'The panel is open. Write what you would change and save with Ctrl+Enter.',
  practiceDone: 'That is all there is to it. This was practice: nothing of it was kept or sent.',
  toSettings: 'All settings',

  serverFixed: 'Set by your organisation.',
  serverHelp: 'Your network’s address, or the link that your coordinator sent you.',
  byCode: 'Connect with a code instead',
  havePairing: 'I have a pairing code',
  needServer: 'Type your network’s address first.',
  otherServer: (server: string): string => `On this computer Gleaner connects only to ${server}.`,
  tabTitle: 'Finish in the tab that opened',
  tabSteps: [
    'Sign in there, if you are asked to.',
    'Agree that this browser may speak for you.',
    'Press the Gleaner button in the toolbar (or Alt+Shift+G).',
  ],
  tabAgain: 'Open the tab again',
  codeTitle: 'Type this code at your network',
  codeSteps: (address: string): string => `Open ${address} in any browser, sign in, and type:`,
  codeWaiting: (time: string): string => `Waiting until you have agreed there. The code is good until ${time}.`,
  cancel: 'Cancel',
  offline: 'The server cannot be reached now.',
  again: 'Try again',
  problems: {
    offline: 'This server cannot be reached. Check the address and your connection.',
    'no-network': 'This computer is offline now. Connect when it is online again.',
    'nothing-there': 'No Gleaner answers at this address. Check how it is written, or ask your coordinator for the link.',
    'not-gleaner': 'Something answers at this address, but it is not a Gleaner server.',
    over: 'That took too long, or the browser was closed meanwhile. Connect again.',
    denied: 'You did not agree, so nothing was connected.',
    'not-ours': 'This answer is for another browser, so it was not used. Connect again from here.',
    'other-network': 'Your organisation lets this computer connect to another network only.',
  },
  lockedTitle: 'Locked',
  locked:
    'This is a shared computer, and Gleaner was not used for a while. Connect to go on. What was saved is kept, and shown only to whoever saved it.',
  sharedFirst: 'This is a shared computer: connect first, so that what you clip is yours.',

  signOut: 'Sign out …',
  signOutTitle: 'Sign out of this browser?',
  signOutClean: 'Everything is sent. Your name, the copy of the bank and your access are removed from this browser.',
  signOutUnsent: (unsent: number, refused: number, unfinished: number): string =>
    `Not at your network yet: ${[
      ...(unsent > 0 ? [`${clips(unsent)} waiting`] : []),
      ...(refused > 0 ? [`${clips(refused)} refused`] : []),
      ...(unfinished > 0 ? [drafts(unfinished)] : []),
    ].join(', ')}. Send or save them first, or they are deleted with everything else.`,
  sendNow: 'Send now',
  clearAll: 'Sign out and clear',
  clearUnsent: 'Delete unsent and sign out',
  leaveKept: 'Disconnect, keep it here',
  signedOut: 'You are signed out, and nothing of yours is left in this browser.',

  roomTitle: 'Room',
  room: (used: number, quota: number): string => `${size(used)} used of ${size(quota)} that the browser allows.`,
  persisted: 'The browser keeps it even when the disk runs short.',
  nearlyFull:
    'There is hardly room left. Send what waits, save what is unsent as a file, and free some disk space; what no longer fits is not accepted, and says so.',
  share: (percent: number): string =>
    `You have used ${percent} % of your share of this network’s storage in the bank. It grows again over the year; when it is used, what you save waits here and goes more slowly. Your network’s coordinators can help.`,
  importUnsent: 'Bring back a file of unsent clips',
  imported: (count: number, unfinished: number, toLookAt: number): string =>
    count + unfinished + toLookAt === 0
      ? 'Everything in this file is here already.'
      : `Brought back: ${clips(count)}, ${drafts(unfinished)}.${toLookAt > 0 ? ` Not sent, because something in it may identify a patient: ${toLookAt}. Look at it in the panel.` : ''}`,
  importNotOurs: 'This is not a file of unsent clips, or it is damaged. Nothing was changed.',
  importOther: (account: string): string => `These clips are of another account (${account}). Connect as that person to bring them back.`,
  importTooLarge: 'This file is larger than any that Gleaner writes. Nothing was changed.',

  commands: {
    clip: 'Clip the page in front',
    'quick-clip': 'Clip it at once, without opening anything, as evidence for the inbox',
  },
  noKey: 'no key yet',
  changeKeys: 'Change the keys',
  omnibox: 'In the address bar, type “gleaner”, a space and some words to search the ideas of your network, offline too.',
}
export type SetupStrings = typeof english

export const words: SetupStrings = language === 'es' ? (await import('./strings-setup-es.ts')).spanish : english
