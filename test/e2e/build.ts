import { buildAll } from '../../worker/local/build.ts'
import { serverFolder } from '../../worker/local/own-workerd.ts'

/** Browser tests drive what a person would install: the built extension and the built dashboard. */
export const setup = async (): Promise<void> => {
  await buildAll((line) => console.log(line))
  await serverFolder()
}
