import { type Language, languageFor } from '../../shared/i18n/language.ts'
import type { NewsKind } from '../../shared/notifications/notifications.ts'

export interface MailWords {
  codeSubject: string
  /** The code as it is read out, and where it was asked for. */
  code: (code: string, origin: string) => string
  answersSubject: (network: string, count: number) => string
  answersLead: (network: string) => string
  answersEnd: string
  quoted: (text: string) => string
  /** What is worth a mail: decisions and questions. The talk around them is read in the bank or in the extension. */
  told: Partial<Record<NewsKind, string>>
}

const english: MailWords = {
  codeSubject: 'Your code for Gleaner',
  code: (code, origin) =>
    `Your code for Gleaner is ${code}\n\nType it on the page at ${origin} where you asked for it. It works once, for ten minutes.\nIf you did not ask for it, you need not do anything.`,
  answersSubject: (network, count) => `${network}: ${count} ${count === 1 ? 'answer' : 'answers'}`,
  answersLead: (network) => `What became of ideas that you have a part in, in ${network}:`,
  answersEnd: 'The reasons are in the idea bank, under “News”, and in the Gleaner extension. There you can also switch these mails off.',
  quoted: (text) => `“${text}”`,
  told: {
    received: 'arrived; you get an answer by the date shown in the bank',
    classified: 'was sorted into a pathway: you helped',
    moved: 'goes on: you helped',
    'moved-back': 'went back a step',
    reopened: 'was opened again',
    parked: 'was parked',
    declined: 'was declined',
    abandoned: 'was tested and stopped',
    merged: 'was joined to another idea',
    held: 'is on hold',
    question: 'has a question for you',
    result: 'has a result',
  },
}

const spanish: MailWords = {
  codeSubject: 'Su código para Gleaner',
  code: (code, origin) =>
    `Su código para Gleaner es ${code}\n\nEscríbalo en la página de ${origin} donde lo pidió. Sirve una vez, durante diez minutos.\nSi no lo pidió, no tiene que hacer nada.`,
  answersSubject: (network, count) => `${network}: ${count} ${count === 1 ? 'respuesta' : 'respuestas'}`,
  answersLead: (network) => `Qué fue de las ideas en las que usted participa, en ${network}:`,
  answersEnd:
    'Las razones están en el banco de ideas, en «Novedades», y en la extensión Gleaner. Allí también puede desactivar estos correos.',
  quoted: (text) => `«${text}»`,
  told: {
    received: 'ha llegado; tendrá respuesta antes de la fecha que muestra el banco',
    classified: 'se ha clasificado en una vía: usted ha ayudado',
    moved: 'ha avanzado: usted ha ayudado',
    'moved-back': 'ha vuelto un paso atrás',
    reopened: 'se ha reabierto',
    parked: 'se ha aplazado',
    declined: 'se ha rechazado',
    abandoned: 'se probó y se detuvo',
    merged: 'se ha unido a otra idea',
    held: 'está en suspenso',
    question: 'tiene una pregunta para usted',
    result: 'tiene un resultado',
  },
}

const catalogues: Record<Language, MailWords> = { en: english, es: spanish }

/**
 * The words of a mail.
 * @param chosen What the person said in the dashboard, if anything.
 * @param accepts An `Accept-Language` header (RFC 9110, 12.5.4), best first as browsers send it.
 */
export const mailWords = (chosen: string | null, accepts = ''): MailWords =>
  catalogues[
    languageFor(
      chosen,
      accepts.split(',').map((range) => range.trim()),
    )
  ]
