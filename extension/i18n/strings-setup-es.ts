import type { SetupStrings } from './strings-setup.ts'

const clips = (count: number): string => (count === 1 ? '1 recorte' : `${count} recortes`)
const drafts = (count: number): string => (count === 1 ? '1 borrador' : `${count} borradores`)
const size = (bytes: number): string =>
  bytes < 1e9 ? `${Math.max(1, Math.round(bytes / 1e6)).toLocaleString('es')} MB` : `${Math.round(bytes / 1e9).toLocaleString('es')} GB`

export const spanish: SetupStrings = {
  welcomeTitle: 'Le damos la bienvenida a Gleaner',
  welcome: [
    '¿Lee algo que su red podría probar? Pulse el botón de Gleaner: el título, los autores y la frase seleccionada se rellenan solos.',
    'Diga en una frase qué cambiaría y guarde. Queda en este ordenador al instante, también sin conexión, y se envía por sí solo.',
    'No se lee nada de ninguna página hasta que pulse el botón, y lo que pueda identificar a un paciente se detiene aquí, en su navegador.',
  ],
  practiceTitle: 'Un recorte de práctica',
  practiceText:
    'Pruébelo en esta página: seleccione una frase del artículo inventado y pulse el botón de Gleaner en la barra de herramientas (o Alt+Mayús+G).',
  practiceArticleTitle: 'Básculas en casa tras la cirugía neonatal: un artículo inventado',
  practiceArticle:
    'Los lactantes que vuelven a casa tras una operación suelen ganar peso despacio. El aumento de peso del primer mes fue mayor cuando se prestó a las familias una báscula. Las llamadas a la consulta no aumentaron.',
  practiceOpen: 'El panel está abierto. Escriba qué cambiaría y guarde con Ctrl+Intro.',
  practiceDone: 'Eso es todo. Era una práctica: no se ha guardado ni enviado nada.',
  toSettings: 'Todos los ajustes',

  serverFixed: 'Fijado por su organización.',
  serverHelp: 'La dirección de su red, o el enlace que le envió su coordinador.',
  byCode: 'Conectar con un código',
  havePairing: 'Tengo un código de conexión',
  needServer: 'Escriba primero la dirección de su red.',
  otherServer: (server) => `En este ordenador, Gleaner solo se conecta a ${server}.`,
  tabTitle: 'Termine en la pestaña que se ha abierto',
  tabSteps: [
    'Inicie sesión allí, si se le pide.',
    'Acepte que este navegador hable por usted.',
    'Pulse el botón de Gleaner en la barra de herramientas (o Alt+Mayús+G).',
  ],
  tabAgain: 'Abrir la pestaña de nuevo',
  codeTitle: 'Escriba este código en su red',
  codeSteps: (address) => `Abra ${address} en cualquier navegador, inicie sesión y escriba:`,
  codeWaiting: (time) => `A la espera de que acepte allí. El código vale hasta las ${time}.`,
  cancel: 'Cancelar',
  offline: 'Ahora no se puede llegar al servidor.',
  again: 'Intentar de nuevo',
  problems: {
    offline: 'No se puede llegar a este servidor. Compruebe la dirección y su conexión.',
    'no-network': 'Este ordenador está ahora sin conexión. Conéctese cuando la tenga.',
    'nothing-there': 'Ningún Gleaner responde en esta dirección. Compruebe cómo está escrita o pida el enlace a su coordinación.',
    'not-gleaner': 'Algo responde en esta dirección, pero no es un servidor de Gleaner.',
    over: 'Ha tardado demasiado, o el navegador se cerró entretanto. Conéctese de nuevo.',
    denied: 'No ha aceptado, así que no se ha conectado nada.',
    'not-ours': 'Esta respuesta es para otro navegador y no se ha usado. Conéctese de nuevo desde aquí.',
    'other-network': 'Su organización solo permite conectar este ordenador a otra red.',
  },
  lockedTitle: 'Bloqueado',
  locked:
    'Este ordenador es compartido y Gleaner llevaba un rato sin usarse. Conéctese para seguir. Lo guardado se conserva y solo lo ve quien lo guardó.',
  sharedFirst: 'Este ordenador es compartido: conéctese primero, para que lo que guarde sea suyo.',

  signOut: 'Cerrar sesión …',
  signOutTitle: '¿Cerrar la sesión en este navegador?',
  signOutClean: 'Todo está enviado. Su nombre, la copia del banco y su acceso se borran de este navegador.',
  signOutUnsent: (unsent, refused, unfinished) =>
    `Aún no están en su red: ${[
      ...(unsent > 0 ? [`${clips(unsent)} en espera`] : []),
      ...(refused > 0 ? [`${clips(refused)} no aceptados`] : []),
      ...(unfinished > 0 ? [drafts(unfinished)] : []),
    ].join(', ')}. Envíelos o guárdelos antes, o se borrarán con todo lo demás.`,
  sendNow: 'Enviar ahora',
  clearAll: 'Cerrar sesión y borrar',
  clearUnsent: 'Borrar lo no enviado y cerrar sesión',
  leaveKept: 'Desconectar y conservarlo aquí',
  signedOut: 'Ha cerrado la sesión y no queda nada suyo en este navegador.',

  roomTitle: 'Espacio',
  room: (used, quota) => `${size(used)} usados de los ${size(quota)} que permite el navegador.`,
  persisted: 'El navegador lo conserva aunque falte espacio en el disco.',
  nearlyFull:
    'Apenas queda espacio. Envíe lo que espera, guarde en un archivo lo no enviado y libere espacio en el disco; lo que ya no cabe no se acepta, y se le dirá.',
  share: (percent) =>
    `Ha usado el ${percent} % de su parte del espacio de esta red en el banco. Vuelve a crecer a lo largo del año; cuando se llene, lo que guarde espera aquí y sale más despacio. La coordinación de su red puede ayudarle.`,
  importUnsent: 'Recuperar un archivo de recortes no enviados',
  imported: (count, unfinished, toLookAt) =>
    count + unfinished + toLookAt === 0
      ? 'Todo lo de este archivo ya está aquí.'
      : `Recuperado: ${clips(count)}, ${drafts(unfinished)}.${toLookAt > 0 ? ` No se envía, porque algo podría identificar a un paciente: ${toLookAt}. Revíselo en el panel.` : ''}`,
  importNotOurs: 'No es un archivo de recortes no enviados, o está dañado. No se ha cambiado nada.',
  importOther: (account) => `Estos recortes son de otra cuenta (${account}). Conéctese como esa persona para recuperarlos.`,
  importTooLarge: 'Este archivo es mayor que cualquiera que escriba Gleaner. No se ha cambiado nada.',

  commands: {
    clip: 'Guardar la página visible',
    'quick-clip': 'Guardarla al instante, sin abrir nada, como evidencia para la bandeja de entrada',
  },
  noKey: 'todavía sin tecla',
  changeKeys: 'Cambiar las teclas',
  omnibox:
    'En la barra de direcciones, escriba «gleaner», un espacio y unas palabras para buscar entre las ideas de su red, también sin conexión.',
}
