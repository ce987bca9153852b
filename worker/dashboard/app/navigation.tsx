import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { counts } from '../data/counts.ts'
import { place } from '../data/router.ts'
import { me, may } from '../data/session.ts'
import { signOut } from '../data/session-calls.ts'
import { messages } from '../i18n/bank.ts'
import { fitting } from './fitting.ts'
import { NetworkChoice } from './network-choice.tsx'
import './navigation.css'

interface Entry {
  to: string
  label: string
  count: number
  /** Where there is no room for all, the lowest stay in the row. */
  rank: number
}

const isCoordinating = (): boolean => me.value?.role === 'coordinator' || me.value?.role === 'admin'

/** The pages that this person may go to, in their order. */
const entries = (): Entry[] => {
  const { frame } = messages
  const all: readonly (readonly [may: boolean, to: string, label: string, rank: number, count?: number | undefined])[] = [
    [true, '/', frame.home, 0],
    [true, '/board', frame.board, 5],
    [true, '/ideas', frame.ideas, 4],
    [true, '/evidence', frame.evidence, 6],
    [may('classifyIdea'), '/triage', frame.triage, 1, counts.value?.triage.here],
    [may('decideApproval') || may('requestApproval'), '/approvals', frame.approvals, 3, counts.value?.approvals],
    [true, '/news', frame.news, 2, counts.value?.news],
    [true, '/reports', frame.reports, 7],
    [may('configureFramework'), '/settings', frame.settings, 10],
    [true, '/connect', frame.connect, 9],
    [isCoordinating(), '/members', frame.members, 8],
    [me.value?.role === 'admin', '/audit', frame.audit, 11],
  ]
  return all.filter(([shown]) => shown).map(([, to, label, rank, count = 0]) => ({ to, label, rank, count }))
}

/** How much waits there, beside the name of the page. */
const Waits = ({ count }: { count: number }) =>
  count === 0 ? null : (
    <span class="tab-count">
      <span aria-hidden="true">{messages.waits.counted({ count })}</span>
      <span class="unseen">, {messages.waits.count({ count })}</span>
    </span>
  )

const Tab = ({ to, label, count }: Entry) => {
  const here = to === '/' ? place.value.path === '/' : place.value.path.startsWith(to)
  return (
    <a href={to} class="tab" aria-current={here ? 'page' : undefined}>
      {label}
      <Waits count={count} />
    </a>
  )
}

/** Where the name and the way out are in the menu. */
const narrowScreen = matchMedia('(max-width: 60rem)')
const useNarrow = (): boolean => {
  const [narrow, setNarrow] = useState(narrowScreen.matches)
  useEffect(() => {
    const look = (): void => setNarrow(narrowScreen.matches)
    narrowScreen.addEventListener('change', look)
    return () => narrowScreen.removeEventListener('change', look)
  }, [])
  return narrow
}

/** Which of the tabs fit into the one row that there is: measured, since names, counts and languages differ. */
const useFitting = (all: readonly Entry[], narrow: boolean) => {
  const nav = useRef<HTMLElement>(null)
  const row = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(Infinity)
  const [widths, setWidths] = useState<{ of: string; each: readonly number[] } | undefined>(undefined)
  const of = JSON.stringify([narrow, all])
  useLayoutEffect(() => {
    if (widths?.of === of || !row.current) return
    setWidths({ of, each: [...row.current.children].map((tab) => tab.getBoundingClientRect().width) })
  })
  useLayoutEffect(() => {
    if (!nav.current) return undefined
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? Infinity))
    setRoom(nav.current.getBoundingClientRect().width)
    observer.observe(nav.current)
    return () => observer.disconnect()
  }, [])
  const tabs = all.map(({ rank }, index) => ({ rank, width: widths?.each[index] ?? 0 }))
  // Until they are measured all of them are there, to be measured.
  const fits = widths?.of === of ? fitting(tabs, room, narrow) : undefined
  return { nav, row, shown: all.filter((_, index) => fits?.[index] ?? true), rest: all.filter((_, index) => fits?.[index] === false) }
}

/** Who is signed in, and the way out: in the menu where the row has no room for them. */
const Who = () => (
  <div class="menu-who">
    <NetworkChoice />
    <a href="/account" class="tab">
      {messages.frame.account}: {me.value?.name}
    </a>
    <button type="button" class="button quiet" onClick={() => void signOut()}>
      {messages.frame.signOut}
    </button>
  </div>
)

const Menu = ({ rest, narrow }: { rest: readonly Entry[]; narrow: boolean }) => {
  const [open, setOpen] = useState(false)
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const { path } = place.value
  useEffect(() => setOpen(false), [path])
  useEffect(() => {
    if (!open) return undefined
    const away = ({ target }: Event): void => {
      if (target instanceof Node && !whole.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('focusin', away)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('focusin', away)
    }
  }, [open])
  const isHere = rest.some(({ to }) => path.startsWith(to) && to !== '/')
  return (
    <div
      class="menu"
      ref={whole}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button
        type="button"
        ref={button}
        class={`tab menu-button ${isHere ? 'is-here' : ''}`}
        aria-expanded={open}
        aria-controls="menu"
        onClick={() => setOpen(!open)}
      >
        {narrow ? messages.frame.menu : messages.frame.more}
        <Waits count={rest.reduce((sum, { count }) => sum + count, 0)} />
      </button>
      <div id="menu" class="menu-body" hidden={!open}>
        {open && rest.map((entry) => <Tab key={entry.to} {...entry} />)}
        {open && narrow && <Who />}
      </div>
    </div>
  )
}

/** The pages in one row at any width; those that do not fit are behind one button, which bears their counts. */
export const Navigation = () => {
  const narrow = useNarrow()
  const { nav, row, shown, rest } = useFitting(entries(), narrow)
  return (
    <nav ref={nav} aria-label={messages.frame.navigation} class="navigation">
      <div ref={row} class="tabs">
        {shown.map((entry) => (
          <Tab key={entry.to} {...entry} />
        ))}
      </div>
      {(narrow || rest.length > 0) && <Menu rest={rest} narrow={narrow} />}
    </nav>
  )
}
