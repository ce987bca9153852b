import type { Sentence } from './translation.ts'

/**
 * What the rules say, in Spanish. Pathways, phases, topics, sites and reasons are not here, the default ones neither: they are a
 * network's own data, which its admin words in the network's language, and stay as they are.
 */

/** Of each thing that gates count: one and many, in English and in Spanish. */
const counted = ([one, many, uno, varios]: readonly [string, string, string, string]): Sentence[] => [
  [`needs {#1} more ${one}`, `falta {1} ${uno}`],
  [`needs {#1} more ${many}`, `faltan {1} ${varios}`],
  [`has {#1} ${many}, at most {#2}`, `tiene {1} ${varios}, como máximo {2}`],
  [`{#1} ${one}`, `{1} ${uno}`],
  [`{#1} ${many}`, `{1} ${varios}`],
]

/** Of each text that gates ask for. */
const written = ([english, spanish]: Sentence): Sentence[] => [
  [english, spanish],
  [`no ${english}`, `sin ${spanish}`],
]

const gates: Sentence[] = [
  ...(
    [
      ['site', 'sites', 'centro', 'centros'],
      ['test site', 'test sites', 'centro de prueba', 'centros de prueba'],
      ['lead', 'leads', 'responsable', 'responsables'],
      ['expert', 'experts', 'persona experta', 'personas expertas'],
    ] as const
  ).flatMap(counted),
  ...(
    [
      ['problem sentence', 'frase del problema'],
      ['topic', 'tema'],
      ['theory', 'teoría'],
      ['SMART aim', 'objetivo SMART'],
      ['key driver diagram', 'diagrama de factores clave'],
      ['outcome measure', 'medida de resultado'],
      ['process measure', 'medida de proceso'],
      ['balancing measure', 'medida de equilibrio'],
    ] as const
  ).flatMap(written),
  ['no hold', 'sin suspensión'],
  ['on hold', 'en suspenso'],
  ['no lead', 'sin responsable'],
  ['tested already', 'ya probada'],
  ['test planned', 'prueba planificada'],
  ['no site says what it will measure and until when', 'ningún centro dice qué medirá ni hasta cuándo'],
  ['the day when the test should end has passed', 'ya pasó el día en que debía terminar la prueba'],
  ['the test ends later than in {#1} days', 'a la prueba le quedan más de {1} días'],
  ['no evidence yet of an improved outcome', 'todavía sin evidencia de mejores resultados'],
  ['improved at {#1} site', 'mejora en {1} centro'],
  ['improved at {#1} sites', 'mejora en {1} centros'],
  ['a gap in the registry', 'una carencia en el registro'],
  ['a guideline', 'una guía clínica'],
  ['published evidence of level {#1}', 'evidencia publicada de nivel {1}'],
  ['no site has tested it', 'ningún centro la ha probado'],
  ['every test site has a result', 'todos los centros de prueba tienen resultado'],
  ['{#1} result to hear', 'falta {1} resultado'],
  ['{#1} results to hear', 'faltan {1} resultados'],
  ['improved at the test sites together', 'mejora en el conjunto de los centros de prueba'],
  ['not improved at the test sites together', 'sin mejora en el conjunto de los centros de prueba'],
  ['the process is reliable', 'el proceso es fiable'],
  ['process reliability not shown', 'no consta que el proceso sea fiable'],
]

