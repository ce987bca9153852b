import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'

/** Injected into a page when a person clips it, and only then; its last value is what `executeScript` answers. */
export default defineUnlistedScript(() =>
  document.contentType === 'application/pdf'
    ? 'pdf'
    : { title: document.title, url: location.href, selection: getSelection()?.toString().trim() ?? '' },
)
