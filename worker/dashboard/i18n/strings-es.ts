import type { Disposition, Role } from '../../../shared/domain/entities.ts'
import { jointsEs, ruleSentencesEs } from '../../../shared/i18n/sentences-es.ts'
import { guardSentencesEs } from '../../../shared/i18n/sentences-patient-es.ts'
import { serverSentencesEs } from '../../../shared/i18n/sentences-server-es.ts'
import { translator } from '../../../shared/i18n/translation.ts'
import type { Words } from './strings.ts'
import { accessWordsEs } from './strings-access-es.ts'
import { exportWordsEs } from './strings-export-es.ts'
import { boardWordsEs } from './strings-board-es.ts'
import { peopleWordsEs } from './strings-people-es.ts'
import { ideaWordsEs } from './strings-idea-es.ts'
import { evidenceWordsEs } from './strings-evidence-es.ts'
import { workWordsEs } from './strings-work-es.ts'
import { many } from './plurals.ts'

const dispositions: Record<Disposition, string> = {
  active: 'Activa',
  parked: 'Aplazada',
  declined: 'Rechazada',
  abandoned: 'Abandonada',
  merged: 'Unida',
}
const roles: Record<Role, string> = {
  contributor: 'colaborador/a',
  'site-lead': 'responsable de centro',
  coordinator: 'coordinación',
  steering: 'comité directivo',
  admin: 'administración',
}
const who: Record<string, string> = { ...roles, 'project-lead': 'responsable del proyecto', steering: 'miembro del comité directivo' }

