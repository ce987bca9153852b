/** What is asked of the bundler: the modules that import one at once. */
interface Modules {
  getModuleInfo: (id: string) => { importers: readonly string[] } | null
}

/** The pages of the extension that load a module at once. */
const pagesOf = (id: string, modules: Modules, seen = new Set<string>()): Set<string> => {
  seen.add(id)
  const page = /(sidepanel|options)\/index\.html$/.exec(id)?.[1]
  if (page) return new Set([page])
  const importers = (modules.getModuleInfo(id)?.importers ?? []).filter((one) => !seen.has(one))
  return new Set(importers.flatMap((one) => [...pagesOf(one, modules, seen)]))
}

/** The panel's own start is no part of what others may load later. */
const isStart = (id: string): boolean => /sidepanel\/(?:main\.tsx|index\.html)$/.test(id)

const ofPages = (id: string, modules: Modules): string | null => (pagesOf(id, modules).size > 1 ? 'pages' : null)
const ofPanel = (id: string, modules: Modules): string | null => (pagesOf(id, modules).has('sidepanel') && !isStart(id) ? 'panel' : null)

const groups = [
  // Messages of other languages import what counts plurals, and the first file waits for them (`await` in i18n/panel.ts): if they
  // imported that, each would wait for the other for ever.
  { name: 'plurals', test: /[\\/](?:@messageformat|make-plural)[\\/]/, priority: 2 },
  { name: ofPages, tags: ['$initial'], priority: 1 },
  { name: ofPanel, tags: ['$initial'] },
]

/**
 * The panel begins with four files instead of fifty: each is a request of its own to the browser, which takes longer than what is in
 * it. Only what both pages begin with is in one file, so that neither loads what is the other's.
 */
export const firstLoads = {
  name: 'first-loads',
  outputOptions: (options: { format?: string }) => (options.format === 'es' ? { ...options, codeSplitting: { groups } } : options),
}
