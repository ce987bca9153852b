import { isPortal, type Policy } from '../browser/managed-policy.ts'
import { isPublicHost } from '../browser/public-hosts.ts'
import { tabOf } from '../browser/tab-of.ts'
import { webAddress } from '../drafts/clip-fields.ts'
import type { TabPatients } from '../patient-page/inspect-tab.ts'
import { isPdf } from './is-pdf.ts'

/** The browser's own pages are nobody's, and a PDF is named by its file. */
const mayBePatients = (address: string): boolean => webAddress(address) !== '' && !isPdf(address)

/**
 * What a tab shows, with what is known of its address. A portal that the computer's policy names is a patient's whatever it
 * shows, and so is a page of the web that nobody can look at: an administrator may have closed the record system to extensions.
 */
export const judged = async (
  policy: Policy,
  shown: TabPatients | undefined,
  tab: number,
  told: string,
): Promise<TabPatients | undefined> => {
  const address = (await tabOf(tab)).address || told
  if (isPortal(policy, address) || (!shown && mayBePatients(address)))
    return { known: [], page: '', isPrivate: true, ...shown, patients: shown?.patients || 1 }
  return shown?.isPrivate && (await isPublicHost(policy, address)) ? { ...shown, isPrivate: false, saidPublic: true } : shown
}
