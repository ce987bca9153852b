import { databaseNamed } from '../../databases.ts'
import { unsentAsJson } from '../../leftovers.ts'
import { saveFile } from '../../save-file.ts'

export const exportUnsent = async (name: string): Promise<void> =>
  saveFile(`gleaner-unsent-${new Date().toISOString().slice(0, 10)}.json`, await unsentAsJson(databaseNamed(name)), 'application/json')
