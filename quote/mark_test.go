package quote_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
	"wiretrace/quote"
)

// between returns what Marks finds in text: the words, + before what is never closed.
func between(text string) []string {
	var list []string
	for _, m := range findMarks(nil, text, layoutOf(text).Blocks) {
		s := text[m.Start:m.End]
		if m.Open {
			s = "+" + s
		}
		list = append(list, s)
	}
	return list
}

func TestMarks(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string
	}{
		{"curly", "He said “go home” and left.", []string{"go home"}},
		{"straight", `He said "go home" and left.`, []string{"go home"}},
		{"German", "Er sagte „geh heim“ und ging.", []string{"geh heim"}},
		{"German, closed by an English mark", "Er sagte „geh heim” und ging.", []string{"geh heim"}},
		{"guillemets", "Il a dit «rentre» et «sors».", []string{"rentre", "sors"}},
		{"guillemets with spaces", "Il a dit « rentre » puis « sors ».", []string{"rentre", "sors"}},
		{"guillemets turned inwards", "Er sagte »geh heim« und »komm wieder«.", []string{"geh heim", "komm wieder"}},
		{"guillemets turned inwards at the beginning", "»Geh heim«, sagte er.", []string{"Geh heim"}},
		{"single", "He said ‘go home’ and didn’t wait.", []string{"go home"}},
		{"single, with a genitive inside", "He called it ‘the voters’ will,’ and left.", []string{"the voters’ will,"}},
		{"single and straight", "He said 'go home' and didn't wait.", []string{"go home"}},
		{"German single", "Das ‚Nein‘ blieb.", []string{"Nein"}},
		{"decade and contraction are none", "In the ’90s and the '80s he rocked 'em; the farmers’ market and the boys' club didn’t.", nil},
		{"backticks", "He said ``go home'' and left.", []string{"go home"}},
		{"apostrophes doubled", "He said ''go home'' and left.", []string{"go home"}},
		{"nested, other marks", "“He said ‘no’ to me,” she said.", []string{"He said ‘no’ to me,"}},
		{"nested, the same marks", `"He said "no" to me," she said.`, []string{`He said "no" to me,`}},
		{"nested in guillemets", "«Il m’a dit “non” hier», a-t-elle dit.", []string{"Il m’a dit “non” hier"}},
		{"nested in single marks", "‘He said “no” to me,’ she said.", []string{"He said “no” to me,"}},
		{"two in a row", `"One." "Two."`, []string{"One.", "Two."}},
		{"no space behind", `He said "go home"and left.`, []string{"go home"}},
		{"the closing mark turned", "He said “go home“ and left.", []string{"go home"}},
		{"curly opened, straight closed", "He said “go home\" and left.", []string{"go home"}},
		{"never closed ends with its paragraph", "He said “go home.\nShe left.", []string{"+go home."}},
		{"never closed ends before the next", "“Go home, he said. “Now.”", []string{"+Go home, he said.", "Now."}},
		{"reopened", "“One.\n“Two.”", []string{"+One.", "Two."}},
		{"not reopened", "“One.\nTwo,” he said.", []string{"+One.", "Two,"}},
		{"reopened in Spanish", "«Uno.\n»Dos.»", []string{"+Uno.", "Dos."}},
		{"inches are none", `The 6' 2" man and the 40" screen.`, nil},
		{"a closing mark alone is none", "Go home,” he said.", nil},
		{"attributes of markup are none", `<a href="x" title="He said">“Go home”</a>`, []string{"Go home"}},
		{"markup over a line", "<post by=\"x\" on=\"May 3\n\">Text.\nHe said \"go home\".", []string{"go home"}},
		{"empty ones are none", `He said "" and “ ”.`, nil},
		{"in brackets", "(“Go home”) [\"now\"]", []string{"Go home", "now"}},
		{"behind dashes", "No—“go home”—he said.", []string{"go home"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, between(c.text)) })
	}
}

func TestMarksFlagsTongs(t *testing.T) {
	text := "The film “A Winter in Tarn” is out. “Nobody should drive over it,” Martha Quill said."
	got := findMarks(nil, text, layoutOf(text).Blocks)
	require.Len(t, got, 2)
	require.True(t, got[0].Scare)
	require.False(t, got[1].Scare)
}

func TestMarksLeavesOutFurniture(t *testing.T) {
	text := "“Photo”\n“Prose”"
	blocks := layoutOf(text).Blocks
	blocks[0].Kind = article.Caption
	got := findMarks(nil, text, blocks)
	require.Len(t, got, 1)
	require.Equal(t, "Prose", text[got[0].Start:got[0].End])
}

// wellFormed requires what callers rely on of spans in text.
func wellFormed(t require.TestingT, text string, spans []article.Span) {
	end := 0
	for _, s := range spans {
		require.GreaterOrEqual(t, s.Start, end, "ordered, without overlap")
		require.Greater(t, s.End, s.Start, "not empty")
		require.LessOrEqual(t, s.End, len(text), "within the text")
		require.True(t, utf8.RuneStart(text[s.Start]), "begins a code point")
		require.True(t, s.End == len(text) || utf8.RuneStart(text[s.End]), "ends a code point")
		end = s.End
	}
}

