import { useEffect, useState } from 'preact/hooks'
import type { PairingReply } from '../../../shared/api/bank.ts'
import { call } from '../data/api.ts'
import '../ui/connect.css'
import { CopyField } from '../ui/copy-field.tsx'
import { DeviceCode } from './device-code.tsx'
import { people } from '../data/framework.ts'
import { SelectField } from '../ui/fields.tsx'
import { Page } from '../ui/page.tsx'
import { problemOf } from '../data/use-query.ts'
import { place } from '../data/router.ts'
import { me } from '../data/session.ts'
import { accessMessages } from '../i18n/access.ts'
import { RelativeTime } from '../ui/relative-time.tsx'
import { serverNow } from '../data/clock.ts'

const Steps = ({ code }: { code: string }) => (
  <>
    <div class="copies">
      <CopyField label={accessMessages.connect.link} text={`${location.origin}/connect#${code}`} />
      <CopyField label={accessMessages.connect.server} text={location.origin} />
      <CopyField label={accessMessages.connect.code} text={code} />
    </div>
    <h2>{accessMessages.connect.stepsTitle}</h2>
    <ol>
      {Object.values(accessMessages.connect.steps).map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  </>
)

const Life = ({ until }: { until: number }) => {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), until - serverNow())
    return () => clearTimeout(timer)
  }, [until])
  return (
    <p role="status">
      {over ? (
        accessMessages.connect.over
      ) : (
        <>
          {accessMessages.connect.until} <RelativeTime at={until} />. {accessMessages.connect.once}
        </>
      )}
    </p>
  )
}

const staff = (): boolean => me.value?.role === 'coordinator' || me.value?.role === 'admin'

const useCode = () => {
  const [made, setMade] = useState<(PairingReply & { person: string }) | undefined>(undefined)
  const [problem, setProblem] = useState('')
  const make = async (person: string): Promise<void> => {
    setProblem('')
    try {
      setMade({ ...(await call('POST /v1/pairings', { body: { person } })), person })
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  return { made, problem, make }
}

const MakeCode = () => {
  const [person, setPerson] = useState(me.value?.person ?? '')
  const { made, problem, make } = useCode()
  const choices = people.value.map(({ id, name }) => ({
    key: id,
    label: id === me.value?.person ? accessMessages.connect.myself({ name }) : name,
  }))
  return (
    <>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void make(person)
        }}
      >
        {staff() && <SelectField label={accessMessages.connect.whose} value={person} choices={choices} onChange={setPerson} />}
        <div class="form-end">
          <button type="submit" class="button quiet">
            {made ? accessMessages.connect.another : accessMessages.connect.make}
          </button>
        </div>
        <p class="problem" role="alert">
          {problem}
        </p>
      </form>
      {made && (
        <section aria-label={accessMessages.connect.code}>
          <Life key={made.code} until={made.expiresAt} />
          <Steps code={made.code} />
        </section>
      )}
    </>
  )
}

/** Connects an extension: by the code that it shows, by one that is made here, or by the one that a link brought. */
export const ConnectPage = () => {
  const { fragment } = place.value
  if (fragment)
    return (
      <Page title={accessMessages.connect.title} class="alone" lead={<p>{accessMessages.connect.brought}</p>}>
        <Steps code={fragment} />
      </Page>
    )
  return (
    <Page title={accessMessages.connect.title} class="alone" lead={<p>{accessMessages.connect.lead}</p>}>
      <p>
        <a href="/start">{accessMessages.account.startLink}</a>
      </p>
      <section aria-labelledby="device-code">
        <h2 id="device-code">{accessMessages.device.title}</h2>
        <p class="soft part-lead">{accessMessages.device.lead}</p>
        <DeviceCode />
      </section>
      <section aria-labelledby="pairing">
        <h2 id="pairing">{accessMessages.pairing.title}</h2>
        <p class="soft part-lead">{accessMessages.pairing.lead}</p>
        <MakeCode />
      </section>
    </Page>
  )
}
