import { databaseNamed } from '../store/databases.ts'
import { unsentAsJson } from '../backup/other-accounts.ts'
import { saveFile } from '../../shared/web/save-file.ts'

export const exportUnsent = async (name: string): Promise<void> =>
  saveFile(`gleaner-unsent-${new Date().toISOString().slice(0, 10)}.json`, await unsentAsJson(databaseNamed(name)), 'application/json')
