package archive

import (
	"context"
	"fmt"
	"os"
)

// Totals say how much an archive holds.
type Totals struct {
	Version                                          int   // of the schema
	Bytes                                            int64 // of the file
	Runs, Files, Articles, Families, Clusters, Links int
}

// A ListedCluster is a Cluster as the archive has it.
type ListedCluster struct {
	Cluster
	FirstSeen   string // ISO 8601
	LastChanged int64  // run
	MergedInto  string // id; empty for one that is
}

// Totals counts what is in the archive.
func (a *Archive) Totals(ctx context.Context) (t Totals, err error) {
	info, err := os.Stat(a.path)
	if err != nil {
		return t, a.fail(cause(err))
	}
	t.Bytes = info.Size()
	err = a.read(func(s *session) error {
		return s.query(ctx, func(r row) error {
			t.Version, t.Runs, t.Files, t.Articles = int(r.whole(0)), int(r.whole(1)), int(r.whole(2)), int(r.whole(3))
			t.Families, t.Clusters, t.Links = int(r.whole(4)), int(r.whole(5)), int(r.whole(6))
			return nil
		}, `SELECT (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM runs), (SELECT count(*) FROM files),
			(SELECT count(*) FROM articles), (SELECT count(DISTINCT family) FROM articles WHERE family IS NOT NULL),
			(SELECT count(*) FROM clusters WHERE merged_into IS NULL), (SELECT count(*) FROM links)`)
	})
	return t, err
}

// Runs hands the latest runs to use, newest first, limit of them at most; all
// if it is 0.
func (a *Archive) Runs(ctx context.Context, limit int, use func(Run) error) error {
	return a.read(func(s *session) error {
		return s.query(ctx, func(r row) error { return use(r.run()) },
			"SELECT "+runColumns+" FROM runs ORDER BY number DESC LIMIT ?", limited(limit))
	})
}

const clusterColumns = `id, upstream, upstream_present, articles, families, outlets, first_published, last_published, headline,
	origin_article, uncredited, first_seen, last_changed_run, merged_into`

func (r row) cluster() *ListedCluster {
	return &ListedCluster{
		Cluster: Cluster{
			ID: r.text(0), Upstream: r.text(1), UpstreamPresent: r.text(2), Articles: int(r.whole(3)), Families: int(r.whole(4)), Outlets: int(r.whole(5)),
			FirstPublished: r.text(6), LastPublished: r.text(7), Headline: r.text(8), OriginArticle: r.text(9), Uncredited: int(r.whole(10)),
		},
		FirstSeen: r.text(11), LastChanged: r.whole(12), MergedInto: r.text(13),
	}
}

// NewestClusters hands to use the clusters that are, the one changed last
// first, and of one run the one with most articles first; limit of them at
// most, all if it is 0.
func (a *Archive) NewestClusters(ctx context.Context, limit int, use func(*ListedCluster) error) error {
	return a.read(func(s *session) error {
		return s.query(ctx, func(r row) error { return use(r.cluster()) },
			"SELECT "+clusterColumns+" FROM clusters WHERE merged_into IS NULL ORDER BY last_changed_run DESC, articles DESC, id LIMIT ?", limited(limit))
	})
}

// limited makes 0 all.
func limited(n int) int64 {
	if n <= 0 {
		return -1
	}
	return int64(n)
}

// Size is Bytes for people.
func (t Totals) Size() string {
	switch {
	case t.Bytes >= 1<<30:
		return fmt.Sprintf("%.1f GiB", float64(t.Bytes)/(1<<30))
	case t.Bytes >= 1<<20:
		return fmt.Sprintf("%.1f MiB", float64(t.Bytes)/(1<<20))
	}
	return fmt.Sprintf("%d KiB", (t.Bytes+1023)>>10)
}
