package shingle

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// stemOf returns the stem hash of a word.
func stemOf(word string) uint64 { return Words(nil, word)[0].Stem }

func TestStemsMeet(t *testing.T) {
	for _, c := range []string{
		"discuss discussed discusses discussing discussion discussions Discussion’s",
		"quotation quotations",
		"story stories",
		"try tries tried trying",
		"plan plans planned planning",
		"consider considers considered considering",
		"call calls called calling",
		"negotiate negotiates negotiated negotiating negotiation negotiations",
		"make makes made making",
		"say says said saying",
		"tell told tells",
		"agree agreed agrees agreeing",
		"quick quickly",
		"match matches matched",
		"house houses",
		"country countries",
		"family families",
		"policy policies",
		"Israeli Israelis",
		"general generals generally",
		"tax taxes taxed",
		"child children",
		"five 5 fünf cinq cinco",
		"thousand 1,000",
		"ciudad ciudades",
		"acusado acusada acusados acusadas",
		"presidente presidenti",
		"ministère ministères",
	} {
		words := strings.Fields(c)
		for _, w := range words[1:] {
			require.Equal(t, stemOf(words[0]), stemOf(w), "%s and %s", words[0], w)
		}
	}
}

func TestStemsOfLanguagesOfManyForms(t *testing.T) {
	for _, c := range []struct {
		language, words string
		same            bool
	}{
		{"tr", "Ankara Ankara'da Ankara’nın", true},
		{"tr", "belediye belediyesi belediyelerin", true},
		{"tr", "yangın yangında", true},
		{"tr", "Ankara Antalya", false},
		{"sv", "sprickor sprickorna", true},
		{"sv", "Kustbevakningen Kustbevakningens", true},
		{"sv", "myndighet myndigheten myndigheternas", true},
		{"sv", "fartyg fartyget", true},
		{"da", "kommunen kommunens", true},
		{"no", "regjering regjeringen regjeringens", true},
		{"pl", "premier premiera premierowi", true},
		{"pl", "Warszawa Warszawie Warszawy", true},
		{"ru", "правительство правительства правительством", true},
		{"uk", "будинок будинки", false}, // the last letters that they share are too few
		{"ar", "حكومة الحكومة والحكومة للحكومة", true},
		{"en", "Ankara Ankara'da", false},
	} {
		words := Background(c.language).Words(nil, c.words)
		for _, w := range words[1:] {
			require.Equal(t, c.same, words[0].Stem == w.Stem, c.words)
		}
	}
}

func TestStemsStayApart(t *testing.T) {
	for _, c := range [][2]string{
		{"king", "ki"},
		{"bring", "br"},
		{"news", "new"},
		{"million", "mill"},
		{"billion", "bill"},
		{"need", "ne"},
		{"bus", "bu"},
		{"virus", "vir"},
		{"analysis", "analy"},
		{"early", "ear"},
		{"red", "r"},
		{"2300", "230"},
		{"1990s", "1990"},
		{"nation", "national"},
		{"port", "report"},
		{"mayor", "major"},
		{"us", "u"},
		{"six", "sixty"},
		{"general", "generous"},
	} {
		require.NotEqual(t, stemOf(c[0]), stemOf(c[1]), "%s and %s", c[0], c[1])
	}
}
