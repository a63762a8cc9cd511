package outlet

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/lang"
	"wiretrace/lang/word"
)

func TestNamesInOtherLanguagesAreOfOutlets(t *testing.T) {
	files, err := fs.Glob(tables, "data/names-*.tsv")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	g := Default()
	for _, file := range files {
		code := strings.TrimSuffix(strings.TrimPrefix(path.Base(file), "names-"), ".tsv")
		require.True(t, lang.HasPress(code), "%s: the credits of that language are not read", file)
		data, err := tables.ReadFile(file)
		require.NoError(t, err)
		known := map[string]bool{}
		for _, o := range g.outlets {
			known[word.FoldName(o.Name)] = true
		}
		for l := range strings.Lines(string(data)) {
			if name, _, ok := strings.Cut(l, "\t"); ok && l[0] != '#' {
				require.True(t, known[word.FoldName(name)], "%s: no outlet %q", file, name)
			}
		}
		require.NotSame(t, g, g.In(code, ""), file)
		require.Same(t, g.In(code, ""), g.In(code, ""))
	}
	require.Same(t, g, g.In("xx", ""))
}

func TestNamesInOtherLanguages(t *testing.T) {
	for _, c := range []struct{ code, text, want string }{
		{"ru", "Об этом «Коммерсанту» рассказал мэр", "Kommersant"},
		{"ru", "сообщает Новая газета", "Novaya Gazeta"},
		{"uk", "повідомляє Українська правда", "Ukrainska Pravda"},
		{"pl", "Według Gazety Wyborczej most zamknięto", "Gazeta Wyborcza"},
		{"pl", "w rozmowie z „Rzeczpospolitą”", "Rzeczpospolita"}, // folded it is its name
		{"ar", "ذكرت وكالة رويترز", "Reuters"},
		{"sv", "enligt Dagens industri", "Dagens Industri"}, // in small letters, as it writes itself
	} {
		ms := Default().In(c.code, "").Find(nil, c.text, nil, nil)
		require.Len(t, ms, 1, c.text)
		require.Equal(t, c.want, ms[0].Outlet.Name)
	}
	for _, c := range []struct{ code, text, want string }{
		{"zh", "路透社报道", "Reuters"},
		{"zh", "CNN报道", "CNN"},
		{"ja", "読売新聞によると", "The Yomiuri Shimbun"},
		{"ko", "연합뉴스에 따르면", "Yonhap"},
	} {
		o, end := Default().In(c.code, "").NameAt(c.text, 0)
		require.NotNil(t, o, c.text)
		require.Equal(t, c.want, o.Name)
		require.Positive(t, end)
	}
}

// In the press of its country a name is the outlet's there, in whatever order the tables list it and those in the
// script of the country.
func TestANameSharedAbroadInAnyOrder(t *testing.T) {
	lines := []string{"OQX,broadcaster,AU", "Oquay Seaside Radio,broadcaster,KR", "Tarnmouth Ilbo,newspaper,KR"}
	for range 2 {
		rows, err := readOutlets(strings.NewReader("name,sort,country\n"+strings.Join(lines, "\n")), "outlets.csv")
		require.NoError(t, err)
		g, err := newGazetteer(rows, Default().near, nil)
		require.NoError(t, err)
		in, err := g.named("Oquay Seaside Radio\tOQX\nTarnmouth Ilbo\t탄머스일보\n", "")
		require.NoError(t, err)
		o, _ := in.NameAt("OQX에 따르면", 0)
		require.NotNil(t, o)
		require.Equal(t, "Oquay Seaside Radio", o.Name, lines)
		slices.Reverse(lines)
	}
}
