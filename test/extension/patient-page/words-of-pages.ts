/** What sites of one language write around their texts; the texts are made up. */
export interface WordsOfPages {
  land: string
  title: string
  text: readonly [string, string, string]
  site: string
  body: string
  society: string
  privacy: string
  contact: string
  cookies: string
  rights: string
  published: string
  cite: string
  signIn: string
  signOut: string
  share: string
  search: string
}

export const languages = ['en', 'es', 'pt', 'fr', 'de', 'it'] as const
export type LanguageOfPages = (typeof languages)[number]

export const wordsOfPages: Readonly<Record<LanguageOfPages, WordsOfPages>> = {
  en: {
    land: 'uk',
    title: 'Fewer line infections after a daily question',
    text: [
      'Three wards asked one question at every morning round: does this child still need the line? Within a year the days with a line fell by a fifth.',
      'The nurses kept the answers on a sheet of paper by the door. Nobody had to sign in anywhere, and nobody was asked to write a report about it.',
      'What remained was the habit: new colleagues learn the question in their first week, and families have begun to ask it themselves at the bedside.',
    ],
    site: 'The Morning Courier',
    body: 'National Board of Care Quality',
    society: 'Society for Children’s Wards',
    privacy: 'Privacy policy',
    contact: 'Contact us',
    cookies: 'We use cookies to count visits.',
    rights: 'All rights reserved',
    published: 'Published',
    cite: 'How to cite this page',
    signIn: 'Sign in',
    signOut: 'Sign out',
    share: 'Share',
    search: 'Search',
  },
  es: {
    land: 'es',
    title: 'Menos infecciones de catéter con una pregunta al día',
    text: [
      'Tres plantas hicieron una pregunta en cada pase de visita: ¿necesita aún este niño el catéter? En un año los días de catéter bajaron una quinta parte.',
      'Las enfermeras apuntaban la respuesta en una hoja junto a la puerta. Nadie tuvo que entrar en ningún programa ni escribir informe alguno sobre ello.',
      'Quedó la costumbre: quien llega nuevo aprende la pregunta en su primera semana, y las familias han empezado a hacerla ellas mismas junto a la cama.',
    ],
    site: 'El Correo de la Mañana',
    body: 'Ministerio de Cuidados',
    society: 'Sociedad de Plantas Infantiles',
    privacy: 'Política de privacidad',
    contact: 'Contacto',
    cookies: 'Utilizamos cookies para contar las visitas.',
    rights: 'Todos los derechos reservados',
    published: 'Publicado',
    cite: 'Cómo citar esta página',
    signIn: 'Iniciar sesión',
    signOut: 'Cerrar sesión',
    share: 'Compartir',
    search: 'Buscar',
  },
  pt: {
    land: 'br',
    title: 'Menos infecções de cateter com uma pergunta por dia',
    text: [
      'Três enfermarias fizeram uma pergunta em cada visita da manhã: esta criança ainda precisa do cateter? Num ano os dias com cateter caíram um quinto.',
      'As enfermeiras anotavam a resposta numa folha ao lado da porta. Ninguém precisou entrar em nenhum sistema nem escrever qualquer relatório sobre isso.',
      'Ficou o hábito: quem chega aprende a pergunta na primeira semana, e as famílias começaram a fazê-la elas mesmas ao lado da cama, todos os dias.',
    ],
    site: 'Correio da Manhã Inventado',
    body: 'Secretaria da Qualidade do Cuidado',
    society: 'Sociedade de Enfermarias Infantis',
    privacy: 'Política de privacidade',
    contact: 'Contato',
    cookies: 'Usamos cookies para contar as visitas.',
    rights: 'Todos os direitos reservados',
    published: 'Publicado em',
    cite: 'Como citar esta página',
    signIn: 'Entrar',
    signOut: 'Sair',
    share: 'Compartilhar',
    search: 'Pesquisar',
  },
  fr: {
    land: 'fr',
    title: 'Moins d’infections de cathéter grâce à une question par jour',
    text: [
      'Trois services ont posé une question à chaque visite du matin : cet enfant a-t-il encore besoin du cathéter ? En un an, les jours de cathéter ont baissé d’un cinquième.',
      'Les infirmières notaient la réponse sur une feuille près de la porte. Personne n’a dû ouvrir de logiciel ni écrire le moindre rapport à ce sujet.',
      'L’habitude est restée : les nouveaux apprennent la question dès leur première semaine, et les familles commencent à la poser elles-mêmes au lit de l’enfant.',
    ],
    site: 'Le Courrier du Matin',
    body: 'Haute Instance des Soins',
    society: 'Société des Services d’Enfants',
    privacy: 'Mentions légales',
    contact: 'Contact',
    cookies: 'Ce site utilise des cookies pour compter les visites.',
    rights: 'Tous droits réservés',
    published: 'Publié le',
    cite: 'Pour citer cette page',
    signIn: 'Se connecter',
    signOut: 'Se déconnecter',
    share: 'Partager',
    search: 'Rechercher',
  },
  de: {
    land: 'de',
    title: 'Weniger Katheterinfektionen durch eine Frage am Tag',
    text: [
      'Drei Stationen stellten bei jeder Morgenvisite eine Frage: Braucht dieses Kind den Katheter noch? Binnen eines Jahres sanken die Kathetertage um ein Fünftel.',
      'Die Pflegenden schrieben die Antwort auf ein Blatt neben der Tür. Niemand musste sich dafür irgendwo anmelden oder einen Bericht darüber schreiben.',
      'Geblieben ist die Gewohnheit: Wer neu kommt, lernt die Frage in der ersten Woche, und Familien stellen sie inzwischen selbst am Bett ihres Kindes.',
    ],
    site: 'Der Morgenbote',
    body: 'Bundesamt für Pflegegüte',
    society: 'Gesellschaft für Kinderstationen',
    privacy: 'Datenschutz',
    contact: 'Kontakt',
    cookies: 'Wir verwenden Cookies, um Besuche zu zählen.',
    rights: 'Alle Rechte vorbehalten',
    published: 'Veröffentlicht am',
    cite: 'Zitierweise',
    signIn: 'Anmelden',
    signOut: 'Abmelden',
    share: 'Teilen',
    search: 'Suche',
  },
  it: {
    land: 'it',
    title: 'Meno infezioni da catetere con una domanda al giorno',
    text: [
      'Tre reparti hanno fatto una domanda a ogni visita del mattino: questo bambino ha ancora bisogno del catetere? In un anno i giorni di catetere sono scesi di un quinto.',
      'Gli infermieri segnavano la risposta su un foglio accanto alla porta. Nessuno ha dovuto aprire un programma né scrivere una relazione sull’argomento.',
      'È rimasta l’abitudine: chi arriva impara la domanda nella prima settimana, e le famiglie hanno cominciato a farla loro stesse accanto al letto.',
    ],
    site: 'Il Corriere del Mattino Inventato',
    body: 'Istituto per la Qualità delle Cure',
    society: 'Società dei Reparti Pediatrici',
    privacy: 'Note legali',
    contact: 'Contatti',
    cookies: 'Questo sito utilizza i cookie per contare le visite.',
    rights: 'Tutti i diritti riservati',
    published: 'Pubblicato il',
    cite: 'Come citare questa pagina',
    signIn: 'Accedi',
    signOut: 'Esci',
    share: 'Condividi',
    search: 'Cerca',
  },
}
