/** What had the focus is gone: it goes to the tab, where Tab leads on to what is left. */
export const focusTab = (): void => document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus()
