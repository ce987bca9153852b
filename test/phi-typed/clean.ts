import type { Locale } from './values.ts'

/** What clinicians write that identifies nobody: one template a line. */
export const cleanTemplates: Readonly<Partial<Record<Locale, string>>> = {
  en: String.raw`
Norwood stage {n1} patients wait too long for echo
Start Foley removal order on day {n1}
Apgar {n1} and {n1} at 1 and 5 min
Use the Braden and Morse scales at every shift change
Wells score over {n1}: who orders the CT?
Trial NCT0{n7} showed no harm of early feeding
DOI 10.{n4}/jamapediatrics.{y}.{n4}
https://doi.org/10.{n4}/s{n5}-0{n2}-{n5}-x
doi:10.{n4}/j.jpeds.{y}.0{n1}.0{n2}
PMID: {n8}
PMC{n7} has the full protocol
ISRCTN{n8} compares two dressings
Smith J, Jones K. Early mobility in ICU. Crit Care Med. {y};{n2}({n1}):{n3}-{n2}.
Garcia-Alonso et al. found the same in 2019
Kim et al., {y}, n = {n3}
OR {n1}.{n2} (95% CI {n1}.{n2}-{n2}.{n1}), p = 0.00{n1}
p<0.0{n1}, HR 0.{n2}
n={n4}, I2 = {n2}%
vancomycin {n2} mg/kg q{n1}h, trough {n2}
heparin {n4} units/h
0.{n2} mcg/kg/min norepinephrine
enoxaparin {n2} mg SC bid
amoxicillin-clavulanate 875/125 mg
ICD-10 E11.{n1}, I50.{n1} are coded wrongly
LOINC {n4}-{n1} maps to glucose
ATC N02BE01 has the highest use
SNOMED {n9} is missing from the picklist
CPT 99{n3} is billed twice
Section {n1}.{n1}.{n1} of the guideline needs an update
NICE guideline NG{n3} says otherwise
NICE CG{n3}, updated {y}
AHA/ACC guideline 2.{n1}.{n1}
version {n1}.{n2}.{n1} of the app crashes
ISBN 978-{n1}-{n3}-{n5}-{n1}
ISSN {n4}-{n4}
Figure {n1}, Table {n1}, page {n3}
Volume {n2}, issue {n1}, pages {n4}-{n4}
BP 1{n2}/{n2}, HR {n2}, SpO2 9{n1}%
Na 1{n2}, K 4.{n1}, Cr 1.{n1}
weights of {n1}.{n1} kg to {n2}.{n1} kg
{n2} of {n3} patients ({n2}%) had a delay
Between {y} and 2024 falls dropped by {n2}%
ages {n2} to 95 years were included
patients over 90 years need other doses
Room for improvement: {n1} beds stay empty
A {n2}-bed unit with {n1} nurses
Crohn and Hirschsprung clinics could share a dietitian
Kangaroo care, Trendelenburg position and the Allen test
Add Tylenol and Zofran to the order set
Parkinson and Alzheimer families ask for a class
Surviving Sepsis Campaign bundle within {n1} hour
PARTNER 3, SPRINT and DAPA-HF changed our practice
use REDCap and Epic to track it
Switch from Braun to Baxter pumps
mom and dad want to hold the baby during rounds
patient needs a walker, her mother asked why
pt fell at night, no call light within reach
her brother does the feeds at home
the attending and the charge nurse disagree about lines
night team forgot weights again
bed 4-hourly turns, room air, 2 L NC
IV access: 22 G, 2 attempts
stage IV, grade III, type II, class I
Part II of phase III starts in May
CYP2D6 and HLA-B27 testing
SARS-CoV-2 PCR, H1N1, T4N1M0
Case {n2} of {n2} in the series
level {n1} of evidence
GCS {n2}/15, pain {n1}/10
30-day readmission and {n2}-day mortality
every {n1}-{n2} h, {n1} x {n2} ml
order set {n1}, question {n2}, item {n1}b
subjects in arm {n1} got placebo
call the code team, page respiratory
www.cdc.gov/vaccines/schedules
see https://www.nejm.org/doi/full/10.1056/NEJMoa{n7}
`,
  es: String.raw`
El paciente no tolera la sonda, ¿otra fijación?
la madre pide estar en el pase de visita
su hermano hace las curas en casa
Los pacientes tras Norwood esperan demasiado la eco
Retirar la sonda Foley el día {n1}
Apgar {n1}/{n1} y pH 7,{n2}
Escala de Braden y de Norton en cada turno
síndrome de Guillain-Barré: falta protocolo
signo de Blumberg y maniobra de Valsalva
Ensayo NCT0{n7} sin daño con nutrición precoz
DOI 10.{n4}/j.medin.{y}.0{n1}.0{n2}
https://doi.org/10.{n4}/s{n4}-{n4}({n2}){n5}-{n1}
PMID {n8}
García-Alonso et al. lo vieron en 2019
Martínez y cols., {y}, n = {n3}
Pérez J, Gómez A. Movilización precoz en UCI. Med Intensiva. {y};{n2}:{n3}-{n2}.
OR {n1},{n2} (IC 95 % {n1},{n2}-{n2},{n1}), p = 0,00{n1}
p < 0,0{n1}; HR 0,{n2}
n = {n4}; I2 = {n2} %
vancomicina {n2} mg/kg cada {n1} h
heparina {n4} UI/h
noradrenalina 0,{n2} mcg/kg/min
enoxaparina {n2} mg sc cada 12 h
amoxicilina-clavulánico 875/125 mg
CIE-10 E11.{n1} e I50.{n1} mal codificados
LOINC {n4}-{n1} es glucosa
ATC N02BE01 es lo más usado
apartado {n1}.{n1}.{n1} de la guía
Guía NICE NG{n3}, actualizada en {y}
versión {n1}.{n2}.{n1} de la aplicación
ISBN 978-84-{n3}-{n4}-{n1}
ISSN {n4}-{n4}
Figura {n1}, Tabla {n1}, página {n3}
TA 1{n2}/{n2}, FC {n2}, SatO2 9{n1} %
Na 1{n2}, K 4,{n1}, Cr 1,{n1}
{n2} de {n3} pacientes ({n2} %) con retraso
Entre {y} y 2024 las caídas bajaron un {n2} %
de {n2} a 95 años
mayores de 90 años necesitan otra dosis
una unidad de {n2} camas con {n1} enfermeras
Añadir Nolotil y Primperan a la prescripción
familias con Parkinson y Alzheimer piden un taller
Tiempo Zero: {n1} bacteriemias por 1000 días
Usar SOFA y qSOFA al ingreso
pac. se cae de noche, sin timbre a mano
pte con vía 22 G, 2 intentos
el adjunto y la supervisora no coinciden
estadio IV, grado III, tipo II, clase I
CYP2D6 y HLA-B27
SARS-CoV-2, H1N1, T4N1M0
nivel de evidencia {n1}
Glasgow {n2}/15, EVA {n1}/10
reingreso a 30 días y mortalidad a {n2} días
cada {n1}-{n2} h, {n1} x {n2} ml
Comité de Ética y Ministerio de Sanidad lo piden
Semana Santa y Navidad: menos personal
Cuidados Intensivos Pediátricos sin hoja de pesos
Servicio de Medicina Interna y Farmacia revisan juntos
en mayo empezamos con la lista
antes de diciembre bajar a {n1} %
dieta sin lactosa y dieta blanda mal rotuladas
bombas Braun por bombas Baxter
si el niño llora, llamar a la madre
Cama articulada y habitación individual para aislados
`,
  fr: String.raw`
La patiente ne tolère pas la sonde, autre fixation ?
la mère veut assister à la visite
Échelle de Braden à chaque relève
signe de Babinski et manœuvre de Valsalva
Essai NCT0{n7} sans effet indésirable
Dupont et al. l'ont vu en 2019
héparine {n4} UI/h, vancomycine {n2} mg/kg
p = 0,0{n1}, OR {n1},{n2} (IC 95 % {n1},{n2}-{n2},{n1})
{n2} patients sur {n3} ({n2} %) en retard
plus de 90 ans : autre dose
une unité de {n2} lits et {n1} infirmières
Réanimation et Pharmacie relisent ensemble
maladie de Crohn et de Hirschsprung
`,
  de: String.raw`
Der Patient verträgt die Sonde nicht, andere Fixierung?
die Mutter möchte bei der Visite dabei sein
Braden-Skala bei jeder Übergabe
Babinski-Zeichen und Valsalva-Manöver
Studie NCT0{n7} ohne Schaden
Müller et al. sahen es 2019
Heparin {n4} IE/h, Vancomycin {n2} mg/kg
p = 0,0{n1}, OR {n1},{n2} (95%-KI {n1},{n2}-{n2},{n1})
{n2} von {n3} Patienten ({n2} %) warten
über 90 Jahre: andere Dosis
eine Station mit {n2} Betten und {n1} Pflegenden
Die Visite der Intensivstation beginnt ohne Eltern
Morbus Crohn und Morbus Hirschsprung
`,
  pt: String.raw`
O doente não tolera a sonda, outra fixação?
a mãe quer estar na visita
Escala de Braden em cada turno
sinal de Babinski e manobra de Valsalva
Ensaio NCT0{n7} sem dano
Silva et al. viram o mesmo em 2019
heparina {n4} UI/h, vancomicina {n2} mg/kg
p = 0,0{n1}, OR {n1},{n2} (IC 95% {n1},{n2}-{n2},{n1})
{n2} de {n3} doentes ({n2}%) com atraso
mais de 90 anos: outra dose
uma unidade com {n2} camas e {n1} enfermeiros
doença de Crohn e de Hirschsprung
`,
  it: String.raw`
Il paziente non tollera il sondino, altro fissaggio?
la mamma vuole esserci alla visita
Scala di Braden a ogni cambio turno
segno di Babinski e manovra di Valsalva
Studio NCT0{n7} senza danni
Rossi et al. lo hanno visto nel 2019
eparina {n4} UI/h, vancomicina {n2} mg/kg
p = 0,0{n1}, OR {n1},{n2} (IC 95% {n1},{n2}-{n2},{n1})
{n2} pazienti su {n3} ({n2}%) in ritardo
oltre 90 anni: altra dose
un reparto con {n2} letti e {n1} infermieri
morbo di Crohn e di Hirschsprung
`,
}
