package outlet

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"wiretrace/lang/word"
)

func TestDefaultHoldsThePress(t *testing.T) {
	_, err := embedded()
	require.NoError(t, err)
	bySort, byCountry := map[Sort]int{}, map[string]int{}
	g := Default()
	for _, o := range g.Outlets() {
		bySort[o.Sort]++
		byCountry[o.Country]++
	}
	require.Greater(t, len(g.Outlets()), 2000)
	for sort, least := range map[Sort]int{
		SortAgency: 180, SortNewspaper: 900, SortBroadcaster: 350, SortMagazine: 200, SortDigital: 400, SortPlatform: 40,
	} {
		require.GreaterOrEqual(t, bySort[sort], least, sort)
	}
	for country, least := range map[string]int{
		"US": 500, "GB": 150, "IE": 30, "CA": 50, "AU": 35, "NZ": 10, "IN": 50, "ZA": 30, "ES": 80, "MX": 30, "AR": 30, "CL": 30, "CO": 30,
		"PE": 30, "VE": 30,
		"FR": 90, "BE": 30, "CH": 35, "DE": 100, "AT": 30, "IT": 80, "PT": 30, "BR": 70, "NL": 30, "PL": 30, "RU": 30, "UA": 30, "TR": 30,
		"SE": 30, "DK": 30, "NO": 30, "CN": 30, "TW": 30, "HK": 30, "JP": 30, "KR": 30, "EG": 30, "SA": 30, "IL": 18,
	} {
		require.GreaterOrEqual(t, byCountry[country], least, country)
	}
}

func TestDataIsInOrder(t *testing.T) {
	files, err := fs.Glob(tables, "data/outlets-*.tsv")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := fs.ReadFile(tables, file)
		require.NoError(t, err)
		require.True(t, norm.NFC.IsNormal(data), "%s is composed", file)
		lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
		require.Equal(t, "name\taliases\tambiguous\tneeds\tdomains\tsort\tcountry\towner", lines[0], file)
		require.True(t, slices.IsSorted(lines[1:]), "%s is sorted", file)
		for _, l := range lines {
			require.Equal(t, 7, strings.Count(l, "\t"), "%s: %s", file, l)
			require.NotContains(t, l, "  ", file)
			require.NotContains(t, l, "\t ", file)
			require.NotContains(t, l, " \t", file)
		}
	}
}

func TestEveryOutletIsFoundByAllItsNames(t *testing.T) {
	g := Default()
	for _, o := range g.Outlets() {
		require.Same(t, o, g.ByName(o.Name), o.Name)
		require.NotEqual(t, Unknown, o.Kind, o.Name)
		require.Equal(t, o.Sort.Kind(), o.Kind, o.Name)
		for _, a := range o.Aliases {
			require.Same(t, o, g.ByName(a), "%s: %s", o.Name, a)
		}
		for _, d := range o.Domains {
			require.Same(t, o, g.ByHost(d), "%s: %s", o.Name, d)
			require.Same(t, o, g.ByHost("https://www."+d+"/news/1.html?a=b#c"), "%s: %s", o.Name, d)
			name, domain := g.Canonical(d)
			require.Equal(t, o.Name, name)
			require.Equal(t, o.Domains[0], domain)
		}
		require.False(t, slices.ContainsFunc([]rune(o.Name), unicode.IsControl), o.Name)
	}
}

// A form that only one outlet has finds that outlet in running text, given
// the word beside it that the neediest form asks for.
// What may be no agency's name is never asked for by name.
func TestEveryAgencyMayBeOne(t *testing.T) {
	g := Default()
	for name := range g.names {
		for _, s := range []string{name, "The " + name, "the " + name + " news agency"} {
			if o := g.ByName(s); o != nil && o.Kind == Agency {
				require.True(t, g.MayBeAgency(s), s)
			}
		}
	}
	require.True(t, g.MayBeAgency("The Associated Press"))
	require.False(t, g.MayBeAgency("The mayor of Carrick"))
}

func TestEveryAliasIsFoundInText(t *testing.T) {
	g := Default()
	for _, r := range g.rows {
		for _, f := range r.forms {
			if f.stars >= 0 || r.needs[f.key] == needNever || strings.Contains(f.text, "(") || g.shared[f.key] != nil {
				continue
			}
			text := "according to the newspaper " + f.text + ", it is so."
			ms := g.Find(nil, text, nil, nil)
			require.NotEmpty(t, ms, f.text)
			require.Contains(t, text[ms[0].Start:ms[0].End], strings.Trim(strings.TrimPrefix(f.text, "The "), "!.+¡"), f.text)
			require.NotNil(t, ms[0].Outlet, f.text)
			require.Equal(t, r.name, ms[0].Outlet.Name, f.text)
		}
	}
}

