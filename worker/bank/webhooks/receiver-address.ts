/** Why an address is no receiver. */
export type ReceiverFault = 'unreadable' | 'not-https' | 'private' | 'own'

/** Names that are not of the public Internet (RFC 6761, 6762, 8375, ICANN's .internal), and services that answer any name with an address inside it. */
const closedNames =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|test|invalid|example|onion|alt|home\.arpa|arpa|nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me|vcap\.me|lacolhost\.com|local\.gd|traefik\.me)$/

/** IPv4 blocks that are not of the public Internet (IANA's special-purpose registry), with the metadata services of clouds among them. */
const closedBlocks: readonly (readonly [base: number, bits: number])[] = [
  [0x00_00_00_00, 8],
  [0x0a_00_00_00, 8],
  [0x64_40_00_00, 10],
  [0x7f_00_00_00, 8],
  [0xa9_fe_00_00, 16],
  [0xac_10_00_00, 12],
  [0xc0_00_00_00, 24],
  [0xc0_00_02_00, 24],
  [0xc0_58_63_00, 24],
  [0xc0_a8_00_00, 16],
  [0xc6_12_00_00, 15],
  [0xc6_33_64_00, 24],
  [0xcb_00_71_00, 24],
  [0xe0_00_00_00, 3],
  // Azure's metadata and health service, which has a public number.
  [0xa8_3f_81_10, 32],
]

const isClosedNumber = (number: number): boolean =>
  closedBlocks.some(([base, bits]) => Math.floor(number / 2 ** (32 - bits)) === Math.floor(base / 2 ** (32 - bits)))

const numberOf = (host: string): number | undefined => {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number)
  return parts?.reduce((sum, part) => sum * 256 + part, 0)
}

const read = (text: string): number[] => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)))

/** The eight groups of an IPv6 address as the URL parser writes it: hexadecimal, with `::` for zeros and nothing else. */
const groupsOf = (host: string): number[] => {
  const [head = '', tail] = host.split('::')
  const [first, last] = [read(head), read(tail ?? '')]
  return tail === undefined ? first : [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last]
}

/** Only global unicast (2000::/3) is public, and of it not what stands for another address (6to4, Teredo) or for documentation. An address that holds an IPv4 one is as that one is. */
const isClosedGroups = (groups: readonly number[]): boolean => {
  const [first = 0, second = 0] = groups
  const inside = (at: number): number => (groups[at] ?? 0) * 0x1_00_00 + (groups[at + 1] ?? 0)
  if (first === 0x64 && second === 0xff_9b && groups.slice(2, 6).every((group) => group === 0)) return isClosedNumber(inside(6))
  if (first === 0x20_02) return isClosedNumber(inside(1))
  if (first === 0x20_01 && (second < 0x02_00 || second === 0x0d_b8)) return true
  if (first === 0x3f_ff && second < 0x10_00) return true
  return Math.floor(first / 0x20_00) !== 1
}

/**
 * Why this host is not of the public Internet, by its name or number alone. The URL parser has already brought every spelling of an
 * IPv4 address (octal, hexadecimal, one number, full-width digits) into one.
 */
const isClosedHost = (hostname: string): boolean => {
  const host = hostname.toLowerCase().replace(/\.+$/, '')
  if (host.startsWith('[')) return isClosedGroups(groupsOf(host.slice(1, -1)))
  const number = numberOf(host)
  if (number !== undefined) return isClosedNumber(number)
  return !host.includes('.') || closedNames.test(host)
}

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/

/**
 * Why a webhook may not be sent to this address, or `undefined` if it may. Only https on the public Internet, without a name and password;
 * on a developer's machine also this machine, by http.
 * @param own The host of this server: it does not call itself.
 */
export const receiverFault = (address: string, { development, own }: { development: boolean; own: string }): ReceiverFault | undefined => {
  const url = URL.parse(address)
  if (!url || url.username || url.password || url.hash) return 'unreadable'
  if (development && loopback.test(url.hostname) && url.host !== own && /^https?:$/.test(url.protocol)) return undefined
  if (url.protocol !== 'https:') return 'not-https'
  if (isClosedHost(url.hostname)) return 'private'
  return url.host === own ? 'own' : undefined
}
