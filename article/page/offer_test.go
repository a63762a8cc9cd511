package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestBeginningsBeforeOffers(t *testing.T) {
	for name, c := range map[string]struct{ begin, offers string }{
		"English":   {isle1, `<h2>To finish reading, choose a plan</h2><div><h3>Digital</h3><p>All articles of The Islander for £4 a month, the first one free. You can cancel at any time.</p></div><div><h3>Digital and paper</h3><p>Everything in Digital, and the paper by the morning boat, for £9 per month, as long as the boat runs.</p></div><p>Questions about your subscription? Call the office of the paper on weekdays between nine and five.</p>`},
		"a limit":   {isle1, `<div class="regwall"><h3>You have reached your limit of free articles</h3><p>Log in with your e-mail address, or make an account, which costs nothing and takes less than a minute of your time.</p><p>Forgotten your password? Write to us, and a new one will come with the next post from the mainland.</p></div>`},
		"German":    {"Die Fähre zur Insel fährt in diesem Winter nicht, teilte die Reederei am Montag mit, da ihr einziges Schiff in die Werft muss.", `<h3>Jetzt weiterlesen mit Insel plus</h3><p>Alle Artikel der Inselzeitung im Netz und in der App, der erste Monat kostet einen Euro, danach 7,90 Euro im Monat, jederzeit kündbar.</p><p>Sie haben schon ein Abonnement? Dann melden Sie sich mit Ihrer Adresse und Ihrem Passwort an, um alles zu lesen.</p>`},
		"French":    {"Le bac de l'île ne naviguera pas cet hiver, a annoncé lundi la compagnie, car son seul bateau doit partir au chantier.", `<h3>Pour continuer à lire, choisissez votre offre</h3><p>L'essentiel : tous les articles du Phare sur tous vos écrans, un euro le premier mois puis sept euros par mois.</p><p>Vous êtes déjà abonné ? Connectez-vous avec votre adresse et votre mot de passe pour retrouver vos lectures.</p>`},
		"Spanish":   {"El barco de la isla no navegará este invierno, anunció el lunes la compañía, porque su único buque tiene que ir al astillero.", `<h3>Para leer este artículo, elige tu suscripción</h3><p>Todos los artículos de El Faro en la web y en la aplicación, por un euro el primer mes y siete euros al mes después.</p><p>¿Ya eres suscriptor? Inicia sesión con tu correo y tu contraseña, y sigue donde lo dejaste la última vez.</p>`},
		"Norwegian": {"Fergen til øya går ikke i vinter, sa rederiet mandag, siden den eneste båten må på verksted før isen kommer.", `<h3>For å lese saken må du være abonnent</h3><p>Les alt fra Øyposten på nett og i appen for 1 krone den første uken, deretter 149 kroner i måneden, helt uten binding.</p>`},
	} {
		t.Run(name, func(t *testing.T) {
			p := Read(`<title>No boat | The Islander</title><meta property="article:published_time" content="2025-03-12T06:00:00Z"><main><article><h1>No boat</h1><p>`+c.begin+`</p></article><div class="offers">`+c.offers+`</div></main>`, Options{})
			require.Equal(t, wallTeaser, p.Wall)
		})
	}
	for name, offer := range map[string]string{
		"German":  `<div class="paywall-offer"><h3>Jetzt weiterlesen</h3><p>Weiterlesen mit Plus: alle Inhalte vier Wochen lang für einen Euro, danach monatlich kündbar.</p><a href="/abo">Zum Angebot</a></div>`,
		"English": `<section id="piano-inline"><p>To read this article in full, choose a plan. Digital from one pound a week, cancel at any time.</p></section>`,
		"French":  `<div class="abonnement-bloc"><h4>Il vous reste 80 % de cet article à lire</h4><p>La suite est réservée aux abonnés, dès un euro par mois et sans engagement.</p></div>`,
		"Spanish": `<aside class="muro-suscripcion"><p>Para seguir leyendo, hazte suscriptor por un euro al mes, sin permanencia.</p></aside>`,
	} {
		t.Run("passed over before the rest, "+name, func(t *testing.T) {
			for _, fold := range []string{`<div class="paid-content" style="display:none">`, `<section class="article__premium" hidden>`, `<div>`} {
				p := Read(`<title>No boat | The Islander</title><main><article><h1>No boat</h1><p>`+isle1+`</p>`+offer+fold+prose3+`<p>`+isle4+`</p></article></main>`, Options{})
				require.Empty(t, p.Wall)
				require.Contains(t, p.Text, isle4)
				require.NotRegexp(t, "(?i)weiterlesen|choose a plan|abonnés|suscriptor", p.Text)
			}
		})
	}
	told := Read(`<title>No boat | The Islander</title><main><article><h1>No boat</h1><p>`+isle1+`</p><div class="offer-of-the-week"><p>The company's offer of free bus tickets was turned down by the islanders, who said that they own no bus.</p></div>`+prose3+`</article></main>`, Options{})
	require.Contains(t, told.Text, "own no bus", "what is told of an offer")
	const gate = `<p>Already a subscriber? Log in to read on, or choose a plan.</p>`
	for name, body := range map[string]string{
		"the text goes on behind the words":     `<p>` + isle1 + `</p>` + gate + prose3,
		"a whole text":                          prose3 + `<p>` + isle4 + `</p>` + gate + `<p>All articles of The Islander for £4 a month. You can cancel at any time, it is said.</p>`,
		"about subscriptions":                   `<p>` + isle1 + `</p><p>The paper said that a subscription would cost £9 a month from May on, and that whoever wants to cancel may do so.</p><p>It has lost a third of its subscribers since the boat stopped, the publisher told a meeting on the pier on Sunday.</p>` + prose3,
		"a prompt for a letter behind the text": prose3 + `<p>Subscribe to our letter, which comes once a month with the boat.</p>`,
	} {
		t.Run(name, func(t *testing.T) {
			require.Empty(t, Read(`<title>No boat | The Islander</title><main><article><h1>No boat</h1>`+body+`</article></main>`, Options{}).Wall)
		})
	}
}
