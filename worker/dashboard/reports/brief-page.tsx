import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type Brief, briefHtml, type BriefLine, briefMarkdown } from '../../../shared/exports/brief.ts'
import { showToast } from '../ui/toast.tsx'
import { toDateField } from '../ui/dates.ts'
import { Drawn } from '../drawing/drawn.tsx'
import { WideAsRoom } from '../drawing/wide-as-room.tsx'
import { language } from '../../../shared/web/language.ts'
import '../idea/measures/run-charts.css'
import './brief-page.css'
import { saveFile } from '../../../shared/web/save-file.ts'
import { reportMessages } from '../i18n/reports.ts'
import { serverNow } from '../data/clock.ts'

const { brief: messages } = reportMessages

/** An address within this dashboard leads there without the host, so that a printed or copied brief has the whole one. */
export const whole = (path: string): string => `${location.origin}${path}`

/** A driver diagram may be wider than a phone: it is scrolled, by keys too. */
const Picture = ({ name, drawing }: { name: string; drawing: NonNullable<BriefLine['drawing']> }) => (
  <div class="brief-picture" tabIndex={0} role="group" aria-label={name}>
    <WideAsRoom least={260} height={120}>
      {(width) => <Drawn drawing={drawing(Math.min(width, 720))} />}
    </WideAsRoom>
  </div>
)

const Line = ({ line }: { line: BriefLine }) => (
  <li>
    {line.link ? <a href={line.link}>{line.text}</a> : line.text}
    {line.note && <span class="soft"> — {line.note}</span>}
    {line.said && <p class="brief-said">{line.said}</p>}
    {line.drawing && <Picture name={line.text} drawing={line.drawing} />}
  </li>
)

const Ways = ({ brief, name }: { brief: Brief; name: string }) => {
  const [problem, setProblem] = useState('')
  const file = `${name}-${toDateField(serverNow())}`
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(briefMarkdown(brief))
      setProblem('')
      showToast(messages.copied)
    } catch {
      // A browser may forbid it, without saying more.
      setProblem(messages.notCopied)
    }
  }
  return (
    <div class="brief-ways">
      <button type="button" class="button primary" onClick={() => print()}>
        {messages.print}
      </button>
      <button type="button" class="button quiet" onClick={() => void copy()}>
        {messages.copy}
      </button>
      <button type="button" class="button quiet" onClick={() => saveFile(`${file}.md`, briefMarkdown(brief), 'text/markdown')}>
        {messages.markdown}
      </button>
      <button type="button" class="button quiet" onClick={() => saveFile(`${file}.html`, briefHtml(brief, language), 'text/html')}>
        {messages.word}
      </button>
      <p class="problem" role="alert">
        {problem}
      </p>
    </div>
  )
}

/** A brief on the screen, with the ways to take it elsewhere; on paper only the brief. */
export const BriefSheet = ({ brief, name, children }: { brief: Brief; name: string; children?: ComponentChildren }) => (
  <>
    <div class="brief-bar">
      {children}
      <Ways brief={brief} name={name} />
    </div>
    <article class="brief">
      <p class="soft">{brief.made}</p>
      {brief.sections.map(({ title, lines, none }, index) => (
        <section key={title} aria-labelledby={`brief-${index}`}>
          <h2 id={`brief-${index}`}>{title}</h2>
          {lines.length > 0 ? (
            <ul>
              {lines.map((line, position) => (
                <Line key={`${position} ${line.text}`} line={line} />
              ))}
            </ul>
          ) : (
            <p class="soft">{none}</p>
          )}
        </section>
      ))}
    </article>
  </>
)
