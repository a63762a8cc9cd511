package archive

import (
	"context"
	"fmt"
	"os"
	"strings"

	"wiretrace/row"
)

// Shown is what the archive knows of an article, a family, a cluster or a story.
type Shown struct {
	Kind     string // article, family, cluster or story
	ID       string // as asked, or the article's whole id
	Merged   bool   // the id asked is that of a cluster or story merged into this one
	Story    *ListedStory
	Cluster  *ListedCluster
	Articles []Record // one, or those of the family, cluster or story, by time of publication
	Links    []NamedLink
	Credits  []row.Credit // of an article
	Quotes   []row.Quote  // of an article
}

// A Record is what the archive has of an article for people; percentages are
// negative if unknown.
type Record struct {
	Number                                                           int64
	ID, Story, Cluster, Family, Role, Outlet, Domain, Published      string
	Title, Byline, Language                                          string
	Words                                                            int
	SourceArticle, SourceOutlet, Upstream, UpstreamKind, CreditChain string
	Credited, OtherSources, Confidence, Why                          string
	Copied, Edited, Reworded, Quoted, Original                       float64
	FurnitureWords                                                   int
	URL, File, FirstSeen                                             string
	Run                                                              int64
}

const recordColumns = `number, id, cluster, family, role, outlet, domain, published, title, byline, language, words,
	source_article, source_outlet, upstream, credit_chain, credited, confidence, why,
	coalesce(copied_pct, -1), coalesce(edited_pct, -1), coalesce(reworded_pct, -1), coalesce(quoted_pct, -1), coalesce(original_pct, -1),
	furniture_words, url, file, first_seen, run, story, upstream_kind, other_sources`

func (r columns) record() Record {
	return Record{
		Number: r.whole(0), ID: r.text(1), Cluster: r.text(2), Family: r.text(3), Role: r.text(4), Outlet: r.text(5), Domain: r.text(6),
		Published: r.text(7), Title: r.text(8), Byline: r.text(9), Language: r.text(10), Words: int(r.whole(11)),
		SourceArticle: r.text(12), SourceOutlet: r.text(13), Upstream: r.text(14), CreditChain: r.text(15), Credited: r.text(16),
		Confidence: r.text(17), Why: r.text(18),
		Copied: r.real(19), Edited: r.real(20), Reworded: r.real(21), Quoted: r.real(22), Original: r.real(23),
		FurnitureWords: int(r.whole(24)), URL: r.text(25), File: r.text(26), FirstSeen: r.text(27), Run: r.whole(28),
		Story: r.text(29), UpstreamKind: r.text(30), OtherSources: r.text(31),
	}
}

// Records returns what the archive has of articles, by their numbers.
func (a *Archive) Records(ctx context.Context, numbers []int64) (map[int64]Record, error) {
	records := map[int64]Record{}
	err := lookup(ctx, a, "SELECT "+recordColumns+" FROM articles WHERE number", numbers, func(n int64) any { return n }, func(r columns) error {
		x := r.record()
		records[x.Number] = x
		return nil
	})
	return records, err
}

// A NamedLink is a Link with the ids of its articles.
type NamedLink struct {
	ArticleA, OutletA, ArticleB, OutletB, Relation string
	ShareA, ShareB                                 float64
	Words, Passages                                int
}

// Show finds an article by its id or by the end of it from a slash on, else a
// family, a cluster or a story by its id, with what belongs to it. The error is
// ErrNotFound if there is none, and says so if the end of an id fits several.
func (a *Archive) Show(ctx context.Context, id string) (found *Shown, err error) {
	err = a.read(func(s *session) error {
		for _, try := range []func(context.Context, *session, string) (*Shown, error){showStory, showCluster, showFamily, showArticle} {
			if found, err = try(ctx, s, id); found != nil || err != nil {
				return err
			}
		}
		return fmt.Errorf("%q: %w", id, ErrNotFound)
	})
	return found, err
}

func showCluster(ctx context.Context, s *session, id string) (*Shown, error) {
	c, err := findCluster(ctx, s, id)
	if c == nil || err != nil {
		return nil, err
	}
	found := &Shown{Kind: "cluster", ID: id, Cluster: c}
	if c.MergedInto != "" {
		into, err := findCluster(ctx, s, c.MergedInto)
		if err != nil {
			return nil, err
		}
		if into != nil {
			found.Cluster, found.Merged, found.ID = into, true, into.ID
		}
	}
	return found, found.load(ctx, s, "cluster = ?", found.ID)
}

func findCluster(ctx context.Context, s *session, id string) (c *ListedCluster, err error) {
	err = s.query(ctx, func(r columns) error { c = r.cluster(); return nil }, "SELECT "+clusterColumns+" FROM clusters WHERE id = ?", id)
	return c, err
}

func showFamily(ctx context.Context, s *session, id string) (*Shown, error) {
	found := &Shown{Kind: "family", ID: id}
	if err := found.load(ctx, s, "family = ?", id); err != nil || len(found.Articles) == 0 {
		return nil, err
	}
	return found, nil
}

