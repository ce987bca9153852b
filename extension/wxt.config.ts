import preactPreset from '@preact/preset-vite'
import { defineConfig } from 'wxt'
import { withPackedWords } from '../shared/phi/lexicons/pack-words.ts'
import { firstLoads } from './first-loads.ts'

/** Preact can put HTML into a page (`dangerouslySetInnerHTML`). We never do, so it is taken out: then nothing can, and the stores' linters see it. */
const withoutHtml = {
  name: 'without-html',
  transform: (code: string, id: string): string | undefined => {
    if (!/\/preact\/dist\/preact\.m?js$/.test(id)) return undefined
    const without = code.replace(/\w+\.innerHTML=\w+\.__html/, 'void 0')
    if (without === code) throw new Error('Preact puts HTML into pages in another way now: look there')
    return without
  },
}

/** The patient guard's word lists are half of what it loads: they travel packed. */
const packedWords = {
  name: 'packed-words',
  enforce: 'pre' as const,
  transform: (code: string, id: string): string | undefined => (/shared\/phi\/.*\.ts$/.test(id) ? withPackedWords(code) : undefined),
}

/**
 * Making a schema does nothing else (valibot marks its functions so, where Rolldown does not look): a script that does not check
 * by it need not carry it, nor the parts of valibot that it is made of.
 */
const pureSchemas = {
  name: 'pure-schemas',
  enforce: 'pre' as const,
  transform: (code: string, id: string): string | undefined =>
    /\/(?:shared|extension)\/.*\.tsx?$/.test(id) && code.includes("from 'valibot'")
      ? code.replace(/(?<![\w.`])v\.(?!parse\b|safeParse\b|is\b|assert\b)[a-z]\w*\(/g, '/* @__PURE__ */ $&')
      : undefined,
}

/** WXT wraps a script that is injected into a page in messages which its own build leaves empty; every page would have to read them. */
const withoutWrapper = {
  name: 'without-wrapper',
  transform: (code: string, id: string): string | undefined => {
    if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return undefined
    const [definition] = /import definition from .*/.exec(code) ?? []
    if (!definition) throw new Error('WXT wraps injected scripts in another way now: look there')
    return `${definition}\nexport default definition.main()`
  },
}

/**
 * Nearly all of a script that reads a page runs once, at once: told so, V8 compiles it in one go instead of skimming each
 * function first and going back to it when it is called. https://v8.dev/blog/explicit-compile-hints
 */
const compiledAtOnce = {
  name: 'compiled-at-once',
  // After WXT has made the script an expression, whose value is its answer.
  enforce: 'post' as const,
  generateBundle: (_options: unknown, bundle: Record<string, { fileName: string; code?: string }>): void => {
    for (const chunk of Object.values(bundle)) {
      if (/^(?:portal|standing|capture|page-signs|screen|printed|record|quote-link|quote-elsewhere)\.js$/.test(chunk.fileName))
        chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code ?? ''}`
    }
  },
}

const withPages = new Set<string>()

/** A part that brings many files gets a list of them, so that they are fetched at once; but for those that its page has begun with. */
const modulePreload = {
  polyfill: false,
  resolveDependencies: (part: string, files: string[], { hostType }: { hostType: 'html' | 'js' }): string[] => {
    if (hostType === 'js') {
      const added = files.filter((file) => file !== part && !withPages.has(file))
      return added.length > 9 ? added : []
    }
    for (const file of files) withPages.add(file)
    return files
  },
}

export default defineConfig({
  imports: false,
  outDir: process.env['GLEANER_OUTPUT'] ?? '../dist/extension',
  manifestVersion: 3,
  // For the stores: npm run zip. Without times in them, so the same sources make the same bytes.
  zip: {
    artifactTemplate: 'gleaner-{{version}}-{{browser}}.zip',
    sourcesTemplate: 'gleaner-{{version}}-sources.zip',
    sourcesRoot: '..',
    includeSources: [
      'extension/**',
      'shared/**',
      'worker/local/*message*.ts',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'README.md',
      'LICENSE',
    ],
    excludeSources: ['extension/.wxt/**', 'extension/.output/**', '**/compiled/**'],
  },
  vite: () => ({
    build: { modulePreload },
    plugins: [preactPreset(), packedWords, pureSchemas, withoutHtml, withoutWrapper, compiledAtOnce, firstLoads],
    // Dexie's own minified build for browsers of today: 1.7 kB less in every part than the one for all, which its package names first.
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
  }),
  manifest: ({ browser }) => ({
    name: 'Gleaner',
    default_locale: 'en',
    version: '0.1.0',
    description: '__MSG_description__',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    action: { default_title: '__MSG_clipPage__' },
    commands: {
      clip: { suggested_key: { default: 'Alt+Shift+G' }, description: '__MSG_clipPage__' },
      'quick-clip': { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_quickClip__' },
    },
    incognito: 'not_allowed',
    omnibox: { keyword: 'gleaner' },
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'" },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'gleaner@gleaner.example',
              strict_min_version: '142.0',
              // The person's own clips go to their own network; nothing goes to whoever made this.
              data_collection_permissions: { required: ['websiteContent'] },
            },
          },
        }
      : { minimum_chrome_version: '126', storage: { managed_schema: 'managed-schema.json' } }),
  }),
})
