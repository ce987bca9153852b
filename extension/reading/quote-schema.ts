import * as v from 'valibot'
import { limits } from '../../shared/domain/field-schemas.ts'

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))

/** The selected sentence as it is believed: what a page answers, before anything else is known of it. */
export const quoteSchema = v.object({
  exact: v.pipe(text(limits.quote), v.minLength(1)),
  prefix: text(limits.context),
  suffix: text(limits.context),
})