func showArticle(ctx context.Context, s *session, id string) (*Shown, error) {
	ids, err := findArticle(ctx, s, id)
	switch {
	case err != nil || len(ids) == 0:
		return nil, err
	case len(ids) > 1:
		return nil, fmt.Errorf("%q is the end of several ids, %s and %s among them", id, ids[0], ids[1])
	}
	found := &Shown{Kind: "article", ID: ids[0]}
	if err := found.load(ctx, s, "id = ?", ids[0]); err != nil {
		return nil, err
	}
	number := found.Articles[0].Number
	err = s.query(ctx, func(r columns) error {
		found.Credits = append(found.Credits, row.Credit{
			Start: int(r.whole(0)), End: int(r.whole(1)), Outlet: r.text(2), Domain: r.text(3), Kind: r.text(4), Cue: r.text(5), Via: r.text(6), Text: r.text(7),
			Main: r.text(8) == "yes",
		})
		return nil
	}, "SELECT start, stop, outlet, domain, kind, cue, via, text, main FROM credits WHERE article = ? ORDER BY n", number)
	if err != nil {
		return nil, err
	}
	err = s.query(ctx, func(r columns) error {
		found.Quotes = append(found.Quotes, row.Quote{
			Start: int(r.whole(0)), End: int(r.whole(1)), Speaker: r.text(2), Text: r.text(3), Families: int(r.whole(4)), FirstArticle: r.text(5),
			Kind: r.text(6),
		})
		return nil
	}, "SELECT start, stop, speaker, text, families, first_article, kind FROM quotes WHERE article = ? ORDER BY n", number)
	return found, err
}

// findArticle returns the ids that are id, else those that end in it from a
// slash on, two at most.
func findArticle(ctx context.Context, s *session, id string) (ids []string, err error) {
	add := func(r columns) error { ids = append(ids, r.text(0)); return nil }
	if err := s.query(ctx, add, "SELECT id FROM articles WHERE id = ?", id); err != nil || len(ids) > 0 {
		return ids, err
	}
	end := "/" + strings.TrimPrefix(id, "/")
	err = s.query(ctx, add, "SELECT id FROM articles WHERE substr(id, -length(?1)) = ?1 ORDER BY id LIMIT 2", end)
	return ids, err
}

// load adds the articles that fulfil a condition and the links of any of them.
func (found *Shown) load(ctx context.Context, s *session, condition, value string) error {
	err := s.query(ctx, func(r columns) error {
		found.Articles = append(found.Articles, r.record())
		return nil
	}, "SELECT "+recordColumns+" FROM articles WHERE "+condition+" ORDER BY coalesce(published_from, 1 << 62), number", value)
	if err != nil {
		return err
	}
	return s.query(ctx, func(r columns) error {
		found.Links = append(found.Links, NamedLink{
			ArticleA: r.text(0), OutletA: r.text(1), ArticleB: r.text(2), OutletB: r.text(3), Relation: r.text(4),
			ShareA: r.real(5), ShareB: r.real(6), Words: int(r.whole(7)), Passages: int(r.whole(8)),
		})
		return nil
	}, `WITH some AS (SELECT number FROM articles WHERE `+condition+`),
		touching AS (SELECT a, b FROM links WHERE a IN some UNION SELECT a, b FROM links WHERE b IN some)
		SELECT x.id, x.outlet, y.id, y.outlet, l.relation, l.share_a, l.share_b, l.words, l.passages
		FROM touching t JOIN links l ON l.a = t.a AND l.b = t.b JOIN articles x ON x.number = l.a JOIN articles y ON y.number = l.b
		ORDER BY l.a, l.b`, value)
}

// Totals say how much an archive holds.
type Totals struct {
	Version                                          int   // of the schema
	Bytes                                            int64 // of the file
	Runs, Files, Articles, Families, Clusters, Links int
	Stories                                          int
}

// A ListedCluster is a Cluster as the archive has it.
type ListedCluster struct {
	row.Cluster
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
		return s.query(ctx, func(r columns) error {
			t.Version, t.Runs, t.Files, t.Articles = int(r.whole(0)), int(r.whole(1)), int(r.whole(2)), int(r.whole(3))
			t.Families, t.Clusters, t.Links, t.Stories = int(r.whole(4)), int(r.whole(5)), int(r.whole(6)), int(r.whole(7))
			return nil
		}, `SELECT (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM runs), (SELECT count(*) FROM files),
			(SELECT count(*) FROM articles), (SELECT count(DISTINCT family) FROM articles WHERE family IS NOT NULL),
			(SELECT count(*) FROM clusters WHERE merged_into IS NULL), (SELECT count(*) FROM links),
			(SELECT count(*) FROM stories WHERE merged_into IS NULL)`)
	})
	return t, err
}

// Runs hands the latest runs to use, newest first, limit of them at most; all
// if it is 0.
func (a *Archive) Runs(ctx context.Context, limit int, use func(Run) error) error {
	return a.read(func(s *session) error {
		return s.query(ctx, func(r columns) error { return use(r.run()) },
			"SELECT "+runColumns+" FROM runs ORDER BY number DESC LIMIT ?", limited(limit))
	})
}

const clusterColumns = `id, upstream, upstream_present, articles, families, outlets, first_published, last_published, headline,
	origin_article, uncredited, first_seen, last_changed_run, merged_into, coalesce(first_copy_minutes, -1)`

func (r columns) cluster() *ListedCluster {
	return &ListedCluster{
		Cluster: row.Cluster{
			ID: r.text(0), Upstream: r.text(1), UpstreamPresent: r.text(2), Articles: int(r.whole(3)), Families: int(r.whole(4)), Outlets: int(r.whole(5)),
			FirstPublished: r.text(6), LastPublished: r.text(7), Headline: r.text(8), OriginArticle: r.text(9), Uncredited: int(r.whole(10)),
			FirstCopy: int(r.whole(14)),
		},
		FirstSeen: r.text(11), LastChanged: r.whole(12), MergedInto: r.text(13),
	}
}

// NewestClusters hands to use the clusters that are, the one changed last
// first, and of one run the one with most articles first; limit of them at
// most, all if it is 0.
func (a *Archive) NewestClusters(ctx context.Context, limit int, use func(*ListedCluster) error) error {
	return a.read(func(s *session) error {
		return s.query(ctx, func(r columns) error { return use(r.cluster()) },
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
