package credit

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/outlet"
)

// layLines lays a text of one block a line; a sentence ends at ". ". Names before
// "|" at the start of a line give its kind and are blanked out of the text.
func layLines(text string) (string, article.Layout) {
	kinds := map[string]article.Kind{
		"headline": article.Headline, "post": article.Post, "byline": article.Byline, "caption": article.Caption,
		"copyright": article.Copyright, "chrome": article.Chrome, "date": article.Date,
	}
	var l article.Layout
	var b strings.Builder
	for line := range strings.Lines(text) {
		kind := article.Prose
		if name, rest, ok := strings.Cut(line, "|"); ok {
			if k, ok := kinds[name]; ok {
				kind, line = k, rest
			}
		}
		span := article.Span{Start: b.Len(), End: b.Len() + len(strings.TrimRight(line, "\n"))}
		b.WriteString(line)
		if span.Len() == 0 {
			continue
		}
		l.Blocks = append(l.Blocks, article.Block{Span: span, Kind: kind})
		if kind.Furniture() {
			continue
		}
		for span.Start < span.End {
			end := span.End
			if i := strings.Index(line[len(line)-(b.Len()-span.Start):], ". "); i >= 0 {
				end = span.Start + i + 1
			}
			l.Sentences = append(l.Sentences, article.Span{Start: span.Start, End: end})
			span.Start = end + 1
		}
	}
	return b.String(), l
}

// readCredits returns the credits of a text, one string each:
// Outlet (cue) via Outlet, then "background" and the kind unless outlet.
func readCredits(t *testing.T, a article.Article) []string {
	t.Helper()
	var l article.Layout
	a.Text, l = layLines(a.Text)
	var got []string
	last := -1
	for _, c := range reader().Credits(nil, &a, &l) {
		require.GreaterOrEqual(t, c.Start, last, "order")
		require.Less(t, c.Start, c.End)
		last = c.Start
		s := fmt.Sprintf("%s (%s)", c.Outlet, c.Cue)
		if c.Via != "" {
			s += " via " + c.Via
		}
		if c.Background {
			s += " background"
		}
		if c.Kind != outlet.Publisher && c.Kind != outlet.Agency {
			s += " " + string(c.Kind)
		}
		got = append(got, s)
	}
	return got
}

var testReader *Reader

func reader() *Reader {
	if testReader == nil {
		testReader = NewReader(outlet.Default())
	}
	return testReader
}

type creditCase struct {
	name, text string
	want       []string
}

func runCases(t *testing.T, language, outlet string, cases []creditCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := article.Article{Language: language, Outlet: outlet, Text: c.text}
			a.Published = article.Time{When: time.Date(2025, time.May, 20, 0, 0, 0, 0, time.UTC), Precision: article.Day}
			require.Equal(t, c.want, readCredits(t, a), c.text)
		})
	}
}

