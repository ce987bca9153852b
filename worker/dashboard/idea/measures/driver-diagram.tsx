import { useRef } from 'preact/hooks'
import { type Box, driverDiagram, driversIn, type Line, lineHeight, outlineOf, padding } from '../../../../shared/exports/driver-diagram.ts'
import type { Driver, Idea } from '../../../../shared/domain/entities.ts'
import { draft } from '../../data/drafts.ts'
import './driver-diagram.css'
import { framework } from '../../data/framework.ts'
import { TextField } from '../../ui/fields.tsx'
import { MutationForm } from '../../ui/mutation-form.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Elsewhere, webAddress } from '../../ui/reference.tsx'
import { saveFile } from '../../../../shared/web/save-file.ts'
import { messages } from '../../i18n/bank.ts'

/** The colours of paper, in the file itself: a downloaded drawing knows no style sheet. On the screen the style sheet goes before. */
const paint: Record<Box['kind'], { fill: string; stroke: string }> = {
  aim: { fill: '#1c6350', stroke: '#1c6350' },
  driver: { fill: '#e2eee8', stroke: '#1c6350' },
  intervention: { fill: '#ffffff', stroke: '#868175' },
}

const BoxShape = ({ box }: { box: Box }) => (
  <g class={`kdd-${box.kind}`}>
    <rect x={box.x + 0.5} y={box.y + 0.5} width={box.width - 1} height={box.height - 1} rx="6" {...paint[box.kind]} />
    {box.lines.map((line, index) => (
      <text
        key={index}
        x={box.x + padding}
        y={box.y + padding + index * lineHeight + 13}
        fill={box.kind === 'aim' ? '#ffffff' : '#1e2320'}
        font-weight={box.kind === 'intervention' ? 400 : 600}
      >
        {line}
      </text>
    ))}
  </g>
)

const path = ({ from, to }: Line): string => {
  const middle = (from.x + to.x) / 2
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`
}

/** The drawing itself: text stands in it as text, so that nothing in it can run and a reader finds its words. */
const Drawing = ({ aim, drivers }: { aim: string; drivers: readonly Driver[] }) => {
  const { width, height, boxes, lines } = driverDiagram(aim, drivers)
  const count = drivers.reduce((sum, { interventions }) => sum + interventions.length, 0)
  return (
    <svg
      class="kdd"
      viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      width={width}
      height={height}
      role="img"
      aria-label={messages.diagram.said({ drivers: drivers.length, interventions: count })}
      font-family="system-ui, sans-serif"
      font-size="13"
    >
      {lines.map((line, index) => (
        <path key={index} d={path(line)} fill="none" stroke="#868175" stroke-width="1.5" />
      ))}
      {boxes.map((box, index) => (
        <BoxShape key={index} box={box} />
      ))}
    </svg>
  )
}

/** What a screen reader hears in the drawing's place. */
const Outline = ({ drivers }: { drivers: readonly Driver[] }) => (
  <ul class="unseen">
    {drivers.map(({ name, interventions }) => (
      <li key={name}>
        {name}
        <ul>
          {interventions.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </li>
    ))}
  </ul>
)

/** Drivers that the network names for the idea’s topic and that the outline does not have yet: one press adds one. */
const NamedDrivers = ({ topic, drivers, add }: { topic: string; drivers: readonly Driver[]; add: (name: string) => void }) => {
  const taken = new Set(drivers.map(({ name }) => name.toLowerCase()))
  const offered = (framework.value?.drivers ?? []).filter(({ of, label }) => of === topic && !taken.has(label.toLowerCase()))
  if (offered.length === 0) return null
  return (
    <p class="kdd-named small">
      {messages.diagram.named}
      {offered.map(({ key, label }) => (
        <button type="button" class="button quiet small" key={key} onClick={() => add(label)}>
          {label}
        </button>
      ))}
    </p>
  )
}

const DiagramForm = ({ idea, close }: { idea: Idea; close: () => void }) => {
  const form = `${idea.id}/diagram/`
  const outline = draft(`${form}outline`, outlineOf(idea.drivers ?? []))
  const drivers = driversIn(outline.text.value)
  return (
    <MutationForm
      name="editIdea"
      drafts={form}
      submit={messages.diagram.save}
      done={messages.diagram.saved}
      onDone={close}
      onCancel={close}
      args={() => (drivers ? { idea: idea.id, set: { drivers }, base: { drivers: idea.drivers ?? [] } } : messages.diagram.outlineFirst)}
    >
      <TextField label={messages.diagram.outline} hint={messages.diagram.outlineHint} draft={outline} long />
      <NamedDrivers
        topic={idea.topic}
        drivers={drivers ?? []}
        add={(name) => {
          outline.text.value = [outline.text.value.trimEnd(), name].filter(Boolean).join('\n')
        }}
      />
      {drivers && drivers.length > 0 && (
        <div class="kdd-frame">
          <Drawing aim={idea.aim || messages.diagram.noAim} drivers={drivers} />
        </div>
      )}
    </MutationForm>
  )
}

/** The key driver diagram, drawn from what the idea says; and a link where a team keeps one elsewhere. */
export const DriverDiagram = ({ idea, editable }: { idea: Idea; editable: boolean }) => {
  const drawing = useRef<HTMLDivElement>(null)
  const { drivers = [] } = idea
  const link = webAddress(idea.driverDiagram)
  const download = (): void => {
    const svg = drawing.current?.querySelector('svg')?.cloneNode(true) as SVGElement | undefined
    if (!svg) return
    svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
    saveFile(`${messages.diagram.file}.svg`, new XMLSerializer().serializeToString(svg), 'image/svg+xml')
  }
  return (
    <>
      {link && (
        <p class="small">
          {messages.diagram.linked} <Elsewhere to={link}>{messages.idea.openDiagram}</Elsewhere>
        </p>
      )}
      {drivers.length === 0 ? (
        !link && <p class="soft">{messages.diagram.none}</p>
      ) : (
        <>
          <div ref={drawing} class="kdd-frame" tabIndex={0} role="group" aria-label={messages.diagram.title}>
            <Drawing aim={idea.aim || messages.diagram.noAim} drivers={drivers} />
            <Outline drivers={drivers} />
          </div>
          <button type="button" class="button quiet small" onClick={download}>
            {messages.diagram.download}
          </button>
        </>
      )}
      {editable && (
        <Disclosure label={drivers.length > 0 ? messages.diagram.edit : messages.diagram.draw}>
          {(close) => <DiagramForm idea={idea} close={close} />}
        </Disclosure>
      )}
    </>
  )
}
