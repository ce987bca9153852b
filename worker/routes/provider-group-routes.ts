import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { roles } from '../../shared/domain/entities.ts'
import { groupRolesOf } from '../auth/groups.ts'
import { type Provider, providerOf } from '../auth/providers.ts'
import { setGroupRoles } from '../people/group-roles.ts'
import { sourceOf } from './middleware/audit.ts'
import { requireBrowser, requireRole, type AuthEnv } from './middleware/authenticate.ts'
import { isSite } from './member-routes.ts'
import { problem } from '../http/problem.ts'
import { requestJson } from '../http/request-body.ts'
import { notTaken, typedName } from '../http/typed-text.ts'
import { route, type Whole } from '../http/route.ts'
import { message } from '../../shared/i18n/message.ts'

/** The number by which Entra names a group says nothing of anybody. */
const groupId = v.pipe(v.string(), v.trim(), v.uuid())
const groupsSchema = v.object({
  claim: v.pipe(v.string(), v.trim(), v.regex(/^[\w.:/-]{0,120}$/)),
  groups: v.pipe(
    v.array(
      v.object({
        group: v.pipe(v.union([groupId, typedName(200)]), v.minLength(1)),
        role: v.picklist(roles),
        site: v.optional(v.pipe(v.string(), v.maxLength(80)), ''),
      }),
    ),
    v.maxLength(50),
  ),
})

/** Under /v1/networks/:network, for its admins: which groups of a hospital come in as what. They can give no more than under Members. */
export const providerGroupRoutes = new Hono<AuthEnv>()

const noProvider = (c: Context): Whole<never> => problem(c, 404, 'not-found', message('problem-no-sign-in'))
const ownProvider = async (c: Context<AuthEnv>, id: string): Promise<Provider | undefined> => {
  const provider = await providerOf(c.env.DIRECTORY, id)
  return provider?.network === c.get('member').network.slug ? provider : undefined
}

/** GET → GroupRolesReply. 401, 403 unless admin in a browser, 404. */
route(providerGroupRoutes, 'GET /v1/networks/:network/providers/:provider/groups', requireBrowser, requireRole('admin')).answers(
  async (c) => {
    const provider = await ownProvider(c, c.req.param('provider'))
    return provider ? { claim: provider.groups_claim, groups: groupRolesOf(provider) } : noProvider(c)
  },
)

/** POST GroupRolesReply → the same, in force from the next sign-in of each. 400, 401, 403 unless admin in a browser, 404. */
route(providerGroupRoutes, 'POST /v1/networks/:network/providers/:provider/groups', requireBrowser, requireRole('admin')).answers(
  async (c) => {
    const body = await requestJson(c, groupsSchema)
    if (!body.success) return notTaken(c, body.issues, message('problem-groups-form'))
    const { claim, groups } = body.output
    for (const site of new Set(groups.map((one) => one.site)))
      if (!(await isSite(c, site))) return problem(c, 400, 'malformed', message('problem-no-site'))
    const { person, network } = c.get('member')
    const setting = { network: network.slug, id: c.req.param('provider'), claim, groups, by: person, source: sourceOf(c) }
    return (await setGroupRoles(c.env.DIRECTORY, setting, Date.now())) ? { claim, groups } : noProvider(c)
  },
)
