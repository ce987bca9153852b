/** What `npm run new KIND NAME` makes: files from templates, lines in files that list such things, and what is left to a person. */
export interface Recipe {
  /** What a name looks like, and one for example. */
  name: RegExp
  example: string
  /** Each a file of `templates/`, or with `from` a file of the project, and where it goes. Names in braces as `namesOf` gives them. */
  files: readonly ({ template: string; to: string } | { from: string; to: string })[]
  edits: readonly Edit[]
  next: readonly string[]
}

/** `add` goes before the place where `before` stands, once in the file; or a message goes into a catalogue, by its path in the JSON. */
export type Edit = { file: string; before: string; add: string } | { catalogues: string; path: readonly string[]; message: unknown }

const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const dashboard = 'worker/dashboard/i18n'

const mutation: Recipe = {
  name: kebab,
  example: 'tag-idea',
  files: [
    { template: 'mutation', to: 'shared/mutations/{kebab}.ts' },
    { template: 'mutation.test', to: 'test/shared/mutations/{kebab}.test.ts' },
  ],
  edits: [
    {
      file: 'shared/mutations/index.ts',
      before: "import { watchIdea } from './watch-idea.ts'\n",
      add: "import { {camel} } from './{kebab}.ts'\n",
    },
    { file: 'shared/mutations/index.ts', before: '  watchIdea,\n', add: '  {camel},\n' },
    {
      file: 'test/shared/mutations/any-attempt.ts',
      before: '  watchIdea: fc.record(',
      add: '  {camel}: fc.record({ idea, tag: words }),\n',
    },
    {
      file: 'worker/dashboard/idea/history-words.ts',
      before: '  watchIdea: ({ watch }) =>',
      add: '  {camel}: () => plain(messages.history.{camel}),\n',
    },
    { file: 'worker/bank/queries/news-queries.ts', before: '  watchIdea: nothing,\n', add: '  {camel}: nothing,\n' },
    { file: 'worker/open-api/writing.ts', before: "  dismissEvidence: 'decide',\n", add: "  {camel}: 'decide',\n" },
    { catalogues: dashboard, path: ['bank', 'history', '{camel}'], message: '{words}' },
  ],
  next: [
    'Say in shared/mutations/{kebab}.ts who may ask, for what, and what changes; its test is a table of decisions.',
    'Give it a rule in shared/SPEC.md, [M…], and quote the rule in the title of a row of the test.',
    'Write what the history says of it in worker/dashboard/i18n/en.json and es.json (bank.history.{camel}), and in worker/bank/queries/news-queries.ts what a digest tells.',
    'Say in worker/open-api/writing.ts (mutationScopes) what a token has to be for to ask for it; with an address of its own there, npm run client makes the typed client anew.',
    'If devices may ask for it offline, list it in shared/mutations/device-mutations.ts instead of index.ts.',
  ],
}

const report: Recipe = {
  name: kebab,
  example: 'by-phase',
  files: [
    { template: 'report-api', to: 'shared/api/report-{kebab}.ts' },
    { template: 'report-query', to: 'worker/bank/queries/report-{kebab}.ts' },
    { template: 'report-screen', to: 'worker/dashboard/reports/report-{kebab}.tsx' },
    { template: 'report.test', to: 'test/worker/bank/queries/report-{kebab}.test.ts' },
  ],
  edits: [
    {
      file: 'shared/api/reports.ts',
      before: "import type { Idea } from '../domain/entities.ts'\n",
      add: "import type { {Pascal}Line } from './report-{kebab}.ts'\n",
    },
    { file: 'shared/api/reports.ts', before: '  leads: LeadLoad[]\n', add: '  {camel}: {Pascal}Line[]\n' },
    {
      file: 'worker/bank/queries/report-queries.ts',
      before: "import { reportSeries } from './series-queries.ts'\n",
      add: "import { {camel} } from './report-{kebab}.ts'\n",
    },
    { file: 'worker/bank/queries/report-queries.ts', before: '    leads: leads(sql),\n', add: '    {camel}: {camel}(sql),\n' },
    {
      file: 'worker/dashboard/reports/reports-page.tsx',
      before: "import { ReportLeads } from './report-leads.tsx'\n",
      add: "import { Report{Pascal} } from './report-{kebab}.tsx'\n",
    },
    {
      file: 'worker/dashboard/reports/reports-page.tsx',
      before: '              <ReportLeads ',
      add: '              <Report{Pascal} {camel}={reply.{camel}} />\n',
    },
    { catalogues: dashboard, path: ['reports', 'reports', '{camel}'], message: '{words}' },
  ],
  next: [
    'Say in shared/api/report-{kebab}.ts what a line counts, and count it in worker/bank/queries/report-{kebab}.ts.',
    'Whoever reads may not be told every name: see shared/rules/visibility.ts.',
    'Write its heading in worker/dashboard/i18n/en.json and es.json (reports.reports.{camel}).',
    'Give it a rule in shared/SPEC.md, [R…], and quote the rule in the title of its test.',
  ],
}

