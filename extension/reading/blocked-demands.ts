import type { BlockedReason } from './why-blocked.ts'

/** Texts of which a page in an item's place is called as a whole, as `blocked-titles.ts` folds them. */
export type TitleRule = readonly [BlockedReason, RegExp]

const who = '(?:(?:health ?care|medical|health) (?:professionals?|providers?|practitioners?)|clinicians?|hcps?|physicians?)'
const secret =
  '(?:(?:user ?name|e-?mail(?: address)?) (?:and|or) )?(?:password|user ?name|pin|(?:library )?card number|(?:verification|access|security|one-time) (?:pass)?code|e-?mail(?: address)?)'
const readers = '(?:subscribers?|members?|registered (?:users?|members?)|patrons?|students and staff|staff)'
const lectores = '(?:suscriptor\\w*|socios|usuarios(?: registrados)?|abonados|miembros|assinantes|utilizadores|membros|registrados)'

/** What is asked of the reader before the item is shown, and who is turned away, beside what `blocked-titles.ts` knows. */
export const demands: readonly TitleRule[] = [
  // Signing in.
  [
    'sign-in',
    /^(?:welcome(?: back)?[!,. -]*(?:please )?(?:sign|log)[ -]?in.{0,40}|(?:select|choose|how|where) .{0,25}\b(?:sign|log)[ -]?in\b.{0,20}|(?:stay|keep me) signed in|(?:pick|choose|select|use) an(?:other)? account|(?:two|2|multi)-?(?:factor|step) (?:authentication|verification)|(?:already )?(?:a |an )?(?:subscriber|member|account|registered)\? (?:sign|log) in.{0,20})\?*$/,
  ],
  [
    'sign-in',
    new RegExp(
      `^(?:please )?(?:(?:re-?)?enter|forgot(?:ten)?|reset|change|verify|confirm) (?:your |the )?(?:institutional |hospital |work |university )?${secret}(?: (?:to|again|below|here|and|for)\\b.{0,40})?\\??$`,
    ),
  ],
  [
    'sign-in',
    /^(?:(?:login|log in|sign[ -]?in|authentication|authori[sz]ation) (?:has )?(?:failed|error|unsuccessful|expired|timed out)|(?:your )?account (?:is |has been )?(?:temporarily )?(?:locked|disabled|suspended)|proxy authentication required|verify your (?:identity|account))[.!]*$/,
  ],
  [
    'sign-in',
    new RegExp(
      `^(?:(?:(?:available|access|content|articles?|exclusive|exclusively) )*(?:to |for )?${readers} only(?: access| content| articles?| area| page)?|(?:exclusive|exclusively) (?:to|for) ${readers}|(?:restricted|limited|no|premium|paid) (?:access|content)|access to (?:this|the) (?:article|content|page|resource|paper|journal|chapter|document|site) (?:is|has been|was|requires) .{0,40})[.!]*$`,
    ),
  ],
  [
    'sign-in',
    /^(?:(?:(?:rent|buy|purchase|get|unlock|access|how to access)(?: or (?:rent|buy|purchase))?) (?:(?:this|the|full|full-text|single|complete|entire) )*(?:article|chapter|paper|pdf|content|issue|access|text)(?: (?:pdf|access|options))?(?: (?:for|with|from|now|via)\b.{0,40})?|pay[ -]per[ -](?:view|article)|(?:continue|keep|to (?:continue|keep)) reading(?: (?:with|by|for|this|the)\b.{0,60})?|you(?:'ve| have) (?:reached|read|used) .{0,40}\b(?:limit|free|articles?)\b.{0,30})[.!]*$/,
  ],
  [
    'sign-in',
    new RegExp(
      `^(?:(?:el |este |o |esse )?(?:contenido|articulo|texto|acceso|area|conteudo|artigo|acesso)? ?(?:es |esta |e )?(?:exclusiv\\w+|solo|solamente|unicamente|reservad\\w|restringid\\w|restrit\\w|somente|apenas|so) (?:(?:de|para|a|aos?) )+(?:los |nuestros |nossos )?${lectores}.{0,30}|hagase \\w+|torne-se \\w+)[.!]*$`,
    ),
  ],
  [
    'sign-in',
    /^(?:usted )?(?:debe|debes|necesita|necesitas|tiene que|tienes que|es necesario|se requiere|para (?:continuar|leer|ver|acceder).{0,30}) (?:de )?(?:haber )?(?:inici\w+ sesion|identifi\w+|registr\w+|autentic\w+|suscrib\w+).{0,50}$|^(?:usuario y contrasena|(?:introdu\w+|ingres\w+|escrib\w+|olvid\w+|recuper\w+|restablec\w+) (?:su|tu|la) (?:contrasena|usuario|clave|correo).{0,20})\??$/,
  ],
  [
    'sign-in',
    /^(?:veuillez|merci de|vous devez|il faut|pour (?:continuer|lire|acceder).{0,30}) ?,? ?(?:vous |etre )(?:connect|identifi|authentifi|inscri|abonn)\w*.{0,50}$|^(?:vous n'avez pas (?:acces|le droit|l'autorisation|les droits).{0,60}|(?:(?:cet|ce|le) )?(?:article|contenu|document|texte|acces) (?:est )?(?:exclusivement )?(?:reserve|limite)s? (?:aux|a nos) (?:abonne|membre|inscrit|adherent|utilisateur|professionnel)\w*.{0,30}|mot de passe oublie|la suite (?:de cet article )?est reservee .{0,30})[ ?.!]*$/,
  ],
  [
    'sign-in',
    /^(?:(?:zugang |inhalt |artikel )?nur fur (?:abonnent\w*|mitglieder|registrierte|angemeldete|fachkreise|angehorige|lizenz\w*)\b.{0,40}|kein (?:zugriff|zugang)(?: (?:auf|zu)\b.{0,40})?|weiterlesen mit .{0,30}|passwort (?:vergessen|eingeben|zurucksetzen)|sie mussen .{0,30}(?:anmelden|eingeloggt|angemeldet|registrier\w+).{0,20}|(?:exklusiv )?fur abonnenten|benutzername und passwort)[?.!]*$/,
  ],
  [
    'sign-in',
    /^(?:voce |o utilizador )?(?:precisa|deve|tem de|tem que|e necessario|e preciso) (?:de )?(?:estar |fazer |iniciar |efetuar |se )(?:logad\w|login|sessao|autentica\w+|registad\w|cadastra\w+|conectad\w|o login).{0,40}$|^(?:usuario e senha|(?:digite|insira|introduza|esqueceu|recuperar) (?:a |o |sua |a sua )?(?:senha|palavra-passe|usuario|email).{0,20})\??$/,
  ],
  // What is needed, and what one has not.
  [
    'sign-in',
    /^(?:(?:(?:paid|active|valid|a|full|institutional) )*(?:subscription|membership|registration|licen[cs]e|login|sign-?in|payment|account|authentication|password) (?:is )?(?:required|needed|necessary|expired)|(?:abonnement|inscription|connexion|authentification) (?:requise?|necessaire|obligatoire)|(?:abonnement|anmeldung|registrierung|lizenz|passwort) (?:erforderlich|notig|benotigt|abgelaufen)|(?:suscripcion|registro|licencia|inicio de sesion|identificacion) (?:requerid\w|necesari\w|obligatori\w|caducad\w)|(?:assinatura|registro|registo|licenca|login) (?:necessari\w|obrigatori\w|requerid\w|expirad\w))[.!]*$/,
  ],
  [
    'sign-in',
    /^(?:you(?:'re| are) (?:not|no longer) (?:currently )?(?:logged|signed|authori[sz]ed|entitled|permitted|allowed|subscribed|registered)\b.{0,50}|you (?:need|require|must have) (?:a |an |to have |to be )?(?:\w+ )?(?:subscri\w+|account|membership|password|licen[cs]e|member|permission|access to (?:this|the|view|read|our))\b.{0,60}|you have (?:no|\d+) (?:access to (?:this|the)|permission|subscription|free articles?|articles? left).{0,50}|your (?:free )?(?:subscription|trial|membership|licen[cs]e|access)(?: period)? (?:has |is |was )?(?:expired|ended|lapsed|over|cancelled)|sign up(?: (?:to (?:read|continue|view|access|get|unlock|download|keep)|for (?:free|an?|access|full)|now|today)\b.{0,50})?|your (?:institution|library|organi[sz]ation) (?:does not|doesn't|has not|may not) .{0,60}|(?:article|chapter|pdf|content) (?:purchase|preview)(?: only)?|preview only|access (?:through|via|with|using) (?:shibboleth|openathens|athens|sso|saml|orcid|google|\w+ login).{0,30}|choose (?:your|an) identity provider)[.!]*$/,
  ],
  [
    'sign-in',
    /^(?:(?:usted )?no (?:tiene|tienes|dispone de|cuenta con) (?:acceso|permisos?|autorizacion|suscripcion)(?: (?:a|al|para|ao?|auf|zu|fur) (?:este|esta|acceder|ver|leer|contenido|articulo|pagina|conteudo|artigo|acessar|diese\w*|den|die)\b.{0,40})?|(?:voce )?nao tem (?:acesso|permissao|autorizacao|assinatura)(?: (?:a|al|para|ao?|auf|zu|fur) (?:este|esta|acceder|ver|leer|contenido|articulo|pagina|conteudo|artigo|acessar|diese\w*|den|die)\b.{0,40})?|sie haben (?:keinen|keine|derzeit keinen) (?:zugriff|zugang|berechtigung|lizenz)(?: (?:a|al|para|ao?|auf|zu|fur) (?:este|esta|acceder|ver|leer|contenido|articulo|pagina|conteudo|artigo|acessar|diese\w*|den|die)\b.{0,40})?|(?:este |el |esse |o )?(?:contenido|articulo|texto|conteudo|artigo) (?:requiere|exige|necesita|requer) .{0,40}|(?:ce|cet|le) (?:contenu|article|document|texte) (?:est (?:protege|payant|verrouille)|necessite .{0,40}))[.!]*$/,
  ],
  [
    'sign-in',
    new RegExp(
      `^(?:(?:this |the )?(?:article|content|page|chapter|document|full[ -]text|pdf|text) (?:is |requires |currently )*(?:locked|protected|paywalled|(?:only )?available (?:only )?(?:to|for) (?:\\w+ )?${readers}|a (?:subscription|login|membership)|subscription|login)|(?:full[ -]text|pdf|texto completo|texte integral|volltext) (?:is )?(?:not |no |non |nicht )(?:available|disponible|verfugbar)|texto completo (?:indisponivel|nao disponivel))[.!]*$`,
    ),
  ],
  // Whether one may read it.
  [
    'consent',
    new RegExp(
      `^(?:are you an?|i am an?|(?:please )?confirm (?:that )?you are an?|for|only for|(?:this site|this content) is (?:intended )?(?:only )?for) (?:[a-z]+ )?${who}(?: only)?[?.! ]*$`,
    ),
  ],
  [
    'consent',
    /^(?:(?:please )?(?:accept|agree to|read and accept) (?:our |the )?(?:terms|conditions|licen[cs]e|cookies)(?: (?:and|of|to|before)\b.{0,40})?|terms (?:of use|and conditions|of service)(?: - please accept)?|(?:.{0,20}\bprofesional(?:es)? (?:sanitarios?|de la salud|medicos?)|.{0,20}\bprofissiona(?:l|is) d[ea] saude|.{0,30}\bprofessionnels? de (?:la )?sante|sind sie (?:eine? )?(?:angehorig\w*|arzt|arztin|mediziner\w*|fachkreis\w*|medizinisch\w* fach\w*)\b.{0,40}) ?\?|acceso (?:exclusivo |restringido )?(?:para|a) profesionales.{0,30})$/,
  ],
  // Robots, and who is taken for one.
  [
    'challenge',
    /^(?:(?:please )?(?:(?:your )?(?:javascript|cookies?)(?: and (?:javascript|cookies?))? (?:is|are|must be|need to be|has been) (?:currently )?(?:required|disabled|enabled|off|needed|blocked|turned off|turned on|not enabled).{0,50})|(?:human|security|browser) (?:verification|check) (?:required|needed|failed)|(?:our systems |we )?(?:have |has )?detected (?:unusual|suspicious) (?:traffic|activity|behaviou?r)\b.{0,60}|(?:bot|robot|automated (?:access|traffic)) (?:was |has been )?detected|(?:we|i) (?:need|have) to (?:check|verify|make sure|confirm)\b.{0,50}|(?:(?:just|let's|press (?:and|&) hold to|please|we need to) )+(?:check|confirm|verify|prov)\w*(?: that)? you(?:'re| are) (?:not )?(?:an? )?(?:human|person|robot|bot)\b.{0,40}|one (?:last|more|final) step(?: (?:before|to)\b.{0,40})?|(?:bitte |por favor,? |veuillez |merci d')?(?:aktivieren sie|activ(?:e|ez|er)|habilit(?:e|ar)|ative|erlauben sie) (?:o |el |le |las |les |los |os )?(?:javascript|cookies)\b.{0,40}|(?:comprobando|verificando) (?:su|tu|o seu|seu|si|la|se) .{0,40}|bitte warten|por favor,? (?:espere|aguarde)|aguarde|veuillez patienter)[.! …]*$/,
  ],
  [
    'error',
    /^(?:(?:we are |we're )?sorry[ ,.!-]*)?(?:you (?:have been|are|were)(?: temporarily)? (?:blocked|banned|rate limited)|(?:your |this |the )?(?:requests?|ip(?: address)?|access|connection)(?: (?:has|have|is|was|been|temporarily))* (?:blocked|banned|suspended|rejected))(?: (?:by|from|due|because|for)\b.{0,40})?[.!]*$/,
  ],
  [
    'error',
    /^(?:rate limit(?:ed| exceeded)|demasiad\w+ (?:solicitudes|peticiones|pedidos)|muitas (?:solicitacoes|requisicoes|tentativas)|trop de (?:requetes|demandes)|zu viele (?:anfragen|zugriffe)|(?:usted |voce |su ip |seu acesso |vous )?(?:ha sido|esta|fue|foi|avez ete|etes) (?:temporalmente |temporariamente )?(?:bloquead\w|bloque)e?\b.{0,20}|sie (?:wurden|sind) (?:blockiert|gesperrt))[.!]*$/,
  ],
  // What is not there.
  [
    'error',
    /^(?:(?:the |this |your |a |an )?(?:(?:web ?site|site|web|server|host|proxy|network|gateway|database|browser|connection|request|application|portal|temporary|technical|unknown|script) ?){1,3}(?:has |have |is |was |are |had )?(?:error|failed|failure|timed out|time-?out|reset|refused|lost|closed|down|not found|unreachable|busy|overloaded|offline|not supported|unsupported|out of date|outdated|too old|difficult\w+|problems?|issues?|can't be reached|cannot be reached|could not be (?:reached|completed|processed)|under construction)(?: (?:by|while|with|at)\b.{0,40})?|we(?:'re| are) (?:currently )?(?:experiencing|having) .{0,40}|(?:temporarily )?out of (?:service|order)|(?:pagina|sitio|site|page|seite) (?:en|em|im) (?:construccion|construcao|construction|aufbau|wartung)|error de (?:conexion|red|servidor|sistema|autenticacion)|erreur de (?:connexion|reseau|serveur|systeme)|erro de (?:conexao|rede|servidor|sistema)|(?:verbindungs|netzwerk|server|system)fehler)[.!]*$/,
  ],
  [
    'error',
    /^(?:invalid (?:request|url|doi|link|id|identifier|parameters?|session|page|token|address)|(?:object|resource|url|file|handle|host) not found|(?:the |this )?service is (?:temporarily |currently )?unavailable|(?:the |this )?(?:url|link|address|doi|page)(?: (?:that )?you (?:entered|followed|clicked|typed|requested))? (?:is|was|seems|may be|appears)(?: to be)? (?:wrong|broken|invalid|incorrect|expired|dead|mistyped)|no such (?:article|page|document|item|record|doi|file)|(?:oops|sorry)[ ,.!:-]*something (?:broke|happened|is broken|failed)|we(?:'ve| have) moved|(?:die |diese )?(?:seite|artikel|datei|inhalt) (?:konnte|kann) nicht (?:geladen|geoffnet|gezeigt) werden|(?:contenido|conteudo|contenu|inhalt|acceso|acesso) (?:bloquead\w|bloque|gesperrt)|servicio (?:temporalmente |actualmente )?no disponible(?: temporalmente)?|servico (?:temporariamente )?indisponivel(?: temporariamente)?|we(?:'ll| will) be right back|you(?:'re| are) (?:now )?(?:leaving|about to leave) (?:our|this|the) .{0,40}|(?:we(?:'re| are) )?(?:very )?(?:sorry|oops|unfortunately)[ ,.!:-]*(?:but )?(?:we|you) (?:could not|couldn't|can't|cannot|can not|are unable to|were unable to|do not|don't) .{0,80})[.!]*$/,
  ],
]
