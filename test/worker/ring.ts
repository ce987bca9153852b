import { runDurableObjectAlarm } from 'cloudflare:test'

/**
 * Lets an object's alarm ring once, from its beginning to its end. While it rings by itself none is set, and `runDurableObjectAlarm` would come back
 * with nothing done; an object always sets its next one, so this waits for it.
 */
export const ringOnce = async (stub: DurableObjectStub): Promise<void> => {
  while (!(await runDurableObjectAlarm(stub))) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** Lets an object's alarm ring until that is so; throws after so many times. */
export const ringUntil = async (stub: DurableObjectStub, isSo: () => Promise<boolean>, most = 100): Promise<void> => {
  for (let times = 0; !(await isSo()); times += 1) {
    if (times === most) throw new Error(`It rang ${most} times`)
    await ringOnce(stub)
  }
}
