import { findInPageAddress } from '../../../shared/phi/page-address.ts'

/** Whether an address says something of one person: in a named parameter or by a number in its path; what only looks like a name does not count. Asked by `portal.js`, which has the rules for it. */
export const isIdentifiedAddress = (address: string): boolean => findInPageAddress(address, () => true).length > 0