const pathways: Sentence[] = [
  ['on hold: {1}', 'en suspenso: {1}'],
  ['{#1} site is willing or testing', '{1} centro dispuesto o probando'],
  ['{#1} sites are willing or testing', '{1} centros dispuestos o probando'],
  [
    '{#1} site reports that it made things worse; look at this before anything else',
    '{1} centro comunica que las cosas empeoraron; mírelo antes que nada',
  ],
  [
    '{#1} sites report that it made things worse; look at this before anything else',
    '{1} centros comunican que las cosas empeoraron; mírelo antes que nada',
  ],
  ['evidence of an improved outcome: {1}', 'evidencia de mejores resultados: {1}'],
  ['it says what to change and what should improve, and is promising: {1}', 'dice qué cambiar y qué debería mejorar, y promete: {1}'],
  ['{#1} clip speaks against it', '{1} recorte habla en contra'],
  ['{#1} clips speak against it', '{1} recortes hablan en contra'],
  ['more sites than it holds: choose up to {#1}, the others wait', 'más centros de los que caben: elija hasta {1}, los demás esperan'],
  ['one or two sites can try it and tell the others', 'uno o dos centros pueden probarla y contárselo a los demás'],
  [
    'no improvement yet, no guideline, nothing published of level {#1} or better',
    'todavía sin mejora, sin guía clínica y sin nada publicado de nivel {1} o mejor',
  ],
]

const roles: Sentence[] = [
  ['contributor', 'colaborador/a'],
  ['site lead', 'responsable de centro'],
  ['coordinator', 'coordinación'],
  ['steering', 'comité directivo'],
  ['admin', 'administración'],
  ['project lead', 'responsable del proyecto'],
]

