import type { MyNetworksReply } from '../../shared/access.ts'
import type { Choice } from './fields.tsx'
import { useReply } from './reply.ts'
import { me } from './session.ts'

/** The networks of the person who is signed in; the present one until the server has answered. */
export const useMyNetworks = (): MyNetworksReply['networks'] => {
  const { reply } = useReply<MyNetworksReply>(me.value ? '/v1/my-networks' : null, () => false)
  const here = me.value
  return reply?.networks ?? (here ? [{ ...here.network, role: here.role }] : [])
}

export const asChoices = (networks: MyNetworksReply['networks']): Choice[] => networks.map(({ slug, name }) => ({ key: slug, label: name }))
