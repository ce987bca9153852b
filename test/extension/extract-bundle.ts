import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const entry = fileURLToPath(new URL('../../extension/page-reader/extract.ts', import.meta.url))

interface Output {
  output: { type: string; code?: string }[]
}

/** The reader as it is injected: one minified script, that gives a page `gleanerReader.extract`. */
export const bundle = async (file = entry): Promise<string> => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, target: 'chrome120', lib: { entry: file, formats: ['iife'], name: 'gleanerReader' } },
  })) as unknown as Output | Output[]
  const [first] = Array.isArray(built) ? built : [built]
  const code = first?.output.find((chunk) => chunk.code)?.code
  if (!code) throw new Error('The reader was not built.')
  return code
}
