import type { AuditReply } from '../../../shared/api/access.ts'
import '../ui/cards.css'
import { Filters, queryOf } from './audit-filters.tsx'
import { Lines } from './audit-lines.tsx'
import './audit-page.css'
import { Page } from '../ui/page.tsx'
import { useReply } from '../data/use-query.ts'
import { address, place } from '../data/router.ts'
import { networkPath } from '../data/session.ts'
import { accessMessages } from '../i18n/access.ts'
import { Waiting } from '../ui/async.tsx'

/** Who did what, when, from where: for admins, filtered, and as a file. */
export const AuditPage = () => {
  const query = queryOf(place.value.query)
  const path = address(`${networkPath.value}/audit`, query)
  const replied = useReply<AuditReply>(path, () => false)
  return (
    <Page title={accessMessages.audit.title} class="wide" lead={<p>{accessMessages.audit.lead}</p>}>
      <Filters />
      <p>
        <a class="button quiet" href={address(`${networkPath.value}/audit.csv`, query)} download="audit.csv">
          {accessMessages.audit.download}
        </a>
      </p>
      <Waiting of={replied} what={accessMessages.audit.title}>
        {(first) => <Lines key={path} first={first} path={path} />}
      </Waiting>
    </Page>
  )
}