func TestCreditsEnglish(t *testing.T) {
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"according to", "The bridge was closed twice, according to Reuters.", []string{"Reuters (according to)"}},
		{"a book that it bought", "The mayor lost his nerve, according to an early copy of the book purchased by Reuters.", []string{"Reuters (copy of the book purchased by)"}},
		{"what it bought for itself", "The old mill, purchased by Reuters in May, is empty.", nil},
		{"a host that had it first", "The letter, first obtained by Orrinheap.com, names two engineers.", []string{"Orrinheap.com (first obtained by) unknown"}},
		{"a shop", "The tickets, first sold by Orrinheap.com, were dear.", nil},
		{"a headline that is spoken of", "The Guardian published a story headlined, “Mayor closes bridge”, and left out why.", nil},
		{"a story under its headline", "The Guardian published a story on Monday that named two engineers.", []string{"The Guardian (published)"}},
		{"a thing that is called after a programme", "Her critics, pointing to the “Access Hollywood” tape, are silent.", nil},
		{"according to a report in", "According to a new report in The Wall Street Journal, the bridge was closed.", []string{"The Wall Street Journal (according to)"}},
		{"subject and verb", "The Washington Post reported on Sunday that the bridge was closed.", []string{"The Washington Post (reported)"}},
		{"perfect with adverb", "CNN has learned that two engineers resigned.", []string{"CNN (has learned)"}},
		{"after the news", "The bridge was closed, the Associated Press first reported.", []string{"Associated Press (first reported)"}},
		{"was first to", "Politico was the first to report the resignations.", []string{"Politico (was the first to report)"}},
		{"passive", "The resignations were first reported by Politico.", []string{"Politico (first reported by)"}},
		{"passive with a day between", "This was revealed on Thursday by The Guardian.", []string{"The Guardian (revealed by)"}},
		{"told", "“It was unsafe,” the engineer told the BBC.", []string{"BBC (told)"}},
		{"told an outlet's reporter", "He told CNN's Anna Pruitt that it was unsafe.", []string{"CNN (told)"}},
		{"participle", "He resigned in May, telling Spanish newspaper El País that it was unsafe.", []string{"El País (telling)"}},
		{"interview before", "In an interview with Le Monde, the minister said it was unsafe.", []string{"Le Monde (in an interview with)"}},
		{"interview after", "The minister said in an interview with Spain's El País that it was unsafe.", []string{"El País (in an interview with)"}},
		{"interview without words", "The minister gave an interview to Le Monde and left.", nil},
		{"obtained by", "A letter obtained by The New York Times shows the cost.", []string{"The New York Times (obtained by)"}},
		{"relative clause", "The bridge was closed, said Reuters, which has seen the letter.", []string{"Reuters (has seen)"}},
		{"verb in a relative clause", "Reuters, which first reported the closure, has seen the letter.", []string{"Reuters (first reported)"}},
		{"insertion between commas", "The Guardian, in a long look at the works, wrote that rust was known.", []string{"The Guardian (wrote)"}},
		{"two outlets that nobody knows", "Papers seen by the Harlow Valley Tribune and The Marrow Gazette tell of rust.", []string{"Harlow Valley Tribune (seen by) unknown", "Marrow Gazette (seen by) unknown"}},
		{"two outlets", "Both The New York Times and the Wall Street Journal reported the closure.", []string{"The New York Times (reported)", "The Wall Street Journal (reported)"}},
		{"poll that shows", "A CNN/ORC poll released Monday showed the mayor ahead.", []string{"CNN (poll showed)"}},
		{"poll only named", "The candidates waited for the CNN poll and went home.", nil},
		{"outlet's own reporter", "Reuters reporter Ann Dole tweeted that the bridge was closed.", []string{"Reuters (tweeted)"}},
		{"reporter by of", "As Paul Drees of the New York Times points out, rust was known.", []string{"The New York Times (points out)"}},
		{"commentator", "“It is a scandal,” said CNN analyst Paul Drees.", nil},
		{"executive", "According to a CNN executive, the show will end.", nil},
		{"subject of news", "CNN fired two producers on Friday.", nil},
		{"subject of a verb of saying", "CNN said it would fire two producers.", nil},
		{"company", "The New York Times Co. shares fell.", nil},
		{"company's results", "Bloomberg reported profits of $2 million.", nil},
		{"photo", "The bridge at dusk. (Photo by Jo Lind / Getty Images / Reuters)", nil},
		{"caption block", "caption|The bridge, according to Reuters", nil},
		{"via, in brackets", "That is the word from L'Équipe (via the Guardian), who say the bridge is closed.", []string{"L'Équipe (the word from) via The Guardian", "The Guardian (via)"}},
		{"via a relay", "The bridge was closed, the Guardian reported, citing the Associated Press.", []string{"The Guardian (reported)", "Associated Press (citing) via The Guardian"}},
		{"via possessive report", "The Telegraph’s report, which cites an article from The Washington Post, says so.", []string{"The Telegraph (which cites)", "The Washington Post (cites) via The Telegraph"}},
		{"via carried by", "“We knew,” she told the AP, in remarks carried by the BBC.", []string{"Associated Press (told) via BBC", "BBC (carried by)"}},
		{"via an unknown relay", "According to Bridge Matters, which cites Reuters, rust was known.", []string{"Bridge Matters (according to) unknown", "Reuters (cites) via Bridge Matters"}},
		{"pronoun", "The Washington Post reported the closure. An engineer told the newspaper that rust was known.", []string{"The Washington Post (reported)", "The Washington Post (told)"}},
		{"pronoun fits the kind", "Reuters reported it, and the BBC reported it too. The agency said rust was known.", []string{"Reuters (reported)", "BBC (reported)", "Reuters (said)"}},
		{"pronoun fits the country", "The Guardian reported it and The New York Times reported it. She told the British paper so.", []string{"The Guardian (reported)", "The New York Times (reported)", "The Guardian (told)"}},
		{"pronoun without antecedent", "The newspaper said rust was known.", nil},
		{"own outlet", "The engineer told the Courier that rust was known. The Harlow County Courier reported it in May.", nil},
		{"own outlet as this newspaper", "Reuters reported it. He told this newspaper so.", []string{"Reuters (reported)"}},
		{"unknown outlet by its name", "The Marrow Creek Gazette reported that rust was known.", []string{"Marrow Creek Gazette (reported) unknown"}},
		{"unknown outlet whose name ends in a word for papers", "The bridge is shut, according to the magazine Lantern Weekly.", []string{"Lantern Weekly (according to) unknown"}},
		{"unknown outlet after somebody's paper", "A tenant told Marlow's daily Il Lampione that rust was known.", []string{"Il Lampione (told) unknown"}},
		{"unknown outlet by apposition", "An engineer told Perimeter Notes, a security blog, that rust was known.", []string{"Perimeter Notes (told) unknown"}},
		{"person with a trade", "“It was unsafe,” said Jo Lind, a newspaper editor in Harlow.", nil},
		{"scholarly journal", "According to a study in the journal Bridge Science, rust was known.", nil},
		{"scholarly journals that are known", "Rust sleeps, according to a study published on Monday in the journal Nature. The findings appear in The Lancet.", nil},
		{"the reporters of a scholarly journal", "Rust sleeps, the engineer told Nature. Science reported it too.", []string{"Nature (told)", "Science (reported)"}},
		{"unknown outlet after its sort", "She told the newspaper Dagens Prov that rust was known.", []string{"Dagens Prov (told) unknown"}},
		{"unknown outlet again", "The Marrow Creek Packet, a weekly newspaper, reported it. He told the Packet so.", []string{"Marrow Creek Packet (reported) unknown", "Marrow Creek Packet (told) unknown"}},
		{"station", "The engineer told WQZK that rust was known.", []string{"WQZK (told) unknown"}},
		{"no outlet though it ends like one", "He told Times Square crowds to leave. The Journal of Bridge Science reported it.", nil},
		{"older reporting by year", "In 2023 The New York Times reported that the bridge had rusted.", []string{"The New York Times (reported) background"}},
		{"older reporting by month", "Reuters reported in March that the bridge had rusted.", []string{"Reuters (reported) background"}},
		{"a month of the news behind an opening credit", "According to Reuters, lawyers were instructed in January.", []string{"Reuters (according to)"}},
		{"an opening credit of another year", "According to Reuters, in 2019, the bridge had rusted.", []string{"Reuters (according to) background"}},
		{"older reporting by phrase", "Reuters reported last year that the bridge had rusted.", []string{"Reuters (reported) background"}},
		{"news of another year", "Reuters reported that in 2019 the bridge had rusted.", []string{"Reuters (reported)"}},
		{"this month", "Reuters reported in May that the bridge had rusted.", []string{"Reuters (reported)"}},
		{"op-ed", "She wrote in an op-ed in The New York Times that rust was known.", []string{"The New York Times (wrote in)"}},
		{"some of many", "It was reported in other media, including The New York Times and Politico, and denied.", []string{"The New York Times (reported in)", "Politico (reported in)"}},
		{"some of many, obtained", "A letter obtained by several news organizations, including CNN, shows the cost.", []string{"CNN (obtained by)"}},
		{"both", "The New York Times and Politico both reported that rust was known.", []string{"The New York Times (reported)", "Politico (reported)"}},
		{"somebody's and another's", "She told NPR's Ann Dole and The Guardian that rust was known.", []string{"NPR (told)", "The Guardian (told)"}},
		{"what a block is from", "From The Guardian:\nThe bridge was closed.", []string{"The Guardian (from)"}},
		{"who writes for it", "He told Ann Dole, who covers bridges for The Guardian, that rust was known.", []string{"The Guardian (told)"}},
		{"a podcast by whom and where", "Reporters for Deep Water, a podcast made in Leith, say that rust was known.", []string{"Deep Water (say) unknown"}},
		{"an episode of a podcast", "It was told in an episode of the podcast Deep Water.", []string{"Deep Water (episode of) unknown"}},
		{"an episode of a programme", "She was in an episode of the ABC show.", nil},
		{"a podcast whose name is not clear", "They spoke of it on the podcast “So, That Happened.”", nil},
		{"money given", "The mayor gave two million to the BBC.", nil},
		{"papers leaked, the news of it", "She stole the documents and leaked them to The Guardian.", nil},
		{"from there on", "From The Guardian he went to the bridge:\nIt was closed.", nil},
		{"came forward", "A diver came forward publicly in The Guardian on Sunday.", []string{"The Guardian (publicly in)"}},
		{"what a story brought up", "The works stopped after a Guardian story highlighted rust.", []string{"The Guardian (after)"}},
		{"editorial board", "He told the editorial board of The Guardian that rust was known.", []string{"The Guardian (told the editorial board of)"}},
		{"reports for", "Ann Dole reports for The Guardian that rust was known.", []string{"The Guardian (reports for)"}},
		{"a note on what was changed", "The bridge was closed.\nchrome|This story has been updated with a comment from The Washington Post.", nil},
		{"hat tip", "(h/t The Hill)", []string{"The Hill (credit line)"}},
		{"platform", "“Closed,” the mayor wrote on Facebook.", []string{"Facebook (wrote on) platform"}},
		{"platform before", "On Truth Social, he posted a map.", []string{"Truth Social (posted on) platform"}},
		{"platform to follow", "Follow us on Facebook for all posts.", nil},
		{"platform as a company", "The works on Facebook's campus were stopped.", nil},
		{"headline", "headline|AP: Bridge was rusting for years", []string{"Associated Press (:)"}},
		{"name alone", "She reads The New York Times and watches CNN.", nil},
		{"appointment", "He joined The Washington Post as an editor in 2011.", nil},
	})
}

