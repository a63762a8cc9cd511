package outlet

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// mentions writes mentions as "words of the span = outlet", with ? for an outlet
// that stays unknown and + after a compound.
func mentions(text string, ms []Mention) []string {
	out := []string{}
	for _, m := range ms {
		s := text[m.Start:m.End]
		if m.Compound {
			s += "+"
		}
		if m.Outlet == nil {
			out = append(out, s+" = ?")
			continue
		}
		out = append(out, s+" = "+m.Outlet.Name)
	}
	return out
}

func TestFind(t *testing.T) {
	tests := []struct {
		name, text, home string
		want             []string
	}{
		// Full names.
		{"full name", "The Washington Post reported the deal.", "", []string{"The Washington Post = The Washington Post"}},
		{"without article", "A Washington Post analysis found three.", "", []string{"Washington Post = The Washington Post"}},
		{"possessive, straight", "The Boston Globe's review", "", []string{"The Boston Globe = The Boston Globe"}},
		{"possessive, curly", "Reuters’ bureau chief", "", []string{"Reuters = Reuters"}},
		{"all capitals", "ACCORDING TO THE NEW YORK TIMES, NOTHING", "", []string{"THE NEW YORK TIMES = The New York Times"}},
		{"name over two lines", "as the New York\nTimes wrote", "", []string{"the New York\nTimes = The New York Times"}},
		{"not over two paragraphs", "moved to New York\n\nTimes change", "", []string{}},
		{"no-break space", "the New\u00a0York\u00a0Times wrote", "", []string{"the New\u00a0York\u00a0Times = The New York Times"}},
		{"not over a full stop", "She works in Washington. Post offices are shut.", "", []string{}},
		{"not over a comma", "offices in Boston, Globe Street", "", []string{}},
		{"lower case is no name", "the washington post office", "", []string{}},
		{"ampersand and and", "US News and World Report ranked it", "", []string{"US News and World Report = U.S. News & World Report"}},
		{"points in a name", "U.S. News & World Report ranked it", "", []string{"U.S. News & World Report = U.S. News & World Report"}},
		{"exclamation mark in a name", "Yahoo! News has it", "", []string{"Yahoo! News = Yahoo News"}},
		{"hyphen for space", "the St. Louis Post Dispatch", "", []string{"the St. Louis Post Dispatch = St. Louis Post-Dispatch"}},
		{"apostrophe, curly for straight", "told Barron’s on Friday", "", []string{"Barron’s = Barron's"}},
		{"diacritics left out", "en Pagina 12 y El Pais", "", []string{"Pagina 12 = Página/12", "El Pais = El País"}},

		// A paper that shares its name with others gives the end of it to texts of its country alone.
		{"end of a name of several", "The Nation reported it.", "", []string{"The Nation = ?"}},
		{"end of a name of several at home", "The Nation reported it.", "La Nation (Djibouti)", []string{"The Nation = La Nation (Djibouti)"}},

		// The longest name wins.
		{"Daily News of New York", "the New York Daily News", "", []string{"the New York Daily News = New York Daily News"}},
		{"Post of New York", "the New York Post", "", []string{"the New York Post = New York Post"}},
		{"the other Times of Washington", "The Washington Times, not The Washington Post", "", []string{"The Washington Times = The Washington Times", "The Washington Post = The Washington Post"}},
		{"Sky News abroad", "told Sky News Australia", "", []string{"Sky News Australia = Sky News Australia"}},
		{"Sky News", "told Sky News on Sunday", "", []string{"Sky News = Sky News"}},
		{"Times of India", "The Times of India said", "", []string{"The Times of India = The Times of India"}},
		{"Kyiv Independent", "the Kyiv Independent wrote", "", []string{"the Kyiv Independent = The Kyiv Independent"}},
		{"Fox Business is not Fox", "told Fox Business", "", []string{"Fox Business = Fox Business"}},

		// Names in larger names.
		{"square", "They met in Times Square at noon.", "", []string{}},
		{"square in New York", "in New York Times Square", "", []string{}},
		{"post office", "by the Post Office on Friday", "", []string{}},
		{"unknown paper", "the Harlow Times reported, and the Harlow Sun said", "", []string{}},
		{"unknown paper of two generic words", "the Midland Business Times reported", "", []string{}},
		{"institute", "the Reuters Institute found", "", []string{}},
		{"ministry", "The Ministry of Foreign Affairs said", "", []string{}},
		{"book", "author of The Age of Coal", "", []string{}},
		{"federal police", "The AFP said a man was held. According to the AFP, he was 51. AFP Commissioner Ada Lorne agreed.", "", []string{}},
		{"their officers", "two AFP officers told the court", "", []string{}},
		{"a bargain", "The DPA said that the firm would pay.", "", []string{}},
		{"a regulator", "later the DPA reported 400 complaints", "", []string{}},
		{"agency in small letters", "he told the dpa on Monday", "", []string{"the dpa = Deutsche Presse-Agentur"}},
		{"an agency that is called one", "the AFP news agency reported, the DPA agency said", "", []string{"the AFP news agency = Agence France-Presse", "the DPA = Deutsche Presse-Agentur"}},
		{"an authority", "the PA said on Monday, over the PA", "The Guardian", []string{}},
		{"that agency", "the PA news agency reported, he told PA", "The Guardian", []string{"the PA news agency = PA Media", "PA = PA Media"}},
		{"an assistant", "his PA said he was out", "The Guardian", []string{}},
		{"a loudspeaker", "the PA system told them", "The Guardian", []string{}},
		{"payments", "UPI transactions rose, UPI reported", "", []string{"UPI = United Press International"}},
		{"star of David", "resembled the Star of David", "", []string{}},
		{"Islamic State", "The Islamic State said it", "", []string{}},
		{"poll of two", "a Reuters/Ipsos poll", "", []string{"Reuters+ = Reuters"}},
		{"poll with a hyphen", "an AP-NORC poll in May", "", []string{}},
		{"poll of outlets", "a Washington Post-ABC News poll", "", []string{"Washington Post+ = The Washington Post", "ABC News+ = ABC News"}},
		{"German compound", "nach dpa-Informationen", "", []string{"dpa+ = Deutsche Presse-Agentur"}},
		{"glued to a photographer", "/ Iker BelmonteAFP", "", []string{}},
		{"part of a name", "Reem As-Saba'ee", "", []string{}},

		// Ordinary words.
		{"time", "It was Time to go. Time will tell.", "", []string{}},
		{"Time as a magazine", "told Time magazine", "", []string{"Time magazine = Time"}},
		{"Time by its verb", "In April, Time reported the plan.", "", []string{"Time = Time"}},
		{"Time by its verb, later", "In April, Time first reported the plan.", "", []string{"Time = Time"}},
		{"Libération by its verb", "Libération a révélé que la Libération", "", []string{"Libération = Libération"}},
		{"German compound of an ordinary word", "nach Spiegel-Informationen im Spiegelsaal", "", []string{"Spiegel+ = Der Spiegel"}},
		{"other diacritics", "Un Político y un público", "", []string{}},
		{"plus sign", "the Suez Canal, Canal+ and Canal", "", []string{"Canal = Canal+"}},
		{"chromosome", "on the X chromosome", "", []string{}},
		{"index", "the Dow Jones Industrial Average fell", "", []string{}},
		{"Red Cross", "La Croix-Rouge a dit à La Croix", "", []string{"La Croix = La Croix"}},
		{"abbreviation of small words", "a complete blood count (CBC), then a CBC", "", []string{}},
		{"Time by what comes before", "she told Time.", "", []string{"Time = Time"}},
		{"hill", "on Capitol Hill; a member on the Hill said", "", []string{}},
		{"The Hill", "an aide told The Hill", "", []string{"The Hill = The Hill"}},
		{"The Australian", "an aide told the Australian, and The Australian printed it", "", []string{"the Australian = The Australian", "The Australian = The Australian"}},
		{"a paper of the owner's in another country", "told The Times", "The Australian", []string{"The Times = The Times"}},
		{"the same in the paper of another owner", "told The Times", "The Sydney Morning Herald", []string{"The Times = ?"}},
		{"the same where one of the country is meant", "told the Times", "New York Post", []string{"the Times = The New York Times"}},
		{"the same beside papers of one country", "told BBC Scotland and the Daily Record, The Times reported", "", []string{"BBC Scotland = BBC", "the Daily Record = Daily Record", "The Times = The Times"}},
		{"beside one such paper", "told the Daily Record, The Times reported", "", []string{"the Daily Record = Daily Record", "The Times = ?"}},
		{"beside papers of two countries", "told the Daily Record and CNN, The Times reported", "", []string{"the Daily Record = Daily Record", "CNN = CNN", "The Times = ?"}},
		{"a trade paper in small letters", "Das berichtet der Branchendienst kress. Ein Rentner aus Kress sah es.", "", []string{"kress = kress"}},
		{"an Australian", "an aide told Australian diplomat Ann Dole", "", []string{}},
		{"people", "She told People that people left.", "", []string{"People = People"}},
		{"variety", "Variety is the spice of life.", "", []string{}},
		{"according to Variety", "according to Variety, it is", "", []string{"Variety = Variety"}},
		{"sun", "The sun rose. On Sun and sand.", "", []string{}},
		{"The Sun with a cue", "he told The Sun", "", []string{"The Sun = The Sun"}},
		{"Atlantic", "The Atlantic hurricane season; across the Atlantic", "", []string{}},
		{"The Atlantic", "an essay in The Atlantic on trade", "", []string{"The Atlantic = The Atlantic"}},
		{"Nature", "published in Nature on Wednesday; by Nature", "", []string{"Nature = Nature"}},
		{"AP with article", "spoke to the AP", "", []string{"the AP = Associated Press"}},
		{"AP classes", "took AP classes and an AP exam", "", []string{}},
		{"AP in brackets", "DALLAS (AP) — Two men", "", []string{"AP = Associated Press"}},
		{"AP alone in its line", "Photo: AP\nTwo men", "", []string{"AP = Associated Press"}},
		{"PA is a state", "Pittsburgh, PA, and PA voters said no", "", []string{}},
		{"PA in London", "told PA the inquiry goes on", "BBC", []string{"PA = PA Media"}},
		{"surveillance", "CCTV footage shows it", "", []string{}},
		{"Voz", "told Voz", "CNN", []string{"Voz = Voz"}},
		{"voice in Spanish", "La Voz dijo que no; la Voz", "Clarín", []string{}},
		{"apposition", "the Independent, a British newspaper, said", "", []string{"the Independent = The Independent"}},
		{"politician", "an Independent from Maine; the Independent from Vermont", "", []string{}},
		{"a reporter before the verb", "TSN's Ada Lorne reported that the bridge is shut", "CNN", []string{"TSN = TSN"}},
		{"nobody before the verb", "TSN's Monday Night crew was there", "CNN", []string{}},
		{"local station", "he told Fox 35 in Orlando", "", []string{}},
		{"X", "in a post on X on Monday, Malcolm X said X-rays", "", []string{"X = X"}},
		{"Medium", "on Medium; Medium heat", "", []string{"Medium = Medium"}},
		{"first name", "told Marianne to wait", "", []string{}},
		{"part of a name with an ampersand", "As Q&E News and Q&amp;E News reported", "", []string{}},
		{"magazine of that name", "a déclaré au magazine Marianne", "Le Monde", []string{"magazine Marianne = Marianne"}},

		// Abbreviations and people.
		{"abbreviation defined otherwise", "the Coastal Builders Council (CBC) met. CBC members left.", "", []string{}},
		{"abbreviation of the outlet", "the Canadian Broadcasting Corporation (CBC) has it; CBC said", "", []string{"the Canadian Broadcasting Corporation = CBC", "CBC = CBC", "CBC = CBC"}},
		{"agency with its abbreviation", "the Associated Press (AP) said", "", []string{"the Associated Press = Associated Press", "AP = Associated Press"}},
		{"person", "Michael Bloomberg ran. Bloomberg said he would.", "", []string{}},
		{"person with a title", "In 2002, Mr. Bloomberg moved.", "", []string{}},
		{"agency beside a person with a title", "Michael R. Bloomberg leads. Mr. Bloomberg has billions, Bloomberg says.", "", []string{"Bloomberg = Bloomberg"}},
		{"after a compound", "the anti-Trump National Review", "", []string{"National Review = National Review"}},
		{"person in the headline", "Bloomberg drops out\n\nMichael Bloomberg said on Tuesday", "", []string{}},
		{"agency", "a person familiar told Bloomberg", "", []string{"Bloomberg = Bloomberg"}},
		{"agency beside the person", "Michael Bloomberg owns it, Bloomberg News said. Bloomberg reported", "", []string{"Bloomberg News = Bloomberg", "Bloomberg = Bloomberg"}},

		// Hosts and accounts.
		{"host", "first on nytimes.com on Monday", "", []string{"nytimes.com = The New York Times"}},
		{"host below", "as edition.cnn.com has it", "", []string{"edition.cnn.com = CNN"}},
		{"link", "see https://www.nytimes.com/a and nytimes.com/b", "", []string{}},
		{"address", "write to desk@nytimes.com", "", []string{}},
		{"account", "@CNN and #CNN and @washingtonpost", "", []string{}},
		{"name that is a host", "as NOLA.com reported", "", []string{"NOLA.com = The Times-Picayune"}},
		{"sentence after the host", "as said on cnn.com. Then", "", []string{"cnn.com = CNN"}},

		// Short forms.
		{"Post after the Washington one", "The Washington Post said so. The Post added", "", []string{"The Washington Post = The Washington Post", "The Post = The Washington Post"}},
		{"Post after the New York one", "The New York Post said so. The Post added", "", []string{"The New York Post = New York Post", "The Post = New York Post"}},
		{
			"the latest before", "The Denver Post had it. The Washington Post too. The Post added", "",
			[]string{"The Denver Post = The Denver Post", "The Washington Post = The Washington Post", "The Post = The Washington Post"},
		},
		{"the only one after", "The Times has it. Two hours later the Seattle Times did", "", []string{"The Times = The Seattle Times", "the Seattle Times = The Seattle Times"}},
		{"Times unknown", "The Times reported it.", "", []string{"The Times = ?"}},
		{"initials of a Belgian paper", "meldt HLN", "De Morgen", []string{"HLN = Het Laatste Nieuws"}},
		{"in the Netherlands too", "meldt HLN", "De Telegraaf", []string{"HLN = Het Laatste Nieuws"}},
		{"and of an American station", "she told HLN", "CNN", []string{"HLN = HLN"}},
		{"Times at home in Britain", "The Times reported it.", "BBC", []string{"The Times = The Times"}},
		{"Times at home in America", "The Times reported it.", "CNN", []string{"The Times = The New York Times"}},
		{"its own short form", "told The Times", "Los Angeles Times", []string{"The Times = Los Angeles Times"}},
		{"Telegraph anywhere", "The Telegraph reported it.", "", []string{"The Telegraph = The Telegraph"}},
		{"Telegraph at home in India", "The Telegraph reported it.", "The Hindu", []string{"The Telegraph = The Telegraph (Kolkata)"}},
		{"Telegraph after another", "The Belfast Telegraph said. The Telegraph added", "", []string{"The Belfast Telegraph = Belfast Telegraph", "The Telegraph = Belfast Telegraph"}},
		{"Herald unknown", "the Herald said", "", []string{"the Herald = ?"}},
		{"Herald of an unknown town", "The Miami Herald had it. The Harlow Herald too. The Herald said", "", []string{"The Miami Herald = Miami Herald", "The Herald = ?"}},
		{"Times of an unknown town, with News", "The Harlow News Times said", "", []string{}},
		{"Fox, of an outlet", "he told Fox on Monday", "", []string{"Fox = Fox"}},
		{"Fox, of somebody", "Morven Fox came. It rains, Fox said", "", []string{}},
		{"a channel of another country", "Israel TV's Channel 10 said", "", []string{}},
		{"derived short form", "The Des Moines Register asked. The Register said", "", []string{"The Des Moines Register = Des Moines Register", "The Register = Des Moines Register"}},
		{"derived in French", "interrogé par Le Figaro. Contacté, un journaliste du Figaro", "", []string{"Le Figaro = Le Figaro", "Figaro = Le Figaro"}},
		{"with its article contracted", "a-t-il confié au Parisien, champion du Monde", "", []string{"Parisien = Le Parisien"}},
		{"with its article small", "a révélé le Figaro", "", []string{"le Figaro = Le Figaro"}},
		{"without article before a role", "The Washington Post sued. Post reporters left. Post no bills.", "", []string{"The Washington Post = The Washington Post", "Post = The Washington Post"}},
		{"ABC", "on ABC's morning show", "", []string{"ABC = ABC News"}},
		{"ABC in Sydney", "told the ABC", "The Age", []string{"the ABC = ABC (Australia)"}},
		{"ABC in Madrid", "según ABC", "El Mundo", []string{"ABC = ABC (España)"}},
		{"El País", "según El País", "", []string{"El País = El País"}},
		{"El País of Uruguay", "según El País", "Búsqueda", []string{"El País = El País (Uruguay)"}},
		{"El Universal after Caracas", "El Universal de Caracas y luego El Universal", "", []string{"El Universal de Caracas = El Universal (Venezuela)", "El Universal = El Universal (Venezuela)"}},

		// Ordinary words beside an outlet that a cue credits, and before their own writers.
		{"behind and", "according to CNN and Time, it rose", "", []string{"CNN = CNN", "Time = Time"}},
		{"told both", "she told Politico and Reason on Friday", "", []string{"Politico = Politico", "Reason = Reason"}},
		{"behind and, with its article", "papers obtained by CNN and The Atlantic show", "", []string{"CNN = CNN", "The Atlantic = The Atlantic"}},
		{"behind and, with a larger name", "according to CNN and Time Warner", "", []string{"CNN = CNN"}},
		{"behind and, without a cue", "she reads CNN and Time and People", "", []string{"CNN = CNN"}},
		{"behind and, small", "according to CNN and time, it rose", "", []string{"CNN = CNN"}},
		{"behind a comma", "according to Politico, Variety is the spice of life", "", []string{"Politico = Politico"}},
		{"writer in the genitive", "Reason’s Ada Lorne wrote Thursday", "", []string{"Reason = Reason"}},
		{"writer in the genitive, an adverb", "Wired's Ada Lorne first reported it", "", []string{"Wired = Wired"}},
		{"an article by somebody at", "Read the article by Ada Lorne at Slate.", "", []string{"Slate = Slate"}},
		{"work by somebody at", "The roof was built by Ada Lorne at Slate.", "", []string{}},
		{"writer behind an article", "at the mill,” the Federalist’s Ada Lorne argues", "", []string{"the Federalist = The Federalist"}},
		{"at the head", "The Atlantic’s Ada Lorne points out that it rose", "", []string{"The Atlantic = The Atlantic"}},
		{"manager in the genitive", "Metro's Ada Lorne said the trains run", "", []string{}},
		{"no writer", "Reason's Grave Mistake is a film", "", []string{}},
		{"one name", "Life's Purpose wrote itself", "", []string{}},

		// Other languages.
		{"Spanish", "informó la agencia Efe, según el diario La Vanguardia", "", []string{"Efe = EFE", "La Vanguardia = La Vanguardia"}},
		{"Spanish region", "en el El País Vasco", "", []string{}},
		{"French", "selon l'AFP et Le Monde", "", []string{"AFP = Agence France-Presse", "Le Monde = Le Monde"}},
		{"French world", "le monde entier; Le monde change", "", []string{}},
		{"German in quotation marks", "berichtet die „Welt“ und der „Spiegel“", "", []string{"Welt = Die Welt", "Spiegel = Der Spiegel"}},
		{"German mirror and world", "Die Welt hält den Atem an vor dem Spiegel", "", []string{}},
		{"German agency", "BERLIN (dpa) - Der Bund, meldet dpa", "", []string{"dpa = Deutsche Presse-Agentur", "dpa = Deutsche Presse-Agentur"}},
		{"Italian", "secondo il Corriere della Sera e la Repubblica", "", []string{"il Corriere della Sera = Corriere della Sera", "la Repubblica = la Repubblica"}},
		{"Italian republic", "il presidente della Repubblica", "", []string{}},
		{"Portuguese", "segundo a Folha de S.Paulo e O Globo", "", []string{"Folha de S.Paulo = Folha de S.Paulo", "O Globo = O Globo"}},
		{"Portuguese public", "o público e o jornal Público", "", []string{"jornal Público = Público"}},
		{"English of a foreign paper", "the Spanish daily El Mundo wrote", "", []string{"El Mundo = El Mundo"}},
	}
	g := Default()
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			var home *Outlet
			if tc.home != "" {
				home = g.ByName(tc.home)
				require.NotNil(t, home)
			}
			require.Equal(t, tc.want, mentions(tc.text, g.Find(nil, tc.text, nil, home)))
		})
	}
}

