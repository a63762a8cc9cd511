package outlet

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestKnown(t *testing.T) {
	g := Default()
	all, added, n := g.Known([]string{"Glen Orrin Lantern", "The Corran Spindle", "Reuters", "corran.example", "NEWS PROVIDED BY", "TILDA MARROW The Corran Spindle", "Orrinheap"})
	require.Equal(t, 3, n)
	require.Equal(t, "Corran Spindle", all.ByName("The Corran Spindle").Name)
	require.NotNil(t, all.ByName("Reuters"))
	require.Nil(t, added.ByName("Reuters"))
	require.Nil(t, g.ByName("Corran Spindle"), "the gazetteer itself is left as it is")

	named := func(text string) (names []string) {
		for _, m := range all.Find(nil, text, nil, nil) {
			if m.Outlet != nil {
				names = append(names, m.Outlet.Name)
			}
		}
		return names
	}
	require.Equal(t, []string{"Glen Orrin Lantern", "Glen Orrin Lantern"}, named("The Glen Orrin Lantern was first; the Lantern's editor is new."))
	require.Equal(t, []string{"Glen Orrin Lantern"}, named("The Lantern reported it."))
	require.Empty(t, named("She held the lantern. Lantern are saying nothing. The Lantern is a pub."))
	require.Equal(t, []string{"Orrinheap"}, named("A friend told Orrinheap that Orrinheap is a hill."))

	require.Equal(t, []string{"Orrinheap"}, named("Orrinheap is a hill. This was produced in partnership with Orrinheap, a newsroom."))

	local, _, _ := g.Known([]string{"Glen Orrin Pioneer", "Reuters"})
	require.Equal(t, "Glen Orrin Pioneer", local.Find(nil, "The Pioneer reported it.", nil, nil)[0].Outlet.Name, "an outlet of another country gives way")
	both, _, _ := g.Known([]string{"Glen Orrin Pioneer", "The Pioneer"})
	require.NotNil(t, both.ByName("The Pioneer"), "not if it is in hand")

	same, none, n := g.Known([]string{"Reuters"})
	require.Same(t, g, same)
	require.Nil(t, none)
	require.Zero(t, n)
}

// A case of one name in hand may be another name, or its last word, which means that other one.
func TestCasesOfNamesInHand(t *testing.T) {
	all, _, n := Default().Known([]string{"Talblad", "Talblads", "Ister Bote", "Die Neuen Ister Boten", "Gazeta", "Nowa Kronika Gazety"})
	require.Equal(t, 6, n)
	for _, name := range []string{"Talblad", "Talblads", "Ister Bote", "Die Neuen Ister Boten", "Gazeta", "Nowa Kronika Gazety"} {
		require.Equal(t, name, all.ByName(name).Name)
	}
	ms := all.Find(nil, "The Gazety reported it.", nil, nil)
	require.Len(t, ms, 1)
	require.Equal(t, "Nowa Kronika Gazety", ms[0].Outlet.Name)
}

// What might be a person's name is an outlet's where it does what reporters do.
func TestNamesLikePeoplesThatReport(t *testing.T) {
	all, _, _ := Default().Known([]string{"Copper Ferry", "Glen Orrin Lantern"})
	for text, want := range map[string]int{
		"Copper Ferry got hold of a memo on the mill.":                              1,
		"A memo obtained by Copper Ferry tells of the mill.":                        1,
		"Copper Ferry has learned that the mill will shut.":                         1,
		"Copper Ferry said that the mill will shut.":                                0,
		"Copper Ferry got hold of a memo. The mill will shut, Copper Ferry writes.": 2,
		"The mill will shut, Copper Ferry writes. Copper Ferry is 51.":              0,
		"She wrote to Copper Ferry, who got a memo.":                                0,
		"The mill was bought by Copper Ferry.":                                      0,
	} {
		require.Len(t, all.Find(nil, text, nil, nil), want, text)
	}
}

