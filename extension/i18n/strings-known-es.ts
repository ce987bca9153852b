import type { Shown } from '../page-reader/quote/show-quote.ts'
import type { KnownWords } from './strings-known.ts'

const shownOnPage: Record<Shown, string> = {
  shown: 'Marcado en la página.',
  'not-found': 'Esta frase ya no está en la página.',
  closed: 'Pulse antes el botón de Gleaner en esa página.',
}

export const knownWordsSpanish: KnownWords = {
  knownTitle: (here) => (here ? 'Ya se recortó aquí' : 'Este artículo ya se recortó'),
  knownOtherwise: 'Ya recortado con otro título: ¿es el mismo artículo?',
  titleOfClip: 'El recorte',
  titleOfPage: 'Esta página',
  noTitle: 'sin título',
  clippedBy: (by, date, inBank) =>
    `${by === '' ? 'Usted' : (by ?? 'Alguien')} · ${date} · ${inBank ? 'en el banco' : 'pendiente de enviar'}`,
  showOnPage: 'Mostrar en la página',
  shownOnPage: (shown) => shownOnPage[shown],
  supportsTitle: 'Apoya:',
  addToIt: 'Añadir a esta idea',
  addToThis: (idea) => `Añadir a esta idea: «${idea}»`,
  knownChoice: '¿Recortar este artículo dos veces?',
  useClip: 'Usar este recorte',
  clipAgain: 'Recortarlo de nuevo, con su propia frase',
  alsoSupports: '¿Qué ideas apoya?',
  noOtherIdea: 'Aquí no se conoce otra idea suya ni de este artículo. Elija «Idea» para escribir una.',
  moreClips: (count) => `y ${count} más`,
  unfinishedOfPaper: 'Empezó un recorte de este artículo y no lo terminó.',
  goOn: 'Continuar con él',
  cite: 'Citarlo',
  reference: 'Referencia (Vancouver)',
  copyReference: 'Copiar la referencia',
  copied: 'Copiada.',
  notCopied: 'No se ha copiado: seleccione el texto y cópielo a mano.',
  saveAs: (format) => `Guardar como ${format}`,
}
