package job

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/klauspost/compress/s2"

	"wiretrace/archive"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/report"
	"wiretrace/spill"
)

// begin opens the transaction of a night and adds the articles that were read.
func (r *run) begin(ctx context.Context) (*archive.Night, error) {
	night, err := r.past.archive.Begin(ctx, archive.Run{Started: r.Now, Version: r.Version, Report: r.Out})
	if err != nil {
		return nil, err
	}
	if err := r.addAll(ctx, night); err != nil {
		night.Rollback()
		return nil, err
	}
	return night, nil
}

func (r *run) addAll(ctx context.Context, night *archive.Night) error {
	r.rows = make([]int64, len(r.heads))
	var fresh []uint32
	for n := range r.heads {
		if p := r.pastOf(uint32(n)); p != nil {
			r.rows[n] = p.number
		} else {
			fresh = append(fresh, uint32(n))
		}
	}
	return spill.InOrder(ctx, len(fresh), r.Threads, spill.Bound{Items: 64 * r.Threads, Bytes: r.budget.rows},
		func(i int) (*archive.Article, int64, error) {
			a, err := r.archiveArticle(fresh[i])
			if err != nil {
				return nil, 0, err
			}
			return a, int64(len(a.Digest) + len(a.Text)), nil
		},
		func(i int, a *archive.Article) (err error) {
			if i%256 == 0 {
				r.Progress(Progress{Step: Writing, Done: 0, Total: len(fresh)})
			}
			r.rows[fresh[i]], err = night.Add(a)
			return err
		})
}

// archiveArticle makes the row of an article read tonight.
func (r *run) archiveArticle(n uint32) (*archive.Article, error) {
	h := &r.heads[n]
	var a *archive.Article
	err := r.store.read(h.place, func(x stored) error {
		d, err := digest.Decode(x.digest)
		if err != nil {
			return err
		}
		text, err := s2.Decode(nil, x.text)
		if err != nil {
			return err
		}
		m := &d.Meta
		a = &archive.Article{
			Head: archive.Head{
				ID: h.id, File: h.file, Record: int(h.record), Outlet: d.Outlet, From: h.from, To: h.to, Hash: h.hash,
			},
			Mark: r.past.marks[h.place], Content: r.past.pages[h.place], Domain: d.Domain, Published: m.Published.String(), Title: m.Title, Byline: m.Byline,
			Language: m.Language, URL: m.URL, Words: d.Words, Digest: slices.Clone(x.digest), Text: archive.Pack(nil, text),
		}
		a.Keys, err = r.past.keysOf(r.space, h.place)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read back %s: %w", h.id, err)
	}
	return a, nil
}

// describeArchived stores what the report says of an article.
func (r *run) describeArchived(night *archive.Night, n uint32, a *report.Article) error {
	return night.Describe(r.rows[n], r.rows[r.reps[n]], a)
}

// finish adds to a night all that is not of one article or cluster.
func (r *run) finish(night *archive.Night) error {
	for _, from := range r.ended {
		if err := night.Merge(from.id, from.into); err != nil {
			return err
		}
	}
	for _, l := range r.unlinked {
		if err := night.Unlink(l[0], l[1]); err != nil {
			return err
		}
	}
	err := r.links.each(func(e end) error {
		if e.old {
			return nil
		}
		return r.archiveLink(night, e)
	})
	if err != nil {
		return err
	}
	files := make([]*archive.File, 0, len(r.visited.files))
	for _, f := range r.visited.files {
		files = append(files, f)
	}
	slices.SortFunc(files, func(x, y *archive.File) int { return cmp.Compare(x.Path, y.Path) })
	for _, f := range files {
		if err := night.File(*f); err != nil {
			return err
		}
	}
	for _, language := range sortedKeys(r.past.counts) {
		if err := night.Counts(language, r.past.counts[language].Encode(nil)); err != nil {
			return err
		}
	}
	for _, k := range r.newLines {
		if err := night.SiteLine(k); err != nil {
			return err
		}
	}
	for _, k := range r.oldLines {
		if err := night.NoSiteLine(k); err != nil {
			return err
		}
	}
	return night.Finish(archive.Run{
		Started: r.Now, Finished: r.Now.Add(time.Since(r.began)), Version: r.Version, Report: r.Out,
		Read: r.store.len(), Known: r.visited.same, Failed: r.stats.problems, Articles: r.past.total + r.store.len(), Clusters: r.clustersAfter(),
	})
}

// delivered notes that the report is in its place, and with it what it tells of
// earlier nights.
func (r *run) delivered(ctx context.Context) error {
	if r.past == nil {
		return nil
	}
	for _, run := range append(sortedKeys(r.past.late), r.run) {
		if err := r.Archive.Delivered(ctx, run); err != nil {
			return err
		}
	}
	return nil
}

// clustersAfter returns how many clusters there are in the archive after the
// night.
func (r *run) clustersAfter() int {
	after := maps.Clone(r.past.since)
	for _, gone := range r.ended {
		delete(after, gone.id)
	}
	for i := range r.clusters {
		after[r.clusters[i].id] = 0
	}
	return len(after)
}

func (r *run) archiveLink(night *archive.Night, e end) error {
	l, err := r.link(e, true)
	if err != nil {
		return err
	}
	return night.Link(&archive.Link{
		A: r.rows[l.A], B: r.rows[l.B], Relation: string(l.Relation), ShareA: l.ShareA, ShareB: l.ShareB,
		Words: l.WordsA, Passages: len(l.Passages), Signs: cluster.EncodeSigns(nil, &l.Pair), Aligned: cluster.EncodePassages(nil, l.Passages),
	})
}

// firstSeen says when an article and its cluster came into the archive.
func (r *run) firstSeen(a *report.Article, e entry) {
	seen := r.Now
	if p := r.pastOf(e.n); p != nil {
		seen = time.Unix(p.seen, 0)
	}
	a.FirstSeen = seen.UTC().Format(time.RFC3339)
	if e.cluster >= 0 {
		since := r.Now
		if at, ok := r.past.since[r.clusters[e.cluster].id]; ok {
			since = time.Unix(at, 0)
		}
		a.ClusterFirstSeen = since.UTC().Format(time.RFC3339)
	}
}
