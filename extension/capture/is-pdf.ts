import { webAddress } from '../drafts/clip-fields.ts'

export const isPdf = (address: string): boolean => webAddress(address) !== '' && /[./]pdf/i.test(URL.parse(address)?.pathname ?? '')
