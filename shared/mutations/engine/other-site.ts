import { type Refusal, refuse } from './mutation.ts'
import type { Context } from '../../domain/actor.ts'
import { isStaff } from '../../domain/entities.ts'
import { message } from '../../i18n/message.ts'

/** Why an idea is not sent in that site's name: it counts as the site's will to try it, and people speak for their own, network staff for any. */
export const otherSite = (site: string | undefined, context: Pick<Context, 'site' | 'role'>): Refusal | undefined =>
  site && context.site && site !== context.site && !isStaff(context.role) ? refuse('forbidden', message('other-site-idea')) : undefined
