import { buildAll } from '../../worker/local/build.ts'

/** Browser tests drive what a person would install: the built extension and the built dashboard. */
export const setup = (): Promise<void> => buildAll((line) => console.log(line))
