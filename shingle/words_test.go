package shingle

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// folded returns the folded words of a text, divided by spaces.
func folded(text string) string {
	var words []string
	for _, w := range Words(nil, text) {
		words = append(words, string(Fold(nil, text, w)))
	}
	return strings.Join(words, " ")
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "The mayor said: No comment.", "the mayor said no comment"},
		{"empty", "", ""},
		{"blank", " \n\t", ""},
		{"typographic apostrophe", "they don’t, don't, don‘t, don`t and don´t", "they don't don't don't don't and don't"},
		{"quotation marks", "‘Never’, “she” 'said' \"so\" «là» „gut“", "never she said so la gut"},
		{"possessives", "Harris's, Harris’s, Harris' and HARRIS’ car", "harris harris harris and harris car"},
		{"contractions keep theirs", "It’s what he's about, let's say", "it's what he's about let's say"},
		{"Irish name", "O’Brien", "o'brien"},
		{"French elision", "L’homme d'un quelqu'un aujourd’hui c'est qu’il", "l homme d un quelqu un aujourd'hui c est qu il"},
		{"Italian elision", "dell’economia l'Italia un'altra", "dell economia l italia un altra"},
		{"elision needs a vowel", "d'souza s't", "d'souza s't"},
		{"references", "AT&amp;T and AT&T &quot;so&quot; it&#39;s it&amp;#39;s&nbsp;now caf&eacute; &lt;b&gt;", "at t and at t so it's it's now cafe b"},
		{"no reference", "R&D; B&B &unknown; &", "r d b b unknown"},
		{"full width", "ＡＢＣ１２３", "abc123"},
		{"ligature", "ﬁnd the oﬃce, œuvre, Straße", "find the office oeuvre strasse"},
		{"diacritics", "El País Erdoğan Ørsted Łódź Ação", "el pais erdogan orsted lodz acao"},
		{"decomposed", "El Pai\u0301s", "el pais"},
		{"divided at a line's end", "the Uni-\nted Nations’ muse-\r\n  umsverein, Straßen-\nbahn", "the united nations museumsverein strassenbahn"},
		{"hyphen at a line's end that divides nothing", "Anglo-\nSaxon U-\nboat 19-\nyear mid-\n\nnext he said -\nand", "anglo saxon u boat 19 year mid next he said and"},
		{"soft hyphen", "coop\u00aderation zero\u200bwidth\u200d.", "cooperation zerowidth"},
		{"hyphens", "south-east co‐operate up–down", "south east co operate up down"},
		{"numbers", "2,300 2.3 $2.3m 1,234,567 3:30 10,9 1990s 21st 12.03.2024. 5,", "2300 2.3 2.3m 1234567 3 30 10.9 1990s 21st 12.03.2024 5"},
		{"abbreviations", "the U.S. and U.N.-led at 5 a.m. J.K. Rowling", "the us and un led at 5 am jk rowling"},
		{"no abbreviation", "Plan B. Then J.Smith left.Today", "plan b then j smith left today"},
		{"Greek", "ΟΔΥΣΣΕΎΣ Οδυσσεύς", "οδυσσευσ οδυσσευσ"},
		{"Cyrillic", "Ёлка ЕЛКА мой", "елка елка мой"},
		{"Arabic digits", "٢٠٢٤", "2024"},
		{"Chinese", "中国人民abc好", "中国 国人 人民 abc 好"},
		{"Japanese", "ｶﾞｲド", "ガイ イド"},
		{"Korean", "대한민국 정부", "대한민국 정부"},
		{"invalid UTF-8", "caf\xe9 a\xffb", "caf a b"},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, folded(c.text)) })
	}
}

// TestHostileTextsTakeLinearTime would run for hours if any of them did not.
func TestHostileTextsTakeLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while under the race detector")
	}
	for _, part := range []string{
		"a", "A.", "a'", "a’", "l'", "l’e", "&amp;", "&amp", "&#39;", "a&#39;", "1,", "1,000", "\u200b", "a\u200b", "'\u200b", "a\u0301", "\u0301",
		"и\u0306'", "é", "中", "ｶﾞ", "ﷺ", "\xff", "é'", "𝐣'",
	} {
		text := strings.Repeat(part, 1<<18/len(part))
		words := Words(nil, text)
		require.LessOrEqual(t, len(words), len(text))
		if len(words) > 0 {
			Fold(nil, text, words[0])
		}
	}
}

func TestWordsConcurrently(t *testing.T) {
	texts := []string{prose(8, 20_000), prose(9, 20_000), "L’été à l'Élysée, 2,300 中国人民 café"}
	want := make([][]Word, len(texts))
	for i, text := range texts {
		want[i] = oracleWords(text[:min(len(text), 2000)])
	}
	var wg sync.WaitGroup
	for i := range 12 {
		wg.Go(func() {
			text := texts[i%len(texts)]
			assert.Equal(t, want[i%len(texts)], Words(nil, text[:min(len(text), 2000)]))
		})
	}
	wg.Wait()
}
