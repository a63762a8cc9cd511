package job

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/digest"
	madeup "wiretrace/internal/tools/corpus"
	"wiretrace/internal/tools/scale"
)

// found runs a job over a made-up corpus and holds its report against what was
// planted.
func found(t *testing.T, o madeup.Options) (*scale.Score, Stats) {
	t.Helper()
	g, err := madeup.New(o)
	require.NoError(t, err)
	var articles, truth bytes.Buffer
	_, err = g.Write(t.Context(), &articles, &truth)
	require.NoError(t, err)
	dir := t.TempDir()
	write(t, dir, "corpus.jsonl", articles.String())
	out := filepath.Join(t.TempDir(), "report")
	var stats Stats
	_, err = Run(t.Context(), Options{Paths: []string{dir}, Out: out, Stats: &stats})
	require.NoError(t, err)
	score, err := scale.Measure(&truth, out)
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, score.Print(&b))
	t.Logf("%d couples\n%s", stats.Counts.Couples, b.String())
	return score, stats
}

// Two days of made-up news. The bounds leave room for a change here and there. What is
// retold without a text in common has no bound: its words are drawn at random, so
// that nothing in its lead says that it reports the same event.
func TestWhatIsPlantedIsFound(t *testing.T) {
	const articles = 4000
	score, stats := found(t, madeup.Options{Articles: articles, Seed: 2})
	require.Equal(t, articles, score.Articles)
	require.GreaterOrEqual(t, score.Copies.Part(), 0.99, "copies in the cluster of their source")
	require.GreaterOrEqual(t, score.Linked.Part(), 0.98, "passages linked")
	require.GreaterOrEqual(t, score.Passages.Part(), 0.96, "passages shown")
	// Words drawn at random make reports that credit each other's outlets and
	// write of one place and one company look like one event.
	require.LessOrEqual(t, score.FalsePer10k(), 15.0, "false links on 10,000 articles")
	c := stats.Counts
	require.Less(t, c.Starred+c.Skipped+c.Crowded, articles/5, "bounds are for stock phrases and leave news alone")

	// A Bloom filter is for keys most of which one article alone has. Those of
	// outlets with names are not such, since a name is in many.
	for _, kind := range []digest.KeyKind{digest.Bands, digest.Fingerprints, digest.Lines, digest.Sayings} {
		at := slices.IndexFunc(c.Keys, func(k KeyStats) bool { return k.Kind == kind.String() })
		require.GreaterOrEqual(t, at, 0, kind)
		require.Greater(t, c.Keys[at].Share, 0.9, kind)
		require.Less(t, c.Keys[at].Rate, 0.01, kind)
	}
}

// A day on which half of all articles are copies of one story and the others have a foot of 200 words in common.
func TestOneStory(t *testing.T) {
	const articles = 1000
	score, stats := found(t, madeup.Options{Articles: articles, Seed: 1, Shape: madeup.OneStory})
	require.Equal(t, scale.Found{Planted: articles / 2, Found: articles / 2}, score.Copies)
	require.Equal(t, 1, stats.Counts.Clusters)
	require.Zero(t, score.FalsePer10k())
	require.Less(t, stats.Counts.Couples, 6*articles, "couples grow as the articles do")
}
