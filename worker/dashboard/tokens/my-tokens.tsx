import { useState } from 'preact/hooks'
import type { NewToken } from '../../../shared/api/tokens.ts'
import { call } from '../data/api.ts'
import { nothing, useQuery } from '../data/use-query.ts'
import { accessMessages } from '../i18n/access.ts'
import { Async } from '../ui/async.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { TokenForm } from './token-form.tsx'
import { NewSecret, TokenLines } from './token-lines.tsx'

const texts = accessMessages.tokens

/** One's own access tokens of this network. */
export const MyTokens = () => {
  const replied = useQuery('GET /v1/networks/:network/tokens', { concerns: nothing })
  const [secret, setSecret] = useState('')
  const make = async (body: NewToken): Promise<void> => {
    setSecret((await call('POST /v1/networks/:network/tokens', { body })).secret)
    replied.refresh()
  }
  return (
    <>
      <p>
        <a href="/api/v1/docs">{texts.docs}</a>
      </p>
      <NewSecret secret={secret} />
      <Disclosure label={texts.make}>
        {(close) => <TokenForm name="mine" label={texts.name} submit={texts.makeIt} make={make} close={close} />}
      </Disclosure>
      <Async of={replied} what={texts.title}>
        {({ tokens }) => <TokenLines tokens={tokens} refresh={replied.refresh} />}
      </Async>
    </>
  )
}
