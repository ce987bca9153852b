import { language } from '../../../shared/web/language.ts'

/** What the settings say. Loaded with them. */
const english = {
  title: 'Settings',
  lead: 'How this network works. Every change is kept with who made it and what was there before.',
  onlyAdmins: 'Settings are for the network’s admins. You can read what is set on the pages where it counts.',
  save: 'Save',
  saved: 'Saved. Everybody works with it from now on.',
  undo: 'Undo my changes',
  add: 'Add',
  remove: (label: string) => `Remove ${label}`,
  unchanged: 'Nothing is changed yet.',
  removedStay: 'Ideas keep what is removed here; it is only no longer offered.',
  noLabel: 'Every entry needs a name.',
  twice: (label: string) => `“${label}” is there twice.`,
  wholeNumber: (name: string) => `“${name}” must be a whole number, 0 or more.`,
  atLeastOne: (name: string) => `“${name}” must be 1 or more.`,
  mostBelowLeast: (label: string) => `${label}: at most must not be less than at least.`,
  sections: {
    days: 'Days and sizes',
    pathways: 'Pathways',
    topics: 'Topics',
    drivers: 'Drivers of topics',
    sites: 'Sites',
    endings: 'Reasons for endings',
    history: 'History',
  },
  days: {
    decisionDays: 'Days until an answer is due',
    smallNetwork: 'Small network: so many sites or fewer',
    smallHint: 'In a small network, numbers of sites shrink to the sites that there are.',
  },
  pathway: {
    label: 'Name',
    description: 'What it is, in a sentence',
    least: 'Sites at least',
    most: 'Sites at most',
    mostHint: 'Empty: as many as there are',
    approval: 'Approval by steering',
    approvals: { none: 'None', 'before-design': 'Before design', 'after-design': 'After design' },
  },
  names: { topics: 'Topic', drivers: 'Driver', sites: 'Site', endings: 'Reason' },
  of: { endings: 'For ideas that are', drivers: 'Of the topic' },
  history: {
    what: 'the history',
    none: 'Nothing has been changed yet.',
    did: { added: 'added', changed: 'changed', removed: 'removed', set: 'set' },
    fields: {
      pathways: 'pathways',
      phases: 'phases',
      gates: 'gates',
      triage: 'triage',
      topics: 'topics',
      drivers: 'drivers',
      sites: 'sites',
      endings: 'reasons',
      decisionDays: 'days until an answer is due',
      smallNetwork: 'small network',
      suggestion: 'suggestions',
    } as Record<string, string>,
  },
}
export type SettingsWords = typeof english

export const settingsWords: SettingsWords = language === 'es' ? (await import('./strings-settings-es.ts')).settingsWordsEs : english
