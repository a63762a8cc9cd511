package page

import (
	"strings"
	"sync"

	"wiretrace/lang/word"
)

// endsInOffers reports whether a text is the beginning of an article behind which there is nothing but the offers of a
// site to subscribe, headed by words that keep the rest for those who do:
//
//	The council has found a new home for its boats.
//	To read on, log in or choose a subscription
//	Digital: all articles for £6.90 a month. You can cancel at any time.
//
// It does not of texts that go on behind such words, as where the rest is folded away.
func endsInOffers(text string) bool {
	if len(text) > longestWall {
		return false
	}
	paragraphs := strings.Split(text, "\n\n")
	gate := gateIn(paragraphs)
	if gate < 0 {
		return false
	}
	offers, others := 0, 0
	for _, p := range paragraphs[gate:] {
		switch {
		case offerWords().In(p) || asksToSubscribe(p):
			offers += len(p)
		case len(p) >= shortestProse:
			others += len(p)
		}
	}
	const least = 5 // times what is no offer
	return offers >= least*others
}

// gateIn returns which paragraph is the first that asks to subscribe for the rest of a text, behind one at least and fewer
// than teaserWords words; -1 if none is.
func gateIn(paragraphs []string) int {
	words := 0
	for i, p := range paragraphs {
		if i > 0 && asksToSubscribe(p) {
			return i
		}
		if words += wordsIn(p); words >= teaserWords {
			break
		}
	}
	return -1
}

// asksToSubscribe reports whether a paragraph asks to log in or to subscribe for the rest of a text.
func asksToSubscribe(p string) bool {
	const longest = 300 // bytes
	return len(p) <= longest && gatePhrases().In(p)
}

// gatePhrases finds, besides teaserPhrases, what a paragraph says that stands before offers.
var gatePhrases = sync.OnceValue(func() *word.Phrases {
	return word.NewPhrases(append([]string{
		"to read on, ", "to read on:", "to read this article", "to read the rest", "to see the rest", "to access this article", "to finish reading", "log in or subscribe", "subscribe or log in", "sign in or subscribe", "choose a subscription", "choose your subscription", "choose a plan", "choose your plan",
		"subscribe for full access", "subscribe to unlock", "article is for subscribers", "article is for members", "become a member to read", "limit of free articles", "last free article", "read all your free articles", "this story is exclusive to subscribers", "subscriber exclusive", "subscriber-only",
		"wählen sie ihr abo", "wähle dein abo", "jetzt abo wählen", "diesen artikel weiter", "diesen artikel mit", "artikel freischalten", "weiter mit abo", "zum weiterlesen", "artikel ist abonnenten vorbehalten",
		"pour lire cet article", "pour continuer à lire", "choisissez votre offre", "choisissez votre abonnement", "article réservé", "la suite est réservée", "il vous reste", "abonnez-vous pour",
		"para leer este artículo", "para leer la noticia completa", "elige tu suscripción", "elija su suscripción", "suscríbete para", "hazte suscriptor", "solo para suscriptores", "para suscriptores",
		"per leggere questo articolo", "per leggere tutto", "scegli il tuo abbonamento", "scegli l'abbonamento", "abbonati per", "per gli abbonati", "solo per abbonati",
		"para ler este artigo", "para ler a matéria", "escolha a sua assinatura", "escolha sua assinatura", "só para assinantes", "somente para assinantes", "assine para",
		"om dit artikel te lezen", "verder lezen?", "kies je abonnement", "kies uw abonnement", "lees dit artikel verder", "för att läsa artikeln", "för att läsa hela", "välj prenumeration", "for at læse artiklen", "for å lese saken", "velg abonnement", "vælg abonnement",
		"aby przeczytać", "wybierz prenumeratę", "wybierz subskrypcję", "pro přečtení celého", "vyberte si předplatné", "чтобы прочитать", "оформите подписку", "devamını okumak için", "abone olun", "この記事の続き", "続きを読むには", "订阅后", "訂閱後",
	}, teaserPhrases...))
})

// offerWords finds what a site says of subscriptions in its offers.
var offerWords = sync.OnceValue(func() *word.Phrases {
	return word.NewPhrases([]string{
		"subscri", " a month", "per month", "/month", "per week", "/week", "/year", "cancel any", "cancel at", "cancel your", "cancel when", "free trial", "unlimited access", "log in", "sign in", "password", "e-paper", "membership",
		"abonn", "probeabo", " abo ", "digitalabo", "abo-", "monatlich", "pro monat", " im monat", "/monat", "pro woche", "kündbar", "kündigen", "anmelden", "passwort", "kostenlos testen", "gratis testen",
		"par mois", "/mois", "par semaine", "sans engagement", "résili", "sans limite", "illimité", "se connecter", "connectez-vous", "mot de passe",
		"suscri", "al mes", "/mes", "sin permanencia", "ilimitado", "inicia sesión", "contraseña", "abbon", "al mese", "/mese", "disdi", "illimitat", "accedi", "assina", "assine", "por mês", "/mês", "ao mês", "ilimitad", "senha",
		"per maand", "/maand", "opzeg", "onbeperkt", "inloggen", "wachtwoord", "prenumer", "i månaden", "per månad", "/mån", "om måneden", "per måned", "i måneden", "/md", "ingen bindning", "ingen binding", "obegränsad", "ubegrenset", "ubegrænset", "logga in", "log ind", "logg inn",
		"subskry", "miesięcznie", "zrezygn", "zaloguj", "předplat", "měsíčně", "přihlas", "подписк", "в месяц", "парол", "abonel", "aylık", "şifre", "購読", "会員", "月額", "ログイン", "订阅", "登录", "訂閱", "登入",
	})
})
