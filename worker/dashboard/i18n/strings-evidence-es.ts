import type { EvidenceWords } from './strings-evidence.ts'
import { many } from './plurals.ts'

/** Lo mismo que `strings-evidence.ts`, en español. */
export const evidenceWordsEs: EvidenceWords = {
  evidence: {
    title: 'Evidencia',
    none: 'Todavía ningún recorte apoya esta idea. Los recortes se unen en la extensión, por quien lee algo a favor o en contra.',
    untitled: 'Sin título',
    level: (level) => `Nivel ${level}`,
    noLevel: 'Sin nivel',
    open: 'Abrir la fuente',
    openAt: 'Abrir en esta frase',
    publishedAxis: 'Publicada',
    networkAxis: 'En esta red',
    byDesign: 'Nivel por diseño (OCEBM 2011), sin valorar salvo que se indique',
    against: (count) => (count > 0 ? `${many(count, 'recorte', 'recortes')} en contra` : ''),
    unsaid: (count) => (count > 0 ? `${many(count, 'tipo', 'tipos')} sin indicar` : ''),
    hint: (kind) => `La página sugiere: ${kind}. Cuenta cuando alguien lo diga.`,
    saidBy: (person, when) => `según ${person}, ${when}`,
    directions: { supports: 'La apoya', against: 'En contra', context: 'Contexto' },
    appraisals: { 'as-designed': 'valorado: según el diseño', lower: 'valorado: un nivel menos', higher: 'valorado: un nivel más' },
    standings: {
      retracted: 'Retractado o retirado',
      doubted: 'Expresión de preocupación',
      corrected: 'Corregido',
      notice: 'Un aviso, no el artículo',
    },
    standingHint: (seen) => `Leído en ${seen} al guardarlo. Lo que se ha retirado no cuenta en ningún sitio.`,
    places: {
      title: 'el título',
      heading: 'el encabezado de la página',
      window: 'el título de la ventana',
      metadata: 'los metadatos de la página',
      type: 'los tipos de publicación',
      banner: 'una nota de la página',
    },
    assess: 'Tipo, sentido …',
    assessOf: (title) => `de ${title}`,
    kind: 'Qué tipo de fuente es',
    direction: 'Qué dice de esta idea',
    appraisal: 'Nivel, valorado',
    appraisalHint: 'OCEBM 2011: menos por métodos débiles o resultados imprecisos o indirectos; más por un efecto grande.',
    notAppraised: 'Sin valorar: según el diseño',
    appraisalChoices: { 'as-designed': 'Según el diseño', lower: 'Un nivel menos', higher: 'Un nivel más' },
    assessed: 'Guardado.',
    submit: 'Guardar',
    detach: 'Quitar de esta idea',
    remove: 'Eliminar del banco…',
    removeSure:
      'Este recorte se elimina del banco para siempre, y de todas las ideas en las que está. El historial conserva que usted lo eliminó.',
    removeYes: 'Eliminarlo',
    removed: 'El recorte se ha eliminado.',
    takenAway: (title) => `Quitado de esta idea; el recorte sigue en el banco: ${title}`,
    undo: 'Deshacer',
    back: 'Unido de nuevo.',
    published: (best, guideline) => {
      const level = best === undefined ? '' : `${guideline ? 'mejor' : 'Mejor'} nivel ${best}`
      return [guideline ? 'Guía clínica' : '', level].filter(Boolean).join(', ') || 'Nada con nivel'
    },
    network: ({ testing, tested, improved, worse }) => {
      const results = tested > 0 ? `Probada en ${many(tested, 'centro', 'centros')}, ${improved} con mejora` : ''
      const harm = worse > 0 ? `${worse} peor` : ''
      const open = testing > 0 ? `${testing} probando ahora` : ''
      return [results, harm, open].filter(Boolean).join(', ') || 'Aún sin probar'
    },
  },
}
