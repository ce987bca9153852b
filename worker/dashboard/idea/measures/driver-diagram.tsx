import { type Drawing, drawingSvg } from '../../../../shared/exports/drawing.ts'
import { driversIn, outlineOf } from '../../../../shared/exports/driver-diagram.ts'
import { driverDrawing } from '../../../../shared/exports/driver-drawing.ts'
import type { Driver, Idea } from '../../../../shared/domain/entities.ts'
import { Drawn } from '../../drawing/drawn.tsx'
import { SavePicture } from '../../drawing/save-picture.tsx'
import { draft } from '../../data/drafts.ts'
import './driver-diagram.css'
import { framework } from '../../data/framework.ts'
import { TextField } from '../../ui/fields.tsx'
import { MutationForm } from '../../ui/mutation-form.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Elsewhere, webAddress } from '../../ui/reference.tsx'
import { messages } from '../../i18n/bank.ts'

/** The drawing itself, named for a screen reader, which reads the outline beside it. */
export const drawDiagram = ({ aim, drivers = [] }: Pick<Idea, 'aim' | 'drivers'>): Drawing => {
  const interventions = drivers.reduce((sum, driver) => sum + driver.interventions.length, 0)
  return driverDrawing(aim || messages.diagram.noAim, drivers, messages.diagram.said({ drivers: drivers.length, interventions }))
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
          <Drawn drawing={drawDiagram({ aim: idea.aim, drivers })} />
        </div>
      )}
    </MutationForm>
  )
}

/** The key driver diagram, drawn from what the idea says; and a link where a team keeps one elsewhere. */
export const DriverDiagram = ({ idea, editable }: { idea: Idea; editable: boolean }) => {
  const { drivers = [] } = idea
  const link = webAddress(idea.driverDiagram)
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
          <div class="kdd-frame" tabIndex={0} role="group" aria-label={messages.diagram.title}>
            <Drawn drawing={drawDiagram(idea)} />
            <Outline drivers={drivers} />
          </div>
          <SavePicture title={messages.diagram.title} name={messages.diagram.file} svg={() => drawingSvg(drawDiagram(idea))} />
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
