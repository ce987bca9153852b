import { folded } from './cell.ts'
import type { Named } from './names.ts'

/** How an idea stands. An ending has no phase of its own. */
export interface StateRead {
  phase?: string
  disposition: 'active' | 'parked' | 'declined' | 'abandoned' | 'merged'
}

/** What a word of state means; or what it may mean, to be asked. */
export type StateWord = { state: StateRead } | { suggest: string }

/** What a word may mean that nobody wrote down: a key of a phase or of an ending. */
export const statesOf = (phases: readonly Named[]): string[] => [...phases.map(({ key }) => key), 'parked', 'declined', 'abandoned']
export const stateOf = (key: string): StateRead =>
  key === 'parked' || key === 'declined' || key === 'abandoned' || key === 'merged'
    ? { disposition: key }
    : { phase: key, disposition: 'active' }

/** By what a word says once case, accents, signs and numbers are gone. English, then Spanish. */
const certain: readonly (readonly [string, RegExp])[] = [
  [
    'idea',
    /^(?:new|new idea|idea|ideas|proposed|proposal|submitted|suggested|received|not started|not yet started|backlog|to do|todo|open|inbox|brainstorm|brainstorming|raised|logged|pending|pending review|awaiting review|awaiting triage|to be reviewed|to be triaged|triage|unreviewed|not reviewed|draft|new suggestion|nueva|nuevo|nueva idea|propuesta|propuesto|recibida|recibido|enviada|enviado|sin empezar|no iniciad[ao]|sin iniciar|por empezar|por hacer|pendiente|pendiente de (?:revision|revisar|valorar|valoracion)|por revisar|abierta|abierto|lluvia de ideas|registrada|registrado|sugerida|presentada|borrador)$/,
  ],
  [
    'design',
    /^(?:plan|planning|planned|in planning|being planned|design|designing|in design|designed|being designed|preparing|preparation|in preparation|scoping|development|in development|developing|drafting|plan stage|design phase|planificacion|planificada|planificado|planificando|en planificacion|diseno|en diseno|disenando|disenada|en preparacion|preparacion|preparando|en desarrollo|desarrollo|planeacion|en planeacion|planeada)$/,
  ],
  [
    'test',
    /^(?:test|tests|testing|in test|in testing|being tested|under test|pilot|piloting|piloted|in pilot|pilot phase|pilot stage|pilot running|being piloted|trial|trialling|trialing|on trial|pdsa|pdsa cycle|pdsa cycles|in pdsa|pdsa testing|pdsa test|testing pdsa|pdsa in progress|small test of change|test of change|prueba|pruebas|en prueba|en pruebas|probando|probandose|piloto|en piloto|en fase piloto|fase piloto|en pilotaje|pilotaje|pilotando|ciclo pdsa|phva|ciclo phva|pdca|pdca cycle|ensayo|en ensayo|en fase de prueba|en fase de pruebas|fase de prueba|fase de pruebas)$/,
  ],
  [
    'evaluate',
    /^(?:evaluate|evaluating|evaluation|in evaluation|under evaluation|being evaluated|evaluation phase|measuring|measurement|analysing|analyzing|analysis|in analysis|study|studying results|reviewing results|results being reviewed|evaluacion|en evaluacion|evaluando|evaluandose|midiendo|en medicion|analisis|en analisis|analizando|analizando resultados|evaluacion de resultados)$/,
  ],
  [
    'spread',
    /^(?:spread|spreading|being spread|in spread|scale up|scaling|scaling up|scale|scale and spread|spread and scale|roll out|rollout|rolling out|rolled out|being rolled out|dissemination|disseminating|spread to other (?:sites|units|wards|centres|centers|hospitals)|difusion|en difusion|difundiendo|extension|en extension|extendiendo|extendida|extendido|extendid[ao] a otros (?:centros|hospitales|servicios)|extendida a otras unidades|despliegue|en despliegue|desplegando|escalado|escalando|en expansion|expansion|diseminacion|en diseminacion)$/,
  ],
  [
    'sustain',
    /^(?:sustain|sustained|sustaining|sustainment|adopted|adopt|embedded|business as usual|bau|standard practice|standard work|routine|routine practice|in routine use|implemented|fully implemented|maintained|maintaining|maintenance|standardised|standardized|in use|hardwired|sostenida|sostenido|sostenibilidad|sostener|mantenida|mantenimiento|en mantenimiento|consolidada|consolidado|adoptada|adoptado|implantada|implantado|implementada|implementado|practica habitual|rutina|en rutina|practica estandar|integrada|estandarizada|estandarizado)$/,
  ],
  [
    'parked',
    /^(?:parked|park|parking lot|deferred|defer|postponed|postpone|later|not now|for later|someday|someday maybe|shelved|aplazada|aplazado|pospuesta|pospuesto|postergada|postergado|diferida|diferido|aparcada|aparcado|mas adelante|para mas tarde|ahora no)$/,
  ],
  [
    'declined',
    /^(?:declined|decline|rejected|reject|refused|not approved|not accepted|not pursued|not pursuing|will not do|wont do|wont fix|turned down|denied|not feasible|out of scope|rejected at triage|rechazada|rechazado|descartada|descartado|denegada|denegado|desestimada|desestimado|no aceptada|no aceptado|no aprobada|no aprobado|no viable|fuera de alcance|no procede)$/,
  ],
  [
    'abandoned',
    /^(?:abandoned|abandon|discontinued|stopped|ended without success|tested and stopped|tried and stopped|failed|unsuccessful|dropped after test|abandonada|abandonado|interrumpida|interrumpido|suspendida tras la prueba|detenida|detenido|discontinuada|fracasada|sin exito)$/,
  ],
]