// find returns the quotations of an article, appended to dst.
func find(dst []quote.Quote, a *article.Article, l *article.Layout) []quote.Quote {
	dst = quote.Find(dst, new(quote.Words), a, l)
	return dst
}

// findMarks returns what stands between marks in blocks of a text.
func findMarks(dst []quote.Mark, text string, blocks []article.Block) []quote.Mark {
	words := quote.Words{Marks: dst}
	quote.Find(nil, &words, &article.Article{Text: text}, &article.Layout{Blocks: blocks})
	return words.Marks
}

func quoteSpans(a *article.Article, l *article.Layout) []article.Span {
	var spans []article.Span
	for _, q := range find(nil, a, l) {
		spans = append(spans, q.Span)
	}
	return spans
}

func TestQuotesAreWellFormed(t *testing.T) {
	pieces := []string{
		"“", "”", "\"", "'", "’", "‘", "„", "«", "»", "‚", "``", "''", "‹", "›", " ", " ", "\n", ". ", ", ", ": ", "— ", "(", ")", "<a ", ">",
		"Paul Olsen", "he", "said", "according to", "the", "told", "who", "Garner’s", "spokesman", "dit-il", "según", "sagte", "U.S.", "É", "日本", "x",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces"), "")
		a := &article.Article{Text: text}
		wellFormed(t, text, quoteSpans(a, nil))
		l := layoutOf(text)
		wellFormed(t, text, quoteSpans(a, l))
		require.Equal(t, quoteSpans(a, nil), quoteSpans(a, l), "a block a line is what no blocks mean")
		var marks []article.Span
		for _, m := range findMarks(nil, text, l.Blocks) {
			marks = append(marks, m.Span)
		}
		wellFormed(t, text, marks)
		wellFormed(t, text, statements(text, "", l))
	})
}

// Hostile text must cost no more than its length: each of these took minutes
// where a step looked back or ahead without a bound.
func TestQuotesHostile(t *testing.T) {
	const n = 100_000 // repetitions
	for name, piece := range map[string]string{
		"unclosed marks":       "“",
		"unclosed, spaced":     " “a",
		"straight marks":       "\"",
		"straight, spaced":     " \"a",
		"single marks":         " ‘a",
		"apostrophes":          " 'a s' b",
		"guillemets":           "«a ",
		"quotations":           "“a,” ",
		"quotations in a row":  "“a”“b”",
		"tags never closed":    "<a ",
		"names":                "Anna Bell Carr, ",
		"prepositional chains": "friends of friends of ",
		"commas":               "a, ",
		"cues":                 "said ",
		"pronouns":             "“No,” he said. ",
		"brackets":             "( ",
		"capitals":             "A",
		"closed late":          "» said ",
	} {
		t.Run(name, func(t *testing.T) {
			text, less := strings.Repeat(piece, n), strings.Repeat(piece, n/10)
			start := time.Now()
			for _, text := range []string{text, "“" + less + "” said Paul Olsen", less + "“a,” he said"} {
				a := &article.Article{Text: text, Language: "en"}
				wellFormed(t, text, quoteSpans(a, nil))
			}
			require.Less(t, time.Since(start), 20*time.Second)
		})
	}
}

func FuzzQuotes(f *testing.F) {
	f.Add("“We looked twice,” Martha Quill said, “and left.”", "en")
	f.Add("« Non », a-t-elle dit.\n„Nein“, sagte er. ‘No’ ''no'' ``no''", "fr")
	f.Add("<a href=\"x\n\">\"One.\n\"Two\" - X (@x) May 3", "")
	f.Fuzz(func(t *testing.T, text, lang string) {
		if !utf8.ValidString(text) {
			t.Skip("texts are valid UTF-8")
		}
		a := &article.Article{Text: text, Language: lang}
		wellFormed(t, text, quoteSpans(a, nil))
		l := layoutOf(text)
		for i := range l.Blocks {
			l.Blocks[i].Kind = article.Kind(i % 9)
		}
		wellFormed(t, text, quoteSpans(a, l))
		var marks []article.Span
		for _, m := range findMarks(nil, text, l.Blocks) {
			marks = append(marks, m.Span)
		}
		wellFormed(t, text, marks)
		wellFormed(t, text, statements(text, "", l))
	})
}

// A text of nothing but marks takes bounded memory.
func TestStretchesAreBounded(t *testing.T) {
	text := strings.Repeat("“a ", 100_000)
	require.LessOrEqual(t, len(findMarks(nil, text, nil)), 30_000)
	require.NotEmpty(t, find(nil, &article.Article{Text: "“We will rebuild the pier,” said Ada Ferrow. " + text, Language: "en"}, &article.Layout{}))
}
