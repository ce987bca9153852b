import type { VNode } from 'preact'
import { HomePage } from '../home/home-page.tsx'
import { messages } from '../i18n/bank.ts'
import { matchPath } from '../data/address.ts'
import { place } from '../data/router.ts'
import { lazyPage } from '../ui/lazy-page.tsx'
import { Page } from '../ui/page.tsx'

const IdeaPage = lazyPage(() => import('../idea/idea-page.tsx').then((page) => page.IdeaPage))
const TriagePage = lazyPage(() => import('../triage/triage-page.tsx').then((page) => page.TriagePage))
const BoardPage = lazyPage(() => import('../board/board-page.tsx').then((page) => page.BoardPage))
const ApprovalsPage = lazyPage(() => import('../board/approvals-page.tsx').then((page) => page.ApprovalsPage))
const IdeasPage = lazyPage(() => import('../ideas/ideas-page.tsx').then((page) => page.IdeasPage))
const EvidencePage = lazyPage(() => import('../evidence/evidence-page.tsx').then((page) => page.EvidencePage))
const EvidenceMapPage = lazyPage(() => import('../evidence/map-page.tsx').then((page) => page.MapPage))
const NewsPage = lazyPage(() => import('../notifications/news-page.tsx').then((page) => page.NewsPage))
const DigestPage = lazyPage(() => import('../notifications/digest-page.tsx').then((page) => page.DigestPage))
const ReportsPage = lazyPage(() => import('../reports/reports-page.tsx').then((page) => page.ReportsPage))
const MeetingBriefPage = lazyPage(() => import('../reports/meeting-brief-page.tsx').then((page) => page.MeetingBriefPage))
const EvidenceBriefPage = lazyPage(() => import('../reports/evidence-brief-page.tsx').then((page) => page.EvidenceBriefPage))
const StartPage = lazyPage(() => import('../start/start-page.tsx').then((page) => page.StartPage))
const SamplePage = lazyPage(() => import('../start/sample-page.tsx').then((page) => page.SamplePage))
const SettingsPage = lazyPage(() => import('../settings/settings-page.tsx').then((page) => page.SettingsPage))
export const ConnectPage = lazyPage(() => import('../connect/connect-page.tsx').then((page) => page.ConnectPage))
const ConsentPage = lazyPage(() => import('../connect/consent-page.tsx').then((page) => page.ConsentPage))
const AccountPage = lazyPage(() => import('../account/account-page.tsx').then((page) => page.AccountPage))
const MembersPage = lazyPage(() => import('../members/members-page.tsx').then((page) => page.MembersPage))
const HospitalTrialPage = lazyPage(() => import('../members/hospital-trial-page.tsx').then((page) => page.HospitalTrialPage))
const WebhooksPage = lazyPage(() => import('../webhooks/webhooks-page.tsx').then((page) => page.WebhooksPage))
const ImportPage = lazyPage(() => import('../import/import-page.tsx').then((page) => page.ImportPage))
const WatchListPage = lazyPage(() => import('../import/watch-list-page.tsx').then((page) => page.WatchListPage))
const AuditPage = lazyPage(() => import('../audit/audit-page.tsx').then((page) => page.AuditPage))

/** Every page of somebody who is signed in, by its address. What an address does not say is the page's own matter. */
const routes: readonly (readonly [path: string, page: (parts: Record<string, string>, query: URLSearchParams) => VNode])[] = [
  ['/', () => <HomePage />],
  ['/ideas/:id', ({ id = '' }) => <IdeaPage key={id} id={id} />],
  ['/ideas/:id/brief', ({ id = '' }) => <EvidenceBriefPage key={id} id={id} />],
  ['/board', (_, query) => <BoardPage asked={query.get('pathway')} />],
  ['/ideas', () => <IdeasPage />],
  ['/evidence', () => <EvidencePage />],
  ['/evidence/map', () => <EvidenceMapPage />],
  ['/triage', (_, query) => <TriagePage asked={query.get('idea')} />],
  ['/approvals', () => <ApprovalsPage />],
  ['/news', () => <NewsPage />],
  ['/digest', () => <DigestPage />],
  ['/reports', () => <ReportsPage />],
  ['/reports/brief', () => <MeetingBriefPage />],
  ['/start', () => <StartPage />],
  ['/sample', () => <SamplePage />],
  ['/settings', () => <SettingsPage />],
  ['/connect', (_, query) => (query.has('challenge') ? <ConsentPage query={query} /> : <ConnectPage />)],
  ['/account', () => <AccountPage />],
  ['/members', () => <MembersPage />],
  ['/hospital-trial', () => <HospitalTrialPage />],
  ['/webhooks', () => <WebhooksPage />],
  ['/import', () => <ImportPage />],
  ['/watch-list', () => <WatchListPage />],
  ['/audit', () => <AuditPage />],
]

export const Route = () => {
  const { path, query } = place.value
  for (const [pattern, page] of routes) {
    const parts = matchPath(pattern, path)
    if (parts) return page(parts, query)
  }
  return (
    <Page title={messages.lost.title}>
      <p>{messages.lost.text}</p>
    </Page>
  )
}
