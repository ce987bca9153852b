/** What the pages of signing in, connecting, members and one's own account say. */
export const accessWords = {
  agree: {
    title: 'Connect this browser’s extension?',
    lead: 'The Gleaner extension of this browser asks to clip for you.',
    broken: 'The extension did not say all that it needs to be connected. Go back to its panel and begin again.',
    who: 'You',
    network: 'Network',
    device: 'Extension',
    noDevice: 'An extension without a name',
    may: 'It may send your clips and ideas to this network, and read its bank. You can end it at any time in “My account”.',
    care: 'Agree only if you pressed “Connect” in the extension yourself, just now.',
    yes: 'Connect',
    no: 'Do not connect',
    busy: 'Connecting …',
  },
  connected: {
    title: 'One press to finish',
    taking: 'You agreed. Now press the Gleaner button in your browser’s toolbar, or Alt+Shift+G: the extension takes over in this tab.',
    stays:
      'No Gleaner button? It may be behind the puzzle piece in the toolbar. Or go back to the extension and connect with a code instead.',
    refusedTitle: 'Not connected',
    refused: 'Nothing was connected. You can close this tab; what the extension holds is kept.',
    emptyTitle: 'Nothing to connect',
    empty: 'This page is where an extension is connected. Begin in the extension’s panel.',
  },
  device: {
    title: 'The extension shows a code',
    lead: 'Type the code that stands in the extension’s panel.',
    code: 'Code',
    codeHint: 'Eight letters and digits, such as ABCD-EFGH.',
    look: 'Continue',
    short: 'The code has eight letters and digits.',
    question: 'Connect this extension?',
    care: 'Agree only if you see this code in the panel of an extension in front of you. If somebody sent it to you, do not.',
    done: 'Connected. The extension notices within a few seconds; you can go back to its panel.',
    again: 'Another code',
  },
  pairing: {
    title: 'Make a code or a link for an extension',
    lead: 'For a browser that cannot open this page, or for a colleague.',
  },
}
export type AccessWords = typeof accessWords
