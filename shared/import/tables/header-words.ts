import { folded } from './cell.ts'

/** What a column may be, in the order of the mapping screen. */
export const columnFields = [
  'idea',
  'problem',
  'details',
  'site',
  'topic',
  'pathway',
  'state',
  'date',
  'proposer',
  'reference',
  'tags',
  'aim',
  'theory',
] as const
export type ColumnField = (typeof columnFields)[number]

type Words = readonly (readonly [score: number, form: RegExp])[]

/** How headings call each field, in English and Spanish; a higher score says more. Read of a heading without case, accents and signs. */
const words: Readonly<Record<ColumnField, Words>> = {
  idea: [
    [
      5,
      /^(?:(?:the|your|la|su|tu|improvement|change|quality|qi|project|new|nueva) )*(?:idea|ideas|suggestion|suggestions|proposal|sugerencia|propuesta)(?: (?:de|for|of|to|para) (?:la )?(?:mejora|mejoras|improvement|improve|change|cambio))?(?: (?:text|title|name|texto|titulo|nombre|card name))?$/,
    ],
    [
      5,
      /\bwhat (?:would|should|could|do|can|will) (?:you|we)(?: like to| want to)? (?:change|improve|try|do differently|propose|suggest)\b|\bwhat to change\b/,
    ],
    [5, /\bque (?:cambiaria|cambiarias|cambiariamos|cambiamos|mejoraria|mejorarias|mejorariamos|propone|propones|proponemos)\b/],
    [
      4,
      /^(?:proposed|suggested|planned|tested) (?:change|improvement|idea)s?$|^cambio (?:propuesto|sugerido)$|^(?:propuesta|accion|oportunidad) de (?:mejora|cambio)$/,
    ],
    [
      4,
      /^change (?:concept|idea|tested)$|^(?:improvement|mejora|mejoras|improvement opportunity)$|^(?:your|the|su|tu) (?:idea|suggestion|sugerencia|propuesta)\b/,
    ],
    [
      3,
      /^(?:title|titulo|card name|task|task name|subject|asunto|headline|initiative|iniciativa|project|proyecto|project (?:title|name)|intervention|intervencion|issue title|summary|resumen)$/,
    ],
    [
      2,
      /^(?:name|nombre|item|action|accion|change|cambio|tarea|tarjeta|nombre de la tarjeta|actividad|activity)$|^idea (?:description|descripcion|detail)|^description of the (?:change|idea)|^descripcion (?:del cambio|de la idea)/,
    ],
    [1, /^(?:description|descripcion|text|texto|comment|comments|comentario|comentarios|response|respuesta)$/],
  ],
  problem: [
    [4, /\b(?:problem|problems|problema|problemas|pain point|what goes wrong|que falla|que va mal|que no funciona)\b/],
    [
      3,
      /^(?:why|reason|reasons|rationale|justification|background|need|gap|challenge|issue|current situation|current state|driver for change)$|^(?:por que|motivo|motivos|razon|justificacion|necesidad|antecedentes|situacion actual|reto|dificultad)$/,
    ],
    [2, /\b(?:why|rationale|justification|por que|justificacion|motivo)\b/],
  ],
  details: [
    [
      3,
      /^(?:details|detail|detalle|detalles|notes|notas|more information|further information|mas informacion|card description|descripcion de la tarjeta|observaciones|additional (?:information|details|notes))$/,
    ],
    [
      2,
      /^(?:description|descripcion|comments|comment|comentarios|body|long description|explanation|explicacion)$|^(?:description|descripcion) (?:of|de|del)\b|^idea (?:description|descripcion|details)|\bhow would it work\b|\bdescri(?:be|ption of|pcion de)\b/,
    ],
  ],
  site: [
    [
      4,
      /^(?:site|sites|site name|hospital|hospitals|hospital name|centre|center|centro|centros|hospital site|ward or site|sede|which (?:site|hospital|centre|center)|participating (?:site|hospital|centre|center)|lead (?:site|hospital|centre|center)|originating (?:site|hospital)|centro hospitalario|nombre del (?:hospital|centro))$/,
    ],
    [3, /\b(?:site|hospital|centre|center|centro|facility|institution|institucion|clinica|clinic|sede)\b/],
    [
      2,
      /^(?:location|ward|unit|department|unidad|servicio|planta|departamento|organisation|organization|organizacion|ubicacion|lugar|where|donde|trust|team|equipo|campus)$/,
    ],
    [1, /\b(?:data access group|ward|unit|unidad|location)\b/],
  ],
  topic: [
    [
      4,
      /^(?:topic|topics|theme|tema|temas|area|ambito|topic area|area tematica|focus|focus area|area of focus|clinical area|area de mejora|improvement area|workstream|work stream|linea|linea de trabajo)$/,
    ],
    [
      3,
      /^(?:category|categoria|domain|dominio|strand|subject area|programme|program|programa|driver|primary driver|drivers|bundle|paquete)$|\b(?:topic|theme|tema|ambito)\b/,
    ],
    [1, /^(?:type|tipo|labels|label|etiquetas|group|grupo|kind|clase|bucket|bucket name)$/],
  ],
  pathway: [
    [4, /\b(?:pathway|itinerario|ruta|via)\b/],
    [2, /^(?:track|route|scale|escala|circuito)$/],
  ],
  state: [
    [
      4,
      /^(?:status|state|stage|phase|estado|fase|etapa|current (?:status|state|stage|phase)|estado actual|fase actual|estado status|status estado|situacion|pdsa (?:status|stage|phase)|idea (?:status|stage|phase|state)|project (?:status|stage|phase))$/,
    ],
    [3, /\b(?:status|stage|phase|estado|fase|etapa)\b/],
    [
      2,
      /^(?:progress|progreso|avance|list name|nombre de la lista|list|lista|column|columna|decision|outcome of review|resolucion|section|where it stands|pdsa)$/,
    ],
  ],
  date: [
    [
      5,
      /^(?:date|fecha) (?:proposed|received|submitted|raised|suggested|of (?:proposal|submission|idea)|entered|recorded|logged|added|reported|propuesta|recibida|recepcion|enviada|registro|de (?:la )?(?:propuesta|recepcion|envio|entrada|registro|alta|solicitud))\b|^(?:proposed|submitted|received|raised|logged|suggested|sent in|entered|recorded) (?:on|at|date)$|^(?:submission|proposal|receipt|entry|recording) (?:date|time)$|^(?:propuesta|enviada|recibida|registrada|presentada) el$/,
    ],
    [
      4,
      /^(?:date|fecha|day|dia|idea date|fecha idea)\b(?! (?:of|for|due|closed|completed|review|end|fin|cierre|limite|de (?:cierre|fin|revision|vencimiento)))|^(?:timestamp|time stamp|marca temporal|marca de tiempo)$/,
    ],
    [
      3,
      /^(?:created|created (?:on|at|date|time)|date created|creado|creado el|creada|fecha de creacion|received|recibido|recibida|submitted|when|cuando|start time|hora de inicio|added|date added)$/,
    ],
    [
      2,
      /^(?:start date|fecha de inicio|started|inicio|completion time|hora de finalizacion|month|mes|year|ano|quarter|trimestre)$|\b(?:date|fecha)\b/,
    ],
  ],
  proposer: [
    [
      4,
      /\b(?:submitted|proposed|sent in|suggested|raised|reported|created|entered|put forward|logged|added|sent) by\b|\b(?:propuest[oa]|enviad[oa]|sugerid[oa]|cread[oa]|presentad[oa]|aportad[oa]|remitid[oa]|registrad[oa]) por\b/,
    ],
    [
      4,
      /^(?:author|authors|autor|autora|autor a|autores|proposer|submitter|proponente|remitente|originator|suggested by name|idea owner|your name|su nombre|tu nombre|name of (?:proposer|submitter|author)|whose idea|quien lo propone|quien propone|nombre y apellidos|full name|nombre completo)$/,
    ],
    [
      3,
      /^(?:who|quien|from|de|person|persona|contact|contacto|staff|staff name|member|miembro|reporter|informador|informante|idea de)$|\byour name\b|\b(?:su|tu) nombre\b/,
    ],
    [2, /^(?:owner|responsable|lead|lider|project lead|assigned to|asignado a|members|miembros|champion|asignada a)$/],
    [1, /^(?:name|nombre|email|correo|correo electronico)$/],
  ],
  reference: [
    [
      4,
      /^(?:id|no|nr|nro|n o|num|number|numero|ref|reference|referencia|idea (?:id|no|nr|number|ref)|item (?:id|no|number)|record id|card id|id de tarjeta|row id|issue key|key|clave|response id|project id|task id|ticket|identificador|identifier|serial(?: no| number)?|sl no|s no|sr no|line|linea no)$/,
    ],
    [2, /^(?:code|codigo|#)$/],
  ],
  tags: [[3, /^(?:tags|tag|labels|keywords|key words|etiquetas|etiqueta|palabras clave)$/]],
  aim: [
    [
      3,
      /^(?:aim|aims|aim statement|goal|goals|objective|objectives|objetivo|objetivos|meta|metas|smart aim|expected (?:benefit|outcome|result)s?|beneficio esperado|resultado esperado)$/,
    ],
  ],
  theory: [[3, /^(?:theory|theory of change|hypothesis|hipotesis|teoria|why would it work|prediction|prediccion)$/]],
}

/** Days that are not the day on which somebody proposed something. */
const otherDays =
  /\b(?:modified|updated|due|closed|review|reviewed|end|ended|completed|target|next|last|expected|decision|modificad[oa]|modificacion|vencimiento|cierre|limite|revision|proxim[ao]|ultim[ao]|actualizad[oa]|fin)\b/
const otherPeople = /\b(?:modified by|modificado por|updated by|approved by|aprobad[oa] por|reviewed by|revisad[oa] por)\b/

/** How well a heading names each field, best first; none where it names nothing that a list of ideas has. */
export const headingFields = (heading: string): { field: ColumnField; score: number }[] => {
  const plain = /^\s*(?:#|№)\s*$/.test(heading) ? '#' : folded(heading.replaceAll(/\([^)]*\)/g, ' ') || heading)
  if (plain === '' || otherPeople.test(plain)) return []
  return columnFields
    .flatMap((field) => {
      if (field === 'date' && otherDays.test(plain)) return []
      const found = words[field].find(([, form]) => form.test(plain))
      return found ? [{ field, score: found[0] }] : []
    })
    .toSorted((one, other) => other.score - one.score)
}

/** Columns that a list of references has and a list of ideas has not. */
const ofReferences =
  /^(?:doi|issn|isbn|pmid|pubmed id|pmc id|pmcid|journal|journal name|publication title|source title|volume|issue|pages|abstract|abstract note|accession number|published year|publication year|item type|document type|eid|covidence|isbn issn)$/
const ofPapers = /^(?:authors?|author full names|title|titles|article title|year|published year|publication year)$/

/** Whether these headings are those of a list of papers: what a paper has, and at least two things that only a paper has. */
export const isReferenceList = (headings: readonly string[]): boolean => {
  const plain = headings.map((heading) => folded(heading))
  const own = plain.filter((heading) => ofReferences.test(heading)).length
  return own >= 2 && plain.some((heading) => ofPapers.test(heading))
}
