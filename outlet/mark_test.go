package outlet

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/lang/word"
)

func TestEveryMarkIsOfAnAgency(t *testing.T) {
	g := Default()
	for key, list := range marks() {
		for _, m := range list {
			o := g.ByName(m.outlet)
			require.NotNil(t, o, "%s of %q", key, m.outlet)
			require.Equal(t, Agency, o.Kind, m.outlet)
			require.Equal(t, m.outlet, o.Name)
			require.NotEmpty(t, m.languages, key)
		}
	}
}

func TestMark(t *testing.T) {
	g := Default()
	for _, c := range []struct{ text, language, want string }{
		{"ats", "fr", "Keystone-SDA"},
		{"ATS", "de", "Keystone-SDA"},
		{"ATS", "en", ""},
		{"A. F. P.", "fr", "Agence France-Presse"},
		{"A.F.P.", "", "Agence France-Presse"},
		{"Reuter", "de", "Reuters"},
		{"REUTER", "", "Reuters"},
		{"Efe", "es", "EFE"},
		{"AP", "de", "Associated Press"},
		{"Ap", "de", ""},
		{"AP", "no", ""},
		{"ＡＦＰ", "ja", "Agence France-Presse"},
		{"ТАСС", "ru", "TASS"},
		{"新华社", "zh", "Xinhua"},
		{"أ ف ب", "ar", "Agence France-Presse"},
		{"AA", "tr", "Anadolu Agency"},
		{"AA", "de", ""},
		{"", "de", ""},
		{"PA", "en", ""}, // below a text alone
		{"the mayor", "en", ""},
	} {
		name := ""
		if o := g.Mark(c.text, c.language); o != nil {
			name = o.Name
		}
		require.Equal(t, c.want, name, "%q in %q", c.text, c.language)
	}
}

func TestMarkBelow(t *testing.T) {
	g := Default()
	require.Equal(t, g.ByName("PA Media"), g.MarkBelow("PA", "en"))
	require.Nil(t, g.MarkBelow("PA", "de"))
	require.Nil(t, g.MarkBelow("AP", "en"), "it counts elsewhere too")
}

func TestTablesOfMarksAreChecked(t *testing.T) {
	for table, want := range map[string]string{
		"AFP\tafp":           "marks.tsv:1: 2 columns, not 3",
		"# x\n\nAFP\t-\t*\n": `marks.tsv:3: mark "-" has no letter`,
		"AFP\tafp\tde\tmore": "marks.tsv:1: 4 columns, not 3",
	} {
		_, err := readMarks(table)
		require.EqualError(t, err, want)
	}
}

func TestMaySignOverlooksNoMarkAndNoAgency(t *testing.T) {
	g := Default()
	pieces := []string{
		"AP", "ats", "dpa", "U", "P", "I", "A", "F", "the", "The", "Reuters", "Associated", "Press", "United", "International", "news", "agency", "Agence", "France", "Presse",
		"Ada", "boat", "7", "Ω", "ТАСС", "新华社", " ", " ", " ", ".", ". ", "-", "/", ", ", "\n", "’",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 12).Draw(t, "pieces"), "")
		words := word.Words(nil, text)
		for i := range words {
			for _, last := range words[i:] {
				part := text[words[i].Start:last.End]
				o := g.ByName(part)
				if g.Mark(part, "fr") != nil || g.MayBeAgency(part) && o != nil && o.Kind == Agency {
					require.True(t, g.MaySign(words), "%q of %q", part, text)
					require.True(t, g.MaySign(words[i:min(i+2, len(words))]), "the first words of %q", part)
				}
			}
		}
	})
}