func TestCreditsSpanish(t *testing.T) {
	runCases(t, "es", "La Voz del Valle", []creditCase{
		{"según", "El puente se cerró dos veces, según Reuters.", []string{"Reuters (según)"}},
		{"según informa", "El puente se cerró, según informa la agencia EFE.", []string{"EFE (según informa)"}},
		{"verbo antepuesto", "El cierre, adelantó este lunes El País, costará dos millones.", []string{"El País (adelantó)"}},
		{"sujeto y verbo", "El Mundo ha publicado que el óxido era conocido.", []string{"El Mundo (ha publicado)"}},
		{"de acuerdo con", "De acuerdo con The New York Times, el óxido era conocido.", []string{"The New York Times (de acuerdo con)"}},
		{"dijo a", "“Era peligroso”, dijo el ingeniero a EFE.", []string{"EFE (dijo)"}},
		{"ha explicado a la agencia", "El alcalde ha explicado a la agencia EFE que el puente era peligroso.", []string{"EFE (ha explicado)"}},
		{"entrevista", "En una entrevista publicada por El País, la ministra dijo que el puente era peligroso.", []string{"El País (en una entrevista publicada por)"}},
		{"declaraciones", "El alcalde aseguró en declaraciones a la Cadena SER que el puente era peligroso.", []string{"Cadena SER (en declaraciones a)"}},
		{"pasiva", "El informe fue revelado por El Confidencial.", []string{"El Confidencial (revelado por)"}},
		{"cadena", "El óxido era conocido, según informa El Mundo, que cita a la agencia Reuters.", []string{"El Mundo (según informa)", "Reuters (que cita a) via El Mundo"}},
		{"acceso", "El informe, al que ha tenido acceso EFE, habla de óxido.", []string{"EFE (ha tenido acceso)"}},
		{"pronombre", "El País reveló el cierre. Un ingeniero contó al diario que el óxido era conocido.", []string{"El País (reveló)", "El País (contó)"}},
		{"pasado", "El año pasado El País publicó que el puente era peligroso.", []string{"El País (publicó) background"}},
		{"plataforma", "El alcalde escribió en Facebook que el puente era peligroso.", []string{"Facebook (escribió en) platform"}},
		{"medio desconocido", "El ingeniero lo contó al Diario de Villaseca.", []string{"Diario de Villaseca (contó) unknown"}},
		{"objeto de la noticia", "El País despidió a dos redactores el viernes.", nil},
		{"directivo", "Según el presidente de la Cadena SER, habrá cambios.", nil},
		{"mención", "Leía El País todas las mañanas en el bar.", nil},
		{"síganos", "Síguenos en Facebook y comparte tus mensajes.", nil},
		{"línea de agencia", "Madrid, 17 may (EFE).- El puente se cerró ayer por el óxido.", []string{"EFE (dateline)"}},
	})
}

