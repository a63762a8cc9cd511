package job

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Who retells the copy of last week is found, whether or not the piece of years
// before is in hand too.
func TestAnOldOriginalHidesNobodyWhoRetellsItsCopy(t *testing.T) {
	const retold = `The car ferry Tolsta once sat on a sandbank off Carrick Ness with 214 passengers and a wedding cake, Gull Daily reports.

Captain Morven Haldane kept the bar open until the tide lifted her, and bride Ailsa Crombie spoke of a bump and a great silence.

Three horses were aboard too, according to Gull Daily. The Tolsta reached Port Erran under her own power, and the cake in one piece.
`
	first := item{"first", "The Pier Post", "2016-04-30T10:00:00Z", ferry}
	copied := item{"copied", "Gull Daily", "2024-04-30T10:00:00Z", ferry}
	teller := item{"teller", "Ness Herald", "2024-05-02T10:00:00Z", retold}
	check := func(r map[string]map[string]string, old bool) {
		require.Equal(t, "rewrite", r["teller"]["role"])
		require.Equal(t, r["copied"]["cluster"], r["teller"]["cluster"])
		require.Equal(t, "copied", r["teller"]["source_article"])
		if old {
			require.Equal(t, "first", r["copied"]["source_article"])
			require.Equal(t, "Gull Daily < The Pier Post", r["teller"]["credit_chain"])
		}
	}
	for _, old := range []bool{false, true} {
		dir := t.TempDir()
		text := copied.line(t) + teller.line(t)
		if old {
			text += first.line(t)
		}
		write(t, dir, "all.jsonl", text)
		got, _ := mustRun(t, Options{Paths: []string{dir}})
		check(by(rows(t, got["report.csv"]), "article"), old)
	}

	n := startNights(t, Options{})
	n.read(first)
	n.read(copied)
	check(n.read(teller).articles(t), true)
}

// A portal prints an agency's report and says only the day, so that it comes before
// the report itself, with which it is one family. Who credits the agency is held
// against the agency's own piece as well.
func TestAnAgencysOwnPieceIsMet(t *testing.T) {
	const retold = `The car ferry Tolsta sat on a sandbank off Carrick Ness with 214 passengers and a wedding cake, Reuters reports.

Captain Morven Haldane kept the bar open until the tide lifted her, and bride Ailsa Crombie spoke of a bump and a great silence.

Three horses were aboard too, according to Reuters. The Tolsta reached Port Erran under her own power, and the cake in one piece.
`
	dir := t.TempDir()
	printed := item{"a-printed", "The Pier Post", "2024-04-30", ferry}
	own := item{"b-own", "Reuters", "2024-04-30T10:00:00Z", ferry}
	teller := item{"teller", "Ness Herald", "2024-05-01T10:00:00Z", retold}
	write(t, dir, "all.jsonl", printed.line(t)+own.line(t)+teller.line(t))
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	r := by(rows(t, got["report.csv"]), "article")
	require.Equal(t, "b-own", r["teller"]["source_article"])
	require.Equal(t, "b-own", r["a-printed"]["source_article"])
	require.Equal(t, "origin", r["b-own"]["role"])
}