const refusals: Sentence[] = [
  ['This idea is not in the bank.', 'Esta idea no está en el banco.'],
  ['This idea is in the bank already.', 'Esta idea ya está en el banco.'],
  ['This clip is not in the bank.', 'Este recorte no está en el banco.'],
  ['This clip is in the bank already.', 'Este recorte ya está en el banco.'],
  ['This clip cannot be put beside this idea: clip it again.', 'Este recorte no se puede poner junto a esta idea: recórtelo de nuevo.'],
  ['This comment is in the bank already.', 'Este comentario ya está en el banco.'],
  ['A clip that this idea names is not in the bank.', 'Un recorte que nombra esta idea no está en el banco.'],
  ['An idea that this clip names is not in the bank.', 'Una idea que nombra este recorte no está en el banco.'],
  ['This idea is on hold: {1}', 'Esta idea está en suspenso: {1}'],
  ['The idea that it joined is on hold: {1}', 'La idea a la que se unió está en suspenso: {1}'],
  ['Its work has begun; move it back or end it instead.', 'Su trabajo ya empezó; devuélvala a una fase anterior o termínela.'],
  [
    'A site’s numbers are for its site lead, the leads of the idea and network staff to record.',
    'Los números de un centro los registran su responsable, los responsables de la idea y el personal de la red.',
  ],
  ['A number cannot be of a day ahead.', 'Un número no puede ser de un día futuro.'],
  ['A site keeps at most {#1} numbers of one measure.', 'Un centro guarda como máximo {1} números de una medida.'],
  ['is before 1990', 'es anterior a 1990'],
  ['is too small for a measure', 'es demasiado pequeño para una medida'],
  [
    'is too large for a measure; numbers of records do not belong here',
    'es demasiado grande para una medida; los números de historias no van aquí',
  ],
  ['This idea was merged into “{1}”; decide there, or reopen it first.', 'Esta idea se unió a «{1}»; decida allí, o reábrala primero.'],
  ['This idea is {1}; reopen it first.', 'Esta idea está {1}; reábrala primero.'],
  ['parked', 'aplazada'],
  ['declined', 'rechazada'],
  ['abandoned', 'abandonada'],
  ['merged', 'unida a otra'],
  ['This network has no such topic.', 'Esta red no tiene ese tema.'],
  ['This network has no such site.', 'Esta red no tiene ese centro.'],
  ['This network has no such pathway.', 'Esta red no tiene esa vía.'],
  ['This network has no such phase.', 'Esta red no tiene esa fase.'],
  ['This network has no such reason for a merge.', 'Esta red no tiene ese motivo para unir ideas.'],
  ['This network has no such reason for that ending.', 'Esta red no tiene ese motivo para terminar así una idea.'],
  ['A {1} may not do this.', 'Su papel ({1}) no permite hacer esto.'],
  ['You can send ideas for your own site only.', 'Solo puede enviar ideas de su propio centro.'],
  ['You can speak for your own site only.', 'Solo puede hablar por su propio centro.'],
  ['Your site lead says what the site tests.', 'Lo que prueba el centro lo dice su responsable.'],
  [
    'A result belongs to a test that has ended, and such a test needs one.',
    'Un resultado es de una prueba terminada, y una prueba terminada lo necesita.',
  ],
  [
    'Its sender may edit an idea until it is classified, its leads and network staff at any time; who leads it, who advises and what the registry shows is for network staff to say.',
    'Quien envió una idea puede editarla hasta que se clasifica; sus responsables y el equipo de la red, siempre. Quién la lleva, quién aconseja y qué muestra el registro lo dice el equipo de la red.',
  ],
  ['Only its sender may withdraw an idea.', 'Solo puede retirar una idea quien la envió.'],
  [
    'Your network has decided on this idea already; ask your coordinator to end it.',
    'Su red ya ha decidido sobre esta idea; pida a la coordinación que la termine.',
  ],
  [
    'Other ideas were joined to this one; ask your coordinator to end it.',
    'A esta idea se unieron otras; pida a la coordinación que la termine.',
  ],
  [
    'A site has begun to test this idea; ask your coordinator to end it.',
    'Un centro ha empezado a probar esta idea; pida a la coordinación que la termine.',
  ],
  [
    'Only whoever clipped it, the leads of its idea and network staff may say what a clip is of and what it says.',
    'Solo quien guardó el recorte, quien dirige su idea y el equipo de la red pueden decir de qué tipo es y qué dice.',
  ],
  ['This clip is not attached to that idea.', 'Este recorte no está unido a esa idea.'],
  ['Only a kind that has a level can be appraised.', 'Solo se puede valorar un tipo que tiene nivel.'],
  [
    'Only whoever clipped it and network staff may take a clip from an idea.',
    'Solo quien guardó el recorte y el equipo de la red pueden quitarlo de una idea.',
  ],
  [
    'Only whoever clipped it and network staff may take a clip back.',
    'Solo quien guardó un recorte y el personal de la red pueden retirarlo.',
  ],
  ['This clip supports an idea; take it from the idea first.', 'Este recorte apoya una idea; quítelo antes de la idea.'],
  ['An idea rests on this clip; take the clip from the idea first.', 'Una idea se apoya en este recorte; quítelo antes de la idea.'],
  ['{#1} people watch this idea already.', 'Ya siguen esta idea {1} personas.'],
  ['Before it can be classified: {1}.', 'Antes de clasificarla: {1}.'],
  ['It has begun on its pathway; say why it starts over on another.', 'Ya ha empezado en su vía; diga por qué empieza de nuevo en otra.'],
  ['Before it can move, an idea needs a pathway.', 'Para avanzar, una idea necesita antes una vía.'],
  ['Only a coordinator may override a gate.', 'Solo la coordinación puede saltar una puerta.'],
  ['An override needs a reason.', 'Para saltar la puerta hace falta un motivo.'],
  ['Only a coordinator may move an idea back.', 'Solo la coordinación puede llevar una idea atrás.'],
  ['Moving back needs a reason.', 'Para volver atrás hace falta un motivo.'],
  ['From {1} a success goes on to {2}.', 'Desde {1}, un éxito sigue en {2}.'],
  ['no further phase', 'ninguna otra fase'],
  ['From {1} it goes on to {2} first.', 'Desde {1} pasa primero a {2}.'],
  ['This move is for {1}.', 'Este paso es para: {1}.'],
  ['Before this move: {1}.', 'Antes de este paso: {1}.'],
  ['An idea cannot be merged into itself.', 'Una idea no se puede unir a sí misma.'],
  ['A parked idea needs a day ahead to look at it again.', 'Una idea aplazada necesita un día futuro para mirarla de nuevo.'],
  ['No site has tested it: decline or park it instead.', 'Ningún centro la ha probado: recházela o aplácela.'],
  ['“{1}” is there twice.', '«{1}» está dos veces.'],
  ['Days until an answer is due', 'Días hasta que se debe una respuesta'],
  ['Small network', 'Red pequeña'],
  ['Suggestions', 'Sugerencias'],
  ['Gates', 'Puertas'],
  ['What triage asks for', 'Lo que pide el triaje'],
  [
    '“{1}” was changed by somebody else meanwhile. Look at it as it is now and change it again.',
    'Mientras tanto alguien cambió «{1}». Mírelo tal como está ahora y cámbielo de nuevo.',
  ],
  ['“{1}” is named but not there.', 'Se nombra «{1}», pero no está.'],
  ['“{1}” has ideas in it and cannot go; give it another label instead.', '«{1}» tiene ideas y no se puede quitar; cámbiele el nombre.'],
  [
    'This server does not know this kind of entry yet. Nothing was changed.',
    'Este servidor aún no conoce este tipo de entrada. No se ha cambiado nada.',
  ],
  ['This is larger than one entry may be.', 'Es más grande de lo que puede ser una entrada.'],
  ['This would make the entry larger than a network can keep.', 'Con esto, la entrada sería más grande de lo que puede guardar una red.'],
  [
    'The server failed on this entry three times; it was set aside for your network’s staff.',
    'El servidor ha fallado tres veces con esta entrada; se ha apartado para el equipo de su red.',
  ],
]

