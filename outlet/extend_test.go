package outlet

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestExtend(t *testing.T) {
	table := `# our own town
name,aliases,ambiguous,needs,domains,sort,country,owner
Harlow County Courier,Harlow Courier,the Courier*,,harlowcourier.example,newspaper,US,Dell Media
Perimeter Notes,,,case,perimeter.example,digital,,
`
	g, err := Default().Extend(strings.NewReader(table), "ours.csv")
	require.NoError(t, err)
	require.Len(t, g.Outlets(), len(Default().Outlets())+2)

	o := g.ByName("harlow courier")
	require.NotNil(t, o)
	require.Equal(t, &Outlet{
		Name: "Harlow County Courier", Aliases: []string{"Harlow Courier"}, Ambiguous: []string{"the Courier"},
		Domains: []string{"harlowcourier.example"}, Kind: Publisher, Sort: SortNewspaper, Country: "US", Owner: "Dell Media", shorts: o.shorts,
	}, o)
	require.Same(t, o, g.ByHost("www.harlowcourier.example"))
	text := "The Harlow County Courier asked. She told the Courier and Perimeter Notes, a security blog. CNN called."
	require.Equal(t, []string{
		"The Harlow County Courier = Harlow County Courier", "the Courier = Harlow County Courier", "Perimeter Notes = Perimeter Notes", "CNN = CNN",
	}, mentions(text, g.Find(nil, text, nil, nil)))

	require.Nil(t, Default().ByName("Harlow County Courier"), "the gazetteer extended stays as it was")
}

func TestExtendOverrides(t *testing.T) {
	tests := []struct {
		name, table string
		check       func(t *testing.T, g *Gazetteer)
	}{
		{"an outlet by its name", "name\tsort\tdomains\ncnn\tbroadcaster\tcnn.example\n", func(t *testing.T, g *Gazetteer) {
			require.Equal(t, "cnn", g.ByName("CNN").Name)
			require.Nil(t, g.ByHost("cnn.com"))
			require.Len(t, g.Outlets(), len(Default().Outlets()))
		}},
		{"an alias", "name\taliases\tsort\nAsset Press\tAP\tdigital\n", func(t *testing.T, g *Gazetteer) {
			require.Equal(t, "Asset Press", g.ByName("AP").Name)
			require.Equal(t, "Associated Press", g.ByName("Associated Press").Name)
			require.NotContains(t, g.ByName("Associated Press").Aliases, "AP")
		}},
		{"a short form", "name\taliases\tsort\nThe Harlow Post\tthe Post\tnewspaper\n", func(t *testing.T, g *Gazetteer) {
			text := "told the Post"
			require.Equal(t, []string{"the Post = The Harlow Post"}, mentions(text, g.Find(nil, text, nil, nil)))
		}},
		{"a host", "name\tdomains\tsort\nHarlow Times\tnytimes.com\tnewspaper\n", func(t *testing.T, g *Gazetteer) {
			require.Equal(t, "Harlow Times", g.ByHost("nytimes.com").Name)
			require.Equal(t, "nyti.ms", g.ByName("NYT").Domain())
		}},
		{"the name of another outlet, as an alias", "name\taliases\tsort\nHarlow Guardian\tThe Guardian\tnewspaper\n", func(t *testing.T, g *Gazetteer) {
			text := "told The Guardian"
			require.Equal(t, []string{"The Guardian = Harlow Guardian"}, mentions(text, g.Find(nil, text, nil, nil)))
		}},
		{"nothing", "name\tsort\n", func(t *testing.T, g *Gazetteer) {
			require.Len(t, g.Outlets(), len(Default().Outlets()))
		}},
		{"with semicolons and a byte order mark, as spreadsheets write it", "\ufeffName;Sort;Aliases\r\nHarlow Gleaner;newspaper;\"The Gleaner of Harlow|Gleaner, The\"\r\n", func(t *testing.T, g *Gazetteer) {
			require.Equal(t, "Harlow Gleaner", g.ByName("Gleaner of Harlow").Name)
		}},
		{"with empty lines and cells", "name,sort,owner\n\n,,\nHarlow Gleaner,newspaper\n", func(t *testing.T, g *Gazetteer) {
			require.Equal(t, "Harlow Gleaner", g.ByName("Harlow Gleaner").Name)
		}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			g, err := Default().Extend(strings.NewReader(tc.table), "ours.tsv")
			require.NoError(t, err)
			tc.check(t, g)
		})
	}
}

func TestExtendTwice(t *testing.T) {
	g, err := Default().Extend(strings.NewReader("name,sort\nHarlow Gleaner,newspaper\n"), "a.csv")
	require.NoError(t, err)
	g, err = g.Extend(strings.NewReader("name,sort\nHarlow Gleaner,magazine\n"), "b.csv")
	require.NoError(t, err)
	require.Equal(t, SortMagazine, g.ByName("Harlow Gleaner").Sort)
}

