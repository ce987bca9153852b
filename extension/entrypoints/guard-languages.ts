import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { languagePack } from '../../shared/phi/by-language/pack.ts'
import { keepLanguages } from '../capture/quick-languages.ts'

/** Run in the background, not in a page: the patient guard's rules of other languages than English. */
export default defineUnlistedScript(() => keepLanguages(languagePack))
