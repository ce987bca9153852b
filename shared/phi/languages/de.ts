import type { LanguageLabels } from './language-labels.ts'

/** German. Written for this project. Every noun has a capital here, so only what stands behind a cue is taken for a name. */
export const de: LanguageLabels = {
  language: 'de',
  smallWords:
    'der die das und ist nicht ein eine einen einer mit von zu im den dem des fur auf bei nach aus auch es sie er wir ich sich wurde werden hat haben oder aber wie wenn seit uber unter vor zum zur als noch nur jahre tage patientin mutter vater ohne studie pat frau herr will habe laut geb',
  numbers: {
    LOCATION: 'PLZ|postleitzahl',
    MRN: 'fallnummer|fallnr|fall nr|patientennummer|patientennr|patienten nr|pat nr|pat id|patienten id|aufnahmenummer|aufnahmenr|aktenzeichen',
    HEALTH_PLAN:
      'versichertennummer|versichertennr|versicherten nr|krankenversichertennummer|kvnr|kv nr|krankenkasse?|kassennummer|versicherungsnummer|versicherungsnr|krankenversicherungsnummer|e card|versichertenkarte',
    SSN: 'svnr|sv nr|sozialversicherungsnummer|sozialversicherungsnr|rvnr|rentenversicherungsnummer|ahv|ahv nr|ahv nummer|navs13',
    ID: 'personalausweis|personalausweisnummer|ausweisnummer|ausweis nr|reisepass|passnummer|steuer id|steueridentifikationsnummer|kennnummer',
    LICENSE: 'LANR|BSNR|fuhrerschein|fuhrerscheinnummer|arztnummer',
  },
  beds: 'zimmer|bett|zi',
  initials: 'initialen',
  phones: 'telefon|tel|mobil|handy|telefonnummer|handynummer|rufnummer|fon',
}
