import { call } from './api.ts'
import { language } from '../../../shared/web/language.ts'
import { me } from './session.ts'

/** Keeps something for this person alone, at the server; an empty value takes it away. Throws `ApiProblem`. */
export const keepPersonal = (name: string, value: string): Promise<unknown> =>
  call('POST /v1/networks/:network/personal', { body: { name, value } })

const place = 'gleaner-language-told'

/** Tells the server, once a tab and session, in which language this person reads, for what it mails to them. */
export const tellLanguage = async (): Promise<void> => {
  const mine = `${me.value?.person} ${me.value?.network.slug} ${language}`
  if (!me.value || sessionStorage.getItem(place) === mine) return
  // Nobody has to know that it failed: the next page tries again.
  await keepPersonal('language', language).then(
    () => sessionStorage.setItem(place, mine),
    () => undefined,
  )
}
