import type { BannerLabels } from './label-kinds.ts'

/** German, of Germany, Austria and Switzerland. */
export const de: BannerLabels = {
  born: 'geburt',
  patient: 'bewohner|bewohnerin|klient|klientin|name versicherten|pat|patient in|patienten|patientenname|patientin|versicherter',
  name: 'familienname vorname|nachname vorname|name vorname|name vornamen|vollname|vollstandiger name|vor nachname|vorname nachname|vorname name|zuname vorname',
  given: 'rufname|vorname|vornamen',
  family: 'familienname|fruherer name|geburtsname|madchenname|nachname|nachnamen|zuname',
  kin: 'angehorige|angehoriger|ansprechpartner|betreuer|betreuerin|bezugsperson|bruder|ehefrau|ehemann|ehepartner|eltern|gesetzlicher vertreter|kontaktperson|mutter|name mutter|name vater|name vaters|notfallkontakt|partnerin|schwester|sohn|tochter|vater|vormund',
  birth:
    'gd|geb|geb am|geb dat|geb datum|gebdat|gebdatum|geboren|geboren am|geburtsdatum|geburtsdatum alter|geburtsdatum geschlecht|geburtstag',
  age: 'aktuelles alter|alter|alter jahren|lebensalter',
  sex: 'adm geschlecht|administratives geschlecht|gesch|geschl|geschlecht|geschlechts',
  ageSex: 'alter geschlecht|geschlecht alter|geschlecht geburtsdatum',
  record:
    'akten #|epd|epd id|identifikations #|kartei #|karteikarte|krankenakte|krankenakten #|pat ident|patid|patientenakte|patientencode|patientenident|patientenidentifikation|patientenidentifikator|patientenkennung|patientenkennzeichen|pnr',
  code: 'aktenzeichen|ident #|identifikation|kennung|kennzeichen|referenz',
  national:
    'steuer #|steuer id|steuer id #|ahv|ahvn13|ausweis|bpk|pass #|personalausweis|reisepass|rentenversicherungs #|sozialversicherung|sozialversicherungs #|sozvers #|sv|svn',
  insurance:
    'egk|kasse|kassen #|kostentrager|krankenkasse|krankenkassen #|krankenversicherung|krankenversicherungs #|kv #|mitglieds #|police|vers #|versicherer|versicherten #|versicherten id|versichertenkarte|versicherung|versicherungs #|versicherungskarte|vnr',
  account:
    'anforderungs #|aufnahme #|auftrag|auftrags #|befund #|behandlungs #|besuchs #|fall|fall id|fallkennung|fallzahl|konto #|labor #|probe #|proben #|rechnungs #|rezept #|termin #|untersuchungs #',
  phone: 'festnetz|handy|mobil|mobiltelefon|ruf #|tel mobil|tel privat|telefon|telefon festnetz|telefon mobil|telefon privat',
  email: 'mail adresse|mailadresse',
  address: 'anschrift|postanschrift|privatadresse|strasse|strasse #|strasse haus #|wohnadresse|wohnanschrift|wohnhaft',
  town: 'geburtsort|gemeinde|ort|plz ort|plz wohnort|postleitzahl ort|stadt|wohnort',
  postal: 'plz|postleitzahl',
  bed: 'aktueller ort|bett|bettplatz|station|station bett|station zimmer|station zimmer bett|zi|zi bett|zimmer|zimmer bett',
  clinical:
    'abnahme|abnahmedatum|allergien|anamnese|aufgenommen|aufnahme|aufnahmeart|aufnahmedatum|aufnahmediagnose|aufnahmegrund|austritt|behandlungsart|behandlungsdatum|behandlungsgrund|blutgruppe|cave|dauerdiagnosen|dauermedikation|diagnose|diagnosen|eintritt|eintrittsdatum|einweiser|einweisungsdiagnose|entlassdatum|entlassung|entlassungsdatum|fachabteilung|fachrichtung|fallart|grund|hauptdiagnose|impfungen|liegedauer|medikamente|medikation|modalitat|probleme|risiken|stationar|termin|terminart|todesdatum|uberweiser|untersuchung|unvertraglichkeiten|verstorben|verweildauer|vitalwerte|vitalzeichen|vorerkrankungen|warnhinweise',
  staff:
    'anforderer|arzt|arztin|behandelnder arzt|behandler|doktor|fallverantwortlich|hausarzt|hausarztin|hebamme|kinderarzt|leistungserbringer|oberarzt|operateur|pflege|pflegekraft|stationsarzt',
  other:
    'abmelden|abteilung|aktion|aktionen|aktiv|anrede|anzeigen|arbeitgeber|art|bearbeiten|befunde|bemerkung|bemerkungen|beruf|beziehungen|bundesland|datum|dokumente|drucken|einheit|ergebnis|familienstand|gewicht|grosse|kanton|klinik|kommentar|konfession|kontakt|kontaktdaten|kontakte|krankenhaus|laborwerte|land|mehr|muttersprache|nationalitat|notiz|notizen|personalien|praxis|prioritat|sprache|staatsangehorigkeit|staatsburgerschaft|stammdaten|suche|suchen|termine|titel|typ|ubersicht|uhrzeit|verlauf|versicherungsart|versicherungsstatus|verwandtschaft|wert|zeit|zivilstand',
  against:
    'ausbildung|auszeichnungen|autoren|autorin|erschienen|forschungsschwerpunkte|publikationen|schlagworter|studienleiter|veroffentlicht|veroffentlichungen|zeitschrift',
}