func TestExtendErrors(t *testing.T) {
	tests := []struct{ name, table, want string }{
		{"empty", "", "o.tsv: no line names the columns"},
		{"only comments", "# nothing\n", "o.tsv: no line names the columns"},
		{"no name column", "sort\towner\n", `o.tsv:1: no column "name"`},
		{"no sort column", "name\towner\n", `o.tsv:1: no column "sort"`},
		{"unknown column", "name\tsort\tcolour\n", `o.tsv:1: unknown column "colour"`},
		{"column twice", "name\tsort\tname\n", `o.tsv:1: column "name" stands twice`},
		{"column without name", "name\t\tsort\n", "o.tsv:1: a column has no name"},
		{"outlet without name", "name\tsort\n\tnewspaper\n", "o.tsv:2: an outlet without a name"},
		{"no sort", "name\tsort\nHarlow Times\t\n", `o.tsv:2: outlet "Harlow Times": unknown sort ""`},
		{"unknown sort", "# a\n\nname\tsort\nHarlow Times\tpaper\n", `o.tsv:4: outlet "Harlow Times": unknown sort "paper"`},
		{"country", "name\tsort\tcountry\nHarlow Times\tnewspaper\tUSA\n", `o.tsv:2: outlet "Harlow Times": country "USA" is not a code of two letters`},
		{"host", "name\tsort\tdomains\nHarlow Times\tnewspaper\tharlow\n", `o.tsv:2: outlet "Harlow Times": "harlow" is not a host`},
		{"stars", "name\tsort\tambiguous\nHarlow Times\tnewspaper\tthe Times***\n", `o.tsv:2: outlet "Harlow Times": form "the Times" has more than two stars`},
		{"stars on an alias", "name\tsort\taliases\nHarlow Times\tnewspaper\tHT*\n", `o.tsv:2: outlet "Harlow Times": only an ambiguous form has stars, not "HT*"`},
		{"form without word", "name\tsort\taliases\nHarlow Times\tnewspaper\t--\n", `o.tsv:2: outlet "Harlow Times": form "--" has no word or too many`},
		{"form of too many words", "name\tsort\na b c d e f g h i j\tdigital\n", `o.tsv:2: outlet "a b c d e f g h i j": form "a b c d e f g h i j" has no word or too many`},
		{"unknown need", "name\tsort\tneeds\nHarlow\tdigital\tsome\n", `o.tsv:2: outlet "Harlow": unknown need "some"`},
		{"need of no form", "name\tsort\tneeds\nHarlow\tdigital\tHT=cue\n", `o.tsv:2: outlet "Harlow": need of "HT", which is none of its forms`},
		{"outlet twice", "name\tsort\nHarlow\tdigital\nThe Harlow\tdigital\n", `o.tsv:3: outlet "The Harlow" stands already at o.tsv:2`},
		{"alias of two", "name\tsort\taliases\nA One\tdigital\tHT\nB Two\tdigital\tHT\n", `o.tsv:3: form "HT" of "B Two" is also of "A One" (o.tsv:2)`},
		{"host of two", "name\tsort\tdomains\nA One\tdigital\ta.example\nB Two\tdigital\ta.example\n", `o.tsv:3: host "a.example" of "B Two" is also of "A One" (o.tsv:2)`},
		{"alias that is ambiguous", "name\tsort\taliases\tambiguous\nA One\tdigital\tHT\t\nB Two\tdigital\t\tHT\n", `o.tsv:2: alias "HT" of "A One" is ambiguous by "B Two"`},
		{"ambiguous form twice", "name\tsort\tambiguous\nA One\tdigital\tthe HT|HT\n", `o.tsv:2: outlet "A One" lists "HT" twice`},
		{"too many cells", "name\tsort\nA One\tdigital\tmore\n", "o.tsv:2: 3 cells, but only 2 columns"},
		{"not UTF-8", "name\tsort\nA \xff\tdigital\n", `o.tsv:2: column "name" is not UTF-8`},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			g, err := Default().Extend(strings.NewReader(tc.table), "o.tsv")
			require.EqualError(t, err, tc.want)
			require.Nil(t, g)
		})
	}
}

func FuzzExtend(f *testing.F) {
	f.Add("name\taliases\tambiguous\tneeds\tdomains\tsort\tcountry\towner\nHarlow Times\tHT\tthe Times*\tcue|HT=case\tht.example\tnewspaper\tUS\tDell\n")
	f.Add("name,sort\n\"Harlow, Times\",digital\n")
	f.Add("\ufeffname;sort\r\nX & Y;agency\r\n")
	g, err := Default().Extend(strings.NewReader("name,sort\nHarlow Gleaner,newspaper\n"), "base")
	if err != nil {
		f.Fatal(err)
	}
	g = &Gazetteer{rows: g.rows[:40], near: g.near, larger: g.larger} // small, so that it is quick
	f.Fuzz(func(t *testing.T, table string) {
		h, err := g.Extend(strings.NewReader(table), "o")
		if err != nil {
			require.True(t, strings.HasPrefix(err.Error(), "o:"), err)
			return
		}
		for _, o := range h.Outlets() {
			require.Same(t, o, h.ByName(o.Name))
		}
		h.Find(nil, table, nil, nil)
	})
}

// The rows of one gazetteer are the rows of others, which may spell their words otherwise.
func TestGazetteersLeaveTheirRowsAsTheyAre(t *testing.T) {
	words := func(g *Gazetteer) (all [][]formWord) {
		for _, r := range g.rows {
			for i := range r.forms {
				all = append(all, slices.Clone(r.forms[i].words))
			}
		}
		return all
	}
	g, err := embedded()
	require.NoError(t, err)
	want := words(g)
	_, err = g.Extend(strings.NewReader("name,aliases,sort\nHarlow News Agency,yahoo - news|ntv|reuters,agency\n"), "o")
	require.NoError(t, err)
	g.In("de", "DE")
	g.In("ko", "")
	g.Known([]string{"Harlow Gleaner", "the pioneer", "Time"})
	require.Equal(t, want, words(g))
}