func TestFindWithinSpans(t *testing.T) {
	text := "The Washington Post\nAdvertisement CNN\nThe Post said"
	prose := []article.Span{{Start: 0, End: 19}, {Start: 38, End: len(text)}}
	ms := Default().Find(nil, text, prose, nil)
	require.Equal(t, []string{"The Washington Post = The Washington Post", "The Post = The Washington Post"}, mentions(text, ms))

	cut := []article.Span{{Start: 0, End: 14}, {Start: 15, End: 19}}
	require.Empty(t, Default().Find(nil, text, cut, nil), "a name does not reach over the end of a span")
	require.Empty(t, Default().Find(nil, text, []article.Span{}, nil))
}

func TestFindAppends(t *testing.T) {
	first := Default().Find(nil, "CNN said", nil, nil)
	both := Default().Find(first, "The Post said; Reuters said", nil, nil)
	require.Len(t, both, 3)
	require.Equal(t, "CNN", both[0].Outlet.Name)
	require.Equal(t, "Reuters", both[2].Outlet.Name)
}

func TestFindKnowsHomeByItsName(t *testing.T) {
	text := "Two men told the Courier that the Miami Herald was wrong."
	home := &Outlet{Name: "Harlow County Courier"}
	ms := Default().Find(nil, text, nil, home)
	require.Len(t, ms, 2)
	require.Same(t, home, ms[0].Outlet)
}

