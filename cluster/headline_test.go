package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/outlet"
)

func TestTheHeadlineSaysWhatTheArticlesAreAbout(t *testing.T) {
	maker := digest.NewMaker(outlet.Default(), credit.NewReader(outlet.Default()))
	best := func(pieces ...[2]string) string {
		var h Headline
		var digests []*digest.Digest
		for k, p := range pieces {
			d := maker.Make(&article.Article{Title: p[0], Outlet: "The Tarn Herald", Language: "en", Text: p[1]})
			digests = append(digests, d)
			h.Add(d, uint32(k), int64(k))
		}
		title, err := h.Best(func(n uint32) (*digest.Digest, string, error) { return digests[n], pieces[n][1], nil })
		require.NoError(t, err)
		return title
	}
	const lead = "The ferry across the Tarn was stopped on Monday after divers found timber piles gnawed hollow by shipworm, the harbour board said.\n"
	require.Equal(t, "Shipworm stops the Tarn ferry", best(
		[2]string{"The valley's favourite paper", lead},
		[2]string{"Shipworm stops the Tarn ferry", lead},
		[2]string{"Mostly sunny, 14 degrees", lead}))
	for name, titles := range map[string][]string{
		"the site's name behind a bar":    {"Shipworm stops the Tarn ferry | Valley News and Weather"},
		"the outlet's name behind a dash": {"Shipworm stops the Tarn ferry - Tarn Herald"},
		"spaces":                          {"Shipworm  stops\u00a0the Tarn ferry"},
		"the one that most have":          {"Ferry across the Tarn stopped by shipworm", "Shipworm stops the Tarn ferry", "Shipworm stops the Tarn ferry", "Shipworm stops the Tarn ferry"},
		"a byline":                        {"By Shipworm Tarn and Ferry Divers", "Shipworm stops the Tarn ferry"},
		"the foot of a post":              {"— Tarn ferry (@tarnferry) shipworm divers", "Shipworm stops the Tarn ferry"},
		"a caption, which is a sentence":  {"Divers at the Tarn ferry with timber piles.", "Shipworm stops the Tarn ferry"},
		"what breaks off":                 {"Divers found timber piles of Tarn ferry gnawed:...", "Shipworm stops the Tarn ferry"},
		"a menu that several have":        {"Sign up for alerts and newsletters", "Sign up for alerts and newsletters", "Shipworm stops the Tarn ferry"},
		"a picture's credit":              {"Divers Tarn | Ferry Pictures | Timber Agency", "Shipworm stops the Tarn ferry"},
	} {
		var pieces [][2]string
		for _, s := range titles {
			pieces = append(pieces, [2]string{s, lead})
		}
		require.Equal(t, "Shipworm stops the Tarn ferry", best(pieces...), name)
	}
	require.Equal(t, "The ferry across the Tarn was stopped on Monday after divers found timber piles gnawed hollow by…",
		best([2]string{"View comments", lead}, [2]string{"May 31, 2019, 9:52 PM UTC", lead}), "of menus the text's beginning")
	require.Equal(t, "Tarn ferry: divers find timber piles…", best([2]string{"Tarn ferry: divers find timber piles: ...", lead}), "one that breaks off is better than none")
	require.Equal(t, "The ferry across the Tarn was stopped on Monday after divers found timber piles gnawed hollow by…",
		best([2]string{"— Tarn ferry (@tarnferry)", "TARN (AP) — " + lead}), "without its dateline")
	require.Equal(t, "First", best([2]string{"First", ""}, [2]string{"Second", ""}), "of equals the first")
	require.Empty(t, best())
}