func TestCreditsFrench(t *testing.T) {
	runCases(t, "fr", "La Gazette des Ponts", []creditCase{
		{"selon", "Le pont a été fermé deux fois, selon Reuters.", []string{"Reuters (selon)"}},
		{"d'après", "D’après une enquête du Figaro, la rouille était connue.", []string{"Le Figaro (d après)"}},
		{"sujet et verbe", "Le Monde a révélé mardi que la rouille était connue.", []string{"Le Monde (a révélé)"}},
		{"verbe d'abord", "Le pont sera fermé, a rapporté mardi l'AFP.", []string{"Agence France-Presse (a rapporté)"}},
		{"a appris", "L'ingénieur a démissionné, a appris l'AFP de source proche.", []string{"Agence France-Presse (a appris)"}},
		{"dit à", "« C'était dangereux », a-t-il confié à l'AFP.", []string{"Agence France-Presse (confié)"}},
		{"dit au", "« C'était dangereux », a déclaré le ministre au Figaro.", []string{"Le Figaro (déclaré)"}},
		{"entretien", "Dans un entretien au Monde, la ministre a estimé que le pont était dangereux.", []string{"Le Monde (dans un entretien au)"}},
		{"passif", "L'affaire a été révélée par Mediapart.", []string{"Mediapart (révélée par)"}},
		{"comme l'a révélé", "Comme l'a révélé Libération, la rouille était connue.", []string{"Libération (a révélé)"}},
		{"chaîne", "Selon Le Monde, qui cite Reuters, la rouille était connue.", []string{"Le Monde (selon)", "Reuters (qui cite) via Le Monde"}},
		{"chaîne inconnue", "D'après Ponts Info, qui cite l'AFP, la rouille était connue.", []string{"Ponts Info (d après) unknown", "Agence France-Presse (qui cite) via Ponts Info"}},
		{"pronom", "Le Figaro a révélé la fermeture. La rouille était connue, écrit le quotidien.", []string{"Le Figaro (a révélé)", "Le Figaro (écrit)"}},
		{"passé", "En 2019, Le Monde révélait que la rouille était connue.", []string{"Le Monde (révélait) background"}},
		{"réseau", "La maire a écrit sur Facebook que le pont était fermé.", []string{"Facebook (écrit sur) platform"}},
		{"avec", "La Gazette des Ponts avec AFP", []string{"Agence France-Presse (credit line)"}},
		{"sujet de l'actualité", "Libération a licencié deux journalistes vendredi.", nil},
		{"dirigeant", "Selon le président de TF1, le journal changera.", nil},
		{"mention", "Il lisait Libération tous les matins au bar.", nil},
		{"suivez-nous", "Suivez-nous sur Facebook pour nos vidéos.", nil},
	})
}

