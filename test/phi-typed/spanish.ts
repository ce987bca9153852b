/** As Spanish-speaking clinicians type: one template a line. */
export const spanishTemplates = String.raw`
pac ⟦NAME {given:l} {family:l}⟧ se arranca la vía, ¿manoplas?
pac. ⟦NAME {given:l} {family:l} {second:l}⟧, fn ⟦DATE {d}/{m}/{y}⟧, sin vacunas
pte ⟦NAME {family:l}⟧ de la cama ⟦ID {n2}⟧ se ha caído otra vez
la sra ⟦NAME {family:l}⟧ esperó 6 h una cama
Sra. ⟦NAME {family}⟧: no le explicaron el alta
niño ⟦NAME {g}.{f}.⟧ se fue sin enseñarle el inhalador
vi a ⟦NAME {given} {f}.⟧ en consulta, {age} años con FQ y sin plan de fisio
la madre de ⟦NAME {given:l}⟧ dice que la bomba pita toda la noche
su hermana ⟦NAME {given}⟧ le pone la nutrición y pide una guía con dibujos
su hijo ⟦NAME {given} {family}⟧ no entiende la hoja de alta
hablé con doña ⟦NAME {given} {family}⟧ sobre la caída
D. ⟦NAME {given} {family} {second}⟧ lleva 3 días sin pesar
don ⟦NAME {given:l}⟧ no tenía timbre cerca
⟦NAME {family:u} {second:u}, {given:u}⟧ (⟦MRN {n7}⟧) precisa paliativos antes
⟦NAME {family:u} {second:u}, {given:u}⟧ [NHC ⟦MRN {n6}⟧] mismo problema
⟦NAME {given} {family}⟧ {⟦MRN {n7}⟧} sin pesos en 3 días
NHC⟦MRN {n7}⟧ con dieta equivocada dos veces
nhc: ⟦MRN {n6}⟧ niveles perdidos
nº hª ⟦MRN {n6}⟧ ejemplo del retraso
hcl ⟦MRN {n7}⟧ tiene las horas
historia nº ⟦MRN {n6}⟧, se repitió la analítica
CIPA ⟦MRN {n10}⟧ duplicado en el sistema
dni ⟦ID {n8}k⟧ mal copiado en la pulsera
NIE ⟦ID X{n7}L⟧ no sale en la base
nass ⟦SSN {n2}/{n8}/{n2}⟧ caducado y sin bomba
tarjeta sanitaria ⟦HEALTH_PLAN {f}{f}{g}{g}{n10}⟧ no leía
nacida el ⟦DATE {d}-{roman}-{y}⟧ y sigue en pediatría
f. nac. ⟦DATE {dd}.{mm}.{yy}⟧ pasó a adultos sin informe
vista el ⟦DATE {d} de mayo⟧ y otra vez el ⟦DATE {d}/{m}/{y}⟧ por la misma herida
ingresó el ⟦DATE {d}-{m}-{yy}⟧ sin conciliar
operado el ⟦DATE {d} de marzo de {y}⟧, sin profilaxis
nació el ⟦DATE {d} de enero del {yy}⟧ prematuro
ingreso ⟦DATE {d}/{roman}/{y}⟧ y alta sin cita
llamar a ⟦NAME {given}⟧ al ⟦PHONE 6{n2} {n3} {n3}⟧ para la opinión de la familia
tfno ⟦PHONE 9{n2}{n6}⟧, quiere venir a la comisión
móvil de la hija ⟦PHONE 6{n2} {n2} {n2} {n2}⟧
whatsapp ⟦PHONE +34 6{n2} {n3} {n3}⟧ del padre
vive en ⟦LOCATION c/ {street} {n2}, 3º B⟧ y no tiene quien la lleve
domicilio ⟦LOCATION Avda. {street} nº {n2}, {n5} {town}⟧
reside en ⟦LOCATION calle {street}, {n2}⟧
viene de ⟦LOCATION {town}⟧, 3 horas para cada cura
natural de ⟦LOCATION {town}⟧ y sin intérprete
vecina de ⟦LOCATION {town}⟧, no hay transporte
correo ⟦EMAIL {given:l}.{family:l}@hotmail.es⟧ para el diario
la madre lo cuenta en su insta ⟦URL @{given:l}_{family:l}⟧
su blog ⟦URL lahistoriade{given:l}.blogspot.com/2024⟧
ver ⟦URL https://www.gofundme.com/f/ayuda-a-{given:l}⟧
mujer de ⟦AGE90 {old}⟧ años con fractura de cadera, esperó 40 h
varón ⟦AGE90 {old}⟧a, de residencia, sin voluntades
tiene ⟦AGE90 {old}⟧ años, ¿seguimos cribando?
edad ⟦AGE90 {old}⟧, con 14 fármacos
hab. ⟦ID {n3}-B⟧ no recibió el paquete
habitación ⟦ID {n3}⟧ ⟦NAME {family}⟧ sin intérprete
cama ⟦ID {n3}-2⟧: ⟦NAME {given} {family}⟧ sin cambios posturales
sujeto ⟦ID {n3}-{n4}⟧ abandonó por las visitas
paciente ensayo nº ⟦ID {n5}⟧ se queja del diario
iniciales ⟦NAME {g}{f}⟧, {age} a, rechaza
title|⟦NAME {family} {second}, {given}⟧ (⟦MRN {n7}⟧) - Historia clínica - Selene
title|⟦NAME {given} {family}⟧ | Resumen del paciente
title|Diraya - ⟦NAME {family:u} {second:u}, {given:u}⟧ NUHSA ⟦HEALTH_PLAN AN{n10}⟧
title|Evolutivo de ⟦NAME {given} {family}⟧ - Florence
title|Paciente: ⟦NAME {given} {family}⟧ NHC ⟦MRN {n6}⟧
title|Informe de alta ⟦NAME {family:u} {second:u} {given:u}⟧
Nombre: ⟦NAME {given}⟧ Apellidos: ⟦NAME {family} {second}⟧ F.Nac: ⟦DATE {dd}/{mm}/{y}⟧ Médico: ⟦NAME {other} {second}⟧
Paciente: ⟦NAME {given} {family}⟧. NHC: ⟦MRN {n6}⟧. Edad: {age}
PID|1||⟦MRN {n7}⟧^^^HC||⟦NAME {family:u}^{given:u}⟧||⟦DATE {y}{mm}{dd}⟧|F
BEGIN:VCARD\nN:⟦NAME {family};{given}⟧\nTEL;TYPE=cell:⟦PHONE 6{n8}⟧\nEND:VCARD
la enfermera ⟦NAME {given}⟧ vio que las bombas pitan
según la dra ⟦NAME {family}⟧ se puede saltar la segunda dosis
comentado con Dr. ⟦NAME {given} {family}⟧, propone una lista
comentado con ⟦NAME {given} {family}⟧ (DUE), propone una lista
el marido, ⟦NAME {given:l}⟧, le pone las inyecciones
la abuela ⟦NAME {given} {family}⟧ avisó primero
le llaman "⟦NAME {given}⟧" y odia la mascarilla
se llama ⟦NAME {given:l}⟧ y le dan pánico las agujas
⟦NAME {given}⟧ y ⟦NAME {other}⟧ (gemelos) con la etiqueta cambiada
rn hijo de ⟦NAME {given} {family}⟧ sin bilirrubina
lactante ⟦NAME {family:l}⟧ sin piel con piel por las vías
los padres de ⟦NAME {given}⟧ preguntan por qué no están en el pase
como ⟦NAME {given} {family}⟧ el mes pasado: caída tras sedación
igual que con ⟦NAME {family}⟧, olvidamos el drenaje
¿os acordáis de ⟦NAME {given:l} {family:l}⟧? la de las tres bombas
caso de ⟦NAME {g}. {family}⟧: lado mal marcado
⟦NAME {given} {family}⟧, {age} años, TEP al quitar heparina
⟦NAME {given} {family} {second}⟧ ingresa sin conciliar
⟦NAME M.ª {given} {family}⟧ sin consentimiento firmado
⟦NAME {family}⟧ cama ⟦ID {n2}⟧ no tiene pulsera
col. ⟦LICENSE {n9}⟧ firmó sin leer
nº de episodio ⟦ID {n8}⟧ abierto dos veces
póliza ⟦HEALTH_PLAN {n8}⟧ no cubre la bomba
nº serie ⟦DEVICE {f}{g}{n8}⟧ retirado, no se avisó
trasladado del ⟦FACILITY Hospital de {town}⟧ sin placas
la llevan en el ⟦FACILITY Centro de Salud {town}⟧ desde niña
va al ⟦FACILITY CEIP {street}⟧ y no le dejan el inhalador
cp ⟦LOCATION {n5}⟧, zona sin transporte
ama de ⟦NAME {given:l}⟧ pide menos pinchazos
⟦NAME {given:l} {family:l}⟧ nhc ⟦MRN {n6}⟧ pendiente de sonda
⟦NAME {given}⟧ de {age} años con diabetes, no sabe usar el sensor
cuidadora: ⟦NAME {given} {family}⟧ ⟦PHONE 6{n8}⟧
`
