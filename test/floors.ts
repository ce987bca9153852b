/** An area of the product, and its rooms (folders) from the roof down. */
export interface Area {
  folder: string
  /** Areas that every file of it may import as well. */
  reads: readonly string[]
  /**
   * A file may import its own room and rooms of lower floors; rooms on one floor do not know of each other. So no two folders
   * can need each other. `.` is the area's own folder.
   */
  floors: readonly (readonly string[])[]
}

/**
 * Where everything stands, and in which direction imports run: down. A clip walks down the extension, through `shared/sync`,
 * into the Worker, and comes up in the dashboard.
 */
export const areas: readonly Area[] = [
  {
    folder: 'extension',
    reads: ['shared', 'shared/web'],
    floors: [
      ['.', 'entrypoints', 'entrypoints/sidepanel', 'entrypoints/options'],
      ['panel', 'options', 'background'],
      ['panel/views', 'panel/clip'],
      ['panel/idea'],
      ['panel/parts'],
      ['panel/state', 'ui'],
      ['account'],
      ['capture', 'backup'],
      ['drafts', 'bank', 'sync'],
      ['outbox'],
      ['page-reader'],
      ['page-reader/sites', 'page-reader/printed'],
      ['page-reader/metadata', 'page-reader/quote'],
      ['reading', 'patient-page', 'connection'],
      ['page-reader/page', 'patient-page/banner', 'patient-page/publication', 'store', 'browser', 'i18n'],
      ['patient-page/banner/labels'],
    ],
  },
  {
    folder: 'worker',
    reads: ['shared'],
    floors: [
      ['server'],
      ['.'],
      ['routes/open'],
      ['routes', 'jobs'],
      ['routes/middleware', 'people'],
      ['archive'],
      ['auth'],
      ['bank', 'open-api'],
      ['bank/archive'],
      ['bank/webhooks', 'bank/lookups'],
      ['bank/queries'],
      ['bank/storage'],
      ['bank/indexes', 'audit'],
      ['bank/rows', 'directory', 'http', 'mail', 'lookups'],
      ['telemetry'],
    ],
  },
  {
    folder: 'worker/dashboard',
    reads: ['shared', 'shared/web'],
    floors: [
      ['.'],
      ['app'],
      ['help'],
      ['triage', 'board', 'reports', 'import'],
      ['home', 'ideas', 'evidence', 'idea', 'notifications', 'members', 'account', 'settings', 'webhooks', 'audit', 'connect'],
      ['start'],
      ['adding', 'tokens', 'idea/approval', 'idea/evidence', 'idea/measures', 'sign-in'],
      ['ui', 'drawing'],
      ['data'],
      ['i18n'],
    ],
  },
  { folder: 'worker/local', reads: ['shared', 'worker'], floors: [['.']] },
  { folder: 'worker/operate', reads: ['shared', 'worker', 'worker/local'], floors: [['.']] },
  { folder: 'worker/client', reads: ['shared', 'worker'], floors: [['.']] },
  { folder: 'shared/web', reads: ['shared'], floors: [['.']] },
  {
    folder: 'shared',
    reads: [],
    floors: [
      ['import/references', 'archive'],
      ['exports', 'import/tables'],
      ['api'],
      ['webhooks', 'fhir'],
      ['sync'],
      ['mutations'],
      ['mutations/engine'],
      ['notifications'],
      ['rules'],
      ['domain'],
      ['lookups'],
      ['citations', 'phi/sure'],
      ['phi/by-language'],
      ['phi'],
      ['phi/by-language/words'],
      ['phi/languages'],
      ['phi/text'],
      ['phi/lexicons', 'values'],
      ['i18n'],
    ],
  },
]

/** A room with fewer than three or more than thirty source files, and why that is right. */
export const exceptions: Readonly<Record<string, string>> = {
  extension: 'WXT wants its settings there',
  'extension/entrypoints/sidepanel': 'WXT makes a page of the folder; the panel itself is in panel/',
  'extension/entrypoints/options': 'WXT makes a page of the folder; the options themselves are in options/',
  'worker/dashboard': 'where Vite begins',
  'shared/mutations': 'one file a mutation: whoever looks for one knows its name',
}
