import type { LanguageWords } from './language-words.ts'

/** Spanish, of Spain and America. Written for this project. */
export const es: LanguageWords = {
  language: 'es',
  names:
    'nombre|nombres|apellido|apellidos|nombre y apellidos|apellidos y nombre|nombre completo|nombre del paciente|paciente|medico|medica|medico responsable|medico de cabecera|medico de familia|responsable|responsable clinico|remitido por|emitido por|remite|firmado|firmado por|fdo|firma|enfermera|enfermero|doctor|doctora|madre|padre|tutor|tutora|contacto|persona de contacto|familiar|cuidador|cuidadora|direccion para correspondencia|correspondencia|autor|informante|solicitado por|atendido por|cirujano|cirujana|ayudante|anestesista|residente|especialista|facultativo|usuario|usuaria|titular',
  titles: 'sr sra srta sres d dna don dona dr dra drs dres doctor doctora prof profesor profesora lic fray sor ing',
  people:
    'paciente pacientes pac pcte pte ptes px madre padre hijo hija hermano hermana marido mujer esposo esposa abuelo abuela tio tia primo prima sobrino sobrina nieto nieta suegro suegra cunado cunada novio novia pareja viudo viuda cuidador cuidadora tutor tutora familiar vecino vecina nino nina bebe lactante senor senora joven chico chica anciano anciana medico medica enfermero enfermera matrona cirujano cirujana residente celador celadora auxiliar doctor doctora companero companera amigo amiga llamado llamada llama llamamos usuario usuaria familia familias',
  births:
    'fecha de nacimiento|fecha nacimiento|fecha nac|fecha de nac|f nacimiento|f nac|f de nac|f de nacimiento|fdn|fn|fnac|nacido el|nacida el|nacio el|nac|nacimiento',
  addresses: 'domicilio|direccion|direccion postal|dir|domicilio particular|residencia',
  towns: 'localidad|provincia|localidad provincia|municipio|poblacion|ciudad|lugar de nacimiento|pueblo|comuna|distrito|barrio',
  homes:
    'viene de|vienen de|vino de|procede de|proceden de|acude desde|vienen desde|viene desde|desde|natural de|naturales de|originario de|originaria de|oriundo de|oriunda de|procedente de|vecino de|vecina de|residente en|reside en|residia en|residiendo en|vive en|viven en|vivia en|vivir en|vivir a|nacido en|nacida en|nacio en|trabaja en|ciudad de|localidad de|provincia de|municipio de|pueblo de|villa de|barrio de|comarca de|llegado a|llegada a|viaje a|viajado a|traslado a|trasladado a|trasladada a|domiciliado en|domiciliada en|lleva en|hospitalario de|hospital de',
  streets:
    'c/|c/.|cl.|calle|avda.|avda|avd.|av.|av,|avenida|pza.|pza|plza.|plaza|pl.|paseo|po.|p.o|po|ctra.|ctra|carretera|camino|cno.|glorieta|ronda|travesia|urb.|urbanizacion|poligono|pol.|rua|carrer|passeig|placa|avinguda|apartado de correos|apdo.|callejon|pasaje|alameda|rambla|gran via|calzada|bulevar|costanera|diagonal|transversal|carrera|cra.|kra.|parque|cuesta',
  houses:
    'hospital|hospitales|hosp.|hospitalario|hospitalaria|clinica|policlinica|policlinico|centro|cs|c.s.|complejo|complexo|consultorio|ambulatorio|sanatorio|maternidad|residencia|instituto|institut|universidad|universitat|universidade|facultad|facultat|escuela|colegio|ceip|ies|fundacion|fundacio|consorcio|consorci|corporacio|mutua|laboratorio|laboratorios|geriatrico|farmacia|guarderia|hospice|parc',
  months: [
    'enero|ene',
    'febrero|feb',
    'marzo|mar',
    'abril|abr',
    'mayo|may',
    'junio|jun',
    'julio|jul',
    'agosto|ago',
    'septiembre|setiembre|sept|sep',
    'octubre|oct',
    'noviembre|nov',
    'diciembre|dic',
  ],
  years: 'anos|anitos',
  days: 'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta',
  ordinary: `
    servicio servicios unidad unidades seccion departamento dpto area division catedra cirugia medicina pediatria urologia oftalmologia neurologia neurocirugia nefrologia cardiologia oncologia
    radiologia hematologia dermatologia psiquiatria anestesiologia anestesia reanimacion urgencias consultas consulta planta uci ucin cma hospital clinica centro complejo salud primaria atencion
    digestivo aparato interna general especialidades enfermeria farmacia laboratorio laboratorios anatomia patologica maxilofacial oral plastica reparadora vascular toracica familiar comunitaria
    jefe jefa medico medica director directora profesor profesora coordinador coordinadora adjunto adjunta residente titular secretaria email mail correo electronico tel tfno telefono fax movil
    paciente pacientes varon mujer hombre nino nina lactante adolescente joven anciano senor senora madre padre historia actual informe clinico motivo ingreso antecedentes personales exploracion
    fisica evolucion comentarios resumen pruebas complementarias tratamiento diagnostico juicio alta recien presentamos presentar describimos ninguno ninguna desconocido no si el la los las un una en de del al por con se su sus es esta este
    fue ha lo le tras ante desde hasta durante entre sin sobre segun cuando como donde que quien todo toda todos todas otro otra ambos cada dado dada presenta presentaba acude acudio refiere
    referia ingresa ingreso inicia inicio realiza realizo observa observo decide decidio queremos propongo proponemos idea revisar pedir poner usar aplicar pesar lista sala reunion
    espana francia italia portugal alemania inglaterra reino unido estados unidos eeuu mexico argentina colombia chile peru ecuador bolivia venezuela uruguay paraguay cuba brasil marruecos argelia senegal
    rumania bulgaria polonia ucrania rusia china japon india pakistan filipinas suiza belgica holanda austria suecia noruega dinamarca finlandia grecia turquia israel egipto nigeria guinea angola
    europa america africa asia andalucia aragon asturias baleares canarias cantabria castilla cataluna extremadura galicia murcia navarra euskadi rioja valencia madrid pais vasco comunidad
    lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre navidad semana santa
    semanas dias meses anos sesion grado tipo fase estadio figura tabla caso nota objetivo meta plan linea vena arteria ojo derecho izquierdo derecha izquierda pac pte nhc hc dni nie cip fecha nombre apellidos
    domicilio localidad provincia cp nass nuss cipa episodio sexo edad col colegiado numero no num remitido responsable medicos enfermera enfermero calle avenida plaza paseo residencia facultad
    universidad instituto nacional social seguridad trabajo equipo comite grupo red programa protocolo guia ley ministerio consejeria`,
  eponymNouns:
    'angina absceso sindrome signo signos enfermedad escala test prueba maniobra clasificacion tecnica metodo criterio criterios indice score formula reflejo sonda sondas cateter drenaje aguja pinza pinzas tincion celula celulas cuerpo cuerpos ligamento trompa linea lineas punto triangulo angulo tubulo capsula glandula operacion intervencion procedimiento abordaje incision via colgajo fractura luxacion tumor linfoma sarcoma carcinoma quiste hernia ley regla reglas principio escuela modelo grado grados tipo ulcera esofago anemia corea ataxia distrofia tiroiditis fenomeno triada tetralogia anomalia malformacion mal medio medios agar cultivo virus bacilo placa placas ensayo estudio protocolo guia cuestionario inventario dieta lampara camara lente lentes injerto protesis valvula stent balon dispositivo tornillo clavo fijador cirugia puncion tratamiento reaccion solucion unidad unidades ecuacion teorema estadio nodulo nodulos purpura neuralgia paralisis sordera contractura foramen agujero fosa conducto canal seno arteria vena nervio ganglio membrana espacio pliegue organo aparato marcador gen paquete programa',
}
