import type { NewsSays } from './news-sentence.ts'

export const newsSaysEs: NewsSays = {
  received: (due) => `ha llegado. Tendrá respuesta antes del ${due}.`,
  classified: (pathway) => `se ha clasificado en ${pathway}.`,
  moved: (phase) => `ha avanzado a ${phase}.`,
  'moved-back': (phase) => `ha vuelto a ${phase}.`,
  reopened: (due) => (due ? `se ha reabierto. Tendrá respuesta antes del ${due}.` : 'se ha reabierto.'),
  parked: (day) => (day ? `se ha aplazado hasta el ${day}.` : 'se ha aplazado.'),
  declined: () => 'se ha rechazado.',
  abandoned: () => 'se probó y se detuvo.',
  merged: (into) => `se ha unido a «${into}».`,
  held: () => 'está en suspenso.',
  question: (who) => `${who} pregunta:`,
  answer: (who) => `${who} ha respondido:`,
  mention: (who) => `${who} le ha mencionado:`,
  comment: (who) => `${who} ha escrito:`,
  interested: (site) => `${site} la probaría.`,
  testing: (site) => `${site} la está probando.`,
  result: (site, result) => `tiene un resultado de ${site}. ${result}.`,
}
