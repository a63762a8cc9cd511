package quote_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// told is one quotation as a test expects it: who | what, with " POST" behind who.
func told(text, lang string, blocks ...article.Block) []string {
	a := &article.Article{Text: text, Language: lang}
	var l *article.Layout
	if blocks != nil {
		l = &article.Layout{Blocks: blocks}
	}
	var list []string
	for _, q := range find(nil, a, l) {
		who := q.Speaker
		if q.Post {
			who += " POST"
		}
		list = append(list, who+" | "+text[q.Start:q.End])
	}
	return list
}

type quoteCase struct {
	name string
	text string
	want []string
}

func runQuoteCases(t *testing.T, lang string, cases []quoteCase) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, told(c.text, lang))
		})
	}
}

func TestQuotesEnglish(t *testing.T) {
	runQuoteCases(t, "en", []quoteCase{
		{
			"verb before the name",
			"The bridge will stay shut. “We found cracks in two of the girders,” said Martha Quill, the county engineer.",
			[]string{"Martha Quill | We found cracks in two of the girders,"},
		},
		{
			"name before the verb, last name made full",
			"Martha Quill inspected the bridge on Monday.\n\n\"Nobody should drive over it,\" Quill told the Lowland Herald.",
			[]string{"Martha Quill | Nobody should drive over it,"},
		},
		{
			"the writer",
			"Martha Quill looked at me and waited for an answer. “We had better go back to the bridge,” I said.",
			[]string{" | We had better go back to the bridge,"},
		},
		{
			"a gerund with a subject of its own",
			"Some members were irritated about the lack of detail, with Sen. Martha Quill calling it a “plan for a plan and nothing more than that.”",
			[]string{"Martha Quill | plan for a plan and nothing more than that."},
		},
		{
			"interrupted by the speaker",
			"“We looked twice,” Martha Quill said, “and we did not like what we saw.”",
			[]string{"Martha Quill | We looked twice,", "Martha Quill | and we did not like what we saw."},
		},
		{
			"spokesperson named in apposition",
			"Garner’s spokesperson, Lydia Marsh, said the senator was “looking forward to the hearing.”",
			[]string{"Lydia Marsh | looking forward to the hearing."},
		},
		{
			"function between commas",
			"Tom Aldous, 44, a plumber who lives next to the bridge, said: “I hear it groan at night.”",
			[]string{"Tom Aldous | I hear it groan at night."},
		},
		{
			"titles are no part of a name",
			"“It is over,” Sen. Ruth Garner said. “I have told President Olsen so,” Mrs. Garner added.",
			[]string{"Ruth Garner | It is over,", "Ruth Garner | I have told President Olsen so,"},
		},
		{
			"pronouns mean the person of their sex",
			"Ruth Garner met Paul Olsen on Friday. “He listened,” she said. “It was a good talk,” he said.",
			[]string{"Ruth Garner | He listened,", "Paul Olsen | It was a good talk,"},
		},
		{
			"according to",
			"The dam is “not fit for another winter,” according to Paul Olsen, who built it.",
			[]string{"Paul Olsen | not fit for another winter,"},
		},
		{
			"an institution speaks",
			"The White House said in a statement that the visit had been “productive and frank.”",
			[]string{"White House | productive and frank."},
		},
		{
			"anonymous",
			"“They have run out of ideas,” a former aide told reporters.",
			[]string{"former aide | They have run out of ideas,"},
		},
		{
			"colon",
			"Asked whether he would resign, Paul Olsen was brief: “No.”",
			[]string{"Paul Olsen | No."},
		},
		{
			"over several paragraphs with reopened marks",
			"Ruth Garner addressed the crowd.\n\n“We have waited for nine years, she said, and nobody came.\n\n“We will not wait for a tenth.”",
			[]string{"Ruth Garner | We have waited for nine years, she said, and nobody came.", "Ruth Garner | We will not wait for a tenth."},
		},
		{
			"nobody named: who spoke last goes on",
			"“I was asleep,” said Tom Aldous.\n\n“Then the lights went out.”",
			[]string{"Tom Aldous | I was asleep,", "Tom Aldous | Then the lights went out."},
		},
		{
			"never closed",
			"“I was asleep when the water came, Tom Aldous said.\n\nThe county opened two shelters.",
			[]string{"Tom Aldous | I was asleep when the water came, Tom Aldous said."},
		},
		{
			"titles, nicknames and scare quotes are none",
			"The film “A Winter in Tarn” opens on Friday. Bill “Red” Archer plays the so-called “king” of the harbour, and “The Late Hour” will show it.",
			nil,
		},
		{
			"part of a sentence",
			"Olsen called the report “a disgrace” and left.",
			[]string{"Olsen | a disgrace"},
		},
		{
			"posted on a platform",
			"Paul Olsen posted on X: “I have no plan to resign.”",
			[]string{"Paul Olsen POST | I have no plan to resign."},
		},
		{
			"nested: the outermost only",
			"“He told me, ‘Go home,’ and I went,” Tom Aldous said.",
			[]string{"Tom Aldous | He told me, ‘Go home,’ and I went,"},
		},
		{
			"single marks where the article uses them",
			"‘We don’t know the voters’ minds,’ said Ruth Garner. ‘Not yet.’",
			[]string{"Ruth Garner | We don’t know the voters’ minds,", "Ruth Garner | Not yet."},
		},
		{
			"backticks",
			"``The money is gone,'' Paul Olsen said.",
			[]string{"Paul Olsen | The money is gone,"},
		},
		{
			"marks that do not match",
			"“The money is gone,\" Paul Olsen said. \"I want it back,” he added.",
			[]string{"Paul Olsen | The money is gone,", "Paul Olsen | I want it back,"},
		},
		{
			"the office of one who has been named",
			"The director of the mill, Anna Teller, showed visitors round. “It is loud,” lamented the director.",
			[]string{"Anna Teller | It is loud,"},
		},
		{
			"gerund behind the verb of its subject",
			"Olsen and Ruth Garner will meet on Sunday, Tom Aldous said, adding, “They have to talk.”",
			[]string{"Tom Aldous | They have to talk."},
		},
	})
}