/** Words that may mean this or that: what is likeliest is only suggested. */
const doubtful: readonly (readonly [string, RegExp])[] = [
  [
    'sustain',
    /^(?:done|complete|completed|finished|closed|resolved|ended|success|successful|terminada|terminado|finalizada|finalizado|completada|completado|cerrada|cerrado|hecho|hecha|concluida|concluido|resuelta|resuelto|acabada|lista|listo)$/,
  ],
  [
    'test',
    /^(?:in progress|ongoing|on going|doing|working on it|started|underway|under way|active|in process|wip|work in progress|current|running|in action|en curso|en marcha|en proceso|en progreso|activa|activo|iniciada|iniciado|empezada|empezado|en ejecucion|en desarrollo activo|haciendo|trabajando)$/,
  ],
  [
    'parked',
    /^(?:on hold|hold|held|paused|pause|waiting|stalled|blocked|suspended|standby|stand by|inactive|en espera|en pausa|pausada|pausado|parada|parado|suspendida|suspendido|bloqueada|bloqueado|a la espera|esperando|retenida|inactiva|inactivo)$/,
  ],
  [
    'idea',
    /^(?:accepted|approved|under review|in review|reviewing|being reviewed|under consideration|considering|under discussion|in discussion|assessed|to discuss|en revision|en estudio|revisando|en consideracion|en discusion|aceptada|aceptado|aprobada|aprobado|en valoracion|valorando|next|ready|selected|prioritised|prioritized|priorizada|seleccionada)$/,
  ],
  [
    'declined',
    /^(?:withdrawn|cancelled|canceled|dropped|removed|archived|retirada|retirado|cancelada|cancelado|anulada|anulado|archivada|archivado|eliminada|eliminado)$/,
  ],
]

/** Duplicates would need the idea that they repeat. */
const bare = (word: string): string =>
  folded(word.replace(/^\s*[([]?\d{1,2}[)\].:]?\s*[-–—:.]*\s+/, ''))
    .replaceAll(/\b(?:\d+|stage|phase|fase|estado|status|step|etapa|no|nr)\b(?= \d| *$)/g, ' ')
    .replaceAll(/\b\d+\b/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()

/** Reads words of state, in the network's own words for its phases first. A phase that this network does not have is asked. */
export const stateReader = (phases: readonly Named[]): ((word: string) => StateWord | undefined) => {
  const own = new Map(phases.flatMap(({ key, label }) => [key, label].map((name): [string, string] => [folded(name), key])))
  const first = phases[0]?.key ?? 'idea'
  const known = new Map<string, StateWord | undefined>()
  const has = (key: string): boolean =>
    !['idea', 'design', 'test', 'evaluate', 'spread', 'sustain'].includes(key) || phases.some((phase) => phase.key === key)
  const look = (word: string): StateWord | undefined => {
    const plain = folded(word)
    if (/^(?:|n a|none|ninguno|ninguna)$/.test(plain)) return { state: stateOf(first) }
    const named = own.get(plain) ?? own.get(bare(word))
    if (named) return { state: stateOf(named) }
    // What stands behind a dash or in brackets says why: "Declined - out of scope".
    const tries = [plain, bare(word), bare(word.split(/\s[-–—:]\s|\(|[,;:]/)[0] ?? '')]
    for (const one of tries) {
      const found = certain.find(([, form]) => form.test(one))?.[0]
      if (found) return has(found) ? { state: stateOf(found) } : { suggest: '' }
    }
    for (const one of tries) {
      const found = doubtful.find(([, form]) => form.test(one))?.[0]
      if (found) return { suggest: has(found) ? found : '' }
    }
    return { suggest: '' }
  }
  return (word) => {
    if (!known.has(word)) known.set(word, look(word))
    return known.get(word)
  }
}
