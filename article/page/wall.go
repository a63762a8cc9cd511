package page

import (
	"net/netip"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// What stands in the place of an article, for people.
const (
	wallRobots  = "no article: the site asked whether a person reads it"
	wallMissing = "no article: the site has no such page"
	wallBroken  = "no article: the site was out of order"
	wallConsent = "no article: the site asked for consent to cookies"
	wallRegion  = "no article: the site shows the page in some countries only"
	wallLogin   = "no article: the site asked to log in or to subscribe"
	wallMoved   = "no article: the page only leads to another"
	wallScript  = "no article: a script was to put the text there"
	wallIndex   = "no article: an index of files"
	wallListing = "no article: the page lists others"
	wallTeaser  = "only the beginning: the site keeps the rest for those who log in or subscribe"
)

// Bounds of what a wall says, in bytes and words, and of the beginning of an
// article that may stand before one. News briefs are as short: length alone
// makes no wall.
const (
	longestWall   = 4 << 10
	mostWallWords = 150
	consentWords  = 400
	teaserWords   = 60
)

// Wall says what a page is that has this title and text, if it is no article: a
// question for consent or for a person, an error, a form to log in. It is empty
// for all others. It goes by what such pages say in English, German, French,
// Spanish, Italian and Portuguese, and in part in a dozen more languages, and only if
// they say little else.
func Wall(title, text string) string {
	title = strings.ToLower(clean(title))
	if listsFiles(title) {
		return wallIndex
	}
	if len(text) > longestWall {
		return ""
	}
	words := wordsUpTo(text, consentWords+1)
	if words > consentWords {
		return ""
	}
	asks := speaksOfConsent().In(text)
	if words > mostWallWords && !asks {
		return ""
	}
	text = strings.ToLower(text)
	if asks && asksConsent(text) {
		return wallConsent
	}
	if words > mostWallWords {
		return ""
	}
	if containsAny(text, notRobot) && (strings.Contains(text, "captcha") || givesAddress(text)) {
		return wallRobots
	}
	for _, w := range walls {
		if called(title, w.titles) || containsAny(text, w.phrases) {
			return w.reason
		}
	}
	return ""
}

// listsFiles reports whether a title, in lower case, is that of the page which a server, or a program that
// copies sites, makes of the files in a folder.
func listsFiles(title string) bool {
	for _, t := range [...]string{"index of /", "directory listing for /", "directory listing of /", "local index - httrack"} {
		if strings.HasPrefix(title, t) {
			return true
		}
	}
	return false
}

// notRobot is what a site asks those to say whose address it does not trust; a film
// may be called so too.
var notRobot = []string{
	"not a robot", "kein roboter", "pas un robot", "no soy un robot", "no eres un robot", "non sono un robot", "não sou um robô", "geen robot", "nie jestem robotem", "не робот", "robot değilim", "inte en robot", "ikke en robot",
}

// givesAddress reports whether a word of text is an address on the network, as of
// whoever asked for the page: 192.0.2.7.
func givesAddress(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if a, err := netip.ParseAddr(strings.Trim(w, ".,;:()")); err == nil && a.IsValid() {
			return true
		}
	}
	return false
}

// called reports whether a title, in lower case, is one of titles, with dots or a
// mark behind it or the name of a site behind a dash or bar at most.
func called(title string, titles []string) bool {
	const longestSite = 50 // bytes
	for _, t := range titles {
		rest, ok := strings.CutPrefix(title, t)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " .…!?")
		if rest == "" || len(rest) <= longestSite && strings.ContainsAny(rest[:1], "-|") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "·") {
			return true
		}
	}
	return false
}

// wordsUpTo returns how many words s has, as strings.Fields parts them, or most if it
// has more.
func wordsUpTo(s string, most int) int {
	n, within := 0, 0 // within a word: 1
	for i := 0; i < len(s) && n < most; {
		outside, size := int(asciiSpace[s[i]]), 1
		if s[i] >= utf8.RuneSelf {
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
				outside = 1
			}
		}
		n += (1 - within) & (1 - outside)
		within = 1 - outside
		i += size
	}
	return n
}

