package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const (
	rightsText = "© Exempelbladet. Alla artiklar är skyddade enligt upphovsrättslagen."

	retrieverText = "Universitetet\nDatum 2025-11-28\n\nNyheter:\n\n> Kajen stängs, Exempelbladet, 2025-03-12 08:15\n\n> Ödlor stoppar damm, Dammbladet, 2025-04-22\n\n\n" +
		"Kajen stängs\nExempelbladet, 2025-03-12 08:15\nPublicerat på webb. \n\n" + slipText + "\n\n" + chairText + "\n\n" + rightsText + "\n\nSe webartikeln på http://ret.nu/7Ml1g0k\n" +
		"==============================================================================\n\nÖdlor stoppar damm\nDammbladet, 2025-04-22\nSida 15\nPublicerat i print. \n\n" + newtText + "\n\n" + rightsText + "\n\nLäs hela artikeln på http://ret.nu/cmchMNgs\n"

	atekstText = "Utskriftsdato: 28.11.2025\n\nKajen stängs\n\n------------------------------------------------------------------------------\n\nExempelbladet, 12.03.2025 08:15\n\nPublisert på nett.\n\n" +
		slipText + "\n\n" + chairText + "\n\n© Exempelbladet\n\nSe webartikkelen på http://ret.nu/abc\n==============================================================================\n\nÖdlor stoppar damm\n\n" +
		"------------------------------------------------------------------------------\n\nDammbladet, 22.04.2025 Side 4\n\nPublisert på trykk. Seksjon: NYHETER Del: 1\n\nAv Ada Crane\n\n" + newtText + "\n\n© Dammbladet\n"
)

// TestExportsOfRetriever reads what the archives of Nordic papers let people download, in the
// character sets that they write.
func TestExportsOfRetriever(t *testing.T) {
	latin, err := charmap.ISO8859_1.NewEncoder().String(strings.NewReplacer("“", `"`, "”", `"`, "’", "'").Replace(atekstText))
	require.NoError(t, err)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.ReplaceAll(retrieverText, "\n", "\r\n"))
	require.NoError(t, err)
	for _, tt := range []struct{ name, in, byline string }{
		{"Mediearkivet", retrieverText, ""},
		{"Mediearkivet in UTF-16", wide, ""},
		{"Atekst", atekstText, "Ada Crane"},
		{"Atekst in Latin 1", latin, "Ada Crane"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"x.txt": tt.in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 2)
			first, second := articles[0], articles[1]
			require.Contains(t, first.Text, slipText+"\n\n")
			require.NotContains(t, first.Text, "skyddade")
			require.Equal(t, newtText, second.Text)
			require.Equal(t, []string{"Kajen stängs", "Exempelbladet", "2025-03-12T08:15", ""}, []string{first.Title, first.Outlet, first.Published.String(), first.URL})
			require.Equal(t, []string{"Ödlor stoppar damm", "Dammbladet", "2025-04-22", tt.byline}, []string{second.Title, second.Outlet, second.Published.String(), second.Byline})
		})
	}
}

func TestWhatRetrieverDoesNotHold(t *testing.T) {
	dir := folder(t, map[string]string{"x.txt": strings.Replace(retrieverText, slipText+"\n\n"+chairText, "The harbour board voted on Tuesday...", 1)})
	articles, problems := read(t, dir, Options{}, dir)
	require.Len(t, articles, 1)
	require.Equal(t, []string{"x.txt: record 1: only an abstract: the export does not hold the text"}, problems)

	own := "A word of thanks\n\nPublicerat på webb, the page said, and nothing more.\n\n" + strings.Repeat("=", 70) + "\n\n" + slipText
	dir = folder(t, map[string]string{"x.txt": own})
	articles, _ = read(t, dir, Options{}, dir)
	require.Len(t, articles, 1)
	require.Equal(t, own, articles[0].Text, "no export")
}

const ebscoText = "Record: 1\n\nTitle:\nFerry slip to close\nAuthors:\nCrane, Ada\nSource:\nExample, The. 03/12/2025, p4. 1p.\nDocument Type:\nArticle\nSubject Terms:\nHARBORS\nAccession Number:\n2W6123456\nDatabase:\nNewspaper Source Plus\n\nFerry slip to close\n\n" +
	slipText + "\n\n" + chairText + "\n\nCopyright of Example, The is the property of Example Media and its content may not be copied or emailed to multiple sites.\n\n" +
	"Record: 2\n\nTitle: Newts halt plan\nSource: Pond Post; 04/22/2025\nAccession Number: 2W6123457\nDatabase: Newspaper Source Plus\n\n" + newtText + "\n"

func TestExportsOfEBSCO(t *testing.T) {
	dir := folder(t, map[string]string{"x.txt": ebscoText})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 2)
	first, second := articles[0], articles[1]
	require.Equal(t, slipText+"\n\n"+chairText, first.Text)
	require.Equal(t, newtText, second.Text)
	require.Equal(t, []string{"Ferry slip to close", "The Example", "Ada Crane", "2025-03-12"}, []string{first.Title, first.Outlet, first.Byline, first.Published.String()})
	require.Equal(t, []string{"Newts halt plan", "Pond Post", "", "2025-04-22"}, []string{second.Title, second.Outlet, second.Byline, second.Published.String()})
}

// TestRetrieverInOtherOrder reads files in which paper and day have a line each.
func TestRetrieverInOtherOrder(t *testing.T) {
	rule := strings.Repeat("=", 80) + "\n\n"
	foot := "\n\n© Exempelbladet\n\nAlla artiklar är skyddade av upphovsrättslagen.\nLäs hela artikeln på http://ret.nu/Ab3xQ9\n\n"
	for name, heads := range map[string][2]string{
		"the paper in the line of the manner": {"Exempelbladet. Publicerat i print.\n2025-03-12, sida 4", "Dammbladet. Publicerat på webb.\n2025-04-22"},
		"a line each":                         {"Exempelbladet\n2025-03-12\nSida 4\nPublicerat i print.", "Dammbladet\n2025-04-22 08:15\nPublicerat på webb."},
		"in Norwegian":                        {"Exempelbladet. Publisert på trykk.\n12.03.2025 side 4", "Dammbladet. Publisert på nett.\n22.04.2025 08:15"},
	} {
		in := "Utdrag ur Mediearkivet, Retriever 2025-06-01 10:10\nAntal artiklar: 2\n\n" + rule + "Kajen stängs\n" + heads[0] + "\n\n" + slipText + foot + rule + "Ödlor stoppar damm\n" + heads[1] + "\n\n" + newtText + foot + rule
		dir := folder(t, map[string]string{"x.txt": in})
		articles, problems := read(t, dir, Options{}, dir)
		require.Empty(t, problems, name)
		require.Len(t, articles, 2, name)
		require.Equal(t, []string{slipText, "Kajen stängs", "Exempelbladet", "2025-03-12"}, []string{articles[0].Text, articles[0].Title, articles[0].Outlet, articles[0].Published.String()}, name)
		require.Equal(t, []string{newtText, "Ödlor stoppar damm", "Dammbladet"}, []string{articles[1].Text, articles[1].Title, articles[1].Outlet}, name)
		require.Contains(t, articles[1].Published.String(), "2025-04-22", name)
	}
	own := "What it said\n\nExempelbladet. Publicerat i print.\n2025-03-12\n\n" + slipText
	dir := folder(t, map[string]string{"x.txt": own})
	articles, _ := read(t, dir, Options{}, dir)
	require.Equal(t, own, articles[0].Text, "no rule, no archive")
}
