import type { ListWords } from './strings-lists.ts'
import { many } from './plurals.ts'

/** Lo mismo que `strings-lists.ts`, en español. */
export const listWordsEs: ListWords = {
  views: {
    title: 'Vistas guardadas',
    choose: 'Abrir una vista …',
    save: 'Guardar esta vista',
    name: 'Nombre de la vista',
    keep: 'Guardar',
    saved: (name) => `Guardada: ${name}.`,
    remove: (name) => `Quitar la vista «${name}»`,
    removeShort: 'Quitar esta vista',
    removed: (name) => `Quitada: ${name}.`,
    noName: 'Dé un nombre a la vista.',
  },
  bulk: {
    select: (change) => `Seleccionar: ${change}`,
    selectAll: 'Seleccionar todas las mostradas',
    selected: (count) => many(count, 'idea seleccionada', 'ideas seleccionadas'),
    none: 'Seleccione ideas para clasificarlas, etiquetarlas o asignarlas juntas.',
    clear: 'Quitar la selección',
    actions: 'Qué hacer con ellas',
    classify: 'Clasificar',
    tag: 'Añadir una etiqueta',
    assign: 'Añadir un responsable',
    pathway: 'Vía',
    override: 'Motivo, donde falte algo',
    tagName: 'Etiqueta',
    lead: 'Responsable',
    apply: (count) => `Aplicar a ${count}`,
    busy: (done, all) => `${done} de ${all} …`,
    missing: 'Elija primero qué poner.',
    done: (count) => `${many(count, 'idea cambiada', 'ideas cambiadas')}.`,
    results: 'Resultados',
    failed: (count) => `${many(count, 'idea sin cambiar', 'ideas sin cambiar')}:`,
    same: (count) => `${many(count, 'idea ya lo tenía', 'ideas ya lo tenían')}.`,
    undo: 'Deshacer',
    undone: (count) => `Deshecho en ${many(count, 'idea', 'ideas')}.`,
  },
  count: (label, count) => `${label}: ${count}`,
}
