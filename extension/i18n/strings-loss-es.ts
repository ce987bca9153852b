import type { LossWords } from './strings-loss.ts'

const clips = (count: number): string => (count === 1 ? '1 recorte' : `${count} recortes`)
const drafts = (count: number): string => (count === 1 ? '1 borrador' : `${count} borradores`)
const both = (clip: number, draft: number): string =>
  [...(clip > 0 ? [clips(clip)] : []), ...(draft > 0 ? [drafts(draft)] : [])].join(' y ')

export const lossWordsSpanish: LossWords = {
  lossTitle: 'Los datos de Gleaner en este navegador se dañaron',
  back: (clip, draft) =>
    clip + draft === 1
      ? `Se ha podido recuperar ${both(clip, draft)} sin enviar. No se ha perdido nada de él.`
      : `Se han podido recuperar ${both(clip, draft)} sin enviar. No se ha perdido nada de ellos.`,
  lost: (count) =>
    count === 1
      ? 'Algo que aún no se había enviado no se ha podido recuperar. Lo que se sabe de ello:'
      : `${count} cosas que aún no se habían enviado no se han podido recuperar. Lo que se sabe de ellas:`,
  nameless: 'un borrador sin nombre, empezado junto a la página de un paciente o nunca revisado',
  lossSave: 'Guardar esta lista como archivo',
  lossRead: 'Lo he leído',
}
