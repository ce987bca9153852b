import type { EvidenceKind } from '../../shared/domain/evidence-kinds.ts'
import type { Role } from '../../shared/domain/entities.ts'
import type { PatientInfoType } from '../../shared/phi/finding.ts'
import { jointsEs, ruleSentencesEs } from '../../shared/i18n/sentences-es.ts'
import { findingSentencesEs, guardSentencesEs } from '../../shared/i18n/sentences-patient-es.ts'
import { serverSentencesEs } from '../../shared/i18n/sentences-server-es.ts'
import { translator } from '../../shared/i18n/translation.ts'
import type { DraftProblem } from '../drafts/draft-to-mutations.ts'
import type { GuardedField, ReadTrouble } from '../store/draft.ts'
import type { ItemState } from '../bank/recent.ts'
import { knownWordsSpanish } from './strings-known-es.ts'
import type { Strings } from './strings.ts'
import type { SyncProblem } from '../store/sync-status.ts'

const clips = (count: number): string => (count === 1 ? '1 recorte' : `${count} recortes`)

const itemStates: Record<ItemState, string> = {
  kept: 'Guardado aquí',
  sent: 'Enviado',
  'in-bank': 'En el banco',
  attention: 'Requiere su atención',
}

const troubles: Record<ReadTrouble, string> = {
  forbidden: 'El navegador no deja que ninguna extensión lea esta página. Escriba lo que quiera conservar; no se pierde nada más.',
  pdf: 'Es un PDF en el visor del propio navegador: solo se puede leer su dirección. Revise el título, o guarde la página web del artículo.',
  challenge:
    'Esta página pregunta antes si es usted un robot. Supere esa comprobación y pulse de nuevo el botón de Gleaner, o escriba lo que quiera conservar.',
  consent:
    'Solo se puede leer la pregunta de la página sobre las cookies. Respóndala y pulse de nuevo el botón de Gleaner, o escriba lo que quiera conservar.',
  'sign-in':
    'La página pide iniciar sesión, suscribirse o elegir una organización; el artículo mismo no se ha podido leer aquí. Llegue hasta él y pulse de nuevo el botón de Gleaner, o escriba lo que quiera conservar.',
  error: 'El sitio muestra un error en lugar de la página. Escriba lo que quiera conservar, o inténtelo cuando funcione.',
  empty:
    'Todavía no hay nada que leer en esta página. Espere a que se cargue y pulse de nuevo el botón de Gleaner, o escriba lo que quiera conservar.',
  unreadable: 'No se ha podido leer esta página. Escriba lo que quiera conservar; no se pierde nada más.',
}

const problems: Record<SyncProblem, string> = {
  offline: 'Ahora no se llega al servidor de su red. Todo queda guardado aquí y se envía solo en cuanto se pueda.',
  'server-busy': 'El servidor está ocupado. Todo queda guardado aquí y se intenta de nuevo solo.',
  'connect-again': 'El servidor ya no conoce este navegador. Conéctese de nuevo para enviar lo que está guardado aquí.',
  'not-member':
    'Según el servidor, usted ya no pertenece a esta red. Lo que no se ha enviado sigue guardado aquí; pregunte a quien la coordina.',
  'update-extension': 'El servidor necesita un Gleaner más nuevo. Actualice la extensión; hasta entonces todo queda guardado aquí.',
  'update-server': 'El servidor aún no conoce esta versión de Gleaner. Hasta entonces todo queda guardado aquí.',
  later: 'Se envió muchísimo en poco tiempo. El resto queda guardado aquí y sale poco a poco, solo.',
  'reset-loop':
    'El servidor ha pedido empezar de nuevo varias veces seguidas. Gleaner descansa una hora y vuelve a intentarlo; todo queda guardado aquí.',
  malformed: 'El servidor no ha podido leer lo enviado. Todo queda guardado aquí; avise a quien coordina su red.',
  fault: 'Algo ha fallado al sincronizar. Lo que guardó sigue aquí y se intenta de nuevo solo.',
  'disk-full':
    'Este ordenador no ha podido guardar lo que llegó del servidor. Libere espacio en el disco; lo que guardó antes se conserva.',
}

