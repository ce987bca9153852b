import { expect, test } from 'vitest'
import english from '../../../shared/i18n/compiled/en/news.ts'
import spanish from '../../../shared/i18n/compiled/es/news.ts'
import { messageFormat } from '../../../shared/i18n/message-format.ts'
import { type NewsNames, newsMessage } from '../../../shared/notifications/news-message.ts'
import type { NewsItem } from '../../../shared/notifications/notifications.ts'

const item: NewsItem = {
  id: 'n',
  kind: 'received',
  idea: 'i',
  change: 'Weigh daily',
  tie: 'sender',
  helped: false,
  at: 1,
  by: 'ann',
  says: '',
  pathway: 'net',
  phase: 'test',
  due: 5,
  lookAgain: 6,
  into: { id: 'j', change: 'was parked.' },
  site: 'ash',
  result: 'improved',
}
/** Somebody’s own words may equal ours, or look like a message’s parameter. */
const names: NewsNames = {
  day: (at) => (at === null ? '' : `day ${at}`),
  pathway: (key) => `{pathway} ${key ?? ''}`,
  phase: (key) => `phase ${key}`,
  site: (key) => `site ${key}`,
  person: (id) => `person ${id}`,
  result: (result) => `result ${result}`,
}
const inEnglish = messageFormat('en-GB', english)
const inSpanish = messageFormat('es', spanish)

test.each<[Partial<NewsItem>, string, string]>([
  [{ kind: 'received' }, 'arrived. You get an answer by day 5.', 'ha llegado. Tendrá respuesta antes del day 5.'],
  [{ kind: 'classified' }, 'was classified as {pathway} net.', 'se ha clasificado como {pathway} net.'],
  [{ kind: 'moved' }, 'went on to phase test.', 'ha avanzado a phase test.'],
  [{ kind: 'moved-back' }, 'went back to phase test.', 'ha vuelto a phase test.'],
  [{ kind: 'reopened' }, 'was opened again. You get an answer by day 5.', 'se ha reabierto. Tendrá respuesta antes del day 5.'],
  [{ kind: 'reopened', due: null }, 'was opened again.', 'se ha reabierto.'],
  [{ kind: 'parked' }, 'was parked until day 6.', 'se ha aplazado hasta el day 6.'],
  [{ kind: 'parked', lookAgain: null }, 'was parked.', 'se ha aplazado.'],
  [{ kind: 'declined' }, 'was declined.', 'se ha rechazado.'],
  [{ kind: 'abandoned' }, 'was abandoned after its test.', 'se abandonó tras su prueba.'],
  [{ kind: 'merged' }, 'was merged into “was parked.”.', 'se ha unido a «was parked.».'],
  [{ kind: 'held' }, 'is on hold.', 'está en suspenso.'],
  [{ kind: 'question' }, 'person ann asks:', 'person ann pregunta:'],
  [{ kind: 'answer' }, 'person ann answered:', 'person ann ha respondido:'],
  [{ kind: 'mention' }, 'person ann mentioned you:', 'person ann le ha mencionado:'],
  [{ kind: 'comment' }, 'person ann wrote:', 'person ann ha escrito:'],
  [{ kind: 'interested' }, 'site ash would test it.', 'site ash la probaría.'],
  [{ kind: 'testing' }, 'site ash is testing it.', 'site ash la está probando.'],
  [{ kind: 'result' }, 'has a result from site ash. result improved.', 'tiene un resultado de site ash. result improved.'],
])('[L1] %o: %s', (of, en, es) => {
  const message = newsMessage({ ...item, ...of }, names)
  expect([inEnglish(message), inSpanish(message)]).toEqual([en, es])
})
