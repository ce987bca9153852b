/** What a label of a banner announces. */
export type LabelKind =
  | 'patient' // a name, and whose: "Patient name"
  | 'name'
  | 'given'
  | 'family'
  | 'kin' // the name of somebody near: "Mother"
  | 'birth'
  | 'born' // the same where biographies use the word as well
  | 'age'
  | 'sex'
  | 'ageSex'
  | 'record' // a patient's number: "MRN", "NHC", "IPP"
  | 'code' // a number of anything: "ID"
  | 'national'
  | 'insurance'
  | 'account' // a number of a stay, a visit, an order
  | 'phone'
  | 'email'
  | 'address'
  | 'town'
  | 'postal'
  | 'bed'
  | 'clinical' // of no person by itself, and seen on charts only
  | 'staff'
  | 'other' // where a value ends
  | 'against' // of authors, trials and data sets, never beside a patient

/**
 * The labels of a language by kind, parted by `|`, as `labelKey` writes them: small letters without accents, without small words
 * ("of", "de", "und"), and with ` #` at the end where the label says that it is a number.
 */
export type BannerLabels = Readonly<Partial<Record<LabelKind, string>>>