const roleNames: Record<Role, string> = {
  contributor: 'Colaborador/a',
  'site-lead': 'Responsable de centro',
  coordinator: 'Coordinación',
  steering: 'Comité directivo',
  admin: 'Administración',
}

const patientTypes: Record<PatientInfoType, string> = {
  NAME: 'un nombre',
  LOCATION: 'un lugar',
  FACILITY: 'un hospital o una empresa',
  DATE: 'una fecha',
  AGE90: 'una edad de más de 89 años',
  PHONE: 'un número de teléfono',
  FAX: 'un número de fax',
  EMAIL: 'una dirección de correo',
  SSN: 'un número de la seguridad social',
  MRN: 'un número de historia clínica',
  HEALTH_PLAN: 'un número de seguro médico',
  ACCOUNT: 'un número de cuenta',
  LICENSE: 'un número de licencia',
  VEHICLE: 'una matrícula o un número de vehículo',
  DEVICE: 'un número de dispositivo',
  URL: 'una dirección que puede llevar a una persona',
  IP: 'una dirección de red',
  ID: 'un número de una persona',
}

const guardedFields: Record<GuardedField, string> = {
  change: '¿Qué cambiaríamos?',
  problem: '¿Por qué aquí?',
  title: 'Título',
  address: 'Dirección',
  quote: 'Texto seleccionado',
  note: 'Nota',
}

const kinds: Record<EvidenceKind, string> = {
  guideline: 'Guía clínica',
  'systematic-review': 'Revisión sistemática',
  'randomised-trial': 'Ensayo aleatorizado',
  'compared-groups': 'Grupos comparados',
  'before-after': 'Informe de mejora o serie',
  opinion: 'Opinión, experiencia',
  'local-data': 'Datos locales',
  'family-experience': 'Experiencia familiar',
}

const draftProblems: Record<DraftProblem['why'], (places: number) => string> = {
  'no-change': () => 'Diga en una frase qué cambiaría, o elija «Solo evidencia».',
  'no-idea': () => 'Elija una idea que el recorte apoye, o recórtelo de nuevo.',
  'no-item': () => 'Dé un título o una dirección a la fuente.',
  'still-reading': () => 'La página aún se está leyendo. Guarde otra vez para guardar sin ella.',
  'bad-address': () => 'La dirección debe empezar por http:// o https://.',
  patient: (count) =>
    count === 1
      ? 'Sin guardar: lo marcado puede identificar a un paciente; sustitúyalo. Hasta entonces su texto sigue aquí.'
      : `Sin guardar: ${count} lugares marcados pueden identificar a un paciente; sustitúyalos. Hasta entonces su texto sigue aquí.`,
  'not-read-over': () =>
    'La página del paciente ya no está, así que sus nombres y números no se pueden buscar aquí. Relea su texto antes de guardar.',
}