/** What is wrong with the form of what was sent: where, and what. The names of fields are those of the program. */
const forms: Sentence[] = [
  ['{1}: {2}', '{1}: {2}'],
  ['is not an id', 'no es un identificador'],
  ['is not a key', 'no es una clave'],
  ['is not a name', 'no es un nombre'],
  ['must not be empty', 'no puede quedar vacío'],
  ['is too long: {#1} of at most {#2} characters', 'es demasiado largo: {1} de {2} caracteres como máximo'],
  ['is longer than {#1} characters', 'tiene más de {1} caracteres'],
  ['has more than {#1} entries', 'tiene más de {1} entradas'],
  ['must be an http(s) address', 'debe ser una dirección http(s)'],
  ['Invalid {1}: Expected {2} but received {3}', 'no vale ({1}): se esperaba {2} y llegó {3}'],
  ['Invalid {1}: Expected {2}', 'no vale ({1}): se esperaba {2}'],
  ['Invalid {1}: Received {2}', 'no vale ({1}): llegó {2}'],
]

const kinds: Sentence[] = [
  ['article type “{1}”', 'tipo de artículo «{1}»'],
  ['title says “{1}”', 'el título dice «{1}»'],
  ['subject “{1}”', 'materia «{1}»'],
  ['subject “Animals”', 'materia «Animales»'],
  ['abstract says “{1}”', 'el resumen dice «{1}»'],
  ['headings of an improvement report', 'apartados de un informe de mejora'],
  ['Guideline', 'Guía clínica'],
  ['Systematic review of trials', 'Revisión sistemática de ensayos'],
  ['Randomised trial', 'Ensayo aleatorizado'],
  ['Compared groups without randomising', 'Grupos comparados sin aleatorizar'],
  ['Before and after, improvement report, case series', 'Antes y después, informe de mejora, serie de casos'],
  ['Kind not said', 'Tipo sin indicar'],
  ['Opinion, mechanism, experience', 'Opinión, mecanismo, experiencia'],
  ['Registry or local data', 'Registro o datos locales'],
  ['Family or patient experience', 'Experiencia de familias o pacientes'],
]

export const ruleSentencesEs: readonly Sentence[] = [...gates, ...pathways, ...roles, ...refusals, ...forms, ...kinds]

/** How texts of the rules join lists. */
export const jointsEs: readonly Sentence[] = [
  [', ', ', '],
  [' and ', ' y '],
  [' or ', ' o '],
  ['; ', '; '],
]