func TestCreditsGerman(t *testing.T) {
	runCases(t, "de", "Der Brückenbote", []creditCase{
		{"laut", "Die Brücke wurde laut Reuters zweimal gesperrt.", []string{"Reuters (laut)"}},
		{"laut in Anführung", "Laut „Spiegel“ war der Rost bekannt.", []string{"Der Spiegel (laut)"}},
		{"Subjekt und Verb", "Der „Spiegel“ berichtet, der Rost sei bekannt gewesen.", []string{"Der Spiegel (berichtet)"}},
		{"Verb zuerst", "Zuerst berichtete die „Süddeutsche Zeitung“ über den Rost.", []string{"Süddeutsche Zeitung (berichtete)"}},
		{"Hörer zuerst", "Dem „Spiegel“ sagte der Ingenieur, der Rost sei bekannt gewesen.", []string{"Der Spiegel (dem sagte)"}},
		{"Seite der Zeitung", "Der Rost war bekannt, wie dpa berichtete. Das meldet die Website des „Spiegel“.", []string{"Deutsche Presse-Agentur (berichtete)", "Der Spiegel (meldet)"}},
		{"Nachrichten der Sendung", "Am Montag meldeten dann die Internet-Nachrichten der Tagesschau, die Brücke sei gesperrt.", []string{"ARD (meldeten)"}},
		{"wie berichtet", "Wie die Deutsche Presse-Agentur am Montag aus Kreisen berichtet, war der Rost bekannt.", []string{"Deutsche Presse-Agentur (berichtet)"}},
		{"sagte der", "Man habe nichts gewusst, sagte der Ingenieur der dpa.", []string{"Deutsche Presse-Agentur (sagte)"}},
		{"im Gespräch mit", "Der Minister sagte im Gespräch mit der „Zeit“, die Brücke sei gefährlich.", []string{"Die Zeit (im gespräch mit)"}},
		{"gegenüber", "Gegenüber dem „Tagesspiegel“ sagte er, die Brücke sei gefährlich.", []string{"Der Tagesspiegel (gegenüber)"}},
		{"zufolge", "Einem Bericht des „Handelsblatts“ zufolge war der Rost bekannt. Reuters zufolge auch.", []string{"Handelsblatt (zufolge)", "Reuters (zufolge)"}},
		{"Informationen", "Nach dpa-Informationen war der Rost bekannt.", []string{"Deutsche Presse-Agentur (nach)"}},
		{"unter Berufung", "Die „Süddeutsche Zeitung“ berichtete unter Berufung auf Reuters, der Rost sei bekannt.", []string{"Süddeutsche Zeitung (berichtete)", "Reuters (unter berufung auf) via Süddeutsche Zeitung"}},
		{"unbekannter Mittler", "Wie „Brücke Aktuell“ unter Berufung auf die dpa schreibt, war der Rost bekannt.", []string{"Brücke Aktuell (wie) unknown", "Deutsche Presse-Agentur (unter berufung auf) via Brücke Aktuell"}},
		{"liegt vor", "Das Gutachten, das Reuters vorliegt, nennt den Rost.", []string{"Reuters (vorliegt)"}},
		{"Rückverweis", "Der „Spiegel“ berichtete über die Brücke. Das Magazin schreibt, der Rost sei bekannt gewesen.", []string{"Der Spiegel (berichtete)", "Der Spiegel (schreibt)"}},
		{"früher", "Im vergangenen Jahr berichtete der „Spiegel“ über den Rost.", []string{"Der Spiegel (berichtete) background"}},
		{"Plattform", "Der Bürgermeister schrieb auf Facebook, die Brücke sei gesperrt.", []string{"Facebook (schrieb auf) platform"}},
		{"Spitzmarke", "Hollmünde (dpa/lni) - Die Brücke ist gesperrt.", []string{"Deutsche Presse-Agentur (dateline)"}},
		{"Schlusszeile", "Erste Zeile.\nZweite Zeile.\nDie Brücke ist gesperrt. (dpa/lni)", []string{"Deutsche Presse-Agentur (credit line)"}},
		{"Gegenstand der Nachricht", "Der „Spiegel“ entlässt zwei Redakteure.", nil},
		{"Erwähnung", "Er las morgens die „Süddeutsche Zeitung“ in der Bahn.", nil},
		{"Folgen", "Folgen Sie uns auf Facebook und teilen Sie den Beitrag.", nil},
	})
}

