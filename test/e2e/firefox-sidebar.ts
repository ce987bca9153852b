/**
 * A script for Firefox's window that asks the sidebar's document to do something. The sidebar is another process: a script
 * is put there once, and messages go to and fro. Keys and input are the browser's own, as a person's are.
 */
export const sidebarScript = (asked: object): string => `
  const panel = document.getElementById('sidebar').contentDocument?.getElementById('webext-panels-browser')
  if (!panel?.messageManager) return null
  const { messageManager } = panel
  if (!panel.hasAttribute('gleaner-test')) {
    panel.setAttribute('gleaner-test', '')
    messageManager.loadFrameScript(${JSON.stringify(`data:text/javascript,${encodeURIComponent(inSidebar)}`)}, true)
  }
  return await new Promise((resolve) => {
    const end = (data) => {
      clearTimeout(timer)
      messageManager.removeMessageListener('gleaner-test:did', listen)
      resolve(data)
    }
    const listen = ({ data }) => end(data)
    // A sidebar that moved to another process has lost the script, and would never answer: it is put there again at the next try.
    const timer = setTimeout(() => {
      panel.removeAttribute('gleaner-test')
      end(null)
    }, 5000)
    messageManager.addMessageListener('gleaner-test:did', listen)
    messageManager.sendAsyncMessage('gleaner-test:do', ${JSON.stringify(asked)})
  })
`

const inSidebar = `
  const acts = {
    text: () => content.document.body?.innerText ?? '',
    fill: (element, text) => { element.focus(); element.setUserInput(text); return element.value === text },
    click: (element) => { element.click(); return true },
    save: () => {
      const keys = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
      keys.beginInputTransactionForTests(content)
      const [control, enter] = [['Control', 'ControlLeft'], ['Enter', 'Enter']].map(([key, code]) => new content.KeyboardEvent('', { key, code }))
      keys.keydown(control); keys.keydown(enter); keys.keyup(enter); keys.keyup(control)
      return true
    },
  }
  addMessageListener('gleaner-test:do', ({ data }) => {
    const element = data.selector && content.document.querySelector(data.selector)
    let answer = false
    try { if (!data.selector || element) answer = data.selector ? acts[data.do](element, data.text) : acts[data.do]() } catch (error) { answer = String(error) }
    sendAsyncMessage('gleaner-test:did', answer)
  })
`
