import '../shared/phi/by-language/provide.ts'
// For the scorer of labelled texts: what its banner context calls `dob` is a DATE here, and so on.
import { findPatientInfo } from '../shared/phi/detect.ts'

const types = { name: 'NAME', mrn: 'MRN', dob: 'DATE', phone: 'PHONE', address: 'LOCATION' }

export function scan(text, { field = 'note', context = {} } = {}) {
  const known = Object.entries(context).map(([key, value]) => ({ type: types[key] ?? 'ID', value }))
  return findPatientInfo(text, { field, known })
}
