import { describe, expect, it } from 'vitest'
import { blockedTitle } from '../../../extension/reading/blocked-titles.ts'

/** Titles with a middle dot between them. */
const titles = (text: string): string[] => text.trim().split(/\s*[·\n]\s*/)

const gates = titles(`
  Sign in to your account · Welcome! Please sign in · Member log in · Log in to Wiley Online Library · Login required
  Please log in to continue · Sign in with your NHS OpenAthens account · Choose how to sign in · Select your sign in method
  You do not have access to this content · You don’t currently have access to this article · Buy article PDF · Pay per view
  Purchase access · Rent or buy this article · Unlock the full article · Continue reading with a subscription
  This content is for subscribers only · Subscribers only · Members only content · Access to this content is restricted
  Restricted access · No access · Authentication failed · Login failed · Account locked · Cookies must be enabled · Cookies are disabled
  JavaScript is required · JavaScript is disabled in your browser · Please verify you are human · Verify you’re not a bot
  Security check · Checking if the site connection is secure · Human verification required · Request blocked · You have been blocked
  Sorry, you have been blocked · Access temporarily blocked · IP address blocked · Your access has been suspended · Rate limit exceeded
  Too many requests · Page cannot be displayed · The page you are looking for does not exist · We couldn’t find that page
  Sorry, we can’t find the page you requested · Article not available · Content not available · Article temporarily unavailable
  Item not found · Object not found · Error 404: page not found · HTTP Error 503. The service is unavailable · 500 Internal Server Error
  Internal Error · Unexpected error · System error · Application error · Invalid request · Invalid URL · Invalid DOI · Bad Request
  This DOI cannot be found in the DOI System · Link expired · Your link has expired · Session timeout · We’ll be right back
  Down for maintenance · Scheduled maintenance · Are you a health care professional? · Are you a healthcare professional?
  Confirm you are a healthcare professional · Terms of use - please accept · Accept terms and conditions · Cookie settings
  Where do you want to sign in? · Proxy authentication required · Two-factor authentication · Enter your password · Forgot your password?
  Reset your password · Verify your email · Enter your card number · Library card login · Search for your institution · Get access
  Access this article · Access options · How to access this article · Sign in | Register · Log in / Register
  Login – Invented Hospital Library · Central Authentication Service · ADFS Sign In · Sign in to your organizational account
  Pick an account · Stay signed in? · Redirecting… · You are leaving our site · Inicie sesión para continuar
  La página que busca no existe · No hemos encontrado la página · Artículo no disponible · Contenido exclusivo para suscriptores
  Solo para suscriptores · Contenido solo para suscriptores · Suscríbase para seguir leyendo · Hágase suscriptor · Identifíquese
  Acceso para profesionales sanitarios · ¿Es usted profesional sanitario? · Debe iniciar sesión
  Necesita iniciar sesión para ver este contenido · Usuario y contraseña · Introduzca su contraseña · Comprobando su navegador
  Verifique que es humano · No soy un robot · Su sesión ha caducado · Error 404 · Error interno del servidor
  Servicio temporalmente no disponible · Comprar artículo · Acceso a través de su institución · Elija su institución
  Recurso no encontrado · Demasiadas solicitudes · Ha sido bloqueado · Bitte melden Sie sich an
  Die angeforderte Seite wurde nicht gefunden · Artikel nicht verfügbar · Nur für Abonnenten · Sind Sie Angehöriger eines Heilberufs?
  DocCheck Login · Bitte warten · Sicherheitsüberprüfung · Bestätigen Sie, dass Sie kein Roboter sind · Weiterlesen mit Abo
  Kein Zugriff · Fehler 404 · Zu viele Anfragen · Diese Seite existiert nicht · Connectez-vous pour continuer · Page introuvable
  Cette page n’existe pas · La page demandée est introuvable · Article réservé aux abonnés · Réservé aux abonnés
  Contenu réservé aux abonnés · Vérification de sécurité · Vous n’avez pas accès à ce contenu · Êtes-vous un professionnel de santé ?
  Choisissez votre établissement · Identifiez-vous · Trop de requêtes · Veuillez vous connecter · Vous devez être connecté · Entrar
  Faça login para continuar · A página solicitada não existe · Artigo não disponível · Conteúdo exclusivo para assinantes
  Exclusivo para assinantes · Verificação de segurança · Não sou um robô · Escolha sua instituição · Iniciar sessão
  Você precisa estar logado · Erro 404 · Muitas solicitações · Você foi bloqueado · Serviço temporariamente indisponível
  É profissional de saúde? · Esta página não existe · Log in with your library card · Please enter your institutional email
  You are not logged in · You need a subscription to read this article · This article requires a subscription · Subscription required
  Full text not available · Full text available to subscribers · Sign up to read the full article · Create a free account to read
  Your trial has expired · Your subscription has ended · Article locked · Content locked · Access through Shibboleth
  Choose your identity provider · One last step before you continue · We need to check that you are not a robot
  Complete the security check to access · Bot detected · Your browser is not supported · Your browser is out of date · Request timed out
  Connection timed out · The connection was reset · This site can’t be reached · Server not found · Temporary error
  The article you requested cannot be found · That page has moved · We are experiencing technical difficulties · Technical difficulties
  Out of service · Web server is down · Host error · Acceso exclusivo a socios · Regístrese para leer el artículo completo
  Texto completo no disponible · Este contenido requiere suscripción · Error de conexión · No tiene permisos para acceder
  No tiene acceso a este contenido · Página en construcción · Comprobación de seguridad · Inhalt nicht verfügbar
  Sie haben keinen Zugriff auf diesen Inhalt · Bitte aktivieren Sie JavaScript · Abonnement erforderlich · Veuillez activer JavaScript
  Abonnement requis · Ce contenu est protégé · Contenu indisponible · Você não tem acesso a este conteúdo · Assinatura necessária
  Habilite o JavaScript · Conteúdo indisponível · Please sign in to view this article · Secure login · Sign in using your ORCID
  Library proxy login · Your institution does not have access · Your institution does not subscribe to this journal · Get full text
  Buy this article for $39 · Article purchase · Preview only · You have reached your article limit · You have 0 free articles left
  Just checking you’re human · Press and hold to confirm you are a human · Let’s confirm you are human · Error: page unavailable
  Oops, something broke · We’ve moved · The URL you entered is wrong · This link is broken · No such article · Inicio de sesión único
  Entre con su cuenta · La sesión expiró · Esta página ya no existe · No se pudo cargar el artículo · Ihre Sitzung ist abgelaufen
  Login für Mitglieder · Seite konnte nicht geladen werden · Votre session a expiré · Accès limité aux abonnés
  Erreur : page introuvable · Faça login com sua instituição · Conteúdo bloqueado · Artigo não encontrado
`)

