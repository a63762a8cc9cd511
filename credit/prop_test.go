package credit

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
	"wiretrace/lang"
)

// checkCredits reads a text laid out as one block a line and checks what must
// hold of any text.
func checkCredits(t require.TestingT, language, outlet, text string) {
	a := article.Article{Language: language, Outlet: outlet}
	var l article.Layout
	a.Text, l = layLines(text)
	prefix := []Credit{{Outlet: "kept"}}
	got := reader().Credits(prefix, &a, &l)
	require.Equal(t, "kept", got[0].Outlet, "appends")
	last := 0
	for _, c := range got[1:] {
		require.True(t, 0 <= c.Start && c.Start < c.End && c.End <= len(a.Text), "span %v of %d", c.Span, len(a.Text))
		require.True(t, utf8.RuneStart(a.Text[c.Start]) && (c.End == len(a.Text) || utf8.RuneStart(a.Text[c.End])), "boundaries")
		require.LessOrEqual(t, last, c.Start, "order")
		last = c.Start
		require.NotEmpty(t, c.Outlet)
		require.NotEmpty(t, c.Cue)
		require.NotEqual(t, c.Outlet, c.Via)
	}
	require.Equal(t, got, reader().Credits(prefix, &a, &l), "the same again")
}

// words that make credits likely.
var creditWords = []string{
	"according", "to", "the", "The", "Reuters", "AP", "(AP)", "—", ",", ".", "told", "reported", "by", "via", "CNN", "CNN's", "poll", "showed",
	"which", "cites", "citing", "newspaper", "agency", "Harlow", "Gazette", "said", "in", "an", "interview", "with", "El", "País", "según",
	"wie", "berichtet", "l'AFP", "“", "”", "(", ")", "/", "dpa", "2019", "last", "year", "Facebook", "wrote", "on", "\n", "h/t", ":", "é", "\xff", "byline|", "a", "blog",
}

func TestCreditsOfAnyWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(creditWords), 0, 60).Draw(t, "words")
		sep := rapid.SampledFrom([]string{" ", "", "-"}).Draw(t, "sep")
		text := strings.ToValidUTF8(strings.Join(words, sep), "?")
		checkCredits(t, rapid.SampledFrom([]string{"en", "es", "fr", "de", "it", "pt", "", "nl"}).Draw(t, "language"), rapid.SampledFrom([]string{"", "CNN", "Harlow Gazette"}).Draw(t, "outlet"), text)
	})
}

func FuzzCredits(f *testing.F) {
	f.Add("en", "CNN", "WASHINGTON (AP) — He told the BBC, citing Reuters.\nbyline|By AP\nThe newspaper said so in 2019.")
	f.Add("", "", "Wie die „Zeit“ unter Berufung auf dpa berichtet.\n(dpa/lno)")
	f.Add("fr", "x", "D’après Ponts Info, qui cite l’AFP\u00a0: «\u00a0non\u00a0», au Figaro.")
	f.Add("es", "", "chrome|[Reuters.]\n/EFE\n(EFE).- \xf0\x9f\x93\xb0")
	f.Fuzz(func(t *testing.T, language, outlet, text string) {
		checkCredits(t, language, outlet, strings.ToValidUTF8(text, "\ufffd"))
	})
}

// TestCreditsHostile reads megabytes that are one line, one sentence, all
// outlets or all openings, in time that only linear reading has.
func TestCreditsHostile(t *testing.T) {
	for name, unit := range map[string]string{
		"words":         "word ",
		"outlets":       "Reuters, ",
		"chains":        "CNN, citing Reuters, ",
		"cues":          "according to ",
		"brackets":      "(Reuters, which ",
		"capitals":      "Harlow ",
		"unknown names": "the Harlow Gazette, the Marrow Packet, ",
		"no space":      "aé",
		"lines":         "CNN said so.\n",
		"bylines":       "byline|By AP\n",
		"quotes":        "“told the newspaper ",
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Repeat(unit, 500_000/len(unit))
			a := article.Article{Text: text}
			var l article.Layout
			a.Text, l = layHostile(text)
			begin := time.Now()
			reader().Credits(nil, &a, &l)
			require.Less(t, time.Since(begin), 20*time.Second)
		})
	}
}

// layHostile lays each line as one block and one sentence.
func layHostile(text string) (string, article.Layout) {
	var l article.Layout
	at := 0
	for line := range strings.Lines(text) {
		b := article.Block{Span: article.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}}
		at += len(line)
		if strings.HasPrefix(line, "byline|") {
			b.Kind, b.Start = article.Byline, b.Start+len("byline|")
		} else {
			l.Sentences = append(l.Sentences, b.Span)
		}
		l.Blocks = append(l.Blocks, b)
	}
	return text, l
}

func BenchmarkCredits(b *testing.B) {
	// Some 3 KB, of which a few sentences credit.
	text := strings.Repeat("The bridge was closed at noon by the mayor of the town, who had been warned twice in spring about the rust that ate its bolts.\n"+
		"Two engineers, both from the county, wrote that the deck might fall, and nobody answered them until the winter had gone.\n", 10) +
		"“It was unsafe,” one of them told the BBC. The Washington Post first reported the closure, citing a letter it had obtained.\n" +
		"According to Reuters, which has seen the plans, the works will take a year. The agency said the ferry runs again.\n"
	var l article.Layout
	a := article.Article{Language: "en", Outlet: "Harlow Courier"}
	a.Text, l = layLines(text)
	r := reader()
	var dst []Credit
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		dst = r.Credits(dst[:0], &a, &l)
	}
	require.Len(b, dst, 4)
}

func BenchmarkLexicon(b *testing.B) {
	for b.Loop() {
		require.NoError(b, newLexicon("en").parse(lang.All()[0].Lines("cues")))
	}
}
