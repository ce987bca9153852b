import { call } from '../data/api.ts'
import { addressOf } from '../data/endpoint-address.ts'
import { noteProblem } from '../data/session.ts'

/** Hospitals that sign people in at this computer: known from the network's own sign-in address, or from the last time. */
export interface Hospital {
  id: string
  label: string
}

const storedAt = 'gleaner-hospitals'
const most = 12

const isHospital = (value: unknown): value is Hospital =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'label' in value

export const knownHospitals = (): Hospital[] => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storedAt) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isHospital).slice(0, most) : []
  } catch {
    // Somebody else's text at our place: nothing is known, and the other ways in are there.
    return []
  }
}

const remember = (hospitals: readonly Hospital[]): void => {
  const known = new Map([...hospitals, ...knownHospitals()].map((hospital) => [hospital.id, hospital]))
  localStorage.setItem(storedAt, JSON.stringify([...known.values()].slice(0, most)))
}

/** The hospitals that a network's own sign-in address names (`/sign-in?with=…,…`); one that is none is left out. */
export const hospitalsNamed = async (ids: readonly string[]): Promise<Hospital[]> => {
  const found = await Promise.all(
    ids.slice(0, most).map(async (id) => {
      try {
        return { id, label: (await call('GET /v1/providers/:provider', { provider: id })).label }
      } catch (error) {
        noteProblem(error)
        return undefined
      }
    }),
  )
  const hospitals = found.filter((hospital) => hospital !== undefined)
  remember(hospitals)
  return hospitals
}

/** Whoever is signed in finds their network's buttons here the next time. */
export const rememberHospitals = async (): Promise<void> => {
  remember((await call('GET /v1/networks/:network/providers')).providers)
}

const placeAfter = 'gleaner-after-sign-in'

/** Signing in at a hospital leaves this page: where the person was is kept in the tab. */
export const leaveFor = (hospital: Hospital): void => {
  const here = `${location.pathname}${location.search}`
  if (!here.startsWith('/sign-in')) sessionStorage.setItem(placeAfter, here)
  location.assign(addressOf('GET /v1/providers/:provider/start', { provider: hospital.id }))
}

/** After signing in the person goes on there. */
export const comeBackTo = (path: string): void => sessionStorage.setItem(placeAfter, path)

/** Where the person was before they left to sign in; once. */
export const takePlace = (): string | undefined => {
  const kept = sessionStorage.getItem(placeAfter)
  sessionStorage.removeItem(placeAfter)
  return kept?.startsWith('/') && !kept.startsWith('//') ? kept : undefined
}
