import { preact } from '@preact/preset-vite'
import { defineConfig } from 'vite'

/** The dashboard is static files; `npm run build:dashboard` puts them where the Worker serves them from. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact()],
  build: { outDir: '../../dist/dashboard', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  // `vite worker/dashboard` beside a running Worker: pages from here, the bank from there.
  server: { proxy: { '/v1': { target: 'http://localhost:8787', ws: true } } },
})
