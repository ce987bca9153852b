import { useState } from 'preact/hooks'
import { saveBlob, saveFile } from '../../../shared/web/save-file.ts'
import { problemOf } from '../data/use-query.ts'
import { messages } from '../i18n/bank.ts'
import { pngOf } from './svg-to-png.ts'
import './save-picture.css'

interface Props {
  /** What it is of, for whoever hears the buttons. */
  title: string
  /** The files' name, without an extension. */
  name: string
  /** The picture, made when it is asked for. */
  svg: () => string
  /** The numbers in it, where it has some. */
  csv?: () => string
}

/** Saves a picture for slides as SVG or PNG, and its numbers for a spreadsheet. Names of formats are the same in every language. */
export const SavePicture = ({ title, name, svg, csv }: Props) => {
  const [problem, setProblem] = useState('')
  const ways: [label: string, save: () => void | Promise<void>][] = [
    ['SVG', () => saveFile(`${name}.svg`, svg(), 'image/svg+xml')],
    ['PNG', async () => saveBlob(`${name}.png`, await pngOf(svg()))],
  ]
  if (csv) ways.push(['CSV', () => saveFile(`${name}.csv`, csv(), 'text/csv')])
  const press = async (save: () => void | Promise<void>): Promise<void> => {
    setProblem('')
    try {
      await save()
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  return (
    <p class="save-picture small">
      {messages.picture.save}
      {ways.map(([label, save]) => (
        <button
          key={label}
          type="button"
          class="button quiet small"
          aria-label={messages.picture.saveAs({ title, format: label })}
          onClick={() => void press(save)}
        >
          {label}
        </button>
      ))}
      <span class="problem" role="alert">
        {problem}
      </span>
    </p>
  )
}
