/** Where the background is a page (Firefox), a script is an element of it. */
const loadByElement = (script: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const element = document.createElement('script')
    element.src = script
    element.addEventListener('load', () => resolve())
    element.addEventListener('error', () => reject(new Error(`${script} was not loaded`)))
    document.head.append(element)
  })

const runScript = (globalThis as { importScripts?: (address: string) => void }).importScripts

/** A service worker may run later only what it ran once while it was installed. */
export const onInstallLoad = (scripts: readonly string[]): void => {
  if (runScript) self.addEventListener('install', () => scripts.forEach((script) => runScript(script)))
}

/** Runs a script of ours in the background, which starts without it. */
export const loadScript = async (script: string): Promise<void> => {
  await (runScript ? runScript(script) : loadByElement(script))
}
