import type { Candidate } from '../finding.ts'
import { wordSet } from '../lexicons/word-set.ts'
import { isEnglishAt } from '../reading.ts'
import type { LabelledReading } from './labels.ts'
import { closes, kind, place, runEnd, towns, word } from './place-words.ts'
import { isNameWord, isWritten, regions } from './words.ts'

const generic = wordSet(
  'universitario universitaria general generales clinico clinica medico medica medicos docente comarcal provincial regional local nacional civil central militar publico privado privada salud especialidades atencion primaria dia hospital hospitalario hospitalaria complejo centro urgencias referencia rehabilitacion integral integrado mental infantil materno pediatrico pediatrica estudios investigacion transfusion educacion ocupacional acogida penitenciario educativo escolar deportivo de del la las los el y e i san universitaire hospitalier medical sante universitari clinic central clinico',
)

const weakKinds = wordSet(
  'centro centre centros cs complejo residencia instituto institut laboratorio laboratorios colegio escuela facultad mutua farmacia parc unidade lar posto maison cabinet ecole praxis scuola unidad ch hospice guarderia azienda presidio consorcio',
)

/** Hospitals, health centres, schools and firms: the kind first, then a name of its own. */
export function houses(reading: LabelledReading): Candidate[] {
  const { text, tokens, words } = reading
  const inHead = words.some(({ kind: of, first }) => of === 'PERSON' && first === 0)
  return tokens.flatMap((token, index): Candidate[] => {
    // "dall'Ospedale", "l'hôpital"
    const elided = /^\p{Ll}{1,6}['’]/u.exec(token.text)?.[0].length ?? 0
    const own = word(token).slice(elided)
    if (
      !kind().has(own) ||
      (isEnglishAt(reading, index) && !/^(?:hopital|clinica|ospedale|krankenhaus|klinikum|complejo|hospitales)$/.test(own))
    )
      return []
    const weak = weakKinds.has(own)
    if (weak && !isWritten(token) && !/^(?:residencia|colegio|instituto|escuela|centro)$/.test(own)) return []
    const before = tokens[index - 1]
    const next = tokens[index + 1]
    // "Nutrición Clínica y Dietética", "Comisión de Farmacia": the word is part of something else.
    if (
      /^(?:clinica|farmacia|centro)$/.test(own) &&
      (/^(?:y|e|o)$/.test(next?.lower ?? '') ||
        next?.gap === ' (' ||
        (isWritten(before) &&
          token.gap === ' ' &&
          !closes.has(word(before)) &&
          own !== 'centro' &&
          /(?:cion|ista|dad|sta)$/.test(word(before))))
    )
      return []
    const last = runEnd(tokens, index)
    const run = tokens.slice(index + 1, last + 1)
    const telling = run.filter(
      (one) =>
        isWritten(one) &&
        !generic.has(word(one)) &&
        !kind().has(word(one)) &&
        (regions.has(word(one)) || towns.has(word(one)) || isNameWord(one)),
    )
    const plainHouse =
      own.startsWith('hospital') &&
      isWritten(token) &&
      run.some((one) => isWritten(one) && (inHead || /^(?:comarcal|provincial|civil|militar|central|local|nino)$/.test(word(one))))
    const national =
      /^(?:centro|instituto|laboratorio|hospital|consejo)$/.test(own) &&
      isWritten(token) &&
      run.some(
        (one) =>
          isWritten(one) &&
          /^(?:nacional|andaluz|colombiano|mexicano|argentino|catalan|vasco|regional|provincial|europeo)$/.test(word(one)),
      )
    const numbered = /\d/.test(text.slice(token.end, tokens[last]?.end ?? token.end)) && run.length > 1
    if (!plainHouse && !numbered && !national && telling.every((one) => one.text.length < 3)) return []
    const end = tokens[last]
    const closing = /^["”»)]/.test(text.slice(end?.end, (end?.end ?? 0) + 1)) ? 1 : 0
    return end ? [place(token.start + elided, end.end + closing, 'suggested', 'phi-facility', 'FACILITY')] : []
  })
}
