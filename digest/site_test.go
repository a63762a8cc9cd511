package digest

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// A site of which only the address is known is called as its text calls it, in all its articles.
func TestASiteIsCalledAsItsTextCallsIt(t *testing.T) {
	const lead = "The borough has paid rent for eleven years for an office that does not exist, its own accounts show.\n\n"
	for _, c := range []struct {
		name, url, text, want string
	}{
		{"where somebody told it something", "https://www.marshamtimes.example/hedge", "“They sent the form every April,” Mr Poll told the Marsham Times.", "Marsham Times"},
		{"in a host with the article", "https://themarshamtimes.example/hedge", "“They sent the form every April,” Mr Poll told The Marsham Times.", "Marsham Times"},
		{"in a host with strokes", "https://marsham-times.example/hedge", "The Marsham Times went to see it.", "Marsham Times"},
		{"in a host with more", "https://marshamtimesonline.example/hedge", "The Marsham Times went to see it.", ""},
		{"not where the text names another", "https://marshamtimes.example/hedge", "The Ely Times went to see it.", ""},
		{"nor in small letters", "https://marshamtimes.example/hedge", "In Marsham times are hard.", ""},
		{"nor by one word", "https://marshamite.example/hedge", "Marshamite is a stone.", ""},
		{"nor across a sentence", "https://marshamtimes.example/hedge", "He lives in Marsham. Times are hard.", ""},
		{"nor in a script without spaces", "https://marshamtimes.example/hedge", "Marsham役所は十一年間、存在しない事務所の家賃を払っていた。", ""},
		{"but by one in the brackets of its dateline", "https://cableline.example/1", "", "Cableline"},
		{"one that the gazetteer knows", "https://www.theguardian.com/hedge", "The Guardian went to see it.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := newMaker()
			text := lead + c.text
			if c.text == "" {
				text = "ELKO, Nev. (Cableline) — " + lead
			}
			m.Make(&article.Article{ID: "a", URL: c.url, Language: "en", Text: text})
			require.Equal(t, c.want, m.Site().Name)
		})
	}
}