// asciiSpace is 1 for each byte of ASCII that is white space.
var asciiSpace = [256]uint8{'\t': 1, '\n': 1, '\v': 1, '\f': 1, '\r': 1, ' ': 1}

// speaksOfConsent finds what any of consents has in ours, in one look.
var speaksOfConsent = sync.OnceValue(func() *word.Phrases {
	var all []string
	for _, asks := range consents {
		all = append(all, asks.ours...)
	}
	return word.NewPhrases(all)
})

// asksConsent reports whether a text, in lower case, speaks as sites do that ask
// for consent, and has five or more of the words in which those of its language do.
func asksConsent(text string) bool {
	for _, asks := range consents {
		n := 0
		for _, t := range asks.terms {
			if strings.Contains(text, t) {
				n++
			}
		}
		if n >= 5 && containsAny(text, asks.ours) {
			return true
		}
	}
	return false
}

// teases reports whether a page of which little text was found asks to log in or
// to subscribe for the rest.
func teases(source, text string) bool {
	return len(text) < longestWall && wordsIn(text) < teaserWords && teasing().In(source)
}

// walls are the titles and the phrases of walls, in lower case.
var walls = [...]struct {
	reason          string
	titles, phrases []string
}{
	{wallRobots, []string{
		"just a moment", "attention required", "access denied", "sucuri website firewall", "vercel security checkpoint", "access to this page has been denied", "are you a robot", "are you human", "security check", "pardon our interruption", "human verification", "bot verification", "verify you are human",
		"checking your browser", "robot check", "captcha", "un instant", "nur einen moment", "un momento", "einen moment", "ddos-guard", "zugriff verweigert", "accès refusé", "acceso denegado", "accesso negato",
		"acesso negado", "403 forbidden", "even geduld", "toegang geweigerd", "chwileczkę", "odmowa dostępu", "brak dostępu", "один момент", "доступ запрещен", "доступ запрещён", "зачекайте", "bir dakika lütfen", "erişim engellendi",
		"ett ögonblick", "åtkomst nekad", "et øjeblik", "adgang nægtet", "et øyeblikk", "ingen tilgang", "请稍候", "しばらくお待ちください", "잠시만 기다리십시오", "لحظة من فضلك",
	}, []string{
		"enable javascript and cookies to continue", "checking your browser before accessing", "checking if the site connection is secure", "verify you are human", "verifying you are human", "verify that you are a human",
		"verify that you're not a robot", "prove you are human", "performing security verification", "cloudflare ray id", "performance & security by cloudflare", "ddos protection by", "why have i been blocked", "access to this page has been denied",
		"unusual traffic from your computer network", "unusual activity from your computer network", "sorry, you have been blocked", "banned you temporarily from accessing this website", "please whitelist your ip", "verifying your browser", "press & hold to confirm", "please enable js and disable any ad blocker", "request unsuccessful. incapsula", "pardon our interruption",
		"überprüfen sie, dass sie ein mensch sind", "bestätigen sie, dass sie ein mensch sind", "vérifiez que vous êtes humain", "verifica que eres un ser humano", "verifica di essere un essere umano", "verifique se você é humano",
	}},
	{wallMissing, []string{
		"404", "error 404", "http 404", "404 error", "page not found", "not found", "404 not found", "this page could not be found", "page cannot be found", "page doesn't exist", "page does not exist", "410 gone", "oops! that page can’t be found",
		"seite nicht gefunden", "fehler 404", "seite existiert nicht", "page introuvable", "page non trouvée", "erreur 404", "página no encontrada", "error 404", "pagina non trovata", "errore 404", "página não encontrada", "erro 404",
		"pagina niet gevonden", "deze pagina bestaat niet", "strona nie istnieje", "nie znaleziono strony", "strona nie została znaleziona", "страница не найдена", "сторінку не знайдено", "sayfa bulunamadı", "sidan kunde inte hittas", "sidan hittades inte",
		"siden blev ikke fundet", "siden findes ikke", "siden finnes ikke", "fant ikke siden", "页面不存在", "找不到页面", "页面未找到", "ページが見つかりません", "페이지를 찾을 수 없습니다", "الصفحة غير موجودة",
		"nothing found", "article not found", "this article is no longer available", "artikel nicht gefunden", "article introuvable", "artículo no encontrado", "articolo non trovato",
	}, []string{
		"the page you are looking for", "the page you were looking for", "the page you requested could not be found", "the requested url was not found", "we can't find the page", "we can’t find the page", "we couldn't find that page",
		"die gesuchte seite", "die angeforderte seite", "la page que vous cherchez", "la page demandée", "la página que buscas", "la página solicitada", "la pagina che stai cercando", "la pagina richiesta", "a página que você procura", "a página solicitada",
	}},
	{wallScript, nil, []string{"you need to enable javascript to run this app", "javascript is disabled in your browser", "please enable javascript to view this", "this site requires javascript", "this page requires javascript"}},
	{wallMoved, []string{
		"page has moved", "301 moved permanently", "302 found", "302 moved temporarily", "307 temporary redirect", "308 permanent redirect", "object moved", "document moved", "redirecting", "weiterleitung", "redireccionando",
	}, nil},
	{wallBroken, []string{
		"500 internal server error", "internal server error", "502 bad gateway", "bad gateway", "503 service unavailable", "503 service temporarily unavailable", "service unavailable", "504 gateway time-out", "504 gateway timeout",
		"gateway timeout", "too many requests", "429 too many requests", "site maintenance", "under maintenance", "wartungsarbeiten", "site en maintenance", "en mantenimiento", "sito in manutenzione", "em manutenção",
		"error establishing a database connection", "database error", "web server is down", "503 backend fetch failed", "error: the request could not be satisfied",
	}, []string{"varnish cache server", "generated by cloudfront", "error establishing a database connection", "the server is temporarily unable to service your request", "the server encountered an internal error"}},
	{wallRegion, []string{"451", "unavailable for legal reasons", "unavailable due to legal reasons", "451: unavailable", "not available in your region", "not available in your country"}, []string{
		"from a country belonging to the european economic area", "unavailable to visitors from the european economic area", "our european visitors are important to us", "unavailable due to legal reasons", "not available in your region", "not available in your country", "not available in your location", "unavailable in most european countries",
		"unavailable in your region", "in ihrem land nicht verfügbar", "pas disponible dans votre pays", "no está disponible en su país", "no está disponible en tu país", "non è disponibile nel tuo paese", "não está disponível no seu país",
	}},
	{wallConsent, []string{
		"before you continue", "bevor sie fortfahren", "bevor du weitermachst", "avant de continuer", "avant d'accéder", "antes de continuar", "prima di continuare", "your privacy choices", "we value your privacy", "privacy settings", "cookie settings", "cookie consent",
		"datenschutzeinstellungen", "cookie-einstellungen", "einwilligung", "zustimmung", "consentement", "gestion des cookies", "consentimiento", "consenso",
	}, nil},
	{wallLogin, []string{
		"log in", "login", "log on", "sign in", "sign up", "subscribe", "subscribe now", "subscribe to read", "subscribe to continue reading", "create account", "create an account", "anmelden", "anmeldung", "einloggen", "registrieren",
		"connexion", "se connecter", "s'abonner", "iniciar sesión", "inicia sesión", "suscríbete", "suscripción", "accedi", "abbonati", "entrar", "assine",
	}, []string{
		"subscribe to read the full", "subscribe to continue reading", "subscribe to keep reading", "log in to continue reading", "sign in to continue reading", "register to continue reading", "this article is for subscribers only", "you must be logged in to",
		"this content is only available to subscribers", "dieser artikel ist nur für abonnenten", "melden sie sich an, um weiterzulesen", "pour lire la suite de cet article", "cet article est réservé aux abonnés", "contenido exclusivo para suscriptores",
		"este contenido es exclusivo para suscriptores", "suscríbete para seguir leyendo", "articolo riservato agli abbonati", "contenuto riservato agli abbonati", "conteúdo exclusivo para assinantes",
	}},
}

