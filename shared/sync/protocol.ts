import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import type { Overwritten, RefusalCode } from '../mutations/engine/mutation.ts'
import type { Change } from '../domain/entities.ts'
import type { Message } from '../i18n/message.ts'
import type { FormCode } from '../values/issue-message.ts'

/** Names the protocol in both directions, so that a captive portal's page is never taken for a reply. */
export const protocol = 'gleaner/1'

/**
 * What one request and one page may hold. Local workerd does not enforce production's limits, so we do.
 * `pageBytes`: rows or acknowledgements of a page, lines of a list; what travels between an object and its Worker may be 32 MiB.
 */
export const caps = {
  mutations: 500,
  requestBytes: 512 * 1024,
  mutationBytes: 64 * 1024,
  rowBytes: 256 * 1024,
  page: 500,
  pageBytes: 1024 * 1024,
} as const

/** One thing that somebody asks for. `id` is made once, on the device, and never changes; `cseq` orders one replica's mutations. */
export interface QueuedMutation {
  id: string
  cseq: number
  name: string
  /** The device's clock, kept for information only. */
  at: number
  args: unknown
}

const cseqSchema = v.pipe(v.number(), v.integer(), v.minValue(1))
const nameSchema = v.pipe(v.string(), v.maxLength(60))
const askedSchema = v.object({ id: field.id, cseq: cseqSchema, name: nameSchema, at: v.number(), args: v.unknown() })

const rowsSchema = v.pipe(v.array(askedSchema), v.maxLength(caps.mutations))

const bareId = v.pipe(
  v.string(),
  v.regex(/^[\da-f]{32}$/i, 'form-not-an-id' satisfies FormCode),
  v.transform((id) => id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')),
)
/** The same by columns; ids without their dashes, and of numbers how much each is more than the one before it. */
const columnsSchema = v.pipe(
  v.object({
    args: v.array(v.unknown()),
    id: v.array(bareId),
    name: v.array(nameSchema),
    at: v.array(v.number()),
    cseq: v.array(cseqSchema),
  }),
  v.check(
    ({ id, ...others }) => id.length <= caps.mutations && Object.values(others).every(({ length }) => length === id.length),
    'form-columns' satisfies FormCode,
  ),
  v.transform((columns): QueuedMutation[] => {
    let [at, cseq] = [0, 0]
    return columns.id.map((id, index) => {
      at += columns.at[index] ?? 0
      cseq += columns.cseq[index] ?? 0
      return { id, cseq, name: columns.name[index] ?? '', at, args: columns.args[index] }
    })
  }),
)

/** A request with its mutations by columns, for a server that says it reads them: like stands by like, which gzip shrinks by a further 4 %. */
export const inColumns = (request: SyncRequest): unknown => {
  const { mutations } = request
  const column = (key: 'args' | 'name'): unknown[] => mutations.map((asked) => asked[key])
  const steps = (key: 'at' | 'cseq'): number[] => mutations.map((asked, index) => asked[key] - (mutations[index - 1]?.[key] ?? 0))
  const id = mutations.map((asked) => asked.id.replaceAll('-', ''))
  return { ...request, mutations: { args: column('args'), id, name: column('name'), at: steps('at'), cseq: steps('cseq') } }
}

/** POST /v1/networks/:network/sync: what the device has to say, and from where it wants to read on. */
export const syncRequestSchema = v.object({
  p: v.literal(protocol),
  rid: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  replica: field.id,
  /** The epoch: counts resyncs, so that a reply to an older one is recognised. */
  gen: v.pipe(v.number(), v.integer(), v.minValue(0)),
  cursor: v.nullable(v.pipe(v.string(), v.maxLength(600))),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000)),
  mutations: v.lazy((said): typeof rowsSchema | typeof columnsSchema => (Array.isArray(said) ? rowsSchema : columnsSchema)),
})
export type SyncRequest = v.InferOutput<typeof syncRequestSchema>

