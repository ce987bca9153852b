import type { AccessWords } from './strings-access.ts'

/** Lo mismo que `strings-access.ts`, en español. */
export const accessWordsEs: AccessWords = {
  agree: {
    title: '¿Conectar la extensión de este navegador?',
    lead: 'La extensión Gleaner de este navegador pide guardar recortes en su nombre.',
    broken: 'La extensión no ha dicho todo lo que hace falta para conectarla. Vuelva a su panel y empiece de nuevo.',
    who: 'Usted',
    network: 'Red',
    device: 'Extensión',
    noDevice: 'Una extensión sin nombre',
    may: 'Podrá enviar sus recortes e ideas a esta red y leer su banco. Puede terminarlo cuando quiera en «Mi cuenta».',
    care: 'Acepte solo si usted mismo acaba de pulsar «Conectar» en la extensión.',
    yes: 'Conectar',
    no: 'No conectar',
    busy: 'Conectando …',
  },
  connected: {
    title: 'Una pulsación para terminar',
    taking:
      'Ha aceptado. Pulse ahora el botón de Gleaner en la barra de herramientas del navegador, o Alt+Mayús+G: la extensión sigue en esta pestaña.',
    stays: '¿No ve el botón de Gleaner? Quizá esté tras la pieza de puzle de la barra. O vuelva a la extensión y conecte con un código.',
    refusedTitle: 'Sin conexión',
    refused: 'No se ha conectado nada. Puede cerrar esta pestaña; lo que guarda la extensión se conserva.',
    emptyTitle: 'Nada que conectar',
    empty: 'En esta página se conecta una extensión. Empiece en el panel de la extensión.',
  },
  device: {
    title: 'La extensión muestra un código',
    lead: 'Escriba el código que aparece en el panel de la extensión.',
    code: 'Código',
    codeHint: 'Ocho letras y cifras, como ABCD-EFGH.',
    look: 'Continuar',
    short: 'El código tiene ocho letras y cifras.',
    question: '¿Conectar esta extensión?',
    care: 'Acepte solo si ve este código en el panel de una extensión que tiene delante. Si se lo ha enviado alguien, no lo haga.',
    done: 'Conectada. La extensión lo nota en unos segundos; puede volver a su panel.',
    again: 'Otro código',
  },
  pairing: {
    title: 'Crear un código o un enlace para una extensión',
    lead: 'Para un navegador que no puede abrir esta página, o para un colega.',
  },
}
