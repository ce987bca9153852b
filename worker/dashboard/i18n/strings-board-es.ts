import type { BoardWords } from './strings-board.ts'
import { many } from './plurals.ts'

export const boardWordsEs: BoardWords = {
  step: {
    phase: (phase) => `Lista para ${phase}`,
    pathway: (pathway) => `Lista para ${pathway}`,
    lacking: (to, lacks) => `${to}: ${lacks}`,
  },
  board: {
    tab: 'Tablero',
    title: 'Tablero',
    pathways: 'Vías',
    what: 'el tablero',
    lead: 'Arrastre una tarjeta a otra fase, o pulse su asidero y use las flechas. Primero se abre la puerta; nada se mueve por sí solo.',
    empty: 'Ninguna idea en esta fase.',
    more: (left) => `Mostrar más (${left})`,
    days: (days) => (days === 0 ? 'desde hoy' : many(days, 'día aquí', 'días aquí')),
    leads: (leads) => (leads === 0 ? 'sin responsable' : many(leads, 'responsable', 'responsables')),
    sites: (willing, tested, improved) =>
      `${many(willing, 'dispuesto', 'dispuestos')}${tested > 0 ? `, ${tested} con prueba, ${improved} con mejora` : ''}`,
    handle: (change) => `Mover «${change}»`,
    keys: 'Intro la recoge, las flechas eligen una fase, Intro la suelta, Escape la deja donde estaba.',
    pickedUp: (change, phase) =>
      `Recogida «${change}» en ${phase}. Las flechas izquierda y derecha eligen una fase, Intro la suelta, Escape cancela.`,
    over: (phase, at, of) => `${phase}, ${at} de ${of}`,
    putBack: (phase) => `Se queda en ${phase}.`,
    opens: (phase) => `Se abre la puerta a ${phase}.`,
    gate: (from, to) => `${from} → ${to}`,
    close: 'Cerrar',
    notReachable: (to, first) => `No puede pasar directamente a ${to}: antes viene ${first}.`,
    notFrom: 'Esta idea ya está en otro lugar.',
    held: 'En suspenso: nada se mueve hasta que el comité directivo lo levante.',
    back: (to) => `Volver a ${to}`,
    backOnly: 'Solo coordinación devuelve una idea a una fase anterior.',
  },
  decisions: {
    title: 'Para decidir hoy',
    what: 'lo que se podría decidir',
    due: 'Respuestas atrasadas',
    again: 'Aplazadas hasta ahora',
    ready: 'Pueden avanzar ya',
    short: 'Les falta una cosa',
    none: 'Nada está atrasado y a ninguna idea le falta solo un paso. Las ideas nuevas esperan en el triaje.',
    noneDue: 'Nadie espera una respuesta atrasada.',
    noneReady: 'Ninguna idea tiene todo lo que necesita su próximo paso.',
    noneShort: 'A ninguna idea le falta solo una cosa.',
    all: (count) => `Las ${count}`,
    asked: (count) => `${many(count, 'idea espera', 'ideas esperan')} la respuesta de quien la envió`,
    lookAgain: 'Revisar',
  },
  cell: {
    age: (days) => `${days} d`,
    ageLong: (days) => `mediana de ${many(days, 'día', 'días')} en esta fase`,
    trend: (before, now, weeks) =>
      now === before
        ? `tantas como hace ${weeks} semanas`
        : `${Math.abs(now - before)} ${now > before ? 'más' : 'menos'} que hace ${weeks} semanas`,
    legend: 'Bajo cada número: mediana de días en la fase y su curso en 12 semanas.',
  },
}