export interface Ack {
  id: string
  seq: number
  status: 'ok' | 'refused'
  code?: RefusalCode | 'internal'
  /** Why it was refused; older servers say it in English only. */
  reason?: Message
  /** The same in English. */
  message?: string
  /** What others wrote meanwhile and this mutation replaced (last write wins, in the order of the server). */
  overwrote?: Overwritten[]
}

/** A device's own order is of its person: who says another's replica id has a replica of their own under it, and learns nothing. */
export interface Replica {
  id: string
  person: string
}

/** How far the server has this replica's mutations. */
export interface ReplicaMark {
  cseq: number
  last: string | null
}

interface ReplyHead {
  p: typeof protocol
  /** Says that this server reads mutations by columns too; older ones do not. */
  columns?: true
  rid: string
  gen: number
}

/** A page of the feed with the acknowledgements for just that page; `base` is the cursor that it extends. */
export interface PageReply<Row = Change> extends ReplyHead {
  base: string | null
  cursor: string
  more: boolean
  rows: Row[]
  acks: Ack[]
  /** Milliseconds: mutations from the first one that has no acknowledgement on were put off for so long. They are kept and sent again; nothing behind them is sent before. */
  later?: number
  /** How much of the person's share of the network's storage is used, from 0 to 1; absent while there is plenty. */
  share?: number
}

/** The server cannot go on from where this device is; never mixed with rows. */
export interface ControlReply extends ReplyHead {
  control: 'too-old' | 'diverged' | 'forked' | 'gap'
  head: number
  you: ReplicaMark
}

export type SyncReply<Row = Change> = PageReply<Row> | ControlReply

/** POST /v1/networks/:network/mutations: the dashboard's way, without a replica: each is decided at once and answered. */
export const mutateRequestSchema = v.object({
  mutations: v.pipe(
    v.array(v.object({ id: field.id, name: v.pipe(v.string(), v.maxLength(60)), args: v.unknown() })),
    v.minLength(1),
    v.maxLength(caps.mutations),
  ),
})
export interface MutateReply {
  results: Ack[]
}

/** A change hint over WebSocket: that something is new, never the thing itself. */
export interface Hint {
  p: typeof protocol
  head: number
  ideas: string[]
  /** How many pages hear it; absent from older servers. */
  watching?: number
}

export interface Cursor {
  /** Every row up to this number was shown. */
  seq: number
  head: number
  witness: string
  start?: number
  /** Which names its viewer may see; absent in cursors from before names could be hidden. */
  view?: string
  /** The last row shown of number `seq` + 1 (`rowKey`), where its rows were more than one page holds. */
  row?: string
}

/** Where a row stands among those of one number. */
export const rowKey = ({ kind, id }: { kind: string; id: string }): string => `${kind} ${id}`

const packed = (row: string): string => encodeURIComponent(row).replaceAll('.', '%2E')
const unpacked = (row: string): string | undefined => {
  try {
    return decodeURIComponent(row)
  } catch {
    // Not written by us.
    return undefined
  }
}

/** A cursor is opaque to clients. Its `witness` is the history id: the random mark of the log row at the head when the page was computed. A restored server has another one. */
export const writeCursor = ({ seq, head, witness, start, view, row }: Cursor): string =>
  [seq, head, witness || '-', start ?? '', view ?? '', row ? packed(row) : ''].join('.').replace(/\.+$/, '')

export const readCursor = (token: string | null): Cursor | undefined => {
  if (token === null) return undefined
  const [seq, head, witness, start, view, row] = token.split('.')
  const shown = row ? unpacked(row) : undefined
  const cursor = {
    seq: Number(seq),
    head: Number(head),
    witness: witness === '-' ? '' : (witness ?? ''),
    ...(start ? { start: Number(start) } : {}),
    ...(view ? { view } : {}),
    ...(shown ? { row: shown } : {}),
  }
  return Number.isSafeInteger(cursor.seq) && Number.isSafeInteger(cursor.head) ? cursor : undefined
}
