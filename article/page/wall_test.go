package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestWall(t *testing.T) {
	for _, c := range []struct{ name, title, text, want string }{
		{"a question for a person", "Just a moment...", "islander.example needs to review the security of your connection before proceeding.", wallRobots},
		{"the same behind an article's title", "No ferry this winter", "Enable JavaScript and cookies to continue", wallRobots},
		{"denied", "Access Denied", "You don't have permission to access \"http://islander.example/ferry\" on this server.", wallRobots},
		{"no such page", "Page not found | The Islander", "Sorry. Here is what others read today.", wallMissing},
		{"no such page, in German", "Seite nicht gefunden", "Die Insel hat viele Seiten. Diese gibt es nicht.", wallMissing},
		{"no such page, by its text", "The Islander", "La page que vous cherchez n'existe plus.", wallMissing},
		{"no such page, in French, by its article", "Le Phare", "L'article que vous recherchez a été déplacé ou supprimé. Vous pouvez retourner à la page d'accueil.", wallMissing},
		{"no such page, in Russian", "Островитянин", "Запрашиваемая страница не существует или была удалена.", wallMissing},
		{"an article about a page", "La page arrachée", "La page arrachée du registre a été retrouvée lundi dans le grenier de la mairie.", ""},
		{"out of order", "502 Bad Gateway", "nginx", wallBroken},
		{"consent", "The Islander", "We value your privacy. We and our partners store and/or access information on a device, such as cookies, and process personal data. You may click to consent. Some vendors may process your personal data on the basis of legitimate interest. Accept all. Manage options.", wallConsent},
		{"consent, in Italian", "L'Isolano", "Noi e i nostri partner utilizziamo i cookie e trattiamo dati personali con il tuo consenso. Alcuni fornitori si basano sull'interesse legittimo. Accetta tutto. Gestisci le preferenze.", wallConsent},
		{"to log in", "Log in - The Islander", "E-mail Password Forgot your password?", wallLogin},
		{"to subscribe, behind an article's title", "No ferry this winter", "Subscribe to continue reading. One pound a week.", wallLogin},

		{"consent, in French, of numbered partners", "Le Phare", "Votre vie privée nous importe. Nous et nos 842 partenaires stockons des informations sur un appareil, telles que les identifiants uniques de cookies, pour traiter les données personnelles. Tout accepter. Continuer sans accepter", wallConsent},
		{"for some countries only", "451: Unavailable due to legal reasons", "We recognize you are attempting to access this website from a country belonging to the European Economic Area.", wallRegion},
		{"an address that is not trusted", "", "Zbyt wiele połączeń z Twojego adresu. Zaznacz „Nie jestem robotem”. Adres IP: 192.0.2.7", wallRobots},
		{"no such page, in Dutch", "Pagina niet gevonden - De Eilander", "Zoek verder.", wallMissing},
		{"consent, in Polish", "Wyspiarz", "Nasi partnerzy i my używamy plików cookie na Twoim urządzeniu i prosimy o zgodę na przetwarzanie danych osobowych. Polityka prywatności. Akceptuję. Ustawienia.", wallConsent},
		{"consent by going on, in German", "Keine Fähre im Winter", "OK Auf unserer Website setzen wir Cookies ein, auch zur Personalisierung und zu Analysezwecken. Wer weiterliest, ist mit dem Einsatz von Cookies einverstanden. Zur Datenschutzerklärung", wallConsent},
		{"consent by going on, in Spanish", "Sin ferry este invierno", "En nuestro sitio hay cookies propias y de terceros para medir la navegación. Si continúa, acepta su uso. Política de cookies.", wallConsent},
		{"consent, in Dutch", "Privacy Gate", "Wij en onze partners gebruiken cookies en vergelijkbare technieken om advertenties te tonen die bij u passen en het gebruik te meten. Klik op Akkoord om door te gaan of pas uw keuzes aan.", wallConsent},
		{"consent, in Polish, by a button", "Ustawienia prywatności", "Cenimy Twoją prywatność. My i nasi partnerzy przechowujemy na urządzeniu pliki cookie oraz przetwarzamy dane osobowe. Klikając „Zgadzam się”, wyrażasz zgodę.", wallConsent},
		{"consent, in Swedish", "Öbladet", "Vi och våra partner använder cookies för att visa annonser. Med ditt samtycke behandlar vi personuppgifter. Godkänn alla. Inställningar. Läs vår integritetspolicy.", wallConsent},
		{"consent, in Norwegian", "Øyposten", "Vi og våre partnere bruker informasjonskapsler og behandler personopplysninger med ditt samtykke. Godta alle. Avvis. Innstillinger. Personvern.", wallConsent},
		{"consent, in Czech", "Ostrovan", "My a naši partneři používáme cookies a zpracováváme osobní údaje. Kliknutím na Souhlasím udělíte souhlas. Odmítnout. Nastavení soukromí.", wallConsent},
		{"held", "Access to this page has been denied", "Please check your network connection.", wallRobots},
		{"a firewall", "Sucuri WebSite Firewall - Access Denied", "If you are the site owner, please whitelist your IP.", wallRobots},
		{"too many questions", "Access denied | islander.example used Cloudflare to restrict access", "The owner of this website (islander.example) has banned you temporarily from accessing this website.", wallRobots},
		{"a cache in front of a site", "503 Backend fetch failed", "Backend fetch failed. XID: 123456. Varnish cache server", wallBroken},
		{"not for Europe", "Unavailable", "This site is currently unavailable to visitors from the European Economic Area while we work to ensure your data is protected.", wallRegion},
		{"without a script", "The Islander", "You need to enable JavaScript to run this app.", wallScript},
		{"an article about a firewall", "Firewall of the bakery holds", "The firewall of the bakery held on Sunday, when the shed beside it burned.", ""},
		{"files that a program copied", "Local index - HTTrack Website Copier", "Mirror and index made by HTTrack Website Copier", wallIndex},
		{"files in a folder of a server", "Index of /news/2025", strings.Repeat("ferry-0312.html 2025-03-12 06:00 14K ", 60), wallIndex},
		{"a page that has moved", "Page has moved", "Click here...", wallMoved},
		{"a page that has moved, by a server", "301 Moved Permanently", "The document has moved here.", wallMoved},
		{"an article about an index", "Index of prices rises on the islands", "The index of prices rose on Friday.", ""},
		{"an article about a move", "Page has moved to the mainland with his brass band", "Arthur Page has moved.", ""},
		{"an article about cookies, in Swedish", "Rätten stoppar kakor", "Rätten fann på tisdagen att webbplatsen och dess partner lagt kakor utan samtycke.", ""},
		{"an article about cookies, in German", "Gericht verbietet Cookies", "Das Gericht fand, der Einsatz von Cookies zu Analysezwecken und zur Personalisierung sei ohne Einwilligung verboten; niemand sei mit einer Datenschutzerklärung einverstanden, die er nicht kenne.", ""},

		{"denied, as a text under the title of a list", "No ferry this winter", "Access Denied\n\nYou don't have permission to access \"http://islander.example/ferry\" on this server.\n\nReference #18.2d351ab8", wallRobots},
		{"no such page, likewise", "No ferry this winter", "404 Not Found\nnginx/1.18.0 (Ubuntu)", wallMissing},
		{"out of order, likewise", "No ferry this winter", "502 Bad Gateway\ncloudflare", wallBroken},
		{"a question for a person, likewise", "Keine Fähre im Winter", "Einen Moment…\nwww.inselbote.example wird überprüft.", wallRobots},
		{"consent in a line", "No ferry this winter", "Before you continue: we and our 843 partners store and access information on your device. Accept all / Reject all / Manage options", wallConsent},
		{"a brief below a button", "No ferry this winter", "Subscribe\n\nThe ferry to the island will not run this winter.", ""},
		{"a text with such a heading, but longer", "No ferry this winter", "Not found\n" + strings.Repeat("The boat of the island was looked for on Sunday by nine men. ", 6), ""},

		{"a brief about a film", "Film opens the season", "“I Am Not a Robot” opened the season on the island on Friday.", ""},
		{"an article about consent", "Court strikes down cookie banners", "The court found on Tuesday that the site and its partners had placed cookies without consent and passed personal data to vendors. Its privacy policy said nothing of the IP address.", ""},
		{"a brief that begins as a wall does", "Access denied: islanders find the harbour gate locked", "The harbour gate was locked on Sunday.", ""},
		{"a brief of a few words", "Ferry late", "The ferry was late.", ""},
		{"a long article with such a title", "Just a moment", strings.Repeat("The boat was late again, and nobody on the pier was told why it was so. ", 20), ""},
		{"nothing", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, Wall(c.title, c.text))
		})
	}
}

