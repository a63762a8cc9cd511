package job

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"wiretrace/archive"
	"wiretrace/cluster"
	"wiretrace/row"
	"wiretrace/spill"
)

// An archiveNight is the transaction that adds a run to the archive.
type archiveNight struct {
	*archive.Night
	past   *archivePast
	corpus *corpus
	rows   []int64 // for each article its number in the archive; 0 if it is not kept there, since that panicked
}

func (p *archivePast) begin(ctx context.Context, c *corpus) (night, error) {
	opened, err := p.archive.Begin(ctx, archive.Run{Started: p.o.Now, Version: p.o.Version, Report: p.report()})
	if err != nil {
		return nil, err
	}
	n := &archiveNight{opened, p, c, make([]int64, len(c.heads))}
	if err := n.addFresh(ctx); err != nil {
		n.rollback()
		return nil, err
	}
	return n, nil
}

// report returns where the report of the night goes; empty if there is none.
func (p *archivePast) report() string {
	if p.nothing {
		return ""
	}
	return p.o.Out
}

// addFresh adds the articles that were read in the run.
func (n *archiveNight) addFresh(ctx context.Context) error {
	c := n.corpus
	var fresh []uint32
	for i := range c.heads {
		if e := c.earlier(uint32(i)); e != nil {
			n.rows[i] = e.row
		} else {
			fresh = append(fresh, uint32(i))
		}
	}
	return spill.InOrder(ctx, len(fresh), c.threads, c.waiting(),
		func(i int) (a *archive.Article, size int64, err error) {
			_, err = c.try(archiving, &c.heads[fresh[i]], notArchived, func() (err error) {
				a, err = n.freshArticle(fresh[i])
				return err
			})
			if a != nil {
				size = int64(len(a.Digest) + len(a.Text))
			}
			return a, size, err
		},
		func(i int, a *archive.Article) (err error) {
			if a == nil {
				n.past.revisit(c.heads[fresh[i]].file)
				return nil
			}
			if a.Replaces != nil {
				if err := n.Drop(a.Replaces.Number); err != nil {
					return err
				}
			}
			if i%256 == 0 {
				c.progress(Progress{Step: Writing, Done: 0, Total: len(fresh)})
			}
			n.rows[fresh[i]], err = n.Add(a)
			return err
		})
}

// freshArticle makes the archive's row of an article read in the run.
func (n *archiveNight) freshArticle(number uint32) (*archive.Article, error) {
	h := &n.corpus.heads[number]
	var a *archive.Article
	err := n.corpus.open(number, func(s *storedArticle) error {
		d, text, err := s.article()
		if err != nil {
			return err
		}
		m, fresh := &d.Meta, &n.past.fresh
		a = &archive.Article{
			Head: archive.Head{
				ID: h.id, File: h.file, Record: int(h.record), Outlet: d.Outlet, From: h.from, To: h.to, Hash: h.hash,
			},
			Mark: fresh.marks[h.place], Content: fresh.pages[h.place], Domain: d.Domain, Published: m.Published.String(), Title: m.Title, Byline: m.Byline,
			Language: m.Language, URL: m.URL, Words: d.Words, Digest: slices.Clone(s.encoded), Text: archive.Pack(nil, []byte(text)),
		}
		if f, ok := n.past.history.formers[h.place]; ok {
			a.Replaces = &f.Former
		}
		a.Keys, err = n.past.freshKeys(h.place)
		return err
	})
	return a, err
}

func (n *archiveNight) article(number, rep uint32, a *row.Article) error {
	if n.rows[number] == 0 {
		return nil
	}
	if n.rows[rep] == 0 {
		rep = number
	}
	if n.past.news { // else it repeats what others have told
		if err := n.Told(n.rows[number]); err != nil {
			return err
		}
	}
	return n.Describe(n.rows[number], n.rows[rep], a)
}

func (n *archiveNight) story(s *row.Story) error { return n.Story(s) }

func (n *archiveNight) cluster(c *row.Cluster) error { return n.Cluster(c) }

func (n *archiveNight) problem(x *row.Problem) error {
	return n.Problem(&archive.Problem{Problem: *x, Mark: problemMark(x)})
}

func (n *archiveNight) finish(f *findings) error {
	for _, from := range f.clusters.ended {
		if err := n.Merge(from.id, from.into); err != nil {
			return err
		}
	}
	if err := n.DropEmptyStories(); err != nil {
		return err
	}
	for _, l := range n.past.unlinked {
		if err := n.Unlink(l[0], l[1]); err != nil {
			return err
		}
	}
	err := f.links.each(func(e end) error {
		if e.old || n.rows[e.of] == 0 || n.rows[e.other] == 0 {
			return nil
		}
		return n.addLink(f.links, e)
	})
	if err != nil {
		return err
	}
	if err := n.addLearned(f.pairs.lines); err != nil {
		return err
	}
	p := n.past
	read := n.corpus.store.size()
	return n.Finish(archive.Run{
		Started: p.o.Now, Finished: p.o.Now.Add(time.Since(p.began)), Version: p.o.Version, Report: p.report(),
		Read: read, Known: p.visits.same, Failed: f.problems, Articles: p.total + read - len(p.history.formers), Clusters: p.clustersAfter(f.clusters),
	})
}

// addLink adds a link that was found in the run.
func (n *archiveNight) addLink(links *links, e end) error {
	l, err := links.read(e, true)
	if err != nil {
		return err
	}
	return n.Link(&archive.Link{
		A: n.rows[l.A], B: n.rows[l.B], Relation: string(l.Relation), ShareA: l.ShareA, ShareB: l.ShareB,
		Words: l.WordsA, Passages: len(l.Passages), Signs: cluster.EncodeSigns(nil, &l.Pair), Aligned: cluster.EncodePassages(nil, l.Passages),
	})
}

// addLearned adds what was learned of files, words and lines.
func (n *archiveNight) addLearned(lines lineChanges) error {
	files := slices.SortedFunc(maps.Values(n.past.visits.files), func(x, y *archive.File) int { return cmp.Compare(x.Path, y.Path) })
	for _, f := range files {
		if err := n.File(*f); err != nil {
			return err
		}
	}
	for _, language := range sortedKeys(n.past.counts) {
		if err := n.Counts(language, n.past.counts[language].Encode(nil)); err != nil {
			return err
		}
	}
	for _, k := range lines.found {
		if err := n.SiteLine(k); err != nil {
			return err
		}
	}
	for _, k := range lines.gone {
		if err := n.NoSiteLine(k); err != nil {
			return err
		}
	}
	return nil
}

// The report is whole on disk before the archive holds the night, and put in its
// place after.
func (n *archiveNight) commit(whole func() error) error {
	if err := whole(); err != nil {
		return err
	}
	n.past.run = n.Number()
	return n.Commit()
}

func (n *archiveNight) rollback() { n.Rollback() }

// clustersAfter returns how many clusters there are in the archive after the
// night.
func (p *archivePast) clustersAfter(c *clusters) int {
	after := maps.Clone(p.history.since)
	for _, gone := range c.ended {
		delete(after, gone.id)
	}
	for i := range c.list {
		after[c.list[i].id] = 0
	}
	return len(after)
}