func TestByName(t *testing.T) {
	g := Default()
	for name, want := range map[string]string{
		"washington post":            "The Washington Post",
		"WaPo":                       "The Washington Post",
		"The  Washington\u00a0Post":  "The Washington Post",
		"NYT":                        "The New York Times",
		"ap":                         "Associated Press",
		"The AP":                     "Associated Press",
		"Agencia EFE":                "EFE",
		"dpa":                        "Deutsche Presse-Agentur",
		"El Pais":                    "El País",
		"EL PAÍS":                    "El País",
		"Süddeutsche Zeitung":        "Süddeutsche Zeitung",
		"Sueddeutsche Zeitung":       "Süddeutsche Zeitung",
		"L’Équipe":                   "L'Équipe",
		"CBC News":                   "CBC",
		"Politico News":              "Politico",
		"The Economist magazine":     "The Economist",
		"Xinhua news agency":         "Xinhua",
		"The Telegraph":              "The Telegraph",
		"the Times":                  "The Times",
		"ABC":                        "ABC News",
		"USA TODAY":                  "USA Today",
		"Huffington Post":            "HuffPost",
		"U.S. News and World Report": "U.S. News & World Report",
		"the Post":                   "", // several, and none before the others
		"Harlow County Courier":      "",
		"":                           "",
		"the":                        "",
		"...":                        "",
	} {
		o := g.ByName(name)
		if want == "" {
			require.Nil(t, o, name)
			continue
		}
		require.NotNil(t, o, name)
		require.Equal(t, want, o.Name, name)
	}
}

func TestByHost(t *testing.T) {
	g := Default()
	for host, want := range map[string]string{
		"nytimes.com":     "The New York Times",
		"WWW.NYTimes.com": "The New York Times",
		"https://www.telegraph.co.uk/news/2024/1": "The Telegraph",
		"edition.cnn.com":                         "CNN",
		"//edition.cnn.com/x":                     "CNN",
		"http://edition.cnn.com:8080/x":           "CNN",
		"edition.cnn.com:443":                     "CNN",
		"cnnespanol.cnn.com":                      "CNN en Español",
		"yahoo.com/news":                          "Yahoo News",
		"finance.yahoo.com":                       "Yahoo Finance",
		"g1.globo.com":                            "G1",
		"nytimes.com.":                            "The New York Times",
		"notnytimes.com":                          "",
		"nytimes.com.example.org":                 "",
		"co.uk":                                   "",
		"com":                                     "",
		"The New York Times":                      "",
		"https://":                                "",
		"http://[::1]:80/":                        "",
		"":                                        "",
	} {
		o := g.ByHost(host)
		if want == "" {
			require.Nil(t, o, host)
			continue
		}
		require.NotNil(t, o, host)
		require.Equal(t, want, o.Name, host)
	}
}

func TestCanonical(t *testing.T) {
	g := Default()
	for in, want := range map[string][2]string{
		"The Washington Post":                {"The Washington Post", "washingtonpost.com"},
		"washingtonpost.com":                 {"The Washington Post", "washingtonpost.com"},
		"Huffington Post":                    {"HuffPost", "huffpost.com"},
		"  Harlow County Courier ":           {"Harlow County Courier", ""},
		"https://www.harlowcourier.example/": {"harlowcourier.example", "harlowcourier.example"},
		"www.harlowcourier.example":          {"harlowcourier.example", "harlowcourier.example"},
		"Glasgow Herald":                     {"The Herald", "heraldscotland.com"},
		"":                                   {"", ""},
	} {
		name, domain := g.Canonical(in)
		require.Equal(t, want, [2]string{name, domain}, in)
	}
	require.Equal(t, "", (*Outlet)(nil).Domain())
}

func TestFoldedWordsAgreeWithTheirDecomposition(t *testing.T) {
	for r := rune(0xC0); r < 0x1F00; r++ {
		if 0x250 <= r && r < 0x1E00 {
			continue
		}
		base := []rune(norm.NFD.String(string(r)))[0]
		if base < 0x80 && unicode.IsLetter(base) {
			require.Equal(t, word.Hash(string(base)), word.Hash(string(r)), string(r))
			require.Equal(t, word.Hash(string(r)), word.Hash(norm.NFD.String(string(r))), string(r))
		}
	}
	require.Equal(t, word.Hash("strasse"), word.Hash("Straße"))
	require.Equal(t, word.Hash("aero"), word.Hash("Ærø"))
}

func TestWordsAreCutAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		for i := word.SkipGap(s, 0); i < len(s); {
			j := word.End(s, i)
			require.Less(t, i, j)
			a, b, ok := word.Before(s, max(0, i-40), j)
			if j-i < 40 && ok {
				require.Equal(t, j, b)
				require.GreaterOrEqual(t, i, a-40)
			}
			i = word.SkipGap(s, j)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := embedded(); err != nil {
			b.Fatal(err)
		}
	}
}

func TestEditionsOfAnOutlet(t *testing.T) {
	g := Default()
	for given, want := range map[string]string{"CNN (Web News)": "CNN", "TheNewYorker": "The New Yorker", "APNews": "Associated Press", "DieZeit": "Die Zeit", "WashingtonTimes": "The Washington Times", "TarnValleyCourier": "TarnValleyCourier", "New York Times - News": "The New York Times", "Reuters | World": "Reuters", "Tarn Valley Courier (Web)": "Tarn Valley Courier (Web)"} {
		name, _ := g.Canonical(given)
		require.Equal(t, want, name)
	}
}
