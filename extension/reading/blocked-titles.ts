import { demands, type TitleRule } from './blocked-demands.ts'
import type { BlockedReason } from './why-blocked.ts'

/** Without accents, in small letters, with one sign for each kind of quote and dash. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/** What is not there, in words of papers and pages. */
const thing =
  '(?:page|article|document|file|resource|record|study|item|doi|content|publication|paper|entry|journal|chapter|site|url|link)s?'
const cosa = '(?:pagina|articulo|documento|archivo|recurso|registro|estudio|contenido|publicacion|doi|enlace)'
const chose = '(?:page|article|document|fichier|ressource|etude|contenu|publication|doi|lien)'
const sache = '(?:seite|artikel|dokument|datei|ressource|studie|inhalt|publikation|doi|eintrag|beitrag)'
const coisa = '(?:pagina|artigo|documento|arquivo|ficheiro|recurso|registro|registo|estudo|conteudo|publicacao|doi|link)'

/** Each a whole text: a title that only begins so is a paper's. English, Spanish, French, German, Portuguese. */
const rules: readonly TitleRule[] = [
  ...demands,
  // Signing in.
  [
    'sign-in',
    /^(?:please )?(?:(?:institutional|library|member|user|subscriber|account|staff|proxy|remote|athens|openathens|shibboleth|ezproxy|single|secure|off-?campus|personal|patron|hospital|university) ){0,3}(?:sign|log)[ -]?(?:in|on)(?: ?\/ ?register| or (?:register|create an? .{0,20}))?(?:(?: to| with| via| using| through| for| as| here| required| page| options| form| now| -)\b.{0,60})?$/,
  ],
  ['sign-in', /^(?:[\w&'-]+ ){1,4}(?:log[ -]?in|sign-in|sign in)(?: page)?$/],
  [
    'sign-in',
    /^(?:you (?:must|need to|have to) |to (?:continue|read|view|access).{0,40}?\b|please )(?:please )?(?:be )?(?:sign|log)(?:ged|ed)?[ -]?in\b.{0,50}$/,
  ],
  [
    'sign-in',
    /^(?:find|select|choose|search for) (?:your|an?) (?:organi[sz]ation|institution|library|hospital|university|school|identity provider|home organi[sz]ation).{0,30}$/,
  ],
  [
    'sign-in',
    /^(?:where are you from|access (?:through|via|with|provided by) (?:your|an?) \w+.{0,30}|(?:institutional|remote|off-campus|library|subscriber|member) (?:access|login|authentication)(?: options| page)?|access options?|(?:shibboleth |saml )?authentication (?:required|request)|authori[sz]ation required|(?:web|central) (?:login|authentication) service|(?:loading )?single sign-?on|login|username|password)\??$/,
  ],
  [
    'sign-in',
    /^(?:get|check|request|purchase|buy|rent|unlock) (?:full |instant |immediate |online |short-term )?(?:access|(?:this |the )?(?:article|chapter|paper|pdf|content|issue|book))(?: (?:(?:to|for) (?:this|the|our|full|all|more|a|an|\d+|your|invented|\w+ online)|or|now|options?|online|with)\b.{0,50})?$/,
  ],
  [
    'sign-in',
    /^(?:subscribe|register|create (?:an?|your)(?: free)? account|start your (?:free )?trial|become a (?:member|subscriber))(?: (?:now|today|here|for free)| (?:to|for) (?:continue|read|view|see|access|unlock|get|keep|download|full|our|this|the|a|an|free|unlimited|\w+ online)\b.{0,60}| or (?:sign|log)\b.{0,40})?$/,
  ],
  [
    'sign-in',
    /^(?:this|the) (?:article|content|page|chapter|paper) (?:is|requires) (?:only )?(?:(?:available|accessible|reserved|restricted|limited|open)? ?(?:for|to)?|an?) ?(?:subscri\w+|members?|registered|paying|locked|restricted).{0,40}$/,
  ],
  ['sign-in', /^(?:iniciar?|inicie|inicia|inicio de) (?:su |tu |la )?sesion\b.{0,50}$/],
  [
    'sign-in',
    /^(?:acceder|acceda|entrar|entre|ingresar|ingrese|identificarse|identifiquese|identificacion|registrarse|registrese)(?: (?:(?:a|en|con) (?:su|tu|la) (?:cuenta|institucion|contrasena|usuario)|(?:con|en) (?:su|tu) (?:cuenta|institucion)|con usuario|para (?:continuar|leer|ver|acceder)|como (?:usuario|socio|suscriptor)|institucional|requerida|aqui)\b.{0,40})?$|^acceso (?:institucional|(?:para |de |a |solo (?:para )?)?(?:usuarios|suscriptores|socios|miembros)|(?:con|a traves de|mediante) su .{0,30})(?: .{0,30})?$|^acceso (?:restringido|remoto)(?: al? (?:este |esta )?(?:contenido|articulo|pagina|sitio|recurso|usuarios|socios)\b.{0,20})?$/,
  ],
  [
    'sign-in',
    /^(?:seleccione|elija|busque|encuentre|selecciona|elige|busca|encuentra) (?:su|tu) (?:institucion|organizacion|biblioteca|hospital|universidad|centro).{0,30}$/,
  ],
  [
    'sign-in',
    /^(?:compr(?:ar|e|a)|adquirir|adquiera|suscrib\w+|hagase socio)(?: (?:el |este |un |acceso|articulo|ahora|para|a|al)\b.{0,50})?$/,
  ],
  [
    'sign-in',
    /^(?:este|el) (?:articulo|contenido|texto) (?:es|esta) (?:solo |exclusivo |exclusivamente |reservado |restringido |disponible )*(?:para|a) .{0,50}$/,
  ],
  [
    'sign-in',
    /^(?:se connecter|connectez-vous|identifiez-vous|s'identifier|ouvrir une session|inscrivez-vous|s'inscrire|creer un compte)(?: (?:a|au|avec|pour|via|par|en)\b.{0,60})?$|^(?:connexion|authentification|identification|inscription)(?: (?:requise|necessaire|institutionnelle|(?:a|avec|via|par) (?:votre|un|mon) .{0,40}))?$/,
  ],
  [
    'sign-in',
    /^(?:choisi(?:r|ssez)|selectionne[rz]|trouve[rz]|recherche[rz]) (?:votre|un|une) (?:etablissement|institution|organisation|bibliotheque|organisme|universite|hopital).{0,30}$/,
  ],
  [
    'sign-in',
    /^(?:(?:cet|ce|le) (?:article|contenu|document|texte) est )?(?:reserve|accessible|disponible)s? (?:uniquement )?(?:aux|par) (?:abonne|membre|inscrit)\w*.{0,30}$|^(?:acheter|achetez|abonnez-vous|s'abonner|acces (?:(?:par|via|avec) votre|institutionnel|restreint))\b.{0,60}$/,
  ],
  [
    'sign-in',
    /^(?:bitte )?(?:melden sie sich .{0,30}an|(?:bitte )?anmeld(?:en|ung)|ein ?loggen|loggen sie sich .{0,20}ein|login|registrier\w+)(?: (?:bei|beim|mit|uber|fur|zu[mr] (?:portal|konto|bereich|bibliothek|plattform|system|archiv)|erforderlich|um|oder)\b.{0,60})?$/,
  ],
  [
    'sign-in',
    /^(?:(?:ihre |eine )?(?:einrichtung|institution|organisation|bibliothek|klinik|universitat|hochschule) (?:aus)?(?:wahlen|suchen|finden)|(?:wahlen|suchen|finden) sie ihre .{0,40}|zugang (?:(?:uber|durch|mit) (?:ihre|shibboleth|openathens|institution).{0,40}|nur fur .{0,30}|erhalten|kaufen)|zugriff (?:erhalten|kaufen|uber ihre .{0,30})|(?:artikel|zugang) kaufen.{0,30}|(?:jetzt )?(?:abonnieren|kaufen)|(?:dieser|der) (?:artikel|inhalt|beitrag) ist (?:nur )?(?:fur|abonnent).{0,50})$/,
  ],
  [
    'sign-in',
    /^(?:entrar|entre|acessar|acesse|aceder|aceda|fa(?:ca|zer) (?:o )?login|login|iniciar sessao|inicie (?:a )?sessao|identifique-se|autenticacao|cadastre-se|registe-se|registre-se|assine)(?: (?:(?:a|na|em|com) (?:sua|a sua|uma) (?:conta|senha|instituicao)|com .{0,30}|para (?:continuar|ler|ver|acessar|aceder)|necessari\w|agora|aqui|no sistema)\b.{0,40})?$|^acesso (?:restrito|remoto)(?: (?:a|ao) (?:este |esta )?(?:conteudo|artigo|pagina|site|recurso|assinantes)\b.{0,20})?$|^acesso (?:institucional|(?:para |de |a |so (?:para )?)?(?:usuarios|utilizadores|assinantes|membros)|(?:por|com|via|atraves d\w) (?:a )?sua .{0,30})(?: .{0,30})?$|^compr(?:ar|e) (?:o |este |um |acesso|artigo)\b.{0,40}$/,
  ],
  [
    'sign-in',
    /^(?:selecione|escolha|busque|procure|encontre) (?:a )?sua (?:instituicao|organizacao|biblioteca|universidade).{0,30}$|^(?:este|o) (?:artigo|conteudo) (?:e|esta) (?:exclusivo|restrito|reservado|disponivel) .{0,50}$/,
  ],
  // Robots.
  [
    'challenge',
    /^(?:are you (?:a )?(?:robot|human).{0,20}|just a moment|attention required!?|checking (?:your (?:browser|connection|computer|device|network)|(?:if|that) (?:the site|this|you)|the (?:site|security))\b.{0,40}|(?:please )?(?:verify|prove|confirm|verifying)(?: that)? you(?:'re| are) (?:(?:not |really |actually )?(?:an? )?(?:human|person|robot|bot|real|machine|computer)|over|at least)\b.{0,40}|(?:human|bot|browser|security|robot|captcha|user) ?(?:verification|check|test|validation|challenge)|one more step|(?:please )?(?:complete|solve) the .{0,40}|captcha|validate user|pardon our interruption|ddos.{0,40}|unusual (?:traffic|activity)(?: (?:from|detected|has|was)\b.{0,40})?|(?:please )?(?:enable|turn on) (?:javascript|cookies).{0,40}|please wait)[.!?]*$/,
  ],
  [
    'challenge',
    /^(?:(?:verificacion|verificacao|comprobacion|control|verification|controle|sicherheits)[ -]?(?:(?:de|du|de la|de votre|de su|de seu|do seu) )?(?:connexion|conexion|conexao|seguridad|seguranca|humana?|securite|robot|navigateur|navegador|prufung|uberprufung).{0,20}|sicherheits(?:prufung|uberprufung|abfrage)|.{0,30}\b(?:no|nao|pas|kein|nicht) (?:\w+ ){0,2}(?:un |um |ein )?(?:robots?|roboter|robo)\b.{0,20}|(?:sind|bist) .{0,10}(?:mensch|roboter)|(?:es|e|etes-vous|sois) (?:usted |voce )?(?:un |um )?(?:robot?|humano?|humain)|un momento.{0,20}|um momento.{0,20}|un instant.{0,20}|einen moment.{0,20}|verifi(?:que|ez|cando).{0,60}(?:human|humain)\w*)[.!?]*$/,
  ],
  // What is not there.
  ['error', /^(?:(?:http )?(?:error|status|erreur|fehler|erro)[ :-]*)?(?:code )?(?:40\d|410|429|50\d)(?:[ :-]+.{0,60})?$/],
  [
    'error',
    new RegExp(
      `^(?:oops|sorry|we(?:'re| are) sorry|oh no|uh-oh)?[ ,.!:-]*(?:(?:the|this|that|requested|your) )*${thing}(?= .*\\b(?:not|no|cannot|can't|couldn't|doesn't|isn't|wasn't|unavailable|removed|moved|missing|gone|deleted|expired|retired)\\b)(?: (?:that )?(?:you(?:'ve| have)?|we) .{0,40}?)?(?: (?:was|were|is|are|has|have|had|could|can|cannot|can't|couldn't|does|did|do|doesn't|isn't|wasn't|no))*(?: (?:been|be|no longer|not|currently|temporarily|longer))* ?(?:found|not found|available|unavailable|exist|exists|displayed|removed|moved|missing|withdrawn from the site|gone|here|there|loaded|retired|deleted|expired)(?: (?:here|on this|in the|at this|any ?more).{0,40})?[.!]*$`,
    ),
  ],
  [
    'error',
    /^(?:we|you) (?:could not|couldn't|can't|cannot|can not|did not|didn't|are unable to|were unable to|do not|don't) .{0,10}(?:find|locate|load|display|open|retrieve|show|have (?:access|permission)).{0,60}$/,
  ],
  [
    'error',
    /^(?:doi|page|article|item|record|study|resource)? ?not (?:found|available)$|^(?:nothing (?:was )?found|no (?:results?|record|article|study)(?: was| were)? found|not found|forbidden|bad (?:request|gateway)|gone|error|access (?:is |was )?(?:denied|forbidden|restricted)(?: (?:to|on|for|by|from) (?:this|the|your|that|our)\b.{0,30}| - .{0,30})?|access to (?:this|that|the) .{0,40}(?:denied|blocked).{0,20}|(?:an|a)? ?(?:unexpected |internal |server |system |application |unknown )*error(?: (?:has )?occur\w*)?|something (?:has gone|went|is) wrong|too many requests|(?:internal )?server error|service (?:temporarily )?unavailable|temporarily (?:unavailable|out of service|closed)|(?:gateway |request )time-?out|sorry|oops|whoops)[.!]*$/,
  ],
  [
    'error',
    /^(?:your |the )?(?:browser |login |user )?session (?:has |is |was )?(?:expired|timed out|ended|over|invalid|time-?out|closed)[.!]*$|^(?:you have been (?:logged|signed) out|time-?out)[.!]*$/,
  ],
  [
    'error',
    /^(?:(?:(?:web)?site )?(?:scheduled|planned|system|site|website|server|under|down for) ?(?:down for )?maintenance|maintenance(?: mode| page| work)?|(?:we(?:'ll| will) be|back) (?:right )?(?:back )?(?:soon|shortly)|(?:this |the |our )?(?:web)?site is (?:currently |temporarily )?(?:down|unavailable|offline|under maintenance).{0,40})[.!]*$/,
  ],
  ['error', /^(?:redirecting|you are being redirected|redirecting you to|loading)(?: to .{0,40}| ?-? ?please wait)?[. …]*$/],
  [
    'error',
    new RegExp(
      `^(?:lo sentimos|error|ups|vaya|disculpe)?[ ,.!:-]*(?:(?:la|el|esta|este|su) )?${cosa}(?: (?:solicitad\\w|pedid\\w|que .{0,40}?))?(?: (?:no (?:se )?(?:ha sido |ha |pudo ser |puede ser |puede |esta |fue |encuentra |existe|encontrad\\w|disponible)|ya no ).{0,40}| no encontrad\\w| inexistente| no disponible)[.!]*$`,
    ),
  ],
  [
    'error',
    /^(?:(?:su|la|tu) )?sesion (?:ha )?(?:caduc\w+|expir\w+|finaliz\w+|termin\w+)[.!]*$|^(?:no encontrad[oa]|acceso (?:denegado|prohibido|restringido)|algo (?:ha )?(?:salio|salido|fue) mal|error(?: interno)?(?: del servidor)?|servicio no disponible|(?:en|sitio en|pagina en|trabajos de) mantenimiento.{0,30}|mantenimiento|volvemos (?:pronto|en breve)|no (?:se ha|hemos) (?:podido )?encontra\w+ .{0,60}|no se (?:encontro|pudo|puede) .{0,60}|ha ocurrido un error|se ha producido un error|redirigiendo.{0,20})[.!]*$/,
  ],
  [
    'error',
    new RegExp(
      `^(?:desole[es]*|oups|erreur|nous sommes desoles)?[ ,.!:-]*(?:(?:la|le|l'|cette|ce|cet|votre) ?)?${chose}(?: (?:demande\\w*|recherche\\w*|que .{0,40}?))?(?: (?:n'(?:existe|est|a)|ne peut|n'a pas|est (?:introuvable|indisponible)|a ete (?:supprim|deplac)).{0,50}| introuvable| non trouve\\w*| indisponible| inexistante?)[.!]*$`,
    ),
  ],
  [
    'error',
    /^(?:(?:votre|la) )?session (?:a )?(?:expire\w*|est (?:terminee|expiree|close))[.!]*$|^(?:introuvable|acces (?:refuse|interdit)|une erreur (?:est survenue|s'est produite)|erreur(?: interne)?(?: du serveur)?|service (?:temporairement )?indisponible|(?:site |page )?en (?:cours de )?maintenance.{0,30}|nous (?:revenons|n'avons pas (?:pu )?trouve).{0,60}|redirection.{0,20})[.!]*$/,
  ],
  [
    'error',
    new RegExp(
      `^(?:leider|entschuldigung|hoppla|fehler|ups)?[ ,.!:-]*(?:(?:die|der|das|diese[rs]?|ihre) )?(?:(?:angeforderte|gewunschte|gesuchte)[nrs]? )?${sache}(?: (?:wurde|konnte|kann|ist|existiert|gibt es|steht|nicht|leider|mehr))* ?(?:nicht (?:mehr )?(?:gefunden|verfugbar|vorhanden|erreichbar|gefunden werden|angezeigt werden|zur verfugung)|existiert nicht(?: mehr)?|gibt es nicht(?: mehr)?|entfernt|geloscht|verschoben)[.!]*$`,
    ),
  ],
  [
    'error',
    /^(?:(?:ihre|die) )?sitzung (?:ist )?(?:abgelaufen|beendet)[.!]*$|^(?:nicht gefunden|zugriff verweigert|zugang verweigert|ein (?:\w+ )?fehler ist aufgetreten|etwas ist schief ?gelaufen|(?:interner )?serverfehler|dienst nicht verfugbar|(?:geplante )?wartung(?:sarbeiten|smodus)?|wir sind (?:bald|gleich) .{0,30}|weiterleitung.{0,20}|nichts gefunden)[.!]*$/,
  ],
  [
    'error',
    new RegExp(
      `^(?:desculpe|ops|erro|lamentamos)?[ ,.!:-]*(?:(?:a|o|esta|este|sua) )?${coisa}(?: (?:solicitad\\w|procurad\\w|que .{0,40}?))?(?: (?:nao (?:foi |pode ser |esta |existe|encontrad\\w|disponivel)|ja nao ).{0,40}| nao encontrad\\w| inexistente| indisponivel)[.!]*$`,
    ),
  ],
  [
    'error',
    /^(?:(?:a )?sua )?sessao (?:foi )?(?:expir\w+|termin\w+|encerr\w+|caduc\w+)[.!]*$|^(?:nao encontrad[oa]|acesso (?:negado|proibido|restrito)|algo (?:deu|correu) (?:errado|mal)|(?:ocorreu um )?erro(?: interno)?(?: do servidor| no servidor)?|servico indisponivel|(?:em |site em |pagina em )manutencao.{0,30}|manutencao|voltamos (?:em breve|ja)|nao (?:foi possivel|encontramos) .{0,60}|redirecionando.{0,20})[.!]*$/,
  ],
  // Consent.
  [
    'consent',
    /^(?:(?:we|your|our) .{0,20}(?:privacy|cookies?)\b.{0,30}|before you continue.{0,40}|(?:cookie|privacy|consent) ?(?:cookie )?(?:consent|preferences?|settings|policy|choices|notice|preference cent(?:er|re)|manager|banner)?|cookies?|(?:antes de|avant de|bevor sie) (?:continu|fortfahren).{0,40}|(?:configuracion|preferencias|politica|aviso) de (?:cookies|privacidad).{0,20}|(?:valoramos|respetamos|valorizamos) (?:su|tu|a sua) privac\w+|(?:preferences?|gestion|politique|parametres) (?:de|des|en matiere de) (?:cookies|confidentialite).{0,20}|(?:nous respectons|votre) .{0,20}vie privee.{0,20}|(?:cookie|datenschutz)-?(?:einstellungen|hinweis|richtlinie)e?n?|(?:wir schatzen|ihre) .{0,20}privatsphare.{0,20}|(?:preferencias|definicoes|politica|configuracoes) de (?:cookies|privacidade).{0,20})[.!]*$/,
  ],
]

/** What a whole text is, if such a page says it. */
const reasonOf = (text: string): BlockedReason | undefined => {
  const sought = plain(text).replace(/^[\W_]+|[\s:;,-]+$/g, '')
  return sought === '' || sought.length > 110 ? undefined : rules.find(([, pattern]) => pattern.test(sought))?.[0]
}

/**
 * Whether a title is what stands in a paper's place (sign-in, purchase, a test for robots, an error, consent) and which of
 * these: as a whole, or before the name of a site ("Sign in | Invented Journals"). A title that only begins like one is a
 * paper's ("Page not found: link rot in medical journals").
 */
export const blockedTitle = (title: string): BlockedReason | undefined => {
  const whole = reasonOf(title.replaceAll(/[“”"«»]/g, ''))
  if (whole) return whole
  const [first = '', ...rest] = title.split(/\s+[|·•–—»/-]+\s+|\s*\|\s*/)
  const isTail = rest.length > 0 && rest.join(' ').split(/\s+/).length < 9
  if (isTail) return reasonOf(first) ?? (rest.length === 1 && first.split(' ').length < 5 ? reasonOf(rest[0] ?? '') : undefined)
  const parts = title.split(/[:.!]\s+/).filter(Boolean)
  return parts.length > 1 && parts.every((part) => reasonOf(part)) ? reasonOf(title.split(/[:.!]\s+/)[0] ?? '') : undefined
}
