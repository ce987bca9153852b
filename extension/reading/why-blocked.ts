export const blockedReasons = ['challenge', 'consent', 'sign-in', 'error', 'empty', 'unreadable'] as const
/** A test for robots, a wall of consent, a sign-in or purchase, an error in the page's place, nothing at all, or a page that cannot be read. */
export type BlockedReason = (typeof blockedReasons)[number]

const challenge =
  /just a moment|attention required|checking (?:your browser|if the site)|verify(?:ing)? (?:that )?you|are you (?:a )?(?:human|robot)|not a robot|captcha|unusual traffic|enable javascript|security (?:check|verification)|ddos|pardon our interruption|bot detection|incapsula/i
const failure =
  /access (?:to this page has been )?denied|\b(?:40[0134]|50[0234])\b|not found|cannot be found|doesn.t exist|forbidden|unavailable|bad gateway|server error|problem providing the content|session (?:has )?(?:expired|timed out)|something went wrong|error occurred/i
const consent =
  /(?:we|this site|our partners).{0,80}(?:cookies|your privacy)|cookie (?:policy|preferences|consent)|privacy (?:preferences|choices)/i

/** Why there is nothing to clip on a page that shows so little: a gate, a wall or an error in the item's place; null where it is a short page. */
export const whyBlocked = (text: string): BlockedReason | null => {
  if (challenge.test(text)) return 'challenge'
  if (failure.test(text)) return 'error'
  if (consent.test(text) && (text.match(/cookie|consent|privacy/gi)?.length ?? 0) > 3) return 'consent'
  return text === '' ? 'empty' : null
}
