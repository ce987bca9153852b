import { buildAll } from '../../worker/local/build.ts'
import { migrateDirectory } from '../../worker/local/local-worker.ts'
import { emptyState } from './world.ts'

/** Browser tests drive what a person would install: the built extension and the built dashboard. */
export const setup = async (): Promise<void> => {
  await buildAll((line) => console.log(line))
  await migrateDirectory(emptyState)
}
