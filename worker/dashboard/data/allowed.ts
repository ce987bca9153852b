import type { IdeaPage } from '../../../shared/api/bank.ts'
import { type ArgsOf, type MutationName, objection } from '../../../shared/mutations/index.ts'
import { partNetwork } from '../../../shared/domain/part-network.ts'
import { framework } from './framework.ts'
import { me } from './session.ts'
import { serverNow } from './clock.ts'

/**
 * Whether the rules let this person ask for that, by what the page shows. Asked before anything is offered, so that no button is
 * there which the server refuses; what is typed may still be refused, and the server decides.
 */
export const allowed =
  (page: Pick<IdeaPage, 'idea'> & Partial<IdeaPage>) =>
  <Name extends MutationName>(name: Name, about?: Omit<Partial<ArgsOf<Name>>, 'idea'>): boolean => {
    if (!me.value) return false
    const { person, role, site, standsIn } = me.value
    const network = partNetwork({ ...page, framework: framework.value })
    const concerned = { idea: page.idea.id, ...about } as unknown as Partial<ArgsOf<Name>>
    return !objection(name, network, concerned, { person, role, site, at: serverNow(), ...(standsIn ? { standsIn } : {}) })
  }
