package job

import (
	"cmp"
	"context"
	"encoding/binary"
	"slices"

	"wiretrace/archive"
	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/outlet"
	"wiretrace/report"
	"wiretrace/shingle"
)

// mostFound is how many articles of an archive are held against one whose text is
// looked for: those that have most fingerprints in common with it.
const mostFound = 100

// Find tells from which articles of an archive the text of a file's article is known
// (see CompareFiles for which it is), the one that has most of it first.
func Find(ctx context.Context, a *archive.Archive, path string, outlets *outlet.Gazetteer, o reader.Options) (*report.Known, error) {
	art, err := one(ctx, path, o)
	if err != nil {
		return nil, err
	}
	d := digest.NewMaker(outlets, credit.NewReader(outlets)).Make(art)
	x := cluster.NewSide(d, art.Text, shingle.Background(d.Meta.Language))
	out := &report.Known{ID: art.ID, Title: d.Meta.Title, Words: len(x.Prose.Words)}
	numbers, err := alike(ctx, a, d.Fingerprints)
	if err != nil {
		return nil, err
	}
	records, err := a.Records(ctx, numbers)
	if err != nil {
		return nil, err
	}
	var m cluster.Matcher
	for _, number := range numbers {
		y, err := storedSide(ctx, a, number)
		if err != nil {
			return nil, err
		}
		p := m.Match(x, y)
		if p.Relation() == cluster.None {
			continue
		}
		r := records[number]
		out.Places = append(out.Places, report.Place{
			Article: r.ID, Outlet: r.Outlet, Published: r.Published, Title: r.Title, URL: r.URL, Cluster: r.Cluster, Role: r.Role, Upstream: r.Upstream,
			Relation: string(p.Relation()), Share: p.ShareA, ShareOfIt: p.ShareB, Words: p.WordsA,
		})
	}
	slices.SortStableFunc(out.Places, func(x, y report.Place) int {
		return cmp.Or(cmp.Compare(y.Share, x.Share), cmp.Compare(x.Published, y.Published), cmp.Compare(x.Article, y.Article))
	})
	return out, nil
}

// alike returns the numbers of the articles that have most of some fingerprints,
// sorted, in order of how many.
func alike(ctx context.Context, a *archive.Archive, fingerprints []uint64) ([]int64, error) {
	wanted := map[uint64]bool{}
	for _, f := range fingerprints {
		wanted[f] = true
	}
	type counted struct {
		number int64
		n      int
	}
	var found []counted
	at := keyPlaces[digest.Fingerprints-1]
	err := a.Keys(ctx, at.group, 0, func(number int64, keys [3][]byte) error {
		n := 0
		for b := keys[at.place]; len(b) >= 8; b = b[8:] {
			if wanted[binary.LittleEndian.Uint64(b)] {
				n++
			}
		}
		if n > 0 {
			found = append(found, counted{number, n})
		}
		return nil
	})
	slices.SortFunc(found, func(x, y counted) int {
		return cmp.Or(cmp.Compare(y.n, x.n), cmp.Compare(x.number, y.number))
	})
	var numbers []int64
	for _, f := range found[:min(len(found), mostFound)] {
		numbers = append(numbers, f.number)
	}
	return numbers, err
}

// storedSide makes an article of an archive ready to be compared.
func storedSide(ctx context.Context, a *archive.Archive, number int64) (side *cluster.Side, err error) {
	err = a.Stored(ctx, number, func(encoded, packed []byte) error {
		s := storedArticle{encoded: encoded, packed: packed, unpack: unpackArchived}
		d, text, err := s.article()
		if err == nil {
			side = cluster.NewSide(d, text, shingle.Background(d.Meta.Language))
		}
		return err
	})
	return side, err
}

// unpackArchived unpacks the text of an article of an archive.
func unpackArchived(packed []byte) (string, error) {
	text, err := archive.Unpack(nil, packed)
	return string(text), err
}
