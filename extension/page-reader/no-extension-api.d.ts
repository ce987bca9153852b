/** Stands for `wxt/browser` in what runs in a page: nothing of the extension API is there. */
export type NoExtensionApi = never