// consents are the words of questions for consent, one entry a language: those by
// which a site speaks of itself, and others.
var consents = [...]struct{ ours, terms []string }{
	{
		[]string{"our partners", "we use cookies", "we value your privacy", "your consent", "our website", "our site", "we and our"},
		[]string{"personalise", "personalize", "our traffic", "you agree", "cookie policy", "by continuing", "cookies", "consent", "partners", "vendors", "privacy policy", "personal data", "accept all", "reject all", "manage options", "manage preferences", "manage settings", "legitimate interest", "ip address", "your choices", "store and/or access", "unique identifiers", "without accepting"},
	},
	{
		[]string{"unsere partner", "unseren partnern", "wir verwenden", "wir nutzen", "ihre einwilligung", "deine einwilligung", "ihre zustimmung", "unserer website", "unserer webseite", "unseren seiten", "wir und unsere"},
		[]string{"einsatz von cookies", "verwendung von cookies", "einverstanden", "personalisierung", "analysezwecken", "ausspielung von werbung", "cookies", "einwilligung", "datenschutzerklärung", "datenschutz", "partner", "akzeptieren", "zustimmen", "personenbezogene", "ablehnen", "nutzungsprofil", "endgerät", "widerrufen", "berechtigtes interesse"},
	},
	{
		[]string{"nos partenaires", "nous utilisons", "votre consentement", "notre site", "nous et nos"},
		[]string{"votre navigation", "en poursuivant", "vous acceptez", "mesure d'audience", "publicités personnalisées", "cookies", "consentement", "traceurs", "partenaires", "données personnelles", "accepter", "refuser", "paramétrer", "politique de confidentialité", "intérêt légitime", "votre choix", "terminal", "identifiants uniques", "sans accepter", "sur un appareil"},
	},
	{
		[]string{"nuestros socios", "utilizamos", "tu consentimiento", "su consentimiento", "nuestro sitio", "nuestra web", "nosotros y nuestros"},
		[]string{"si continúa", "navegación", "política de cookies", "de terceros", "acepta su uso", "cookies", "consentimiento", "socios", "datos personales", "aceptar", "rechazar", "configurar", "política de privacidad", "interés legítimo", "publicidad personalizada", "dispositivo"},
	},
	{
		[]string{"nostri partner", "noi e i nostri", "noi e terze parti", "utilizziamo", "tuo consenso", "suo consenso", "nostro sito"},
		[]string{"proseguendo", "navigazione", "cookie policy", "terze parti", "acconsenti", "cookie", "consenso", "partner", "dati personali", "accetta", "rifiuta", "fornitori", "informativa", "interesse legittimo", "preferenze", "dispositivo"},
	},
	{
		[]string{"onze partners", "wij gebruiken", "we gebruiken", "uw toestemming", "jouw toestemming", "onze website", "onze site", "wij en onze", "we en onze"},
		[]string{"akkoord", "cookies en vergelijkbare", "advertenties", "privacy", "keuzes", "meten", "gaat u akkoord", "ga je akkoord", "gepersonaliseerde", "cookiebeleid", "cookies", "toestemming", "partners", "persoonsgegevens", "privacybeleid", "accepteren", "weigeren", "instellingen", "gerechtvaardigd belang", "voorkeuren", "apparaat"},
	},
	{
		[]string{"nasi partnerzy", "naszych partnerów", "zaufanych partnerów", "używamy", "twoja zgoda", "twojej zgody", "zbieramy", "naszej stronie", "my i nasi"},
		[]string{"pliki cookie", "przechowujemy", "zgadzam się", "wyrażasz zgodę", "dane osobowe", "przetwarzanie danych", "prywatność", "zaakceptuj", "przetwarzania danych", "reklamy", "cookies", "plików cookie", "zgody", "zgodę", "partnerów", "danych osobowych", "polityka prywatności", "polityce prywatności", "akceptuję", "odrzuć", "ustawienia", "uzasadniony interes", "urządzeniu"},
	},
	{
		[]string{"våra partners", "våra partner", "våra samarbetspartners", "vi använder", "ditt samtycke", "vår webbplats", "vi och våra"},
		[]string{"cookies", "kakor", "samtycke", "samtycker", "personuppgifter", "godkänn", "acceptera", "avvisa", "neka", "inställningar", "integritetspolicy", "annonser", "berättigat intresse", "enhet", "partner"},
	},
	{
		[]string{"våre partnere", "vi bruker", "ditt samtykke", "vår nettside", "vi og våre", "vores partnere", "vi bruger", "vores samarbejdspartnere", "dit samtykke", "vores hjemmeside", "vi og vores"},
		[]string{"cookies", "informasjonskapsler", "samtykke", "samtykker", "personopplysninger", "personoplysninger", "godta", "aksepter", "accepter", "avvis", "afvis", "innstillinger", "indstillinger", "personvern", "privatlivspolitik", "annonser", "annoncer", "enhet", "enhed", "partner"},
	},
	{
		[]string{"našimi partnery", "naši partneři", "používáme", "váš souhlas", "našich stránkách", "my a naši"},
		[]string{"cookies", "souhlas", "souhlasím", "osobní údaje", "osobních údajů", "přijmout", "odmítnout", "nastavení", "reklam", "oprávněný zájem", "zařízení", "soukromí", "partner"},
	},
	{
		[]string{"nossos parceiros", "usamos cookies", "utilizamos", "seu consentimento", "nosso site"},
		[]string{"navegação", "ao continuar", "você concorda", "política de cookies", "personalizar", "cookies", "consentimento", "parceiros", "dados pessoais", "aceitar", "rejeitar", "recusar", "política de privacidade", "interesse legítimo", "preferências", "dispositivo"},
	},
}