// One person has one name throughout an article, and the quotations of several
// people are kept apart.
func TestSpeakersOfAProfile(t *testing.T) {
	runQuoteCases(t, "en", []quoteCase{
		{
			"spoken of behind a paragraph that ends with a quotation",
			"Hob Garth has built nine boats. \"They float,\" said Mina Dell of the museum. The sign says \"Mind the Keel.\"\n\n" +
				"Garth said that he would stop in May. \"I have a lad coming,\" he added.\n\n\"Then I rest,\" said he.",
			[]string{"Mina Dell | They float,", "sign | Mind the Keel.", "Hob Garth | I have a lad coming,", "Hob Garth | Then I rest,"},
		},
		{
			"name behind a hyphen",
			"Hugo Lamb wrote to the yard. \"We have bought from them since 1961,\" he said.\n\n\"No other trade floats on its mistakes.\" -Alderman Bess Orrin",
			[]string{"Hugo Lamb | We have bought from them since 1961,", "Bess Orrin | No other trade floats on its mistakes."},
		},
		{
			"no name behind a dash that goes on",
			"\"We have bought from them since 1961,\" Hugo Lamb said. \"They float.\" — The yard of Mina Dell lies two miles down the river and is shut in winter.",
			[]string{"Hugo Lamb | We have bought from them since 1961,", "Hugo Lamb | They float."},
		},
		{
			"a relative named by one word",
			"Mina Dell keeps a boat in the garden. According to her husband, Ewan, it \"has never held anything but rain and opinions\".",
			[]string{"Ewan | has never held anything but rain and opinions"},
		},
		{
			"a pronoun explained by a name",
			"\"They float,\" said Bess Orrin.\n\nMina Dell runs the museum.\n\n\"It is a good boat,\" Orrin said.\n\n" +
				"She — Dell, that is — keeps one in the garden. \"For the herons,\" she said.",
			[]string{"Bess Orrin | They float,", "Bess Orrin | It is a good boat,", "Mina Dell | For the herons,"},
		},
		{
			"single marks beside double ones",
			"\"The keel is sound,\" said Hob Garth. His son, Ewan Garth, does not dispute it. 'He thinks I weigh them,' Ewan Garth says. 'I do weigh them.'",
			[]string{"Hob Garth | The keel is sound,", "Ewan Garth | He thinks I weigh them,", "Ewan Garth | I do weigh them."},
		},
		{
			"a list of headlines between single marks beside double ones",
			"\"The keel is sound,\" said Hob Garth.\n\nMuseum says 'Nobody has ever floated here before'",
			[]string{"Hob Garth | The keel is sound,"},
		},
		{
			"paragraphs in other languages",
			"Hob Garth has built nine boats. \"They float,\" said Mina Dell, who runs the museum by the river.\n\n" +
				"„Ein Boot ist ein Brief an jemanden, der noch nicht geboren ist“, sagte der Bootsbauer Anton Rehm aus Bamberg, der zu Besuch war. „Man muss warten“, sagte Rehm.\n\n" +
				"« Et parfois il arrive vide », a répondu Garth dans la cour du musée.",
			[]string{
				"Mina Dell | They float,", "Anton Rehm | Ein Boot ist ein Brief an jemanden, der noch nicht geboren ist", "Anton Rehm | Man muss warten",
				"Hob Garth | Et parfois il arrive vide",
			},
		},
		{
			"single marks around a term beside double ones",
			"\"The keel is sound,\" said Hob Garth. The so-called 'dry builders' make no boats.",
			[]string{"Hob Garth | The keel is sound,"},
		},
	})
}

