import { preact } from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { withPackedWords } from '../../shared/phi/lexicons/pack-words.ts'

/** The patient guard’s word lists are half of what it loads: they travel packed. */
const packedWords = {
  name: 'packed-words',
  enforce: 'pre' as const,
  transform: (code: string, id: string): string | undefined => (/shared\/phi\/.*\.ts$/.test(id) ? withPackedWords(code) : undefined),
}

/** The dashboard is static files; `npm run build:dashboard` puts them where the Worker serves them from. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact(), packedWords],
  build: {
    outDir: '../../dist/dashboard',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        // The first load is one file. What counts plurals stays out of it: messages of other languages import that, and the first
        // file waits for them (`await` in i18n/bank.ts). If they imported the first file, each would wait for the other for ever.
        codeSplitting: {
          groups: [
            { name: 'plurals', test: /[\\/](?:@messageformat|make-plural)[\\/]/, priority: 1 },
            { name: 'first', tags: ['$initial'] },
          ],
        },
        // What is fetched only when somebody goes there has a place of its own, so that the first load can be weighed.
        chunkFileNames: ({ isDynamicEntry }) => (isDynamicEntry ? 'assets/later/[name]-[hash].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  // `vite worker/dashboard` beside a running Worker: pages from here, the bank from there.
  server: { proxy: { '/v1': { target: 'http://localhost:8787', ws: true }, '/api': { target: 'http://localhost:8787' } } },
})
