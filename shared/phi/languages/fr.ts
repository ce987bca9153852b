import type { LanguageLabels } from './language-labels.ts'

/** French. Written for this project. */
export const fr: LanguageLabels = {
  language: 'fr',
  smallWords:
    'le les des du et est une dans pour par sur avec au aux qui que pas sont son sa ses ce cette ces il elle nous vous ils elles mais ont ete etait apres depuis chez sans ans jours mois lors puis patiente mere chambre dit veut meme habite selon peut nee',
  numbers: {
    LOCATION: 'CP|code postal',
    MRN: 'ipp|nip|dossier?|dossier medical|numero patient|identifiant patient|IEP|sejour?',
    HEALTH_PLAN: "mutuelle|adherent|carte vitale|CMU|numero assure|numero d'assure|INS",
    SSN: 'nir|securite sociale|secu|NAS|niss|registre national|numero national',
    ID: "CNI|carte d'identite|passeport|identifiant?|titre de sejour|numero d'identite",
    LICENSE: 'RPPS|ADELI|permis de conduire',
  },
  beds: 'chambre|lit',
  initials: 'initiales',
  phones: 'telephone|tel|portable|mobile|gsm|port',
}
