import { call } from './api.ts'
import { networkPath } from './session.ts'

/** Keeps something for this person alone, at the server; an empty value takes it away. Throws `ApiProblem`. */
export const keepPersonal = (name: string, value: string): Promise<unknown> =>
  call(`${networkPath.value}/personal`, { method: 'POST', body: { name, value } })