func TestQuotesPosts(t *testing.T) {
	block := func(text, part string, k article.Kind) article.Block {
		i := strings.Index(text, part)
		return article.Block{Span: article.Span{Start: i, End: i + len(part)}, Kind: k}
	}
	t.Run("signed at its end", func(t *testing.T) {
		post := "I have no plan to resign. — Paul Olsen (@polsen) May 3, 2024"
		text := "Paul A. Olsen stays.\n" + post
		require.Equal(t, []string{"Paul A. Olsen POST | I have no plan to resign."},
			told(text, "en", block(text, "Paul A. Olsen stays.", article.Prose), block(text, post, article.Post)))
	})
	t.Run("signed before it", func(t *testing.T) {
		text := "— Tarn Police (@TarnPD) May 3, 2024: “Mill Road is SHUT. Please stay away.”"
		require.Equal(t, []string{"Tarn Police POST | Mill Road is SHUT. Please stay away."}, told(text, "en", block(text, text, article.Post)))
	})
	t.Run("signed in a block of its own", func(t *testing.T) {
		text := "Mill Road is SHUT.\nPlease stay away.\n— Tarn Police (@TarnPD) May 3, 2024"
		require.Equal(t, []string{"Tarn Police POST | Mill Road is SHUT.", "Tarn Police POST | Please stay away."}, told(text, "en",
			block(text, "Mill Road is SHUT.", article.Post), block(text, "Please stay away.", article.Post), block(text, "— Tarn Police (@TarnPD) May 3, 2024", article.Post)))
	})
	t.Run("unsigned, told by the sentence before", func(t *testing.T) {
		text := "Ruth Garner wrote on X:\nMill Road is SHUT. pic.twitter.com/aaaa"
		require.Equal(t, []string{"Ruth Garner POST | Mill Road is SHUT. pic.twitter.com/aaaa"}, told(text, "en",
			block(text, "Ruth Garner wrote on X:", article.Prose), block(text, "Mill Road is SHUT. pic.twitter.com/aaaa", article.Post)))
	})
}

func TestQuotesFurnitureHoldsNone(t *testing.T) {
	text := "Photo: “We won,” said Ruth Garner.\n“We lost,” said Paul Olsen."
	i := strings.IndexByte(text, '\n')
	got := told(text, "en", article.Block{Span: article.Span{Start: 0, End: i}, Kind: article.Caption}, article.Block{Span: article.Span{Start: i + 1, End: len(text)}})
	require.Equal(t, []string{"Paul Olsen | We lost,"}, got)
}