// teasing finds teaserPhrases.
var teasing = phrases(teaserPhrases...)

// teaserPhrases ask to log in or to subscribe for the rest of an article.
var teaserPhrases = []string{
	"subscribe to read", "subscribe to continue", "subscribe to keep reading", "subscribe now to continue", "log in to continue", "log in to read", "sign in to continue", "sign in to read", "register to continue", "register to read", "to continue reading", "to keep reading",
	"to read the full story", "to read the full article", "to unlock this article", "for subscribers only", "already a subscriber",
	"um weiterzulesen", "jetzt weiterlesen", "weiterlesen mit", "bereits abonnent", "nur für abonnenten", "exklusiv für abonnenten",
	"pour lire la suite", "réservé aux abonnés", "réservé à nos abonnés", "déjà abonné", "abonnez-vous pour lire",
	"para seguir leyendo", "para continuar leyendo", "exclusivo para suscriptores", "ya eres suscriptor", "suscríbete para leer",
	"per continuare a leggere", "per leggere l'articolo completo", "riservato agli abbonati", "sei già abbonato", "contenuto per gli abbonati",
	"för att läsa vidare", "bli prenumerant", "redan prenumerant", "endast för prenumeranter", "för dig som är prenumerant", "logga in för att läsa",
	"for å lese videre", "les videre med abonnement", "er for abonnenter", "kun for abonnenter", "allerede abonnent", "for at læse videre", "læs videre med", "kræver abonnement",
	"om verder te lezen", "alleen voor abonnees", "exclusief voor abonnees", "al abonnee?", "aby czytać dalej", "dla prenumeratorów", "tylko dla subskrybentów", "pro předplatitele", "už máte předplatné",
	"только для подписчиков", "доступно подписчикам", "abonelere özel", "有料会員限定", "会員限定記事",
	"para continuar lendo", "exclusivo para assinantes", "já é assinante", "assine para ler",
}