func TestTeaserBeforeAWall(t *testing.T) {
	page := func(prompt string) *Page {
		return Read(`<title>No ferry this winter</title><article><h1>No ferry this winter</h1><p>`+isle1+` `+isle2+`</p><div class="paywall">`+prompt+`</div></article>`, Options{})
	}
	require.Equal(t, wallTeaser, page("<p>Already a subscriber? Log in.</p>").Wall)
	require.NotEmpty(t, page("<p>Cet article est réservé aux abonnés.</p>").Wall)
	for _, prompt := range []string{"Redan prenumerant? Logga in.", "Les videre med abonnement.", "Allerede abonnent?", "Artiklen er kun for abonnenter.", "Alleen voor abonnees.", "Tylko dla subskrybentów.", "Pozostało 87% artykułu.", "Ten artykuł przeczytasz tylko z prenumeratą.", "Pro předplatitele.", "Только для подписчиков.", "この記事は有料会員限定です"} {
		require.Equal(t, wallTeaser, page("<p>"+prompt+"</p>").Wall, prompt)
	}
	require.Empty(t, page("<p>Läs vidare: en annan sida.</p>").Wall)
	require.Empty(t, page("<p>Write to us.</p>").Wall)
	long := Read(`<title>No ferry</title><article><h1>No ferry</h1>`+prose3+`<p>`+isle4+`</p><div class="paywall"><p>Already a subscriber? Log in.</p></div></article>`, Options{})
	require.Empty(t, long.Wall, "a whole text with the prompt that each page has")
}

func TestWordsUpToCountsAsFieldsParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.SampledFrom([]string{"ab é日 \t\n\u00a0\u2003\u0085", "ab \n", "a\t\v\x00\x08\x0e\x1f !\x7f"}).Draw(t, "of")
		s := rapid.StringOf(rapid.RuneFrom([]rune(of))).Draw(t, "s") + rapid.SampledFrom([]string{"", "\xff", " \xc2"}).Draw(t, "end")
		most := rapid.IntRange(0, 12).Draw(t, "most")
		require.Equal(t, min(len(strings.Fields(s)), most), wordsUpTo(s, most))
	})
}