func TestMentionOfACompound(t *testing.T) {
	ms := Default().Find(nil, "in the Reuters/Ipsos poll", nil, nil)
	require.Len(t, ms, 1)
	require.Equal(t, "the Reuters/Ipsos", ms[0].Form)
	require.True(t, ms[0].Compound)
	require.False(t, ms[0].Short)
}

// Hostile texts must take time in proportion to their length; a quadratic one
// would not end within the test's time.
func TestFindOnHostileText(t *testing.T) {
	for _, unit := range []string{
		"the Post ", "The Post, ", "Harlow Herald the Herald ", "New ", "New York ", "La ", "a.b.", "cnn.com.", "(AP)", "The ", "-CNN", "/AP", "AP-", "„Welt", ". ",
		"St. ", "\u0301", "\xff", "\xe2\x80", "É", "the", "Reuters/", "Coastal Builders Council (CBC) CBC ",
	} {
		text := strings.Repeat(unit, 1<<18/len(unit))
		Default().Find(nil, text, nil, nil)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("The Washington Post said. The Post's (AP) „Welt“ nytimes.com", 3, 40)
	f.Add("Michael R. Bloomberg told Bloomberg/AFP, según El Pai\u0301s", 0, 9)
	f.Add("the Harlow Herald\n\nthe Herald-Sun's www.cnn.com/x @AP", 0, 99)
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		g := Default()
		check := func(ms []Mention) {
			end := 0
			for _, m := range ms {
				require.LessOrEqual(t, end, m.Start)
				require.Less(t, m.Start, m.End)
				require.LessOrEqual(t, m.End, len(text))
				require.Contains(t, text, m.Form)
				require.True(t, m.Outlet != nil || m.Short)
				require.True(t, m.Compound || m.Form == text[m.Start:m.End])
				end = m.End
			}
		}
		check(g.Find(nil, text, nil, g.ByName("BBC")))
		if 0 <= from && from <= to && to <= len(text) {
			check(g.Find(nil, text, []article.Span{{Start: 0, End: from}, {Start: from, End: to}}, nil))
		}
	})
}

