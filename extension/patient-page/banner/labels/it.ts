import type { BannerLabels } from './label-kinds.ts'

/** Italian. */
export const it: BannerLabels = {
  patient: 'anagrafica paziente|assistita|assistito|dati paziente|degente|neonato|nominativo|ospite|paziente',
  name: 'cognome nome|nome cognome|nominativo completo',
  given: 'nome preferito|nomi',
  family: 'cognome|cognome coniuge|cognome nascita|cognome nubile|cognomi',
  kin: 'coniuge|contatto|contatto emergenza|familiare|figlia|figlio|fratello|genitore|genitori|marito|moglie|nome madre|nome padre|persona contatto|sorella|tutore',
  birth: 'data nascita|data nascita eta|dt nascita|nata|nata|nato|nato|nato a|nato nata',
  born: 'compleanno|nascita',
  age: 'eta|eta anni|eta attuale',
  sex: 'genere|sesso|sesso anagrafico|sesso biologico',
  ageSex: 'eta sesso|sesso data nascita|sesso eta',
  record:
    'anagrafica #|cartella|cartella clinica|cod sanitario|codice cartella|codice regionale|codice sanitario|codice sanitario regionale|nosografico|nosologico|scheda #',
  code: 'codice|identificativo|matricola|protocollo|riferimento',
  national: 'carta identita|cf|cod fisc|cod fiscale|codice fiscale|codice stp|documento identita|eni|passaporto|stp',
  insurance: 'asl|assicurazione|assistito #|codice tessera|polizza|team #|tessera #|tessera sanitaria|tessera team',
  account:
    'verbale #|verbale ps #|accesso #|accettazione #|campione #|codice episodio|contatto #|esame #|fattura #|nre|prenotazione|referto #|ricetta #|richiesta #|ricovero|verbale ps',
  phone:
    'cellulare|contatto telefonico|recapiti|recapiti telefonici|recapito|recapito telefonico|tel casa|tel cell|tel cellulare|telefono abitazione|telefono cellulare|telefono fisso',
  email: 'indirizzo email|indirizzo mail|pec|posta elettronica',
  address:
    'indirizzo|indirizzo domicilio|indirizzo residenza|luogo residenza|residente|residente a|residente in|residenza|residenza domicilio',
  town: 'citta o provenienza|citta|citta nascita|comune|comune nascita|comune residenza|localita|luogo nascita',
  postal: 'cap',
  bed: 'camera|camera letto|letto|posto letto|reparto|reparto letto|stanza|stanza letto|u o|ubicazione|unita operativa|uo',
  clinical:
    'allergia|anamnesi|appuntamento|consenso|data ingresso|data ricovero|deceduto|degenza|diagnosi|dimissione|farmaci|gruppo sanguigno|ingresso|intolleranze|mmg|motivo accesso|motivo ricovero|patologie|prestazione|priorita|problemi|provenienza|terapia|terapie|vaccinazioni',
  staff: 'chirurgo|dott|dottore|dottoressa|infermiera|infermiere|medico curante|medico richiedente|ostetrica|pls|prescrittore|richiedente',
  other:
    'altezza|altro|anagrafica|attivo|azione|azioni|cerca|cittadinanza|commenti|contatti|dettagli|dipartimento|documenti|esami|esci|lingua|modifica|nazionalita|nazione|ora|organizzazione|ospedale|osservazioni|paese|parentela|professione|profilo|referti|regione|relazione|relazioni|religione|riepilogo|risultato|servizio|stampa|stato|stato civile|storico|struttura|titolo|unita|valore|visualizza',
  against:
    'affiliazione|autore|autori|istruzione|parole chiave|premi|promotore|pubblicato|pubblicazioni|rivista|specializzazione|variabile',
}
