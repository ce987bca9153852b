import type { LanguageLabels } from './language-labels.ts'

/** Spanish, of Spain and America. Written for this project. */
export const es: LanguageLabels = {
  language: 'es',
  smallWords:
    'es el la de los las del una unos y con por para su sus al lo se que mas pero este esta estos estas desde hasta entre muy sin sobre fue era han ha hay donde quien cuando como porque nos le les ya tras segun durante ante cada otra otro dos tres anos dias meses pac pte paciente madre padre hijo hija remitido responsable servicio calle avda correo tel tiene tienen hace hacer llamar vive lleva dice dicen pide piden falta poner cama caso mismo misma igual olvidamos va menos tenia tenian habia estaba estaban nacida nacido seguimos',
  numbers: {
    LOCATION: 'cp|c p|codigo postal|cod postal',
    MRN: 'nhc|hc|n h c|hcl|hcu|hª|nº hª|nhª|historia clinica|numero de historia|historia?|expediente|exp?|nip|cipa|numero de paciente|id de paciente|registro medico|folio clinico|ficha clinica|ficha?',
    HEALTH_PLAN:
      'CIP|cip sns|cip autonomico|tarjeta sanitaria|TSI|SIP|nuhsa|BDU|CIAS|numero sanitario|poliza|asegurado|numero de asegurado|afiliado|afiliada|afiliacion|obra social|isapre|fonasa|EPS|seguro popular',
    SSN: 'nass|nuss|NSS|seguridad social',
    ID: 'dni|d n i|nie|nif|cif|pasaporte|curp|rfc|cuil|cuit|rut|RUN|CI|C I|CC|C C|TI|T I|CE|cedula|documento?|documento de identidad|documento nacional|identificacion?|carne?|clave INE|dpi|episodio|proceso?|peticion?|solicitud?|muestra?|caso?|ingreso?|orden?|ensayo?|sujeto|numero de sujeto|participante?|aleatorizacion?',
    LICENSE:
      'colegiado|colegiada|nºcol|n col|nº col|n º col|num col|matricula profesional|MP|MN|cedula profesional|registro profesional|carne de conducir',
    ACCOUNT: 'cuenta?|cuenta bancaria|tarjeta de credito|factura?',
    DEVICE: 'numero de serie',
    VEHICLE: 'matricula?',
  },
  beds: 'cama|habitacion|habit|hab|box',
  initials: 'iniciales',
  phones:
    'telefono|telefonos|telf|tfno|tfnos|tlf|tlfno|tf|tel|tels|movil|celular|cel|whatsapp|numero de movil|numero de telefono|llamar al|llame al|fijo|contacto|busca',
}
