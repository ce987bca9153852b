import type { Sentence } from './translation.ts'

/** What the server answers instead of what was asked for, in Spanish. */
export const serverSentencesEs: readonly Sentence[] = [
  ['There is nothing at this address.', 'No hay nada en esta dirección.'],
  ['There is no such network.', 'No existe esa red.'],
  ['You are no longer a member of this network.', 'Ya no es miembro de esta red.'],
  ['There is no such network for you.', 'No existe esa red para usted.'],
  ['There is no such member in your network.', 'En su red no hay tal miembro.'],
  ['There is no such sign-in.', 'No existe ese acceso.'],
  ['There is no such open invitation.', 'No existe esa invitación abierta.'],
  ['Your network has no such site.', 'Su red no tiene ese centro.'],
  [
    'Connect or sign in again: this session is not known or has ended.',
    'Conéctese o entre de nuevo: esta sesión no se conoce o ha terminado.',
  ],
  ['This session has ended already.', 'Esta sesión ya había terminado.'],
  ['This request came from another site.', 'Esta petición llegó de otro sitio web.'],
  [
    'Too many pages of this session are live. Close some of them.',
    'Demasiadas páginas de esta sesión están al día a la vez. Cierre algunas.',
  ],
  ['Sign in with a browser for this.', 'Para esto, entre con un navegador.'],
  ['Your role in this network does not allow this.', 'Su papel en esta red no lo permite.'],
  [
    'This network’s bank is harmed and has to be restored by whoever runs the server. Until then nothing is shown and nothing taken; what you saved is kept and sent later.',
    'El banco de esta red está dañado y debe restaurarlo quien mantiene el servidor. Hasta entonces no se muestra ni se acepta nada; lo que guardó se conserva y se enviará después.',
  ],
  [
    'The server is busy. What you sent is kept and tried again.',
    'El servidor está ocupado. Lo que envió se conserva y se intenta de nuevo.',
  ],
  [
    'Something went wrong on the server. What you sent is kept and tried again.',
    'Algo ha fallado en el servidor. Lo que envió se conserva y se intenta de nuevo.',
  ],
  [
    'The server failed on one of the entries. It is tried again, then set aside; nothing is lost.',
    'El servidor ha fallado con una de las entradas. Se intenta de nuevo y después se aparta; no se pierde nada.',
  ],
  [
    'That was very much in a short time. Nothing is lost; try again in {#1} min.',
    'Ha sido muchísimo en poco tiempo. No se pierde nada; inténtelo de nuevo dentro de {1} min.',
  ],
  [
    'Your share of this network’s storage is used for now. It grows again; try again in {#1} min.',
    'Su parte del espacio de esta red está ocupada por ahora. Vuelve a crecer; inténtelo de nuevo dentro de {1} min.',
  ],
  ['A name or label needs at least one letter that can be seen.', 'Un nombre o etiqueta necesita al menos una letra visible.'],
  [
    'This may identify a patient. Take it out and try again; nothing was kept here.',
    'Esto podría identificar a un paciente. Quítelo e inténtelo de nuevo; aquí no se ha guardado nada.',
  ],
  ['The request is not of the expected form: {1}', 'La petición no tiene la forma esperada: {1}'],
  ['Columns of one length are expected, 500 at most.', 'Se esperan columnas de una misma longitud, 500 filas como máximo.'],
  ['A body may be gzipped or plain, nothing else.', 'El contenido puede venir con gzip o sin comprimir, y de ningún otro modo.'],
  ['A request may hold {#1} KB at most.', 'Una petición puede tener {1} KB como máximo.'],
  ['The body is not what its encoding says.', 'El contenido no es lo que dice su codificación.'],
  ['This address is for a WebSocket.', 'Esta dirección es para un WebSocket.'],

  ['A code is needed to sign in.', 'Para entrar hace falta un código.'],
  ['A pairing code is needed to connect.', 'Para conectar hace falta un código de conexión.'],
  ['This link was used already, or its time is over. Ask for a new one.', 'Este enlace ya se usó o ha caducado. Pida otro.'],
  [
    'This code was used already, or its time is over. Ask your coordinator for a new one.',
    'Este código ya se usó o ha caducado. Pida otro a quien coordina su red.',
  ],
  ['This code was used already, or its time is over. Connect again.', 'Este código ya se usó o ha caducado. Conéctese de nuevo.'],
  ['Say for whom the code is, or nothing.', 'Diga para quién es el código, o nada.'],
  [
    'Only a signed-in coordinator makes codes for others.',
    'Solo la coordinación, con la sesión abierta, crea códigos para otras personas.',
  ],
  ['This is not a whole code. Begin again from the panel.', 'El código no está completo. Empiece de nuevo desde el panel.'],
  ['A name has at most 120 letters.', 'Un nombre tiene 120 letras como máximo.'],
  [
    'Very many ask from where you are. Show that you are a person, then go on.',
    'Muchísimas peticiones llegan desde donde usted está. Muestre que es una persona y continúe.',
  ],
  ['That was very often. Wait ten minutes, then try again.', 'Han sido muchas veces. Espere diez minutos e inténtelo de nuevo.'],
  ['No extension waits with this code. Look at its panel again.', 'Ninguna extensión espera con este código. Mire de nuevo su panel.'],
  ['The code has eight letters and digits.', 'El código tiene ocho letras y cifras.'],
  ['Asked too soon. Wait a few seconds.', 'Demasiado pronto. Espere unos segundos.'],
  [
    'The extension did not say what it needs. Begin again from its panel.',
    'La extensión no ha dicho qué necesita. Empiece de nuevo desde su panel.',
  ],

  ['This is not a whole e-mail address.', 'La dirección de correo no está completa.'],
  ['Too many codes were asked for. Try again in an hour.', 'Se han pedido demasiados códigos. Inténtelo de nuevo dentro de una hora.'],
  [
    'This code is not right, or its time is over. Five tries are all it takes; ask for a new one.',
    'Este código no es correcto o ha caducado. Solo admite cinco intentos; pida otro.',
  ],
  ['The code has eight digits.', 'El código tiene ocho cifras.'],
  ['This address signs somebody else in already.', 'Con esta dirección ya entra otra persona.'],

  [
    'This is the network’s last admin. Make somebody else an admin first.',
    'Es la última persona que administra la red. Dé antes ese papel a otra.',
  ],
  [
    'You are the last admin of {1}. Make somebody else an admin first.',
    'Usted es la última persona que administra {1}. Dé antes ese papel a otra.',
  ],
  [
    'A member has a role, a site and a label, and is active or suspended.',
    'Un miembro tiene un papel, un centro y una etiqueta, y está activo o suspendido.',
  ],
  ['Only an admin removes other members.', 'Solo la administración quita a otros miembros.'],
  ['A page of this list begins at a number.', 'Una página de esta lista empieza en un número.'],
  ['An invitation has a role, up to 500 uses and at most 90 days.', 'Una invitación tiene un papel, hasta 500 usos y 90 días como máximo.'],
  [
    'Coordinators invite contributors and site leads; an admin invites the others.',
    'La coordinación invita a colaboradores y a responsables de centro; a los demás, la administración.',
  ],
  [
    'This invitation was used up, taken back or has ended, or you are in this network already.',
    'Esta invitación ya se usó, se retiró o ha caducado, o usted ya está en esta red.',
  ],
  ['This is not a whole invitation link.', 'El enlace de invitación no está completo.'],
  ['Say your name: the network sees who sent what.', 'Diga su nombre: la red ve quién envió cada cosa.'],
  [
    'This list cannot be shown: a filter has a value that cannot be.',
    'Esta lista no se puede mostrar: un filtro tiene un valor imposible.',
  ],
  ['This cannot be exported: a filter has a value that cannot be.', 'Esto no se puede exportar: un filtro tiene un valor imposible.'],
  ['These days cannot be shown: a date is none.', 'Estos días no se pueden mostrar: una fecha no lo es.'],
  ['This cannot be kept: its name or its length is not allowed.', 'Esto no se puede conservar: su nombre o su longitud no se admiten.'],
  ['You keep 200 things in this network already: take one away first.', 'Ya conserva 200 cosas en esta red: quite antes una.'],

  ['Say which network.', 'Diga qué red.'],
  ['This does not sign you in.', 'Con esto no se entra en su cuenta.'],
  ['This is not a whole answer of a passkey.', 'La respuesta de la llave de acceso no está completa.'],
  [
    'This passkey does not sign anybody in here. Use another way, or try again.',
    'Con esta llave de acceso no entra nadie aquí. Use otro modo, o inténtelo de nuevo.',
  ],
  ['You have twenty passkeys. Remove one that you do not use first.', 'Tiene veinte llaves de acceso. Quite antes una que no use.'],
  [
    'This passkey was not made for this page, or too late. Begin again.',
    'Esta llave de acceso no se creó para esta página, o llegó tarde. Empiece de nuevo.',
  ],
  ['You have no such passkey.', 'No tiene esa llave de acceso.'],
]