const papers = titles(`
  Login barriers in telehealth: a survey · Access denied: refugees and maternity care · Sign in, sign out, time out: surgical checklists
  Error reporting in intensive care · Not found: missing data in registries · Page not found: link rot in journals
  Unavailable beds and mortality · Access to care after discharge · Sign-out quality in emergency departments
  Restricted access to abortion and outcomes · Members only: a qualitative study of clubs · Are you a robot? Trust in surgical robots
  Too many requests: laboratory overuse · Maintenance of certification and outcomes · Service unavailable: strikes and mortality
  Session timeouts in electronic records · Purchase of insurance and health · Subscribe to health: prescription apps
  Registration of trials · Verification of surgical site · Security check of infusion pumps · Cookies and childhood obesity
  Human verification of AI reports · Access options for haemodialysis · Access options in haemodialysis patients
  Institutional access to insulin · Removal of the page from pagers · Lost: 404 children · Forbidden foods in pregnancy
  Password fatigue among nurses · Please wait: emergency queues · Who are you? Patient identification
  Confirm you are right: double checks · Identificación de pacientes · Identificación del paciente en urgencias
  Acceso restringido a la vivienda · Entrar en diálisis · Comprar salud · Error de medicación · Zugang zur Versorgung
  Anmeldung zur Reha · Registrierung von Studien · Connexion aux soins · Inscription des patients · Accès aux soins · Acesso à saúde
  Erro de medicação · Entrar na menopausa · Hospital access for disabled users · Remote access to care · Patient portal login rates
  The article is withdrawn from care · Registered nurses and falls · Register for stroke patients · Subscribers to health plans
  Unusual activity in the hippocampus · Unusual traffic of leukocytes · Checking the pulse before defibrillation · Verifying you are well
  No access to insulin · Blocked beds and ambulance delays · Limited access to dialysis · Passwords and passphrases in hospitals
  Are you a healthcare professional? A survey of title misuse · Two-step verification of blood
  Two-factor authentication of patients: a survey · Members of the public as first responders · Restricted access to opioids
  Rate limits of infusion pumps · You have been warned: alerts in EHRs · Invalid consent · Resource not found in rural hospitals
  Continue reading: aphasia therapy · Buy or lease: MRI · Access to this article of clothing · Suscriptores de seguros y salud
  Solo para mujeres · Nur für Frauen: Schmerz · Accès réservé aux femmes · Usuarios y contraseñas en hospitales
  Profesionales de la salud y burnout · Professionnels de santé et vaccination · Kein Zugang zur Palliativmedizin · Conexión y soledad
  Verificación de la dosis · Unlock the brain: stroke rehabilitation · Get access to care · Forgot your pill?
  Enter your PIN: dementia and cash · Rent or buy: housing and asthma · Subscription models in primary care
  Accept the terms: consent forms · Pay per view: screens and sleep · Human verification of automated dosing · Detected unusual bleeding
  Bloqueado: nervio ciático · Servicio de urgencias no disponible · Web of Science errors: an audit
  Network failure in heart transplantation · Server-based and browser-based EHRs · Password required? Locked medicine cupboards
  Account of a hospital fire · Subscription needed: hospital gym · Site closed: hospital mergers and birth outcomes
  Membership required for midwives · Database problems in trauma registries · You need access to midwives · Sign up for vaccination
  Sign up to sleep: a trial · Out of service: ambulances in rural areas · Login times and clinician burnout
  Error de diagnóstico en urgencias · No tiene acceso: barreras en salud rural · Abonnement: trajets et santé
  Restricted content validity · Payment required before surgery · Registration required: home births
  Human check, machine check: double reading · Confirm you are pregnant · Access to the page: communication with doctors
  Full text messages for asthma
`)

describe('[C11] what a page asks of its reader', () => {
  it.each(gates)('%s', (title) => expect(blockedTitle(title)).toBeDefined())
  it.each(papers)('not %s', (title) => expect(blockedTitle(title)).toBeUndefined())
})
