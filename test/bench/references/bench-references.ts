import { citationFormatKeys } from '../../../shared/citations/citation-formats.ts'
import { biber } from './biber.ts'
import { bibutils } from './bibutils.ts'
import { pybtex } from './pybtex.ts'
import { roundTrip } from './round-trip.ts'
import { roundTripTable } from './table.ts'
import { citationJs, pandoc } from './tool.ts'

/** Debian has them: `apt-get install pandoc bibutils biber python3-pybtex`. */
const tools = [() => citationJs(), pandoc, bibutils, biber, pybtex]

/** What other programs read of the files of references that we write. Those that are not installed are left out. */
export const benchReferences = (): void => {
  const trips = citationFormatKeys.flatMap((format) =>
    tools.flatMap((tool) => {
      const found = tool(format)
      return found ? [roundTrip(found, format)] : []
    }),
  )
  console.log(roundTripTable(trips))
}