func TestCreditsGermanAtLength(t *testing.T) {
	runCases(t, "de", "", []creditCase{
		{"verb at the end", "Der NDR will aus zwei Ämtern erfahren haben, dass die Brücke gesperrt wird.", []string{"NDR (erfahren haben)"}},
		{"verb at the end, perfect", "Der „Spiegel“ hat nach eigener Darstellung am Freitag herausgefunden, wer es war.", []string{"Der Spiegel (herausgefunden)"}},
		{"no report", "Dem Sender ARD wurde verboten, von der Brücke zu berichten.", nil},
		{"genitive behind a document", "In einem Bericht des „Spiegel“ wird vermutet, der Rost sei alt.", []string{"Der Spiegel (bericht des)"}},
		{"documents of two", "Nach übereinstimmenden Angaben der New York Times und der Los Angeles Times war der Rost alt.", []string{"The New York Times (nach übereinstimmenden angaben)", "Los Angeles Times (nach übereinstimmenden angaben)"}},
		{"reports", "Nach Meldungen der malaysischen Nachrichtenagentur Bernama war der Rost alt.", []string{"Bernama (nach meldungen)"}},
		{"information", "Nach Informationen des Spiegel ist der Rost alt.", []string{"Der Spiegel (nach informationen)"}},
		{"an adjective that nobody knows", "Das meldet die saudi-arabische Nachrichtenagentur SPA.", []string{"Saudi Press Agency (meldet)"}},
		{"particle", "Wie es hieß, gab die Bangkok Post an, der Rost sei alt.", []string{"Bangkok Post (gab)"}},
		{"no particle", "Der Bürgermeister gab die Bangkok Post an den Nachbarn weiter.", nil},
		{"where it is said", "Bei der Agentur Reuters hieß es, der Rost sei alt.", []string{"Reuters (bei)"}},
		{"quotes from", "Die Welt zitiert aus der bolivianischen Zeitung „Sucre Oeste“, wonach der Rost alt ist.", []string{"Die Welt (zitiert)", "Sucre Oeste (zitiert aus) via Die Welt unknown"}},
		{"unknown newspaper in marks", "Die Zeitung „Marrow Observer“ berichtet jedoch, der Rost sei alt.", []string{"Marrow Observer (berichtet) unknown"}},
		{"a hyphen behind a word for outlets", "Der Rost ist alt, meldet die Online-Ausgabe der „Zeit“.", []string{"Die Zeit (meldet)"}},
		{"unknown site", "Der Rost ist alt, berichtet Brückenbau-Online.", []string{"Brückenbau-Online (berichtet) unknown"}},
		{"name with a hyphen", "Am Sonntag berichtete die regierungskritische Website Rah-e-Pol davon.", []string{"Rah-e-Pol (berichtete) unknown"}},
		{"nach and an auxiliary", "Nach SPIEGEL ONLINE habe die Stadt gezögert.", []string{"Der Spiegel (nach)"}},
		{"nach and no auxiliary", "Nach Reuters zog auch die Konkurrenz ab.", nil},
		{"compound", "Nach SPIEGEL-Informationen ist der Rost alt.", []string{"Der Spiegel (nach)"}},
		{"test of a magazine", "Laut einem Test des Magazins „auto, motor und sport“ gibt es 113 Modelle.", []string{"auto motor und sport (laut)"}},
		{"the press", "Am Abend berichtete die Presse über den Rost.", nil},
		{"a pilot", "Der Pilot meldete dem Tower einen Schaden.", nil},
		{"quoted by", "Sie wird vom „Tagesspiegel“ mit den Worten zitiert: „Er ist alt.“", []string{"Der Tagesspiegel (mit den worten)"}},
	})
}

