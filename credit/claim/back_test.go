package claim

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Where a text names its source far from what the title says.
func TestNewsThatASourceElsewhereIsNamedFor(t *testing.T) {
	const joined, possible = 0.55, 0.34 // as package cluster has them
	for _, c := range []struct {
		name, language, title, text, outlet string
		from, below                         float64
	}{
		{"closed: the story", "en", "Harbour pilot sold lamps of Tarn lighthouse", paragraphs(
			"Nine lamps of the lighthouse on Tarn have been sold to a hotel in Corran. The pilot who looked after them took forty pounds for each.",
			"A lorry fetched them on a Sunday. The harbour office noticed only when a ship sounded its horn for an hour.",
			"The pilot has been on leave since. His deputy does not want to talk.",
			"The lamps now hang above the bar. They are said to be very bright.",
			"The story was first reported by The Guardian."), "The Guardian", joined, 1},
		{"closed: an older finding", "en", "Harbour board to meet over new buoys", paragraphs(
			"The harbour board of Tarn will meet on Friday to choose the colour of its buoys. Three painters have sent in plans.",
			"Green is liked best by the fishermen. The ferry company would rather have orange.",
			"A decision is not expected before June. Until then the old ones stay.",
			"The pilots have no vote. They come all the same.",
			"The missing lamps were first reported by The Guardian."), "The Guardian", 0, possible},
		{"closed: somebody was asked", "en", "Harbour pilot sold lamps of Tarn lighthouse", paragraphs(
			"Nine lamps of the lighthouse on Tarn have been sold to a hotel in Corran. The pilot who looked after them told The Pier Post that he took forty pounds for each.",
			"A lorry fetched them on a Sunday. The harbour office noticed only when a ship sounded its horn for an hour.",
			"The pilot has been on leave since. His deputy does not want to talk.",
			"The lamps now hang above the bar. They are said to be very bright.",
			"The story was first reported by The Guardian."), "The Guardian", 0, possible},
		{"closed: who brought it to light", "fr", "Ces lampes ont quitté le phare par la grande porte", paragraphs(
			"Neuf lampes ont disparu du phare de Tarn au beau milieu d'un bal, a-t-on appris ce lundi. Personne n'a rien vu.",
			"Deux hommes les décrochent un dimanche, saluent et s'en vont. Un gardien leur ouvre.",
			"Il pensera pendant six jours que les lampes sont au nettoyage. Elles valent quarante francs pièce.",
			"Le parquet a ouvert une enquête, expliquent nos confrères du Parisien, qui ont dévoilé l'affaire."), "Le Parisien", joined, 1},
		{"closed: somebody else did", "fr", "Ces lampes ont quitté le phare par la grande porte", paragraphs(
			"Neuf lampes ont disparu du phare de Tarn au beau milieu d'un bal, a-t-on appris ce lundi. Personne n'a rien vu.",
			"Deux hommes les décrochent un dimanche, saluent et s'en vont. Un gardien leur ouvre.",
			"Il pensera pendant six jours que les lampes sont au nettoyage. Elles valent quarante francs pièce.",
			"Le parquet a ouvert une enquête, expliquent nos confrères du Parisien et deux gardiens, qui ont dévoilé l'affaire."), "Le Parisien", 0, possible},
		{"closed: a part of a compound", "sv", "Lotsen sålde fyrlampor", paragraphs(
			"Nio lyktor från Tarns fyr har hamnat på ett hotell i Korsvik. Lotsen som skötte dem tog fyrtio kronor styck.",
			"En lastbil hämtade dem en söndag. Hamnkontoret märkte det först när ett fartyg tutade i en timme.",
			"Lotsen är ledig sedan dess. Hans ställföreträdare vill inte säga något.",
			"Nu hänger de över baren. De ska lysa mycket starkt.",
			"Det var DN som först rapporterade om fyrlamporna."), "Dagens Nyheter", joined, 1},
		{"closed: Korean", "ko", "등대 램프 아홉 개, 호텔 술집에 걸렸다", paragraphs(
			"타른 등대의 램프 아홉 개가 코란의 한 호텔에 팔렸다. 램프를 돌보던 도선사는 개당 4만원을 받았다.",
			"일요일에 트럭이 와서 실어 갔다. 항만 사무소는 배가 한 시간 동안 고동을 울린 뒤에야 알았다.",
			"도선사는 그 뒤로 휴가 중이다. 그의 부하는 말을 아꼈다.",
			"램프는 지금 술집 위에 걸려 있다. 아주 밝다고 한다.",
			"앞서 한겨레는 이 같은 내용을 처음 보도했다."), "Hankyoreh", joined, 1},
		{"between a credit and a public source", "sv", "Lotsens lyktor gick för fyrtio kronor", paragraphs(
			"De skulle visa vägen för fartygen utanför Tarn. I stället hänger nio fyrlampor i en bar.",
			"En lastbil hämtade lyktor en söndag, säger polisen. Lotsens pris var fyrtio kronor.",
			"Hamnkontoret märkte enligt Dagens Nyheter inget på en vecka."), "Dagens Nyheter", 0, joined},
		{"a title of one word", "nl", "Wie wil er nog naar de vuurtoren?", paragraphs(
			"In een zaaltje boven de bakker zitten vier mensen op twintig stoelen. Ze willen misschien lichtwachter worden, of ze schuilen.",
			"De cursus duurt drie avonden. Na de pauze is er soep.",
			"Dat de vuurtoren sinds vanochtend in het nieuws is door de onthullingen van NRC, helpt niet. Iemand kreeg een lamp toegestuurd.",
			"Aan het eind tekent een van hen de lijst. Hij fokt eenden."), "NRC", 0, possible},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := probabilityIn(c.language, c.title, c.text, c.outlet)
			require.GreaterOrEqual(t, p, c.from)
			require.Less(t, p, c.below)
		})
	}
}
