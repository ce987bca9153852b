import { meaningOf, nameOf, type Word } from '../../shared/domain/glossary.ts'
import { say } from '../../shared/web/glossary.ts'
import { HelpSheet } from '../../shared/web/help-sheet.tsx'
import { helpMessages as messages } from '../i18n/help.ts'

type Key = readonly [key: string, does: keyof typeof messages.does]

/** Keys that begin a clip, as they are until somebody changes them. */
const clipping: readonly Key[] = [
  ['Alt+Shift+G', 'clip'],
  ['Alt+Shift+Q', 'quick'],
]

const pages: Record<'panel' | 'options', { keys: readonly Key[]; words: readonly Word[] }> = {
  panel: {
    keys: [...clipping, ['Ctrl+Enter', 'save'], ['Alt+R', 'replace'], ['Alt+Shift+R', 'replaceAll'], ['← →', 'tabs']],
    words: [
      ...(['clip', 'idea', 'problem', 'kind', 'level', 'patient-check', 'draft', 'inbox', 'answer-due', 'stance'] as const),
      ...(['pathway', 'single-site', 'incubator', 'network-wide', 'phase', 'hold', 'parked', 'declined', 'abandoned', 'merged'] as const),
    ],
  },
  options: { keys: clipping, words: ['pairing-code', 'clip', 'draft', 'patient-check'] },
}

/** What a page of the extension is for, its keys and its words. */
export const HelpDialog = ({ of, close }: { of: 'panel' | 'options'; close: () => void }) => {
  const { keys, words } = pages[of]
  return (
    <HelpSheet
      title={messages.title}
      about={messages.about[of]}
      keysTitle={messages.keys}
      keys={keys.map(([key, does]) => [key, messages.does[does]])}
      wordsTitle={messages.words}
      words={words.map((word) => [say({ code: nameOf(word) }), say({ code: meaningOf(word) })])}
      closeLabel={messages.close}
      button="button main"
      close={close}
    />
  )
}
