import { once } from '../../../shared/phi/lexicons/word-set.ts'
import { labelOf, plainText } from './label-key.ts'
import { kindOfKey } from './labels/label-index.ts'

const particles = once(
  () =>
    new Set('van von der den de del della di da do dos das du la le las los el al bin ibn bint y e i ter ten af av zu zum st'.split(' ')),
)
const titles = once(
  () =>
    new Set(
      'mr mrs ms miss mx dr dra dott prof sr sra srta don dona dna mme m mlle mm herr frau hr fr sig sigra signora signor sr(a) dona mstr master baby bebe b/o sir dame'.split(
        ' ',
      ),
    ),
)
/** Words of screens, in no name: a text with one of them is a heading, a link or a place. */
const noNames = once(
  () =>
    new Set(
      (
        'clinical visit visits patient patients chart charts record records name names account user users english center centre hospitals orders order results medication location settings logout login help list insurance identifier male female unknown unidentified? year years months inactive encounter add show open close print new all ward inpatient outpatient emergency timeline no not mean median total range yes birth bp home health care medical services office university institute school college research study trial article abstract figure table download share about privacy terms sign log menu main content skip navigation the and of for with from your our this that dashboard admin administrator reports report appointments messages message inbox schedule calendar today next previous back save cancel delete update information info general code number review lab labs laboratory imaging document billing claims referral referrals procedures conditions tests room bed unit providers options less none null undefined loading copyright rights reserved inc ltd llc press edition volume issue january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday states kingdom germany france spain italy portugal brazil mexico argentina colombia chile peru canada australia india china japan switzerland austria belgium netherlands usa uk ' +
        'paciente pacientes inicio cerrar sesion datos consulta consultas citas informe informes urgencias pruebas laboratorio enfermeria nacimiento ninguno mostrar ocultar informacion contacto agenda nuevo nueva guardar salud unidad lista ingresos episodios usuario contrasena ayuda configuracion volver evolucion ' +
        'atendimentos exames exame saude evolucao prescricao cadastro ajuda dados pessoais informacoes contato novo nova ' +
        'patiente accueil deconnexion recherche consultation consultations rendez-vous examens ordonnances compte-rendu comptes-rendus urgences resultats biologie imagerie aide parametres afficher masquer infos soins naissance ' +
        'patientin patienten akte startseite befund labor station einstellungen hilfe kalender neu speichern ' +
        'paziente pazienti ricerca visite visita ricette ricoveri reparto ambulatorio diario impostazioni aiuto nuovo nuova '
      ).split(/\s+/),
    ),
)

/** Whether a word in small letters is one of screens and papers. */
export const isScreenWord = (word: string): boolean => {
  const plain = plainText(word)
  return (
    noNames().has(plain) ||
    /^(?:other|clinical|against|sex|age|ageSex|birth|address|phone|email|record|account|staff|postal|town)$/.test(kindOfKey(plain) ?? '')
  )
}

const isLetterWord =
  /^(?:[A-Za-z\u00aa-\u024f]|[\u0300-\u036f]|[\u0370-\u052f\u0590-\u06ff\u1e00-\u1eff\u3040-\u9fff\uac00-\ud7af]|['’‘`.-])+[.…]?$/
const isUpper = (letter: string): boolean => letter !== letter.toLowerCase() || letter === letter.toUpperCase()
const bare = (word: string): string => plainText(word).replace(/^['’(]+|[.,…')]+$/g, '')

/** Whether a word can stand in a name, and whether it is one of its own. */
const kindOfWord = (word: string): 'own' | 'small' | 'no' => {
  const plain = bare(word)
  if (particles().has(plain) || titles().has(plain)) return 'small'
  if (!isLetterWord.test(word) || isScreenWord(plain)) return 'no'
  return isUpper(word.replace(/^(?:['’‘]|[dl]['’])/, '').charAt(0)) ? 'own' : 'no'
}

const wordsOf = (text: string): string[] => text.split(' ').filter(Boolean)

/** How many own words a text of nothing but names has; 0 where anything else stands in it. */
const ownWords = (words: readonly string[]): number => {
  let own = 0
  for (const word of words) {
    const kind = kindOfWord(word)
    if (kind === 'no') return 0
    if (kind === 'own') own += 1
  }
  return own
}

const withoutBrackets = (text: string): string =>
  text
    .replace(/ ?[([][^)\]]{0,40}[)\]]?$/, '')
    .replace(/\.{3}$/, '…')
    .trim()

/** "Smith, Anna (Annie)", "OKONJO^Ifeoma^^MRS", "Doe, Jane, Middle", "García-Lóp…, Ana". */
export const isFamilyFirst = (text: string): boolean => {
  if (text.length > 70 || !/^[^,^]{1,40}[,^]/.test(text)) return false
  const name = withoutBrackets(text)
  if (/[\d–;:]/.test(name) || (name.endsWith('.') && !/[ ^][^ ]{1,2}\.$/.test(name))) return false
  const [left = '', ...rest] = name.split(/[,^]/)
  const [family, given] = [wordsOf(left), rest.flatMap(wordsOf)]
  if (family.length > 4 || given.length > 5 || rest.length > (name.includes('^') ? 5 : 2)) return false
  return ownWords(family) > 0 && ownWords(given) > 0
}

/** "A^B^^PREFIX": how DICOM and HL7 write a name, and nobody else does. */
export const isCaretName = (text: string): boolean => text.includes('^') && isFamilyFirst(text)

/** Two to six words of a name in any order: "Radhika Vasudevan Pillai", "Dona Iracema de Souza e Silva", "ANNA MEIER". */
export const isGivenFirst = (text: string): boolean => {
  if (text.length > 60 || text.length < 4 || /[\d,;:!?&/|<>=]/.test(text)) return false
  const words = wordsOf(withoutBrackets(text))
  return words.length >= 2 && words.length <= 7 && ownWords(words) >= 2 && labelOf(text) === undefined
}

const isNothing =
  /^(?:-+|n\/?a|none|unknown|ninguno|desconocido|desconocida|desconhecido|nenhum|inconnu|aucun|keine?|unbekannt|nessuno|sconosciuto|\(none\)|null|undefined|true|false|\{.*|not recorded|not known|yes|no)$/i

export const isEmptyValue = (text: string): boolean => isNothing.test(text.trim())

/** What a label says is a name: words without a digit, that are no label themselves. */
export const isNameValue = (text: string): boolean => {
  const own = withoutBrackets(text)
  if (own.length < 2 || own.length > 70 || /[\d<>{}=@:]/.test(own) || isEmptyValue(own) || labelOf(own) !== undefined) return false
  const words = own.split(/[ ,^()"“”]+/).filter(Boolean)
  return (
    words.length <= 8 &&
    words.every((word) => isLetterWord.test(word) && !isScreenWord(bare(word))) &&
    words.some((word) => bare(word).length > 1 && isUpper(word.charAt(0)))
  )
}
