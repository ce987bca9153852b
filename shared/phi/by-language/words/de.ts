import type { LanguageWords } from './language-words.ts'

/** German. Written for this project. Every noun has a capital here, so only what stands behind a cue is taken for a name. */
export const de: LanguageWords = {
  language: 'de',
  names:
    'name|vorname|nachname|familienname|geburtsname|zuname|name vorname|patient|patientin|arzt|arztin|hausarzt|hausarztin|einweiser|uberweiser|uberwiesen von|unterschrift|gez|pflegekraft|schwester|mutter|vater|betreuer|betreuerin|angehorige|bezugsperson|oberarzt|stationsarzt|operateur',
  titles: 'herr herrn frau hr fr dr prof',
  people:
    'patient patientin pat mutter vater sohn tochter bruder schwester ehemann ehefrau mann oma opa grossmutter grossvater onkel tante nichte neffe nachbar nachbarin hausarzt hausarztin arzt arztin pfleger baby kind junge madchen genannt namens mama papa herr frau',
  births: 'geburtsdatum|geb datum|geb am|geb|geboren am|geboren|gebdat|g d',
  addresses: 'adresse|anschrift|wohnhaft|wohnort',
  towns: 'ort|wohnort|stadt|geburtsort',
  homes: 'wohnt in|wohnhaft in|lebt in|geboren in|aus|stammt aus|verlegt aus|arbeitet in',
  streets: 'am|an der|auf der|im',
  houses:
    'klinikum|klinik|krankenhaus|universitatsklinikum|uniklinik|spital|pflegeheim|seniorenheim|altenheim|universitat|institut|praxis|hospital|kantonsspital|landeskrankenhaus|gymnasium|grundschule',
  months: [
    'januar|janner|jan',
    'februar|feb',
    'marz|mrz',
    'april|apr',
    'mai',
    'juni|jun',
    'juli|jul',
    'august|aug',
    'september|sept|sep',
    'oktober|okt',
    'november|nov',
    'dezember|dez',
  ],
  years: 'jahre|jahren|jahriger|jahrige|jahrigen|jahrig',
  ordinary:
    'patient patientin mann frau kind herr station abteilung klinik krankenhaus chirurgie medizin kardiologie neurologie urologie aufnahme entlassung diagnose therapie befund anamnese datum name vorname der die das ein eine im in am und mit nach bei von zu es er sie wir nicht kein keine deutschland osterreich schweiz frankreich italien spanien polen turkei montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz april mai juni juli august september oktober november dezember geboren geb hat wurde ist war',
  eponymNouns:
    'syndrom zeichen krankheit skala test klassifikation technik methode kriterien index score sonde katheter zellen operation tumor fraktur morbus',
}
