import type { LanguageLabels } from './language-labels.ts'

/** Italian. Written for this project. */
export const it: LanguageLabels = {
  language: 'it',
  smallWords:
    'il lo gli di che della dei delle del dal dalla nel nella alla con per non sono una uno ed anche dopo stato stata viene piu suo sua loro ma tra fra sul sulla anni giorni mesi come quando paziente si stanza letto dice vuole stessa ogni senza nata nato abita secondo mamma',
  numbers: {
    LOCATION: 'CAP|codice postale',
    MRN: 'cartella?|cartella clinica|nosologico|SDO|codice paziente|numero paziente|ricovero?|scheda?',
    HEALTH_PLAN: 'tessera sanitaria|numero tessera|polizza|codice sanitario|codice assistito',
    SSN: 'codice fiscale|CF|C F|cod fisc|cod fiscale|INPS',
    ID: "carta d'identita|carta identita|passaporto|documento?|CI|permesso di soggiorno",
    LICENSE: 'patente|ordine dei medici',
  },
  beds: 'stanza|letto|camera',
  initials: 'iniziali',
  phones: 'telefono|tel|cellulare|cell|recapito|numero di telefono',
}
