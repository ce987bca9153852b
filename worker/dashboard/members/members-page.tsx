import { useState } from 'preact/hooks'
import type { MemberLine } from '../../../shared/api/access.ts'
import '../ui/cards.css'
import { siteLabel } from '../data/framework.ts'
import { Invitations } from './invitations.tsx'
import { Services } from '../tokens/services.tsx'
import { ChangeMember, EndMember } from './member-change.tsx'
import '../ui/list-page.css'
import './members-page.css'
import { Disclosure } from '../ui/disclosure.tsx'
import { Page } from '../ui/page.tsx'
import { useQuery } from '../data/use-query.ts'
import { me } from '../data/session.ts'
import { accessMessages } from '../i18n/access.ts'
import { messages } from '../i18n/bank.ts'
import { Async } from '../ui/async.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'

const shownAtOnce = 100

const Member = ({ member, refresh }: { member: MemberLine; refresh: () => void }) => {
  const mine = member.person === me.value?.person
  const done = (close: () => void) => (): void => {
    close()
    refresh()
  }
  return (
    <li class="line-block">
      <div class="line">
        <div class="line-main">
          <b>{member.name}</b> {member.label && <span class="label">{member.label}</span>}{' '}
          {member.service && <span class="badge">{accessMessages.tokens.service}</span>}{' '}
          {member.alike && <span class="badge danger">{accessMessages.members.alike}</span>}{' '}
          {member.status !== 'active' && <span class="badge danger">{accessMessages.members.statuses[member.status]}</span>}
          <p class="soft small">
            {messages.roles[member.role]} · {siteLabel(member.site)} · {accessMessages.members.since} <RelativeTime at={member.since} />
          </p>
        </div>
      </div>
      {me.value?.role === 'admin' && member.status !== 'removed' && (
        <div class="member-forms">
          <Disclosure label={accessMessages.members.change}>{(close) => <ChangeMember member={member} done={done(close)} />}</Disclosure>
          {!mine && (
            <Disclosure label={member.status === 'suspended' ? accessMessages.members.endOrReadmit : accessMessages.members.end}>
              {(close) => <EndMember member={member} done={done(close)} close={close} />}
            </Disclosure>
          )}
        </div>
      )}
    </li>
  )
}

const found = (total: number): string =>
  total > shownAtOnce ? accessMessages.members.foundShown({ total, shown: shownAtOnce }) : accessMessages.members.found({ total })

const List = ({ members, refresh }: { members: MemberLine[]; refresh: () => void }) => {
  const [wanted, setWanted] = useState('')
  const [gone, setGone] = useState(false)
  const matching = members.filter(
    ({ name, status, site, role }) =>
      (gone || status !== 'removed') &&
      `${name} ${siteLabel(site)} ${messages.roles[role]}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  return (
    <>
      <form role="search" class="member-filter" onSubmit={(event) => event.preventDefault()}>
        <div class="field">
          <label for="member-search">{accessMessages.members.search}</label>
          <input id="member-search" type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
        </div>
        <label class="check">
          <input type="checkbox" checked={gone} onChange={(event) => setGone(event.currentTarget.checked)} />
          <span>{accessMessages.members.showRemoved}</span>
        </label>
      </form>
      <p class="found" role="status">
        {found(matching.length)}
      </p>
      <ul class="lines">
        {matching.slice(0, shownAtOnce).map((member) => (
          <Member key={member.person} member={member} refresh={refresh} />
        ))}
      </ul>
    </>
  )
}

/** Who is in the network and as what; invitations; for admins, changes and endings. */
export const MembersPage = () => {
  const replied = useQuery('GET /v1/networks/:network/members', { concerns: (hint) => hint.ideas.length === 0 })
  return (
    <Page title={accessMessages.members.title} lead={<p>{accessMessages.members.lead}</p>}>
      <section aria-labelledby="invite" class="part">
        <h2 id="invite">{accessMessages.invite.listTitle}</h2>
        <Invitations />
      </section>
      {me.value?.role === 'admin' && (
        <section aria-labelledby="services" class="part">
          <h2 id="services">{accessMessages.tokens.servicesTitle}</h2>
          <Services />
        </section>
      )}
      <section aria-labelledby="members" class="part">
        <h2 id="members">{accessMessages.members.listTitle}</h2>
        <Async of={replied} what={accessMessages.members.title}>
          {({ members }) => <List members={members} refresh={replied.refresh} />}
        </Async>
      </section>
    </Page>
  )
}
