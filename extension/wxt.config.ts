import preactPreset from '@preact/preset-vite'
import { defineConfig } from 'wxt'

export default defineConfig({
  imports: false,
  outDir: '../dist/extension',
  manifestVersion: 3,
  vite: () => ({ plugins: [preactPreset()] }),
  manifest: ({ browser }) => ({
    name: 'Gleaner',
    default_locale: 'en',
    version: '0.1.0',
    description: '__MSG_description__',
    permissions: ['activeTab', 'scripting', 'storage', 'contextMenus', 'alarms', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    action: { default_title: '__MSG_clipPage__' },
    commands: { clip: { suggested_key: { default: 'Alt+Shift+G' }, description: '__MSG_clipPage__' } },
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'" },
    ...(browser === 'firefox'
      ? { browser_specific_settings: { gecko: { id: 'gleaner@gleaner.example', strict_min_version: '128.0' } } }
      : { minimum_chrome_version: '126' }),
  }),
})
