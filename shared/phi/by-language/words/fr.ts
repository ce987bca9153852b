import type { LanguageWords } from './language-words.ts'

/** French. Written for this project. */
export const fr: LanguageWords = {
  language: 'fr',
  names:
    "nom|noms|prenom|prenoms|nom et prenom|nom prenom|nom de naissance|nom de jeune fille|nom d'usage|patient|patiente|medecin|medecin traitant|adresse par|signe|signe par|infirmiere|infirmier|mere|pere|personne de confiance|contact|redige par|chirurgien|docteur",
  titles: 'mr mme mlle mmes dr docteur pr prof professeur monsieur madame mademoiselle',
  people:
    'patient patiente pt mere pere fils fille frere soeur mari femme epouse epoux grand-mere grand-pere oncle tante cousin cousine neveu niece compagnon compagne voisin voisine medecin infirmier infirmiere enfant bebe garcon fillette nomme nommee appele appelee maman papa mamie papy bb',
  births: 'date de naissance|naissance|ddn|ne le|nee le|ne e le|date naissance|dn',
  addresses: 'adresse|domicile',
  towns: 'ville|commune|lieu de naissance|localite',
  homes:
    'habite a|habite|habitant a|demeurant a|domicilie a|domiciliee a|vit a|ne a|nee a|originaire de|venant de|transfere de|transferee de|travaille a|reside a',
  streets:
    'rue|avenue|av.|boulevard|bd|bld|place|pl.|allee|allees|chemin|impasse|quai|route|cours|square|passage|sentier|lotissement|residence|faubourg',
  houses:
    'hopital|hopitaux|clinique|centre|chu|chr|chru|ch|institut|universite|faculte|ehpad|maternite|laboratoire|polyclinique|ecole|college|lycee|creche|cabinet|pharmacie|maison',
  months: [
    'janvier|janv',
    'fevrier|fevr|fev',
    'mars',
    'avril|avr',
    'mai',
    'juin',
    'juillet|juil',
    'aout',
    'septembre|sept',
    'octobre|oct',
    'novembre|nov',
    'decembre|dec',
  ],
  years: 'ans',
  ordinary:
    'service unite departement chirurgie medecine pediatrie urologie cardiologie neurologie oncologie urgences consultation hopital clinique centre sante homme femme enfant fille garcon histoire examen diagnostic traitement sortie date nom prenom adresse france belgique suisse allemagne espagne italie maroc algerie tunisie lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre le la les un une des du de en au aux il elle on nous ce cette apres avant pour par sur non oui est sans dans ipp nir ne nee monsieur madame',
  eponymNouns:
    'syndrome signe maladie echelle test epreuve classification technique methode criteres indice score sonde catheter cellules manoeuvre ligament operation tumeur fracture tetralogie loi plan',
}
