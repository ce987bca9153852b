import { may } from '../data/session.ts'
import { importMessages } from '../i18n/imports.ts'
import '../ui/form.css'
import { Page } from '../ui/page.tsx'
import { ChooseList } from './choose-list.tsx'
import { ColumnsForm } from './columns-form.tsx'
import { DryRun } from './dry-run.tsx'
import './import-page.css'
import { close, open, questions, read, table } from './import-state.ts'
import { PastImports } from './past-imports.tsx'
import { Progress } from './progress.tsx'
import { ReferencesDryRun } from './references-dry-run.tsx'
import { openReferences } from './references-state.ts'
import { QuestionsForm } from './questions-form.tsx'
import { begun } from './remembered.ts'
import { running } from './running.ts'

/** An import that was cut off goes on with the same list. */
const Unfinished = () => {
  const left = begun()
  if (!left || running.value || [open.value?.print, openReferences.value?.print].includes(left.print)) return null
  return <p class="notice">{importMessages.unfinished({ file: left.file, done: left.done, total: left.total })}</p>
}

const Opened = ({ file }: { file: string }) => (
  <p class="import-open">
    <b>{file}</b>{' '}
    <button type="button" class="button plain small" onClick={close}>
      {importMessages.choose.other}
    </button>
  </p>
)

const List = () => {
  const papers = openReferences.value
  if (papers)
    return (
      <>
        <Opened file={papers.file} />
        <ReferencesDryRun list={papers} key={papers.print} />
      </>
    )
  if (!open.value) return <ChooseList />
  const hasQuestions = questions.value.length > 0 || read.value.rows.some(({ idea }) => idea?.state && idea.state.disposition !== 'active')
  return (
    <>
      <Opened file={open.value.file} />
      {table.value?.references && <p class="notice">{importMessages.papers}</p>}
      <ColumnsForm />
      {hasQuestions && <QuestionsForm />}
      <DryRun />
    </>
  )
}

/** Brings in a list of ideas that a network has kept elsewhere: read, understood and checked here, before anything is sent. */
export const ImportPage = () =>
  may('importIdea') ? (
    <Page title={importMessages.title} class="wide import" lead={<p>{importMessages.lead}</p>}>
      <Unfinished />
      <Progress />
      <List />
      <PastImports key={running.value?.state ?? ''} />
    </Page>
  ) : (
    <Page title={importMessages.title}>
      <p>{importMessages.onlyCoordinators}</p>
    </Page>
  )