func TestCreditsItalian(t *testing.T) {
	runCases(t, "it", "La Voce del Ponte", []creditCase{
		{"secondo", "Il ponte è stato chiuso due volte, secondo Reuters.", []string{"Reuters (secondo)"}},
		{"secondo quanto riporta", "Secondo quanto riporta la Repubblica, la ruggine era nota.", []string{"la Repubblica (secondo quanto)"}},
		{"verbo prima", "Lo rivela il Corriere della Sera, che ha visto la perizia.", []string{"Corriere della Sera (rivela)"}},
		{"riferisce", "L'ingegnere si è dimesso, riferisce l'Ansa.", []string{"ANSA (riferisce)"}},
		{"soggetto e verbo", "La Stampa ha scritto che la ruggine era nota.", []string{"La Stampa (ha scritto)"}},
		{"detto a", "«Era pericoloso», ha detto l'ingegnere all'ANSA.", []string{"ANSA (detto)"}},
		{"intervista", "In un'intervista al Corriere della Sera la ministra ha spiegato che il ponte era pericoloso.", []string{"Corriere della Sera (in un intervista al)"}},
		{"passivo", "La perizia, pubblicata da la Repubblica, parla di ruggine.", []string{"la Repubblica (pubblicata da)"}},
		{"stando a", "Stando al Corriere della Sera, la ruggine era nota.", []string{"Corriere della Sera (stando al)"}},
		{"catena", "Secondo la Repubblica, che cita il Corriere della Sera, la ruggine era nota.", []string{"la Repubblica (secondo)", "Corriere della Sera (che cita) via la Repubblica"}},
		{"rinvio", "La Stampa ha rivelato la chiusura. Un ingegnere ha raccontato al quotidiano che la ruggine era nota.", []string{"La Stampa (ha rivelato)", "La Stampa (raccontato)"}},
		{"passato", "Nel 2019 La Stampa ha scritto che la ruggine era nota.", []string{"La Stampa (ha scritto) background"}},
		{"piattaforma", "Il sindaco ha scritto su Facebook che il ponte è chiuso.", []string{"Facebook (scritto su) platform"}},
		{"lancio", "(ANSA) - ROMA, 17 AGO - Il ponte è stato chiuso ieri.", []string{"ANSA (dateline)"}},
		{"oggetto della notizia", "La Stampa ha licenziato due redattori venerdì.", nil},
		{"dirigente", "Secondo il direttore della Rai, i programmi cambieranno.", nil},
		{"citazione del nome", "Leggeva La Stampa ogni mattina al bar.", nil},
		{"seguici", "Seguici su Facebook e condividi i nostri post.", nil},
	})
}

