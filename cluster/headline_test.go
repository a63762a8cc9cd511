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
		for k, p := range pieces {
			h.Add(maker.Make(&article.Article{Title: p[0], Language: "en", Text: p[1]}), int64(k))
		}
		return h.Best()
	}
	const lead = "The ferry across the Tarn was stopped on Monday after divers found timber piles gnawed hollow by shipworm, the harbour board said.\n"
	require.Equal(t, "Shipworm stops the Tarn ferry", best(
		[2]string{"The valley's favourite paper", lead},
		[2]string{"Shipworm stops the Tarn ferry", lead},
		[2]string{"Mostly sunny, 14 degrees", lead}))
	require.Equal(t, "First", best([2]string{"First", ""}, [2]string{"Second", ""}), "of equals the first")
	require.Empty(t, best([2]string{"", lead}))
	require.Empty(t, best())
}
