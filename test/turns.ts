/** Lets so many turns of the event loop go by: for what this process does by itself, however busy the machine is. */
export const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setTimeout(resolve))
}
