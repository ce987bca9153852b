import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { languagePack } from '../../shared/phi/by-language/pack.ts'
import { provideLanguages } from '../../shared/phi/language-pack.ts'
import { printFigures } from './figures.ts'
import { isHeldOut, readSamples } from './labelled-texts.ts'
import { trainWeights } from './train-weights.ts'

/**
 * `npm run train -- DIR`: makes the weights of the guard's learned part from the labelled Spanish texts in DIR (lines of MEDDOCAN,
 * Secretaría de Estado para el Avance Digital, CC BY 4.0, and sentences of ours), and prints what they do in texts that they were
 * not made with. The same texts and rules give the same weights. No text goes into the program.
 */

provideLanguages({ ...languagePack, findLearned: () => [] })

const samples = readSamples(process.argv[2] ?? '../shared/phi-es')
const packed = trainWeights(samples.filter(({ row }) => !isHeldOut(row)))
const lines = packed.match(/.{1,130}/g) ?? []
writeFileSync(
  fileURLToPath(new URL('../../shared/phi/by-language/learned-weights.ts', import.meta.url)),
  `/** Made by \`npm run train\` from features that five cases or more have; \`unpackWeights\` reads them. */
export const packedWeights = \`
${lines.join('\n')}
\`
`,
)
printFigures(samples, packed)
