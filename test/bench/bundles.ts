import { spawnSync } from 'node:child_process'

/** Sizes of what is shipped, beside their budgets in package.json. */
export const benchBundles = async (): Promise<void> => {
  spawnSync('size-limit', [], { stdio: 'inherit' })
}
