/** How much this browser keeps for the extension, in bytes, and whether it may throw it away when the disk runs short. */
export interface Room {
  used: number
  quota: number
  persisted: boolean
  /** So little is left that a clip with its page may soon not fit. */
  isNearlyFull: boolean
}

const enough = 20 * 1024 * 1024

export const roomOf = (used: number, quota: number, persisted: boolean): Room => ({
  used,
  quota,
  persisted,
  isNearlyFull: quota > 0 && (quota - used < enough || used / quota > 0.9),
})

/** `undefined` where the browser does not say. */
export const readRoom = async (): Promise<Room | undefined> => {
  const { usage, quota } = await navigator.storage.estimate()
  return usage === undefined || quota === undefined ? undefined : roomOf(usage, quota, await navigator.storage.persisted())
}

/** Asks the browser to keep what is here even when the disk runs short. Firefox asks the person; Chromium decides by itself. */
export const askToPersist = async (): Promise<void> => {
  if (!(await navigator.storage.persisted())) await navigator.storage.persist()
}