// A paper in hand may be called by its town, where it is the only one of which anything is known.
func TestPapersOfAPlace(t *testing.T) {
	all, _, _ := Default().Known([]string{"Orrin Falls Lantern", "Marrow Courier", "Marrow Beacon", "Boston Lantern", "Corran Ferry News"})
	for text, want := range map[string]string{
		"The mill will shut, the Orrin Falls paper found.":      "Orrin Falls Lantern",
		"The Orrin Falls newspaper reported it.":                "Orrin Falls Lantern",
		"She sold Orrin Falls paper and string.":                "",
		"The mill will shut, the Marrow paper found.":           "",
		"The review by Lantern reporter Ada Lorne took a year.": "", // of two
		"The review by News reporter Ada Lorne took a year.":    "",
		"The review by Ferry reporter Ada Lorne took a year.":   "",
		"The mill will shut, the Boston paper found.":           "",
	} {
		name := ""
		for _, m := range all.Find(nil, text, nil, nil) {
			name = m.Outlet.Name
		}
		require.Equal(t, want, name, text)
	}
}

// The last word of a name needs no article before a word for who reports.
func TestReportersOfPapersInHand(t *testing.T) {
	all, _, _ := Default().Known([]string{"Orrin Falls Lantern", "Marrow Eagle"})
	for text, want := range map[string]int{
		"The review by Lantern reporter Ada Lorne took a year.": 1,
		"It was found by Lantern reporters in May.":             1,
		"Lantern Reporter Ada Lorne spoke.":                     0, // at the head of a sentence any word has a capital
		"The lantern reporter Ada Lorne spoke.":                 0,
		"He was an Eagle reporter for years.":                   0, // what is the name of much else
		"A Lantern festival was held.":                          0,
	} {
		require.Len(t, all.Find(nil, text, nil, nil), want, text)
	}
}

// A name of two words may be a person's, who says what he says of himself.
func TestPersonal(t *testing.T) {
	for _, name := range []string{"Tilda Marrow", "Ada McOst", "DeShawn Ost", "Jean LeBoeuf", "Ann O'Hara", "J.D. Ost", "TJ Ost", "Fitz VanDoren", "Macy MacOst"} {
		require.True(t, Personal(name), name)
	}
	for _, name := range []string{"MedTech Dive", "RetailWire Brief", "Corran Gazette", "BioPharma Dive", "La Colmena", "Open Bridge", "FierceBiotech Update", "Football Italia", "Retail Brief", "Africa Untold", "Glen Orrin Lantern"} {
		require.False(t, Personal(name), name)
	}
	all, _, _ := Default().Known([]string{"PortTech Dive"})
	ms := all.Find(nil, "PortTech Dive reported it, and he told PortTech Dive so.", nil, nil)
	require.Len(t, ms, 2)
}

// Whatever stands where an outlet's name should.
func TestNamesThatAreNone(t *testing.T) {
	for _, name := range []string{"", " ", "\u00a0", "L'", "El", "De la", "KRVX", "KRVX-", "9", "@", "The ", "(x)", "El  de  ", "L’ de X"} {
		require.NotPanics(t, func() { Default().Known([]string{name, "Corran Pigeon"}) }, "%q", name)
	}
}

