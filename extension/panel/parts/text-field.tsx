import { panelMessages } from '../../i18n/panel.ts'

interface Props {
  id: string
  label: string
  optional?: boolean
  rows?: number
  /** Characters. */
  most: number
  text: string
  type: (text: string) => void
}

/** A text of a small form. */
export const TextField = ({ id, label, optional = false, rows = 1, most, text, type }: Props) => (
  <div class="field">
    <label for={id}>
      {label} {optional && <span class="soft">{panelMessages.optional}</span>}
    </label>
    <textarea id={id} rows={rows} maxLength={most} value={text} onInput={({ currentTarget }) => type(currentTarget.value)} />
  </div>
)