/** Lo mismo que `strings.ts`, en español. */
export const spanish: Strings = {
  ...knownWordsSpanish,
  name: 'Gleaner',
  said: translator([...ruleSentencesEs, ...serverSentencesEs, ...guardSentencesEs, ...findingSentencesEs], jointsEs),
  tabs: { clip: 'Recorte', mine: 'Lo mío', bank: 'Banco', inbox: 'Bandeja' },
  settings: 'Ajustes',
  notConnected: 'Todavía sin conexión con una red. Los recortes se guardan en este ordenador hasta que se conecte.',
  connectNow: 'Conectar',

  homeTitle: 'Guarde lo que lee',
  homeText:
    'En cualquier página, pulse el botón de Gleaner en la barra de herramientas. Seleccione antes una frase para guardarla con el recorte.',
  homeShortcut: 'O pulse Alt+Mayús+G.',
  byHand: 'Escribir sin página',
  unfinished: 'Sin terminar',
  savedHere: 'Guardado en este ordenador',
  savedNext: 'Se envía solo a su red.',
  savedInBank: 'Está en el banco de su red.',
  savedUnconnected: 'Se envía cuando se conecte a su red.',

  withIdea: 'Idea',
  evidenceOnly: 'Solo evidencia',
  clipKind: '¿Qué es este recorte?',
  change: '¿Qué cambiaríamos?',
  changeHint: 'Una frase, con sus propias palabras',
  why: '¿Por qué aquí?',
  optional: 'opcional',
  item: 'La fuente',
  itemTitle: 'Título',
  itemAddress: 'Dirección',
  itemUntitled: 'Fuente sin título',
  entries: 'Aquí hay varias fuentes. ¿Cuál?',
  entriesPage: 'La página misma',
  quote: 'Texto seleccionado',
  quoteNone: 'Seleccione una frase en la página para guardarla con el recorte.',
  quoteAgain: 'Tomar la selección',
  quoteCut: 'Cortado a 600 caracteres.',
  kind: '¿Qué tipo de fuente es?',
  kindUnsaid: 'Tipo sin indicar',
  kindSuggested: (kind, reason) => `sugerido: ${kinds[kind]}${reason ? ` (${reason})` : ''}; cuenta cuando lo elija`,
  kindName: (kind) => (kind === null ? 'Tipo sin indicar' : kinds[kind]),
  note: 'Nota',
  topic: 'Tema',
  topicNone: 'No lo sé',
  topicSuggested: 'sugerido',
  site: 'Mi centro',
  siteNone: 'Ningún centro',
  patient:
    'Escriba sobre el trabajo, no sobre una persona. Aquí se comprueba todo antes con reglas, y lo que con certeza identifica a un paciente no sale de este navegador.',
  patientPage: (patients) =>
    patients > 1
      ? `Esta página muestra a ${patients} pacientes. No se guardan su título, su dirección ni su texto; lo que muestra de ellos se busca en lo que usted escribe, y se olvida con la página.`
      : 'Esta es la página de un paciente. No se guardan su título, su dirección ni su texto; lo que muestra del paciente se busca en lo que usted escribe, y se olvida con la página.',
  patientPageName: 'Junto a la página de un paciente',
  finding: (certainty, type, why) => `${certainty === 'high' ? '' : 'quizá '}${patientTypes[type]}: ${why}`,
  findingsIn: (field) => `Encontrado en «${field}»`,
  guardedFields,
  found: (certain, uncertain) =>
    [
      ...(certain > 0
        ? [
            certain === 1
              ? '1 cosa de aquí puede identificar a un paciente y hay que sustituirla.'
              : `${certain} cosas de aquí pueden identificar a un paciente y hay que sustituirlas.`,
          ]
        : []),
      ...(uncertain > 0
        ? [
            uncertain === 1
              ? '1 es dudosa: mírela, y sustitúyala o déjela.'
              : `${uncertain} son dudosas: mírelas, y sustitúyalas o déjelas.`,
          ]
        : []),
    ].join(' '),
  replaceWith: (word) => `Sustituir por ${word}`,
  leaveOut: 'Omitir la dirección',
  replaceAll: 'Sustituir todo',
  replaceAllKeys: (mac) => (mac ? '⌥⇧R' : 'Alt+Mayús+R'),
  notPatient: 'No es un paciente',
  readOver: 'Lo he releído; no identifica a ningún paciente.',
  save: 'Guardar',
  saving: 'Guardando …',
  saveKeys: (mac) => (mac ? '⌘ Intro' : 'Ctrl+Intro'),
  discard: 'Descartar',
  discardSure: '¿Descartar este borrador?',
  discardAll: 'Descartar todos',
  discardAllSure: (count) => `¿Descartar los ${count} borradores?`,
  inAnotherTab: 'en otra pestaña',
  justNow: 'ahora mismo',
  withoutPage: 'Escrito sin página',
  keep: 'Conservarlo',
  reading: 'Leyendo la página …',
  movedOn:
    'Esta pestaña muestra ahora otra página. Lo que figura aquí es de la anterior; pulse el botón de Gleaner para recortar lo que se ve.',
  fromScreen:
    'Los datos de esta página nombran otro artículo, probablemente el que se veía antes. Lo que figura aquí se ha tomado de la pantalla: revíselo.',
  unreadSelection: 'No se puede leer lo seleccionado en una parte de esta página que viene de otro sitio. Cópielo y péguelo aquí.',
  trouble: (trouble) => troubles[trouble],
  linkOnly: 'Solo se ha guardado el enlace, no la página. Añada un título.',
  draftProblem: ({ why, places }) => draftProblems[why](places),
  notSaved: 'Sin guardar',
  notSavedDisk: 'Este ordenador no ha podido guardar el recorte. Su texto sigue aquí; libere espacio en el disco y guarde otra vez.',

  recentTitle: 'Recortes recientes',
  itemState: (state) => itemStates[state],
  ideaWaits: (date) => `respuesta antes del ${date}`,
  ideaAt: (pathway, phase) => `${pathway} · ${phase}`,
  ideaEnded: (how, sentence) => (sentence ? `${how}: ${sentence}` : how),
  dispositions: {
    active: 'Activa',
    parked: 'Aplazada',
    declined: 'Rechazada',
    abandoned: 'Probada y detenida',
    merged: 'Unida a otra idea',
  },
  held: 'En suspenso',
  editAgain: 'Editar de nuevo',
  letGo: 'Descartar',
  letGoSure: '¿Descartarlo para siempre?',
  refusal: (code) => (code === 'too-large' ? 'Este recorte es demasiado grande para el banco.' : 'El banco no ha aceptado este recorte.'),

  problem: (problem) => problems[problem],
  connectAgain: 'Conectar de nuevo',
  unsent: (count) => (count === 0 ? 'Todo está enviado.' : `Sin enviar: ${clips(count)}.`),

  language: 'Idioma',
  motto: 'Recoja ideas y evidencia mientras lee.',
  connectTitle: 'Conéctese a su red',
  server: 'Servidor',
  serverHint: 'https://…',
  code: 'Código de conexión',
  connectWithCode: 'Conectar con este código',
  connecting: 'Conectando …',
  badServer: 'Gleaner no puede conectarse a esta dirección. Empieza por https:// (o http://localhost en este ordenador).',
  badCode: 'Escriba también el código de conexión; tiene al menos 8 caracteres.',
  connectedTitle: 'Con conexión',
  network: 'Red',
  person: 'Usted',
  role: (role) => roleNames[role],
  stayConnected: 'Seguir con conexión',
  lockedTitle: 'Conéctese para seguir',
  lockedText: 'Este ordenador es compartido. Lo guardado se conserva y solo lo ve quien lo guardó.',
  practiceSaved: 'Guardado, como práctica',
  practiceNext:
    'No se ha conservado ni enviado nada. Ahora: abra un artículo, seleccione una frase que importe y pulse el botón de Gleaner en la barra.',
  practice: 'Práctica: nada de esto se guarda ni se envía.',
  syncTitle: 'Qué hay aquí y qué se ha enviado',
  countWaiting: 'en espera',
  countSent: 'en camino',
  countRefused: 'no aceptados',
  countDrafts: 'borradores',
  countRows: 'entradas del banco',
  lastSync: (at) =>
    at === null
      ? 'Todavía no se ha sincronizado nunca.'
      : `Última sincronización: ${new Date(at).toLocaleString('es', { dateStyle: 'medium', timeStyle: 'short' })}.`,
  nextAttempt: (at) => (at > Date.now() ? `Próximo intento a las ${new Date(at).toLocaleTimeString('es', { timeStyle: 'short' })}.` : ''),
  syncNow: 'Sincronizar ahora',
  exportUnsent: 'Guardar en un archivo todo lo no enviado',
  whyUnconnected: 'No se puede enviar nada antes de conectarse. Lo que ha guardado sigue en este ordenador.',
  whyOnItsWay: 'Lo que espera se está enviando ahora, o dentro de un minuto.',
  whyRefused: 'Todo está enviado. Lo no aceptado le espera en «Lo mío», en el panel lateral.',
  whyLost: 'Lo que hay aquí está enviado; lo perdido se nombra arriba.',
  whyNothing: 'Todo está enviado.',
  leftovers: 'En este navegador se guardan recortes de otras cuentas. Solo se envían cuando esa persona se conecta de nuevo.',
  shortcutTitle: 'Teclado',
  shortcutText:
    'En el panel, Ctrl+Intro (⌘ Intro en un Mac) guarda, Alt+R sustituye lo siguiente que pueda identificar a un paciente y Alt+Mayús+R lo sustituye todo.',

  fault: 'Algo ha fallado aquí. Lo que guardó se conserva; cierre el panel y ábralo de nuevo.',
}
