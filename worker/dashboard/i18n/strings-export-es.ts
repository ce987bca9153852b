import type { ExportWords } from './strings-export.ts'

export const exportWordsEs: ExportWords = {
  exports: {
    open: 'Exportar',
    thisList: 'Esta lista, con sus filtros',
    network: 'Toda la red',
    thisIdea: 'Referencias de esta idea',
    ideas: 'Las ideas',
    references: 'Las referencias',
    save: (what, format) => `${what} en ${format}`,
    busy: (name) => `Preparando el archivo: ${name} …`,
    done: (name) => `Guardado: ${name}`,
    recorded: 'Las exportaciones quedan registradas para la administración de su red.',
    broken: 'El archivo no llegó entero y no se ha guardado nada. Inténtelo de nuevo.',
    copy: 'Copiar la referencia',
    copied: 'Referencia copiada.',
    notCopied: 'No se ha copiado: seleccione la referencia y cópiela a mano.',
  },
}
