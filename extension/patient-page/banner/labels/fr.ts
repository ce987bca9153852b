import type { BannerLabels } from './label-kinds.ts'

/** French, of Europe, Canada and Africa. */
export const fr: BannerLabels = {
  patient: 'beneficiaire|identite|nom patient|nom patiente|nom usager|nouveau ne|patiente|usager',
  name: 'nom complet|nom prenom|nom prenoms|prenom nom|prenoms nom',
  given: 'premier prenom|prenom|prenom naissance|prenom social|prenom usuel|prenom utilise|prenoms',
  family: 'nom|nom epouse|nom famille|nom jeune fille|nom marital|nom naissance|nom patronymique|nom usage|nom usuel|nom utilise',
  kin: 'accompagnant|aidant|conjoint|conjointe|contact urgence|epouse|epoux|fille|fils|frere|mari|mere|nom mere|nom pere|pere|personne a prevenir|personne confiance|personne contact|proche|representant legal|responsable legal|soeur|tuteur',
  birth: 'date naiss|date naissance|date naissance age|ddn|ne|ne|nee',
  born: 'anniversaire|naissance',
  age: 'age actuel',
  sex: 'civilite sexe|sexe|sexe administratif|sexe naissance',
  ageSex: 'age sexe|sexe age|sexe date naissance',
  record:
    'code dossier|dossier|dossier medical|fiche #|id dossier|identifiant hopital|identifiant national sante|identifiant permanent|iep patient|ins|ins c|ins nir|ipp|matricule ins|nam|ramq',
  code: 'identifiant|identifiants|matricule|reference',
  national: 'assurance sociale #|avs|carte identite|cni|identite #|nas|nir|niss|passeport|registre national|secu #|securite sociale|ss #',
  insurance: 'adherent #|assurance|assurance maladie|assure|caisse|carte vitale|cmu|couverture|immatriculation|mutuelle|organisme',
  account:
    'consultation #|demande #|dossier administratif|echantillon #|examen #|facture #|hospitalisation #|iep|nda|ordonnance #|prelevement #|sejour|venue|visite #',
  phone:
    'cellulaire|fixe|gsm|portable|tel contact|tel domicile|tel fixe|tel mobile|tel portable|telephone contact|telephone domicile|telephone fixe|telephone mobile|telephone portable|telephones',
  email: 'adresse electronique|adresse mail|courriel',
  address: 'adresse|adresse actuelle|adresse complete|adresse domicile|adresse permanente|adresse postale|domicile|rue',
  town: 'commune|commune naissance|lieu naissance|localite|quartier|ville|ville naissance',
  postal: 'code postal',
  bed: 'ch|chambre|chambre lit|chbre|lit|localisation|salle|secteur|service lit|unite|unite fonctionnelle|unite soins',
  clinical:
    'alertes|allergie|antecedents|atcd|date entree|decede|deces|diagnostic|diagnostics|entre|entree|groupe sanguin|intolerances|isolement|medicaments|motif|motif consultation|prelevement|prescripteur|problemes|rdv|risque|sorti|traitement|traitements|vaccinations',
  staff:
    'chirurgien|correspondant|demandeur|docteur|ide|infirmier|infirmiere|interne|intervenant|medecin|medecin responsable|medecin traitant|pediatre|praticien|soignant',
  other:
    'actif|civilite|clinique|commentaires|coordonnees|departement|etablissement|ethnie|fiche|heure|historique|hopital|imprimer|langue|lien|modifier|nationalite|organisation|pays|plus|poids|priorite|profession|profil|quitter|rechercher|relations|remarques|resultat|resume|situation familiale|statut|taille|titre|unites|valeur|voir',
  against: 'auteur|auteurs|connu pour|distinctions|formation|mots cles|prix|promoteur|publie|revue',
}