func TestShorterForms(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       int
	}{
		{"O Arauto de Corran", "A notícia é do Arauto de Corran.", 1},
		{"Il Corriere di Corran", "La notizia è del Corriere di Corran.", 1},
		{"Le Courrier de Corran", "C'est une information du Courrier de Corran.", 1},
		{"La Ada Lorne", "Ada Lorne reported it.", 0},
		{"O Corran", "A ponte de Corran caiu, e a notícia é do Corran.", 0},
		{"Ister Rundschau English", "Ister Rundschau in Harland also reports it.", 1},
		{"Ister Rundschau in English", "Ister Rundschau reported it.", 1},
		{"Ister Rundschau English Edition", "Ister Rundschau reported it.", 1},
		{"Talbrücke English", "The Talbrücke is a bridge. Talbrücke stood.", 0},
		{"Learn English", "They learn much. Learn reported it.", 0},
	} {
		all, _, _ := Default().Known([]string{test.name})
		require.Len(t, all.Find(nil, test.text, nil, nil), test.want, test.name+": "+test.text)
	}
	all, _, _ := Default().Known([]string{"Ister Rundschau English", "Ister Rundschau"})
	for _, m := range all.Find(nil, "Ister Rundschau reported it.", nil, nil) {
		require.Equal(t, "Ister Rundschau", m.Outlet.Name)
	}
}

func TestGuards(t *testing.T) {
	g := Default()
	for _, name := range []string{"Mint", "Time", "Falter", "Expresso"} {
		require.True(t, g.Guards(name), name)
	}
	for _, name := range []string{"The Guardian", "Le Monde", "Mint newspaper", ""} {
		require.False(t, g.Guards(name), name)
	}
	all, added, n := g.Known([]string{"Falter", "Mint", "The Guardian", "Mint"})
	require.Equal(t, 2, n)
	for _, test := range []struct {
		text string
		want int
	}{
		{"It will merge, Mint reported.", 1},
		{"It was, as Mint was first to say, no merger.", 1},
		{"Mint is a herb. There is no mint. Pepper Mint grows here. (See @Mint.)", 0},
		{"Ein Falter flog auf. Das sah der Falter nicht.", 0},
		{"Das berichtet der Falter.", 1},
	} {
		require.Len(t, all.Find(nil, test.text, nil, nil), test.want, test.text)
		require.Len(t, added.Find(nil, test.text, nil, nil), test.want, test.text)
		require.Empty(t, g.Find(nil, test.text, nil, nil), test.text)
	}
}

// A name like a person's counts only where the text says what it is.
func TestWritersAreNoOutlets(t *testing.T) {
	all, _, n := Default().Known([]string{"Ada Lorne", "Jean-Luc D'Arcy", "Loose Thread"})
	require.Equal(t, 3, n)
	for _, test := range []struct {
		text string
		want int
	}{
		{"Ada Lorne said that the bridge was shut. She told Ada Lorne so, according to Ada Lorne.", 0},
		{"Ada Lorne's report was read by Jean-Luc D'Arcy.", 0},
		{"There was a loose thread. Loose Thread reported it.", 0},
		{"She told the podcast Loose Thread that the bridge was shut.", 1},
		{"The bridge was shut, the Loose Thread newsletter said.", 1},
		{"Loose Thread, a weekly podcast, says that the bridge was shut.", 1},
		{"Мост закрыт, пишет «Loose Thread». Так пишет „Loose Thread“.", 2},
		{"Мост закрыт, пишет Loose Thread. \"Ada Lorne\" she called it.", 0},
	} {
		require.Len(t, all.Find(nil, test.text, nil, nil), test.want, test.text)
	}
	for _, name := range []string{"Kyrkans Tidning", "Investigate Midwest", "Corran Watch"} {
		all, _, _ := Default().Known([]string{name})
		require.Len(t, all.Find(nil, name+" reported it.", nil, nil), 1, name)
	}
	all, _, _ = Default().Known([]string{"Бабайка"})
	require.Empty(t, all.Find(nil, "Бабайка спит под мостом.", nil, nil), "a word of its language too")
	_, _, n = Default().Known([]string{"De Waalkanter", "Revista Oliveira"})
	require.Equal(t, 2, n, "named as papers are, and no person")
	all, _, n = Default().Known([]string{"Tarn Valley Express", "Space Insider", "HarborHeap"})
	require.Equal(t, 3, n)
	require.Len(t, all.Find(nil, "Space Insider reported it.", nil, nil), 1)
}
