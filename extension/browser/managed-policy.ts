import * as v from 'valibot'
import { browser } from 'wxt/browser'

const clipContexts = ['page', 'selection', 'link'] as const

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))
/** One value that an administrator mistyped must not take the others with it. */
const lenient = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined)

const policySchema = v.object({
  server: lenient(text),
  network: lenient(text),
  site: lenient(text),
  signIn: lenient(v.picklist(['tab', 'code', 'link'])),
  strictPatientCheck: lenient(v.boolean()),
  disabledContexts: lenient(v.array(v.picklist(clipContexts))),
  portalHosts: lenient(v.array(text)),
  rememberPublicPages: lenient(v.boolean()),
  patientNumberLabels: lenient(v.array(v.unknown())),
  patientNumberPatterns: lenient(v.array(v.unknown())),
  sharedWorkstation: lenient(v.boolean()),
  noLookups: lenient(v.boolean()),
  idleMinutes: lenient(v.pipe(v.number(), v.minValue(1), v.maxValue(24 * 60))),
})

/** What whoever looks after this computer has decided for everybody at it; a person cannot change it. See docs/it.md. */
export type Policy = v.InferOutput<typeof policySchema>

const managed = async (): Promise<unknown> => {
  try {
    return await browser.storage.managed.get()
  } catch {
    // Firefox says so where there is no policy.
    return {}
  }
}

export const readPolicy = async (): Promise<Policy> => v.parse(policySchema, await managed())

export const idleMinutesOf = ({ idleMinutes = 10 }: Policy): number => idleMinutes

/** Calls back when the policy was changed while the browser runs. */
export const onPolicyChange = (changed: () => void): void =>
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') changed()
  })

/** Whether a page stands on a host that is a portal to patients; a host's subdomains are. Whole labels are compared. */
export const isPortal = ({ portalHosts = [] }: Policy, address: string): boolean => {
  const host = URL.parse(address)?.hostname.toLowerCase() ?? ''
  return portalHosts.some((portal) => {
    const wanted = portal.toLowerCase().replace(/^\*?\./, '')
    return host === wanted || host.endsWith(`.${wanted}`)
  })
}
