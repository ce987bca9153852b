import type { MyNetworksReply } from '../../../shared/api/access.ts'
import { showToast } from './toast.tsx'
import { call } from '../data/api.ts'
import type { Choice } from './fields.tsx'
import { nothing, problemOf, useQuery } from '../data/use-query.ts'
import { me } from '../data/session.ts'

/** The networks of the person who is signed in; the present one until the server has answered. */
export const useMyNetworks = (): MyNetworksReply['networks'] => {
  const { reply } = useQuery(me.value ? 'GET /v1/my-networks' : null, { concerns: nothing })
  const here = me.value
  return reply?.networks ?? (here ? [{ ...here.network, role: here.role }] : [])
}

export const asChoices = (networks: MyNetworksReply['networks']): Choice[] => networks.map(({ slug, name }) => ({ key: slug, label: name }))

/** Goes on in another network, from its front page: nothing of the former one stays in memory. Never throws. */
export const switchNetwork = async (network: string): Promise<void> => {
  try {
    await call('POST /v1/session/network', { body: { network } })
    location.assign('/')
  } catch (error) {
    showToast(problemOf(error).message)
  }
}
