import type { ErrorReply } from '../../../shared/api/bank.ts'
import { language } from '../../../shared/web/language.ts'
import { saveBlob } from '../../../shared/web/save-file.ts'
import { readTyped } from '../data/api.ts'
import { ApiProblem } from '../data/api-problem.ts'
import { translate } from '../i18n/translate.ts'
import { messages } from '../i18n/bank.ts'

const nameIn = (response: Response): string | undefined =>
  /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]

const refused = async (response: Response): Promise<ApiProblem> => {
  const said = (await response.json().catch(() => ({}))) as Partial<ErrorReply>
  return new ApiProblem(
    response.status,
    said.error ?? 'unknown',
    said.message ? translate(said.reason ?? said.message, said.message) : messages.problems.unknown,
  )
}

/** Fetches a file and hands it to the browser to be saved, whole or not at all. Answers its name; throws `ApiProblem`. */
export const saveExport = async (path: string): Promise<string> => {
  await readTyped({ q: new URLSearchParams(path.split('?')[1]).get('q') })
  const response = await fetch(path, { credentials: 'same-origin', headers: { 'accept-language': language } }).catch(() => {
    throw new ApiProblem(0, 'offline', messages.problems.offline)
  })
  if (!response.ok) throw await refused(response)
  const name = nameIn(response)
  // A hospital's proxy may answer with a page of its own: that is not the bank's file.
  if (!name) throw new ApiProblem(0, 'strange', messages.problems.strange)
  const body = await response.blob().catch(() => {
    throw new ApiProblem(0, 'broken', messages.exports.broken)
  })
  saveBlob(name, body)
  return name
}