const screen: Recipe = {
  name: /^(?:[a-z]+\/)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  example: 'members/departures',
  files: [
    { template: 'screen', to: 'worker/dashboard/{room}/{kebab}-page.tsx' },
    { template: 'screen-messages', to: 'worker/dashboard/i18n/{kebab}.ts' },
    { template: 'screen.test', to: 'test/e2e/{kebab}-page.test.ts' },
  ],
  edits: [
    {
      file: 'worker/dashboard/app/routes.tsx',
      before: 'const AuditPage = ',
      add: "const {Pascal}Page = lazyPage(() => import('../{room}/{kebab}-page.tsx').then((page) => page.{Pascal}Page))\n",
    },
    { file: 'worker/dashboard/app/routes.tsx', before: "  ['/audit', ", add: "  ['/{kebab}', () => <{Pascal}Page />],\n" },
    {
      catalogues: dashboard,
      path: ['{kebab}'],
      message: { title: '{words}', lead: 'What this page is for.', none: 'There is nothing here yet.' },
    },
  ],
  next: [
    'Fill worker/dashboard/{room}/{kebab}-page.tsx; what is fetched comes by useQuery (data/use-query.ts).',
    'Write its texts in worker/dashboard/i18n/en.json and es.json ({kebab}).',
    'Link to /{kebab} from where people look for it, such as app/frame.tsx.',
    'A room that is new goes into the table of test/floors.ts.',
  ],
}

const site: Recipe = {
  name: kebab,
  example: 'annals-of-care',
  files: [
    { template: 'site', to: 'extension/page-reader/sites/{kebab}.ts' },
    { template: 'site-page', to: 'test/pages/{kebab}.html' },
    { template: 'site.test', to: 'test/extension/page-reader/sites/{kebab}.test.ts' },
  ],
  edits: [],
  next: [
    'Run npm run extract on a saved page of the site first: often nothing is missing (docs/reading-pages.md).',
    'Write the real hosts into extension/page-reader/sites/{kebab}.ts, and read there only what the general readers miss.',
    'Make up a page of the same structure in test/pages/{kebab}.html. Never copy the site’s own.',
  ],
}

const language: Recipe = {
  name: /^[a-z]{2}$/,
  example: 'fr',
  files: [
    { from: 'shared/i18n/en.json', to: 'shared/i18n/{kebab}.json' },
    { from: 'extension/i18n/en.json', to: 'extension/i18n/{kebab}.json' },
    { from: 'worker/dashboard/i18n/en.json', to: 'worker/dashboard/i18n/{kebab}.json' },
    { from: 'extension/public/_locales/en/messages.json', to: 'extension/public/_locales/{kebab}/messages.json' },
  ],
  edits: [{ file: 'shared/i18n/language.ts', before: ' } as const\nexport type Language', add: ", {kebab}: '{language}'" }],
  next: [
    'Translate the four new files; they are in English. Each message keeps its name and its parameters (ICU MessageFormat).',
    'Tests of messages go through every language that shared/i18n/language.ts lists, so there is none to write.',
  ],
}

export const recipes: Readonly<Record<string, Recipe>> = { mutation, report, screen, site, language }
