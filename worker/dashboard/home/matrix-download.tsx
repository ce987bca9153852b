import { useEffect, useMemo, useState } from 'preact/hooks'
import { matrixSvg } from '../../../shared/exports/matrix-picture.ts'
import type { ReportsReply } from '../../../shared/api/reports.ts'
import { sayDate, toDateField } from '../ui/dates.ts'
import { framework, pathwayLabel } from '../data/framework.ts'
import { SavePicture } from '../drawing/save-picture.tsx'
import { me } from '../data/session.ts'
import { reportMessages } from '../i18n/reports.ts'
import { messages as common } from '../i18n/bank.ts'
import { serverNow } from '../data/clock.ts'

const { reports: messages } = reportMessages

const drawn = (topics: ReportsReply['topics']): string => {
  const { pathways = [], phases = [] } = framework.value ?? {}
  const count = (pathway: string | null, phase: string): number =>
    topics.reduce((sum, cell) => (cell.pathway === pathway && cell.phase === phase ? sum + cell.count : sum), 0)
  return matrixSvg({
    title: common.home.title({ network: me.value?.network.name ?? '' }),
    note: `${common.bank.caption}, ${sayDate(serverNow())}`,
    columns: phases.map(({ label }) => label),
    rows: [...pathways.map(({ key }) => key), null].map((key) => ({
      label: pathwayLabel(key),
      counts: phases.map((phase) => count(key, phase.key)),
    })),
    total: common.bank.all,
  })
}

/** The matrix as a picture for slides. */
export const MatrixDownload = ({ topics }: Pick<ReportsReply, 'topics'>) => {
  const svg = useMemo(() => drawn(topics), [topics])
  const [shown, setShown] = useState('')
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    setShown(url)
    return () => URL.revokeObjectURL(url)
  }, [svg])
  return (
    <section aria-labelledby="picture" class="picture">
      <h2 id="picture">{messages.picture}</h2>
      {shown && <img src={shown} alt={common.bank.caption} width="1280" />}
      <SavePicture title={messages.picture} name={`idea-bank-${toDateField(serverNow())}`} svg={() => svg} />
    </section>
  )
}
