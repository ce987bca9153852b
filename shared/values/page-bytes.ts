/** At most so many bytes in UTF-8: one for each ASCII character, three for each other UTF-16 unit. */
export const bytesOf = (text: string): number => text.length + 2 * text.replace(/[\0-\x7f]+/g, '').length

/** How many of these sizes, from the first on, go into one page: what is too large by itself still goes alone. */
export const fitting = (sizes: readonly number[], most: number): number => {
  let [count, sum] = [0, 0]
  for (const size of sizes) {
    sum += size
    if (count > 0 && sum > most) break
    count += 1
  }
  return count
}
