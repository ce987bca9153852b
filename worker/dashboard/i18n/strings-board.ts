import { many } from './plurals.ts'

/** The board, what could be decided, and the steps of ideas. */
export const boardWords = {
  step: {
    phase: (phase: string) => `Ready for ${phase}`,
    pathway: (pathway: string) => `Ready for ${pathway}`,
    lacking: (to: string, lacks: string) => `${to}: ${lacks}`,
  },
  board: {
    tab: 'Board',
    title: 'Board',
    pathways: 'Pathways',
    what: 'the board',
    lead: 'Drag a card to another phase, or press its handle and use the arrow keys. The gate opens first; nothing moves by itself.',
    empty: 'No idea in this phase.',
    more: (left: number) => `Show more (${left})`,
    days: (days: number) => (days === 0 ? 'since today' : many(days, 'day here', 'days here')),
    leads: (leads: number) => (leads === 0 ? 'no lead' : many(leads, 'lead', 'leads')),
    sites: (willing: number, tested: number, improved: number) =>
      `${willing} willing${tested > 0 ? `, ${tested} tested, ${improved} improved` : ''}`,
    handle: (change: string) => `Move “${change}”`,
    keys: 'Enter picks it up, arrow keys choose a phase, Enter puts it down, Escape leaves it where it was.',
    pickedUp: (change: string, phase: string) =>
      `Picked up “${change}” in ${phase}. Left and right arrow choose a phase, Enter puts it down, Escape cancels.`,
    over: (phase: string, at: number, of: number) => `${phase}, ${at} of ${of}`,
    putBack: (phase: string) => `Left in ${phase}.`,
    opens: (phase: string) => `The gate to ${phase} opens.`,
    gate: (from: string, to: string) => `${from} → ${to}`,
    close: 'Close',
    notReachable: (to: string, first: string) => `It cannot go to ${to} at once: ${first} comes first.`,
    notFrom: 'This idea is elsewhere by now.',
    held: 'On hold: nothing moves until steering lifts it.',
    back: (to: string) => `Back to ${to}`,
    backOnly: 'Only a coordinator moves an idea back.',
  },
  decisions: {
    title: 'For a decision today',
    what: 'what could be decided',
    due: 'Answers overdue',
    again: 'Parked until now',
    ready: 'Promotable now',
    short: 'Short by one',
    none: 'Nothing is overdue, and no idea is one step short. New ideas wait in triage.',
    noneDue: 'Nobody waits for an overdue answer.',
    noneReady: 'No idea has all that its next step needs.',
    noneShort: 'No idea lacks just one thing.',
    all: (count: number) => `All ${count}`,
    asked: (count: number) => `${many(count, 'idea waits', 'ideas wait')} for the sender’s answer`,
    lookAgain: 'Look again',
  },
  cell: {
    age: (days: number) => `${days} d`,
    ageLong: (days: number) => `median ${many(days, 'day', 'days')} in this phase`,
    trend: (before: number, now: number, weeks: number) =>
      now === before
        ? `as many as ${weeks} weeks ago`
        : `${Math.abs(now - before)} ${now > before ? 'more' : 'fewer'} than ${weeks} weeks ago`,
    legend: 'Under each number: median days in the phase, and its course over 12 weeks.',
  },
}
export type BoardWords = typeof boardWords
