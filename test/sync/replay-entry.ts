import { GleanerDatabase } from '../../extension/store/db.ts'
import type { Action } from './actions.ts'
import { replayOnDexie } from './replay.ts'

/** For a page of a real browser, which has no modules of ours: histories in, number of compared operations out. */
export const replay = (histories: readonly (readonly Action[])[]): Promise<number> =>
  replayOnDexie((name) => new GleanerDatabase(name), histories)
