import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { readPolicy } from '../browser/managed-policy.ts'
import { readLocal } from '../browser/read-local.ts'

const rememberedSchema = v.object({ site: v.optional(v.pipe(v.string(), v.maxLength(500)), '') })
/** The last choices of a person, offered again. */
export type Remembered = v.InferOutput<typeof rememberedSchema>

export const readRemembered = async (): Promise<Remembered> => {
  const [{ remembered }, { site }] = await Promise.all([readLocal(['remembered']), readPolicy()])
  return { ...v.parse(rememberedSchema, remembered ?? {}), ...(site === undefined ? {} : { site }) }
}

export const writeRemembered = (remembered: Remembered): Promise<void> => browser.storage.local.set({ remembered })
