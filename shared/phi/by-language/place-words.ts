import type { Candidate, CertaintySource, PatientInfoType, PhiReason } from '../finding.ts'
import { languages } from './words/all.ts'
import { once, wordSet } from '../lexicons/word-set.ts'
import type { Token } from '../text/tokens.ts'
import { isNameParticle } from './words.ts'

export const place = (
  start: number,
  end: number,
  evidence: CertaintySource,
  why: PhiReason,
  type: PatientInfoType = 'LOCATION',
): Candidate => ({
  start,
  end,
  type,
  evidence,
  why,
})

export const kind = once(() => new Set(languages.flatMap(({ houses }) => houses.split('|')).map((word) => word.replace(/\./g, ''))))

/** Towns and provinces that a sentence may name without any word before them; written for this project. */
export const towns = wordSet(`
barcelona sevilla zaragoza malaga murcia palma bilbao alicante cordoba valladolid vigo gijon hospitalet vitoria gasteiz granada elche oviedo badalona cartagena terrassa jerez sabadell mostoles alcala pamplona fuenlabrada almeria leganes donostia burgos santander castellon albacete getafe alcorcon logrono badajoz salamanca huelva lleida lerida marbella leon tarragona cadiz jaen ourense orense mataro
algeciras torrevieja girona gerona lugo caceres guadalajara toledo pontevedra palencia ceuta zamora melilla segovia huesca cuenca soria teruel avila coruna ferrol guipuzcoa vizcaya alava tenerife elda reus manresa aranjuez majadahonda estella tudela aviles mieres ponferrada
bogota medellin cali barranquilla lima arequipa quito guayaquil caracas maracaibo santiago valparaiso concepcion rosario mendoza tucuman montevideo asuncion managua tegucigalpa guatemala holguin habana camaguey monterrey guadalajara puebla tijuana veracruz merida cancun oaxaca toluca tabasco chiapas
lisboa porto coimbra braga faro aveiro setubal evora leiria recife fortaleza curitiba manaus belem goiania campinas niteroi
lyon marseille toulouse bordeaux lille nantes strasbourg montpellier rennes grenoble dijon angers nimes reims rouen nancy metz tours limoges
roma milano napoli torino palermo genova bologna firenze bari catania venezia verona padova trieste brescia parma modena perugia livorno
berlin hamburg munchen koln frankfurt stuttgart dusseldorf dortmund essen leipzig bremen dresden hannover nurnberg wien graz linz salzburg innsbruck zurich bern basel genf luzern`)

export const countries = wordSet(
  'espana spain mexico argentina colombia chile peru ecuador bolivia venezuela uruguay paraguay cuba brasil portugal francia france italia italy alemania germany deutschland remitido responsable clinico clinica medico dr dra e mail email correo electronico tel telefono tfno fax movil por cp c p ncol nºcol col nº n no',
)

/** Begins something else behind the name of a house. */
export const closes = wordSet(
  'servicio seccion unidad departamento dpto calle avenida avda plaza tel telefono tfno email correo remitido secretaria catedra',
)

const isWritten = (token: Token | undefined): token is Token => token !== undefined && token.shape !== 'lower'

export const word = (token: Token): string => token.plain

/** The last index of a run of capitalised words from here, with particles between them. */
export function runEnd(tokens: Tokens, from: number, most = 10): number {
  let last = from
  for (let at = from + 1; at < tokens.length && at - from < most; at += 1) {
    const token = tokens[at]
    const before = tokens[at - 1]
    if (
      !token ||
      !/^(?:[ -]| \d{1,2} | ?["“«]|["”»] ?| \(|['’]|\. )$/.test(token.gap) ||
      (token.gap === '. ' && before && before.text.length > 3)
    )
      break
    if (isWritten(token) && !(closes.has(word(token)) && token.gap === ' ')) last = at
    else if (!isNameParticle(token) && !/^(?:al|para|am|im|fur|für|von|sur|dei|degli|of)$/.test(token.lower)) break
  }
  return last
}

type Tokens = readonly Token[]
