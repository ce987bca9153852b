import '../ui/cards.css'
import { Filters, queryOf } from './audit-filters.tsx'
import { Lines } from './audit-lines.tsx'
import './audit-page.css'
import { Page } from '../ui/page.tsx'
import { nothing, useQuery } from '../data/use-query.ts'
import { addressOf } from '../data/endpoint-address.ts'
import { may } from '../data/session.ts'
import { place } from '../data/router.ts'
import { accessMessages } from '../i18n/access.ts'
import { Async } from '../ui/async.tsx'

/** Who did what, when, from where: for admins, filtered, and as a file. */
export const AuditPage = () =>
  may('configureFramework') ? (
    <Audit />
  ) : (
    <Page title={accessMessages.audit.title}>
      <p>{accessMessages.audit.onlyAdmins}</p>
    </Page>
  )

const Audit = () => {
  const query = queryOf(place.value.query)
  const replied = useQuery('GET /v1/networks/:network/audit', { query, concerns: nothing })
  return (
    <Page title={accessMessages.audit.title} class="wide" lead={<p>{accessMessages.audit.lead}</p>}>
      <Filters />
      <p>
        <a class="button quiet" href={addressOf('GET /v1/networks/:network/audit.csv', { query })} download="audit.csv">
          {accessMessages.audit.download}
        </a>
      </p>
      <Async of={replied} what={accessMessages.audit.title}>
        {(first) => <Lines key={addressOf('GET /v1/networks/:network/audit', { query })} first={first} query={query} />}
      </Async>
    </Page>
  )
}
