package main

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"

	"wiretrace/archive"
	"wiretrace/row"
)

// TestArchiveScripts runs the stories of testdata/archive, each in a folder of
// its own that holds an archive of two nights, news.db, and the same damaged,
// damaged.db.
func TestArchiveScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/archive",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			return makeArchive(filepath.Join(env.WorkDir, "news.db"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "corrupt": corrupt},
	})
}

// makeArchive writes an archive of two nights, of which one is long ago.
func makeArchive(path string) error {
	ctx := context.Background()
	a, err := archive.Open(path, archive.Options{})
	if err != nil {
		return err
	}
	defer a.Close()
	for night, started := range []time.Time{time.Date(2020, 5, 1, 3, 0, 0, 0, time.UTC), time.Date(2020, 9, 1, 3, 0, 0, 0, time.UTC)} {
		n, err := a.Begin(ctx, archive.Run{Started: started, Read: 2, Articles: 2 * (night + 1), Clusters: night + 1, Report: fmt.Sprintf("reports/%d", night+1)})
		if err != nil {
			return err
		}
		var numbers [2]int64
		for i, outlet := range []string{"The Pier Post", "Gull Daily"} {
			numbers[i], err = n.Add(&archive.Article{
				Head:  archive.Head{Outlet: outlet, ID: fmt.Sprintf("night%d/story-%d.txt", night+1, i+1), File: fmt.Sprintf("night%d/story-%d.txt", night+1, i+1)},
				Title: fmt.Sprintf("Pier %d\x1b[31m closes", i+1), Words: 300, Digest: []byte{1}, Text: archive.Pack(nil, []byte("The pier closes.")),
			})
			if err != nil {
				return err
			}
			d := &row.Article{Story: fmt.Sprintf("s%d", night+1), Cluster: fmt.Sprintf("c%d", night+1), Family: fmt.Sprintf("f%d", night+1), Role: "origin", Makeup: row.Makeup{Original: 1000}}
			rep := int64(0)
			if i == 1 {
				rep = numbers[0]
				d.Role, d.SourceArticle, d.SourceOutlet, d.Why = "copy", "story-1.txt", "The Pier Post", "It is the same text."
				d.Upstream, d.UpstreamKind, d.OtherSources = "The Pier Post", "outlet", "Gull Daily 7 %"
				d.Makeup = row.Makeup{Copied: 985, Original: 15}
				d.Credits = []row.Credit{{Start: 1, End: 9, Outlet: "The Pier Post", Text: "via The Pier Post"}}
				d.Quotes = []row.Quote{{Start: 20, End: 40, Speaker: "Ana Ruiz", Text: "we will swim"}}
			}
			if err := n.Describe(numbers[i], rep, d); err != nil {
				return err
			}
		}
		if err := n.Link(&archive.Link{A: numbers[0], B: numbers[1], Relation: "copy", ShareA: .99, ShareB: .985, Words: 290, Passages: 1}); err != nil {
			return err
		}
		if err := n.Cluster(&row.Cluster{ID: fmt.Sprintf("c%d", night+1), Articles: 2, Families: 1, Outlets: 2, Upstream: "The Pier Post", UpstreamPresent: "yes", Headline: "Pier closes"}); err != nil {
			return err
		}
		if err := n.Story(&row.Story{ID: fmt.Sprintf("s%d", night+1), Articles: 2, Outlets: 2, Clusters: 1, OwnReports: 1, Headline: "Pier closes"}); err != nil {
			return err
		}
		if err := n.Commit(); err != nil {
			return err
		}
	}
	return a.Delivered(ctx, 1)
}

func TestPlainLeavesNothingForATerminalToActOn(t *testing.T) {
	require.Equal(t, "a \uFFFD[31mb  c \uFFFD d", plain("a \x1b[31mb\r\nc\u202e \xff d\n"))
}
