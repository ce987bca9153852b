import type { BannerLabels } from './label-kinds.ts'

/** Spanish, of Spain and America. */
export const es: BannerLabels = {
  patient: 'datos paciente|nombre paciente|nombre usuario paciente|pac|paciente|pte|titular|usuario',
  name: 'apellido nombre|apellido nombres|apellidos nombre|apellidos nombres|nombre apellido|nombre apellidos|nombre completo|nombre legal|nombres apellidos',
  given: 'apodo|nombre|nombre pila|nombre preferido|nombre social|nombres|otros nombres|primer nombre|segundo nombre',
  family:
    '1 apellido|2 apellido|apellido|apellido 1|apellido 2|apellido materno|apellido paterno|apellido soltera|apellidos|primer apellido|segundo apellido',
  kin: 'contacto|contacto emergencia|conyuge|cuidador|cuidador principal|cuidadora|esposa|esposo|familiar|familiar responsable|hermana|hermano|hija|hijo|madre|nombre madre|nombre padre|padre|pareja|persona contacto|representante legal|responsable|tutor|tutor legal|tutora',
  birth: 'f nac|f nac edad|f nacimiento|fec nac|fecha nac|fecha nacimiento|fecha nacimiento edad|fn|fnac|nacida|nacido',
  born: 'cumpleanos|nac|nacimiento',
  age: 'edad|edad actual',
  sex: 'genero|sexo|sexo biologico|sexo nacer',
  ageSex: 'edad genero|edad sexo|genero edad|sexo edad|sexo fecha nacimiento',
  record:
    'cip|cip aut|cip autonomico|cip sns|cipa|codigo sns|exp #|expediente|expediente clinico|ficha|ficha clinica|folio clinico|h c|hc|hce|hcl|historia|historia clinica|historia clinica electronica|nhc|nip|nuhsa|registro #|registro medico',
  code: 'codigo identificacion|clave|codigo|codigo interno|doc|documento|folio|id interno|identificacion|identificador|referencia',
  national:
    'c i|carne identidad|cc|cedula|cedula ciudadania|cedula identidad|ci|cui|cuil|cuit|curp|dni|dni nie|dni nie pasaporte|dni nif|doc identidad|documento identidad|documento identificacion|documento nacional identidad|dpi|nie|nif|nif nie|pasaporte|rfc|rut|tipo documento',
  insurance:
    'afiliacion|afiliado|asegurado|aseguradora|carne #|carnet #|cobertura|eps|isapre|mutua|naf|nass|nss|nuss|obra social|poliza|seguridad social|seguro|seguro medico|seguro social #|sip|tarjeta sanitaria|tis|tsi',
  account:
    'admision #|atencion #|caso #|cita #|consulta #|cuenta #|episodio|estudio #|icu|id episodio|ingreso #|muestra #|orden #|peticion|proceso|solicitud #|visita #',
  phone:
    'cel|celular|contacto #|fijo|fono|movil|telefonico|telefono|telefono casa|telefono celular|telefono contacto|telefono fijo|telefono movil|telefono particular|telefonos|telf|tfn|tfno|tlf|tlfno|whatsapp',
  email: 'correo|correo electronico',
  address:
    'calle|dir|direccion|direccion actual|direccion particular|direccion postal|direccion residencia|domicilio|domicilio actual|domicilio habitual|domicilio particular|residencia',
  town: 'barrio|ciudad|comuna|distrito|localidad|lugar nacimiento|municipio|poblacion|pueblo',
  postal: 'c p|c postal|cod postal|codigo postal|cp',
  bed: 'box|cama|control|hab|hab cama|habitacion|habitacion cama|planta|sala|sala cama|servicio cama|ubicacion|ubicacion actual|unidad cama',
  clinical:
    'aislamiento|alergia|alergias|alertas|ambito|antecedentes|cita|constantes|diagnostico|diagnosticos|dias estancia|especialidad|estancia|f ingreso|fecha cita|fecha ingreso|grupo sanguineo|ingreso|intolerancias|medicacion|motivo|motivo consulta|motivo ingreso|peticionario|problemas|procedencia|proxima cita|prueba|regimen|servicio|tratamiento|vacunas',
  staff:
    'cirujano|doctora|dr|dra|enfermera|enfermero|especialista|facultativo|matrona|medico|medico responsable|medico solicitante|pediatra|prestador|profesional|solicitante',
  other:
    'accion|acciones|activo|buscar|centro|clinica|comentarios|departamento|detalles|documentos|editar|estado|estado civil|etnia|fecha|filiacion|foto|historial|hora|idioma|imc|imprimir|mas|nacionalidad|nota|notas|observaciones|ocupacion|organizacion|pais|parentesco|perfil|prioridad|profesion|provincia|raza|relacion|relaciones|resultado|resumen|salir|talla|tipo|unidades|valor|ver',
  against:
    'autor|autores|conocido por|formacion|formacion academica|investigador principal|palabras clave|patrocinador|premios|promotor|publicaciones|publicado|revista',
}