func TestCreditsPortuguese(t *testing.T) {
	runCases(t, "pt", "Correio da Manhã", []creditCase{
		{"segundo", "A ponte foi fechada duas vezes, segundo a Reuters.", []string{"Reuters (segundo)"}},
		{"de acordo com", "De acordo com o jornal Público, a ferrugem era conhecida.", []string{"Público (de acordo com)"}},
		{"verbo antes", "O engenheiro demitiu-se, noticiou hoje a agência Lusa.", []string{"Lusa (noticiou)"}},
		{"sujeito e verbo", "O Expresso revelou que a ferrugem era conhecida.", []string{"Expresso (revelou)"}},
		{"disse à", "“Era perigoso”, disse o engenheiro à agência Lusa.", []string{"Lusa (disse)"}},
		{"contou ao", "O engenheiro contou ao Diário de Notícias que era perigoso.", []string{"Diário de Notícias (contou)"}},
		{"entrevista", "Em entrevista à Folha de S.Paulo, a ministra afirmou que a ponte era perigosa.", []string{"Folha de S.Paulo (em entrevista à)"}},
		{"passiva", "O relatório, divulgado pela Lusa, fala de ferrugem.", []string{"Lusa (divulgado pela)"}},
		{"acesso", "O relatório, a que a Lusa teve acesso, fala de ferrugem.", []string{"Lusa (teve acesso)"}},
		{"cadeia", "Segundo o Expresso, que cita a Reuters, a ferrugem era conhecida.", []string{"Expresso (segundo)", "Reuters (que cita) via Expresso"}},
		{"remissão", "O Expresso revelou o fecho. A ferrugem era conhecida, escreve o semanário.", []string{"Expresso (revelou)", "Expresso (escreve)"}},
		{"passado", "No ano passado, o Expresso revelou que a ferrugem era conhecida.", []string{"Expresso (revelou) background"}},
		{"plataforma", "O autarca escreveu no Facebook que a ponte está fechada.", []string{"Facebook (escreveu no) platform"}},
		{"linha de agência", "Lisboa, 12 mar 2025 (Lusa) - A ponte foi fechada ontem.", []string{"Lusa (dateline)"}},
		{"objeto da notícia", "O Expresso despediu dois redatores na sexta-feira.", nil},
		{"dirigente", "Segundo o presidente da RTP, os programas vão mudar.", nil},
		{"menção", "Lia o Expresso todas as manhãs no café.", nil},
		{"siga", "Siga-nos no Facebook e partilhe as publicações.", nil},
	})
}

func TestCreditsOfColleagues(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"es", "Según pudo saber El País, el puente fue cerrado.", "El País"},
		{"fr", "Le pont a été fermé, rapportent nos confrères de France Bleu.", "France Bleu"},
		{"fr", "Selon nos confrères du Parisien, le pont a été fermé.", "Le Parisien"},
		{"pt", "Segundo apurou a Folha, a ponte foi fechada.", "Folha de S.Paulo"},
		{"it", "Lo rivela un'inchiesta de Il Fatto Quotidiano.", "Il Fatto Quotidiano"},
		{"it", "A riportare la notizia è il quotidiano Il Messaggero.", "Il Messaggero"},
	} {
		var got []string
		for _, k := range readRaw(t, article.Article{Text: c.text, Language: c.language}) {
			got = append(got, k.Outlet)
		}
		require.Equal(t, []string{c.want}, got, c.text)
	}
}

func TestReads(t *testing.T) {
	for name, c := range map[string]struct {
		a    article.Article
		want bool
	}{
		"a language with cues":          {article.Article{Language: "pt-BR"}, true},
		"one without":                   {article.Article{Language: "fi"}, false},
		"unknown, in Latin letters":     {article.Article{Title: "Ferry aground"}, true},
		"unknown, in Cyrillic letters":  {article.Article{Title: "Паром сел на мель", Byline: "AP"}, false},
		"unknown, in Chinese letters":   {article.Article{Text: "渡轮搁浅"}, false},
		"unknown, of which nothing is":  {article.Article{}, true},
		"a language, whatever its text": {article.Article{Language: "en", Title: "渡轮搁浅"}, true},
	} {
		require.Equal(t, c.want, Reads(&c.a), name)
	}
}
