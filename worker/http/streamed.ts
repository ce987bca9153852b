/** A streamed body, made piece by piece while it is read: it is never held as a whole. A piece that fails aborts the download. */
export const streamed = (pieces: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      // A piece without a byte would not ask for the next one.
      let piece = await pieces.next()
      while (!piece.done && piece.value.length === 0) piece = await pieces.next()
      if (piece.done) controller.close()
      else controller.enqueue(typeof piece.value === 'string' ? encoder.encode(piece.value) : piece.value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

/** A JSON array, of pages of texts that are JSON already. */
export async function* jsonArray(pages: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  let before = '['
  for await (const rows of pages) {
    if (rows.length === 0) continue
    yield `${before}${rows.join(',')}`
    before = ','
  }
  yield before === '[' ? '[]' : ']'
}
