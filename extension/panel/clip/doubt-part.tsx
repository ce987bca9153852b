import type { FieldDoubts } from '../../../shared/citations/field-doubts.ts'
import { form } from '../state/form-state.ts'
import { draft } from '../state/panel-state.ts'
import { standingMessages } from '../../i18n/standing.ts'

const fields = ['title', 'author', 'container-title', 'issued', 'DOI'] as const
const { doubts: says, doubtfulFields } = standingMessages

/** Which fields to look at, where what a page says of its item differs or could not be read for certain; not what the person mended. */
export const DoubtPart = () => {
  const { title, ...others } = draft.value?.source?.doubts ?? {}
  const open: FieldDoubts = { ...(title && form.value.title === null && { title }), ...others }
  return (
    <div role="status">
      {fields.map((field) => {
        const doubt = open[field]
        return (
          doubt && (
            <p class="notice" key={field}>
              {says[doubt]({ field: doubtfulFields[field] })}
            </p>
          )
        )
      })}
    </div>
  )
}
