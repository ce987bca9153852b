import { needsApproval } from '../../../shared/domain/approval.ts'
import { meaningOf, nameOf, type Need, needName, reasonFor, type Word } from '../../../shared/domain/glossary.ts'
import { say } from '../../../shared/web/glossary.ts'
import { HelpLines, HelpSheet } from '../../../shared/web/help-sheet.tsx'
import { framework } from '../data/framework.ts'
import { place } from '../data/router.ts'
import { setSingleKeys, singleKeys } from '../data/single-keys.ts'
import { helpMessages as messages } from '../i18n/help.ts'
import { everywhere } from './help-keys.ts'
import { helpAt } from './help-pages.ts'

/** A pathway or phase as this network calls it, any other word as everybody does. */
const named = (word: Word): string => {
  const labels = [...(framework.value?.pathways ?? []), ...(framework.value?.phases ?? [])]
  return labels.find(({ key }) => key === word)?.label ?? say({ code: nameOf(word) })
}

/** What this network's gates ask for, each once, and why. */
const Reasons = () => {
  const { gates = [], triage = [] } = framework.value ?? {}
  const needs = new Set<Need>([...triage, ...gates.flatMap((gate) => gate.needs)].map(({ need }) => need))
  if (gates.some((gate) => needsApproval(gate))) needs.add('approval')
  return <HelpLines lines={[...needs].map((need) => [say({ code: needName(need) }), say({ code: reasonFor(need) })])} />
}

/** This page's keys and words, and why its gates ask. */
export const HelpDialog = ({ close }: { close: () => void }) => {
  const { name, keys, words, gates } = helpAt(place.value.path)
  return (
    <HelpSheet
      title={messages.title({ page: messages.names[name] })}
      about={messages.about[name]}
      keysTitle={messages.keys}
      keys={[...keys, ...everywhere].map(([key, does]) => [key, messages.does[does]])}
      ofKeys={
        <label class="check">
          <input type="checkbox" checked={singleKeys.value} onChange={(event) => setSingleKeys(event.currentTarget.checked)} />{' '}
          {messages.singleKeys}
        </label>
      }
      wordsTitle={messages.words}
      words={words.map((word) => [named(word), say({ code: meaningOf(word) })])}
      closeLabel={messages.close}
      button="button primary"
      close={close}
    >
      {gates && (
        <>
          <h3>{messages.reasons}</h3>
          <Reasons />
        </>
      )}
      <p class="soft small">{messages.source}</p>
    </HelpSheet>
  )
}
