import type { LanguageWords } from './language-words.ts'

/** Italian. Written for this project. */
export const it: LanguageWords = {
  language: 'it',
  names:
    'nome|cognome|nome e cognome|cognome e nome|nominativo|paziente|medico|medico curante|medico di base|inviato da|firmato|firma|infermiera|infermiere|madre|padre|referente|caregiver|dottore|dottoressa|assistito|contatto',
  titles: 'sig sigra sigg signor signora signorina dott dottssa dottoressa dottore dr prof profssa',
  people:
    'paziente paz pz madre padre figlio figlia fratello sorella marito moglie nonno nonna zio zia cugino cugina nipote suocera compagno compagna vicino vicina medico infermiere infermiera bambino bambina neonato signor signora chiamato chiamata mamma papa nonna nonno zia zio pz paziente',
  births: 'data di nascita|data nascita|nascita|nato il|nata il|ddn|nato a|nata a',
  addresses: 'indirizzo|residenza|domicilio|residente in',
  towns: 'comune|citta|luogo di nascita|localita',
  homes:
    'nato a|nata a|residente a|residente in|abita a|vive a|proveniente da|originario di|originaria di|trasferito da|trasferita da|lavora a',
  streets: 'via|v.|viale|v.le|piazza|p.za|p.zza|corso|c.so|largo|vicolo|strada|piazzale|lungomare|contrada',
  houses:
    'ospedale|ospedali|policlinico|clinica|istituto|universita|casa di cura|rsa|azienda ospedaliera|asl|ausl|presidio|poliambulatorio|fondazione|irccs|scuola|liceo|farmacia|centro',
  months: [
    'gennaio|gen',
    'febbraio|feb',
    'marzo|mar',
    'aprile|apr',
    'maggio|mag',
    'giugno|giu',
    'luglio|lug',
    'agosto|ago',
    'settembre|sett|set',
    'ottobre|ott',
    'novembre|nov',
    'dicembre|dic',
  ],
  years: 'anni',
  ordinary:
    'servizio unita reparto dipartimento chirurgia medicina pediatria urologia cardiologia neurologia oncologia ambulatorio ospedale clinica centro salute uomo donna bambino bambina signor signora anamnesi esame diagnosi terapia dimissione data nome cognome italia francia spagna germania svizzera romania albania marocco lunedi martedi mercoledi giovedi venerdi sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre il lo la i gli le un una di del della al alla nel con per non si dopo prima',
  eponymNouns:
    'sindrome segno malattia scala test prova classificazione tecnica metodo criteri indice sonda catetere cellule manovra legamento operazione tumore frattura morbo',
}
