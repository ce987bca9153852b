import type { Standing, StandingPlace } from '../../shared/citations/citation.ts'
import type { StandingWords } from './strings-standing.ts'

const standings: Record<Standing, string> = {
  retracted: 'Esto se ha retractado o retirado.',
  doubted: 'Hay una expresión de preocupación sobre esto.',
  corrected: 'Esto se ha corregido.',
  notice: 'Este es el aviso de una retractación o retirada, no el artículo.',
}
const standingsShort: Record<Standing, string> = {
  retracted: 'Retractado o retirado',
  doubted: 'Expresión de preocupación',
  corrected: 'Corregido',
  notice: 'Un aviso, no el artículo',
}
const places: Record<StandingPlace, string> = {
  title: 'su título',
  heading: 'el encabezado de la página',
  window: 'el título de la ventana',
  metadata: 'los metadatos de la página',
  type: 'su tipo de publicación',
  banner: 'una nota de la página',
}

/** Lo mismo que `strings-standing.ts`, en español. */
export const standingWordsSpanish: StandingWords = {
  says: (standing, seen) => `${standings[standing]} Lo dice ${places[seen]}.`,
  short: (standing) => standingsShort[standing],
}
