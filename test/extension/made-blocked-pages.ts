import { long, type MadePage, metas, page } from './made-page.ts'

const blocked = (
  name: string,
  address: string,
  [window, heading, text]: readonly [string, string, string],
  { lang = 'en', isLong = false, keeps = {} }: { lang?: string; isLong?: boolean; keeps?: NonNullable<MadePage['keeps']> } = {},
): MadePage => ({
  name,
  address,
  html: page(window, `<main>${heading}<p>${text}</p>${isLong ? long : ''}</main>`, '', lang),
  want: 'nothing',
  keeps,
})

/** What stands in a paper’s place. */
export const blockedPages: MadePage[] = [
  blocked(
    'en sign-in, long',
    'https://j.example.org/doi/10.5555/g.1',
    ['Login | Invented Journals Online', '<h1>Log in to your account</h1>', 'User name and password, please.'],
    { isLong: true, keeps: { DOI: '10.5555/g.1' } },
  ),
  blocked(
    'en proxy without the word',
    'https://login.ezproxy.hospital.example/login?qurl=https%3A%2F%2Fj.example.org%2Fdoi%2Fabs%2F10.5555%2Fg.2',
    ['St Elsewhere Library', '<h1>Welcome to St Elsewhere Library</h1>', 'Staff number, then the red button.'],
    { isLong: true, keeps: { DOI: '10.5555/g.2' } },
  ),
  blocked(
    'en organisation finder',
    'https://wayf.example.org/Discovery?entityID=x&return=https%3A%2F%2Fj.example.org%2Fdoi%2F10.5555%2Fg.3',
    ['Select your institution', '<h2>Access through your institution</h2>', 'Begin to type its name.'],
    { keeps: { DOI: '10.5555/g.3' } },
  ),
  blocked(
    'en purchase',
    'https://j.example.org/doi/full/10.5555/g.4',
    ['Purchase Access - Invented Annals', '<h1>Get access to this article</h1>', '48 hours of reading for 30 crowns.'],
    { isLong: true, keeps: { DOI: '10.5555/g.4' } },
  ),
  blocked(
    'en session over',
    'https://j.example.org/doi/10.5555/g.5',
    ['Invented Annals', '<h1>Your session has timed out</h1>', 'Begin again from the front page.'],
    { isLong: true, keeps: { DOI: '10.5555/g.5' } },
  ),
  blocked(
    'en maintenance',
    'https://pubmed.ncbi.nlm.nih.gov/39990011/',
    ['Scheduled maintenance', '<h1>We’ll be back soon</h1>', 'The site is down for maintenance until six.'],
    { keeps: { PMID: '39990011' } },
  ),
  blocked(
    'en no longer available',
    'https://j.example.org/doi/10.5555/g.6',
    ['Sorry | Invented Annals', '<h1>This content is no longer available</h1>', 'Try the search.'],
    { isLong: true, keeps: { DOI: '10.5555/g.6' } },
  ),
  blocked(
    'en study not found',
    'https://clinicaltrials.gov/study/NCT99999999',
    ['Study not found', '<h1>We could not find the study you asked for</h1>', 'Look at its number.'],
    { isLong: true },
  ),
  blocked(
    'en robot',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC9999911/',
    ['Human verification', '<h1>Prove that you are human</h1>', 'Press and hold.'],
    { isLong: true, keeps: { PMCID: 'PMC9999911' } },
  ),
  blocked(
    'en consent',
    'https://j.example.org/doi/10.5555/g.7',
    ['Before you continue', '<h1>We value your privacy</h1>', 'We and our 812 partners keep things on your device.'],
    { isLong: true, keeps: { DOI: '10.5555/g.7' } },
  ),
  blocked(
    'es sign-in',
    'https://revista.example.es/doi/10.5555/g.8',
    ['Iniciar sesión | Revista Inventada', '<h1>Inicie sesión para continuar</h1>', 'Usuario y contraseña.'],
    { lang: 'es', isLong: true, keeps: { DOI: '10.5555/g.8' } },
  ),
  blocked(
    'es not found',
    'https://revista.example.es/doi/10.5555/g.9',
    ['Error 404', '<h1>Página no encontrada</h1>', 'La dirección no existe.'],
    { lang: 'es', isLong: true, keeps: { DOI: '10.5555/g.9' } },
  ),
  blocked(
    'es institution',
    'https://revista.example.es/doi/10.5555/g.10',
    ['Revista Inventada', '<h1>Seleccione su institución</h1>', 'Busque su hospital.'],
    { lang: 'es', isLong: true, keeps: { DOI: '10.5555/g.10' } },
  ),
  blocked(
    'es session',
    'https://revista.example.es/doi/10.5555/g.11',
    ['Su sesión ha caducado', '<h1>Su sesión ha caducado</h1>', 'Vuelva a entrar.'],
    { lang: 'es', keeps: { DOI: '10.5555/g.11' } },
  ),
  blocked(
    'fr sign-in',
    'https://revue.example.fr/doi/10.5555/g.12',
    ['Connexion - Revue inventée', '<h1>Identifiez-vous</h1>', 'Adresse et mot de passe.'],
    { lang: 'fr', isLong: true, keeps: { DOI: '10.5555/g.12' } },
  ),
  blocked(
    'fr not found',
    'https://revue.example.fr/doi/10.5555/g.13',
    ['Page introuvable', '<h1>La page demandée n’existe pas</h1>', 'Revenir à l’accueil.'],
    { lang: 'fr', isLong: true, keeps: { DOI: '10.5555/g.13' } },
  ),
  blocked(
    'fr subscribers',
    'https://revue.example.fr/doi/10.5555/g.14',
    ['Revue inventée', '<h1>Cet article est réservé aux abonnés</h1>', 'Abonnez-vous dès un euro.'],
    { lang: 'fr', isLong: true, keeps: { DOI: '10.5555/g.14' } },
  ),
  blocked(
    'de sign-in',
    'https://zeitschrift.example.de/doi/10.5555/g.15',
    ['Anmelden – Erfundene Zeitschrift', '<h1>Bitte melden Sie sich an</h1>', 'Name und Kennwort.'],
    { lang: 'de', isLong: true, keeps: { DOI: '10.5555/g.15' } },
  ),
  blocked(
    'de not found',
    'https://zeitschrift.example.de/doi/10.5555/g.16',
    ['Seite nicht gefunden', '<h1>Diese Seite gibt es nicht</h1>', 'Zur Startseite.'],
    { lang: 'de', isLong: true, keeps: { DOI: '10.5555/g.16' } },
  ),
  blocked(
    'de maintenance',
    'https://zeitschrift.example.de/doi/10.5555/g.17',
    ['Wartungsarbeiten', '<h1>Wartungsarbeiten</h1>', 'Wir sind bald zurück.'],
    { lang: 'de', isLong: true, keeps: { DOI: '10.5555/g.17' } },
  ),
  blocked(
    'de organisation',
    'https://zeitschrift.example.de/doi/10.5555/g.18',
    ['Zugang über Ihre Einrichtung', '<h1>Einrichtung auswählen</h1>', 'Klinik suchen.'],
    { lang: 'de', isLong: true, keeps: { DOI: '10.5555/g.18' } },
  ),
  blocked(
    'pt sign-in',
    'https://revista.example.br/doi/10.5555/g.19',
    ['Entrar | Revista Inventada', '<h1>Faça login para continuar</h1>', 'Usuário e senha.'],
    { lang: 'pt', isLong: true, keeps: { DOI: '10.5555/g.19' } },
  ),
  blocked(
    'pt not found',
    'https://revista.example.br/doi/10.5555/g.20',
    ['Página não encontrada', '<h1>Artigo não encontrado</h1>', 'Volte ao início.'],
    { lang: 'pt', isLong: true, keeps: { DOI: '10.5555/g.20' } },
  ),
  blocked(
    'pt robot',
    'https://revista.example.br/doi/10.5555/g.21',
    ['Verificação de segurança', '<h1>Confirme que você não é um robô</h1>', 'Marque a caixa.'],
    { lang: 'pt', isLong: true, keeps: { DOI: '10.5555/g.21' } },
  ),
  {
    name: 'en session over under the head of the paper',
    address: 'https://j.example.org/doi/10.5555/g.22',
    html: page(
      'Invented Annals',
      `<main><h1>Session expired</h1>${long}</main>`,
      metas({
        citation_title: 'Towels in theatres',
        citation_author: 'Alder, Ann',
        citation_journal_title: 'Invented Annals',
        citation_doi: '10.5555/g.22',
      }),
    ),
    want: 'nothing',
    keeps: { DOI: '10.5555/g.22' },
  },
  {
    name: 'en sign-in that says so by a field alone',
    address: 'https://j.example.org/doi/10.5555/g.23',
    html: page(
      'Invented Annals',
      '<main><form><label>E-mail <input name="e"></label><label>Password <input type="password"></label><button>Go on</button></form></main>',
    ),
    want: 'nothing',
    keeps: { DOI: '10.5555/g.23' },
  },
]