/** Lo mismo que `strings.ts`, en español. */
export const spanish: Words = {
  ...accessWordsEs,
  ...boardWordsEs,
  ...peopleWordsEs,
  ...ideaWordsEs,
  ...exportWordsEs,
  ...evidenceWordsEs,
  ...workWordsEs,
  product: 'Gleaner',
  said: translator([...ruleSentencesEs, ...serverSentencesEs, ...guardSentencesEs], jointsEs),
  tryAgain: 'Intentar de nuevo',
  reload: 'Cargar de nuevo esta página',
  fetching: (what) => `Cargando ${what} …`,
  dispositions,
  roles,
  who,
  problems: {
    offline: 'Ahora no se llega al banco. Lo que ha escrito se conserva aquí; inténtelo cuando tenga conexión.',
    strange:
      'Ha respondido otra cosa en lugar del banco, quizá la red de su hospital. Lo que ha escrito se conserva aquí; inténtelo de nuevo.',
    unknown: 'No ha funcionado, y el banco no ha dicho por qué. Lo que ha escrito se conserva aquí; inténtelo de nuevo.',
    faultTitle: 'Esta página ha dejado de funcionar',
    fault: 'Algo ha fallado en esta página. Lo que ha escrito se conserva en esta pestaña; cargue la página de nuevo.',
  },
  opening: { text: 'Abriendo el banco …', failed: 'El banco no se abre' },
  lost: {
    title: 'Aquí no hay nada',
    text: 'No hay ninguna página en esta dirección. El banco y sus ideas están en la navegación de arriba.',
  },
  session: {
    ended: 'Su sesión ha terminado o ya no está en esta red. Lo que ha escrito se conserva aquí.',
    again: 'Entrar de nuevo en otra pestaña',
    notLive: 'Sin conexión: lo que hagan otros aparece aquí cuando vuelva la línea.',
  },
  frame: {
    skip: 'Ir a la página',
    navigation: 'Principal',
    home: 'Banco',
    ideas: 'Ideas',
    triage: 'Triaje',
    news: 'Novedades',
    reports: 'Informes',
    settings: 'Ajustes',
    connect: 'Conectar',
    members: 'Miembros',
    audit: 'Auditoría',
    account: 'Mi cuenta',
    network: 'Red',
    signOut: 'Salir',
    language: 'Idioma',
    citation: {
      before: 'Las vías y las fases siguen el marco de aprendizaje y mejora de Bates y colaboradores (',
      link: 'BMJ Qual Saf 2022;31:800',
      after: '), con nuestras palabras y los ajustes de esta red.',
    },
  },
  signIn: {
    title: 'Entrar en el banco de ideas',
    lead: 'Use la manera que su red le haya dado.',
    busy: 'Entrando …',
    code: 'Enlace o código',
    codeHint: 'Pegue el enlace entero, o solo lo que va detrás del # en él.',
    submit: 'Entrar',
    howTitle: 'Cómo conseguir un enlace',
    how: [
      'Pídalo a quien coordina su red.',
      '¿Tiene Gleaner en su propio equipo? Al arrancar muestra un enlace para la coordinación de la demostración.',
      'Un enlace ya usado o demasiado viejo no sirve: pida otro.',
    ],
    already: (name) => `Ha entrado como ${name}: ir al banco`,
  },
  connect: {
    title: 'Conectar una extensión',
    lead: 'Con Gleaner en el navegador se guardan evidencia e ideas mientras se lee. Un código conecta un navegador con esta red.',
    brought: 'Este enlace conecta una extensión de Gleaner. Sirve una vez.',
    whose: 'Para quién',
    myself: (name) => `${name} (yo)`,
    make: 'Crear un código',
    another: 'Crear otro código',
    until: 'Este código caduca',
    once: 'Conecta un navegador.',
    over: 'Este código ha caducado; cree otro.',
    link: 'Enlace',
    server: 'Dirección del servidor',
    code: 'Código de conexión',
    stepsTitle: 'Cómo se usa',
    steps: [
      'Abra las opciones de la extensión Gleaner: clic derecho en su botón de la barra de herramientas y «Opciones».',
      'Pegue el enlace. O escriba la dirección del servidor y el código de conexión.',
      'Pulse «Conectar». Desde entonces los recortes llegan solos a este banco, también los hechos sin conexión.',
    ],
    copy: (what) => `Copiar: ${what}`,
    copyShort: 'Copiar',
    copiedShort: 'Copiado',
    copied: (what) => `Copiado: ${what}.`,
    notCopied: 'Su navegador no deja que esta página copie. Seleccione el texto y cópielo a mano.',
  },
  bank: {
    caption: 'Ideas activas por vía y fase',
    pathway: 'Vía',
    all: 'Todas',
    none: '–',
    noSite: 'Red',
    unclassified: 'Sin clasificar',
    toTriage: 'Por revisar',
    toTriageHint: 'sin clasificar todavía',
    cell: (count, pathway, phase) => `${many(count, 'idea', 'ideas')}: ${pathway}, ${phase}`,
    sites: (least, most) =>
      most === null ? `${least} centros o más` : least === most ? many(least, 'centro', 'centros') : `${least}–${most} centros`,
  },
  home: {
    title: (network) => `Banco de ideas de ${network}`,
    what: 'el banco',
    toTriage: (count) => (count === 1 ? 'idea por revisar' : 'ideas por revisar'),
    loose: (count) => (count === 1 ? 'recorte aún sin idea' : 'recortes aún sin idea'),
    lately: 'Movidas hace poco',
    latelyNone: 'Todavía no se ha movido nada.',
    emptyTitle: 'El banco aún está vacío',
    empty:
      'Las ideas llegan de la extensión Gleaner: alguien lee un artículo, pulsa el botón y dice en una frase qué podría probar la red. Aquí llegan para ordenarlas en una vía.',
    emptyLink: 'Conectar una primera extensión',
  },
  evidenceBrief: 'Resumen de evidencia',
  watch: {
    watch: 'Seguir',
    watching: 'La sigue',
    hint: 'Se le cuenta qué es de ella',
    on: 'Ahora sigue esta idea.',
    off: 'Ya no sigue esta idea.',
  },
  decision: { due: 'Respuesta prevista', wasDue: 'La respuesta se esperaba', moved: 'Movida' },
  list: {
    title: 'Ideas',
    filters: 'Buscar y filtrar',
    search: 'Buscar',
    searchHint: 'Palabras, o «una frase exacta» entre comillas',
    any: 'Cualquiera',
    everything: 'Todas, también las terminadas',
    names: {
      q: 'Buscar',
      pathway: 'Vía',
      phase: 'Fase',
      topic: 'Tema',
      site: 'Centro',
      level: 'Evidencia',
      disposition: 'Estado',
      sort: 'Orden',
    },
    level: (level) => (level === 1 ? 'Nivel 1' : `Nivel ${level} o mejor`),
    unsaid: 'Con un tipo sin indicar',
    sorts: {
      newest: 'Las más nuevas primero',
      oldest: 'Las más antiguas primero',
      due: 'Por fecha de respuesta',
      moved: 'Las últimas movidas primero',
    },
    clear: 'Quitar los filtros',
    found: (total, shown) =>
      `${total === null ? 'Más de 1000 ideas' : many(total, 'idea', 'ideas')}${total === null || shown < total ? `, se ven ${shown}` : ''}`,
    noneTitle: 'Ninguna idea coincide',
    none: 'Quite un filtro, o busque menos palabras o más cortas: basta el comienzo de una palabra.',
    showAll: 'Ver todas las ideas, también las terminadas',
    more: 'Ver más',
  },
  row: {
    columns: {
      idea: 'Qué cambiaría',
      topic: 'Tema',
      site: 'De',
      stage: 'Vía · fase',
      evidence: 'Evidencia',
      sites: 'Centros',
      age: 'Llegó',
      decision: 'Decisión',
    },
    sitesHint: 'Centros: dispuestos / han probado / han mejorado',
    sitesLong: (willing, tested, improved) => `${willing} dispuestos, ${tested} han probado, ${improved} han mejorado`,
    noEvidence: 'ninguna todavía',
    noTopic: 'sin tema',
    level: (level) => `Nivel ${level}`,
    items: (count) => many(count, 'recorte', 'recortes'),
  },
  form: {
    choose: 'Elegir …',
    optional: '(opcional)',
    sending: 'Enviando …',
    cancel: 'Cancelar',
    left: (left) => (left === 1 ? 'Queda 1 carácter' : `Quedan ${left} caracteres`),
  },
}
