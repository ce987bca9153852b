/** The same storage, and what each statement read so far, by its text. */
export const counted = (storage: DurableObjectStorage) => {
  const cursors: { text: string; cursor: SqlStorageCursor<Record<string, SqlStorageValue>> }[] = []
  const exec = (text: string, ...values: SqlStorageValue[]) => {
    const cursor = storage.sql.exec(text, ...values)
    cursors.push({ text, cursor })
    return cursor
  }
  const transactionSync = <Result>(work: () => Result): Result => storage.transactionSync(work)
  const read = (): Record<string, number> => {
    const rows: Record<string, number> = {}
    for (const { text, cursor } of cursors) rows[text] = (rows[text] ?? 0) + cursor.rowsRead
    return rows
  }
  return { read, storage: { sql: { exec }, transactionSync } as unknown as DurableObjectStorage }
}
