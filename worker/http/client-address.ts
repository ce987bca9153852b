/** Cloudflare writes it into every request and lets no client's own through. */
const cloudflares = 'cf-connecting-ip'

const isByte = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) < 256
const isIPv4 = (text: string): boolean => text.split('.').length === 4 && text.split('.').every(isByte)

const numbers = (part: string): number[] => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)))

/** Eight groups of an IPv6 address; `undefined` for what is none. */
const groupsOf = (text: string): number[] | undefined => {
  if (!/^[\da-f:.]{2,45}$/i.test(text) || !URL.canParse(`http://[${text}]/`)) return undefined
  const plain = new URL(`http://[${text}]/`).hostname.slice(1, -1)
  const [head = '', tail] = plain.split('::')
  const [front, back] = [numbers(head), numbers(tail ?? '')]
  return [...front, ...Array.from({ length: 8 - front.length - back.length }, () => 0), ...back]
}

/** An address as it is written once and always; empty for what is none. */
const plainAddress = (text: string): string => {
  if (isIPv4(text)) return text.split('.').map(Number).join('.')
  const groups = groupsOf(text)
  if (!groups) return ''
  // An IPv4 address in IPv6's clothes is the same client.
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xff_ff
  const [high = 0, low = 0] = groups.slice(6)
  return mapped ? [high >> 8, high & 255, low >> 8, low & 255].join('.') : groups.map((group) => group.toString(16)).join(':')
}

/**
 * The address that a request came from, as the header says that may be trusted: Cloudflare's, or the one that `ADDRESS_HEADER` names (what a proxy in
 * front of one's own workerd writes; of a list its last entry, which the nearest proxy added). `none`, as on a developer's machine, trusts no header.
 * Empty where it is not known.
 */
export const clientAddress = ({ ADDRESS_HEADER: header = cloudflares }: Pick<Env, 'ADDRESS_HEADER'>, request: Request): string => {
  const said = header === 'none' ? null : request.headers.get(header)
  return plainAddress(said?.split(',').at(-1)?.trim() ?? '')
}

/**
 * What requests are counted by. An IPv4 address as it is: a wider net would count neighbours together who have nothing to do with each other, and a
 * hospital is one address already. Of an IPv6 address the first 56 bits, which is what a home gets: by 64 one home could count as 256.
 */
export const sourceNetwork = (address: string): string => {
  if (!address.includes(':')) return address
  const groups = address.split(':').map((group) => Number.parseInt(group, 16))
  return `${groups
    .slice(0, 3)
    .map((group) => group.toString(16))
    .join(':')}:${((groups[3] ?? 0) & 0xff_00).toString(16)}::/56`
}