// newsroom is a stretch of made-up prose, as dense in capitals and names as news.
const newsroom = `The mayor of Harlow told reporters on Monday that the council would not sell the old ferry terminal, according to
two people familiar with the talks. "We have had offers, and every one of them was too low," Anna Dell said in an interview with
The Boston Globe. The Washington Post reported last week that a buyer from New York had toured the site; the Post did not name him.
National parks, American banks and British insurers hold the debt. El alcalde dijo a la agencia EFE que no habrá venta. (Reuters) `

func BenchmarkFind(b *testing.B) {
	g := Default()
	text := strings.Repeat(newsroom, 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var dst []Mention
	for b.Loop() {
		dst = g.Find(dst[:0], text, nil, nil)
	}
}

// Find leaves out words that FindAmong needs not know.
func TestFindNeedsFewWords(t *testing.T) {
	g := Default()
	parts := []string{"The ", "the ", "Washington ", "Post", "Reuters", "reuters.", "nytimes", ".com", "n-tv", "é", "-", ".", ". ", "A", "AP", " (", "El ", "País", "taz", "Sky-News", "'s ", "\n", "10", "\xff", "中文"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "parts"), "")
		require.Equal(t, g.FindAmong(nil, text, word.Words(nil, text), nil, nil, nil), g.Find(nil, text, nil, nil))
	})
}
