import { dayOf, isoDay } from '../../shared/values/calendar-day.ts'
import { databaseNamed } from '../store/databases.ts'
import { unsentAsJson } from '../backup/other-accounts.ts'
import { saveFile } from '../../shared/web/save-file.ts'

export const exportUnsent = async (name: string): Promise<void> =>
  saveFile(`gleaner-unsent-${isoDay(dayOf(Date.now()))}.json`, await unsentAsJson(databaseNamed(name)), 'application/json')
