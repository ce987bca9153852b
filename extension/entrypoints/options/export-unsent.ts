import { databaseNamed } from '../../databases.ts'
import { unsentAsJson } from '../../leftovers.ts'

/** A file is saved by a link that is clicked; the address of the text lives as long as the click needs it. */
export const exportUnsent = async (name: string): Promise<void> => {
  const address = URL.createObjectURL(new Blob([await unsentAsJson(databaseNamed(name))], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `gleaner-unsent-${new Date().toISOString().slice(0, 10)}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
