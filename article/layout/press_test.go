package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// Pages in languages of which only what papers print is known, a line each, with the kind
// of each line before it.
func TestPagesInMoreLanguages(t *testing.T) {
	kinds := map[string]article.Kind{"prose": article.Prose, "head": article.Headline, "by": article.Byline, "date": article.Date, "site": article.Site, "chrome": article.Chrome}
	for language, page := range map[string]string{
		"nl": `head Brug bij Tolbeek gaat vrijdag weer open
by Door Lotte Hendriks
date 8 oktober 2024, 14:02
prose De brug bij Tolbeek is vanaf vrijdag weer open voor het verkeer, maakte de gemeente bekend. De reparatie heeft 80 miljoen euro gekost.
chrome Lees ook: Zo druk was het op de markt
prose Over de brug rijden dagelijks 14.000 auto's. Hij was zeven maanden dicht, en niemand wist precies waarom dat zo lang duurde.
chrome Deel dit artikel: Facebook WhatsApp Mail
chrome Meld je aan voor onze nieuwsbrief`,
		"pl": `head Most w Tolbecku otwarty od piątku
by Tekst: Ewelina Sroka
date 8 października 2024, 14:02
prose Most w Tolbecku będzie od piątku znów otwarty dla ruchu, jak ogłosiło miasto. Remont kosztował 80 milionów złotych.
chrome Zobacz także: Grzybiarz znalazł w lesie czołg
prose Mostem jeździ codziennie 14 tysięcy aut, a przez siedem miesięcy był on zamknięty i nikt nie wiedział dlaczego.
chrome Udostępnij Skomentuj (18)
chrome Obserwuj nas w Google News`,
		"sv": `head Tolbäcksbron öppnar på fredag
date 8 oktober 2024, 14:02
prose Tolbäcksbron öppnas åter för trafik från och med fredag, meddelar kommunen. Reparationen har kostat 80 miljoner kronor.
chrome Läs också: Så många åker buss
prose Över bron kör 14 000 bilar om dagen, och den var stängd i sju månader utan att någon visste varför det tog så lång tid.
chrome Dela Kommentera Skriv
chrome Tipsa oss om nyheter`,
		"ru": `head Мост в Толбеке откроется в пятницу
by Текст: Анна Беренс
date 8 октября 2024, 14:02
prose Мост в Толбеке с пятницы снова откроют для движения, объявила мэрия. Ремонт обошёлся в 80 миллионов, и это больше, чем думали.
chrome Читайте также: Как в городе ходят автобусы
prose По мосту ежедневно проезжает 14 тысяч машин, но он был закрыт семь месяцев, и никто не знал, почему это так долго.
chrome Поделиться Комментарии Печать
chrome Подписывайтесь на наш канал`,
		"tr": `head Tolbek köprüsü cuma günü açılıyor
date 8 Ekim 2024 14:02
prose Belediye, Tolbek köprüsünün cuma gününden itibaren yeniden trafiğe açılacağını ve bunun için çok çalıştıklarını duyurdu.
chrome İlgili Haberler: Otobüsler ne kadar dolu
prose Köprüden her gün 14 bin araç geçiyor, ancak köprü yedi ay kapalı kaldı ve bunun için daha çok para harcandı.
chrome Paylaş Yorumlar Yazdır
chrome Bizi takip edin`,
	} {
		t.Run(language, func(t *testing.T) {
			var want []article.Kind
			var lines []string
			for line := range strings.Lines(page) {
				kind, text, _ := strings.Cut(strings.TrimSpace(line), " ")
				want, lines = append(want, kinds[kind]), append(lines, text)
			}
			a := &article.Article{Text: strings.Join(lines, "\n\n"), Language: language}
			l, _ := Find(a)
			require.Len(t, l.Blocks, len(want))
			for i := range want {
				require.Equal(t, want[i], l.Blocks[i].Kind, lines[i])
			}
		})
	}
}

// Above the headline stands what the outlet is.
func TestANameAndWhatItIs(t *testing.T) {
	for _, c := range []struct{ first, title string }{
		{"La Portée, le magazine des musiciens", "Le Garzoni perdu avait trouvé un emploi"},
		{"Waardwijs, weblog over het rivierengebied", "De brug gaat vrijdag weer open"},
		{"Cielo Fondo, rivista di astronomia", "Il ponte di Tolbecco riapre venerdì"},
	} {
		text := c.first + "\n\n" + c.title + "\n\n" + strings.Repeat("The bridge of Tolbeck will be open to traffic again from Friday on, the town announced, and nobody knew why it took so long. ", 3)
		_, m := Find(&article.Article{Text: text})
		require.Equal(t, c.title, m.Title)
	}
	text := "Fillon, le journal de sa chute\n\n" + strings.Repeat("Il a tout perdu en un an, et il ne sait pas encore comment il va le dire à ceux qui l'ont suivi dans cette affaire. ", 3)
	_, m := Find(&article.Article{Text: text})
	require.Equal(t, "Fillon, le journal de sa chute", m.Title, "no other line may be the headline")
}
