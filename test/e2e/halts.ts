/**
 * Places at which a service worker can be halted: each replaces one of the browser's own functions by one that stops before
 * or after it. `debugger` stops the worker there with everything that it holds, an open transaction too.
 */
const asynchronous = (object: string, name: string, when: string, place: 'before' | 'after'): string => `
  const real = ${object}.${name}.bind(${object})
  ${object}.${name} = async (...given) => {
    const isHere = (${when})(...given)
    ${place === 'before' ? 'if (isHere) debugger' : ''}
    const end = await real(...given)
    ${place === 'after' ? 'if (isHere) debugger' : ''}
    return end
  }`

const always = '() => true'

/** Before or after a script is run in the page; `turn`: the how manieth time. */
export const script = (file: string, place: 'before' | 'after', turn = 1): string =>
  `let turn = 0; ${asynchronous('chrome.scripting', 'executeScript', `({ files: [file] = [] }) => file === '${file}' && (turn += 1) === ${turn}`, place)}`

export const settingsRead = asynchronous('chrome.storage.local', 'get', always, 'before')
export const badgeShown = asynchronous('chrome.action', 'setBadgeText', always, 'before')
/** Before the button says what came of a quick clip. A worker that starts may still say what came of the one before. */
export const toastShown = asynchronous('chrome.storage.session', 'set', '({ toast }) => toast !== undefined', 'after')
export const alarmSet = (name: string): string => asynchronous('chrome.alarms', 'create', `(name) => name === '${name}'`, 'before')
export const requested = (place: 'before' | 'after'): string => asynchronous('globalThis', 'fetch', always, place)

/** When the rules of a quick clip come. */
export const rulesCome = `
  let rules
  Object.defineProperty(globalThis, 'quickRules', { get: () => rules, set: (value) => { debugger; rules = value } })`

/** In a transaction, before a table is written, or when it was and nothing is committed yet; `when` asks what is written. */
export const written = (table: string, how: 'add' | 'put' | 'delete', place: 'before' | 'after', when = always): string => `
  const real = IDBObjectStore.prototype.${how}
  IDBObjectStore.prototype.${how} = function (...given) {
    const isHere = this.name === '${table}' && (${when})(...given)
    ${place === 'before' ? 'if (isHere) debugger' : ''}
    const end = real.apply(this, given)
    ${place === 'after' ? 'if (isHere) debugger' : ''}
    return end
  }`

/** When a transaction that wrote a table is on the disk: whoever waits for it is never told. */
export const committed = (table: string, how: 'add' | 'put'): string => `
  const real = IDBObjectStore.prototype.${how}
  IDBObjectStore.prototype.${how} = function (...given) {
    if (this.name === '${table}')
      this.transaction.addEventListener('complete', (event) => { event.stopImmediatePropagation(); reached('') }, true)
    return real.apply(this, given)
  }`
