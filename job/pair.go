package job

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"wiretrace/article"
	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/outlet"
	"wiretrace/report"
	"wiretrace/shingle"
)

// Pair compares the articles of two files, the first one of each or the one that
// is named (crawl.jsonl#7), by what the built-in background knows of the rarity of
// words.
func Pair(ctx context.Context, a, b string, outlets *outlet.Gazetteer, o reader.Options) (*report.Comparison, error) {
	maker := digest.NewMaker(outlets, credit.NewReader(outlets))
	side := func(path string) (*cluster.Side, error) {
		art, err := first(ctx, path, o)
		if err != nil {
			return nil, err
		}
		d := maker.Make(art)
		return cluster.NewSide(d, art.Text, shingle.Background(d.Meta.Language)), nil
	}
	x, err := side(a)
	if err != nil {
		return nil, err
	}
	y, err := side(b)
	if err != nil {
		return nil, err
	}
	var m cluster.Matcher
	p := m.Match(x, y)
	out := &report.Comparison{
		A: comparisonSide(x, p.ShareA), B: comparisonSide(y, p.ShareB), Relation: string(p.Relation()), Common: common(x, y),
	}
	if p.Relation() != cluster.None {
		out.Why = p.Why()
	}
	m.Retell(&p, x, y) // for whoever looks at them: the relation stays
	pieces, err := cluster.Paint(x, []cluster.Share{{Number: 1, Family: 1, Pair: p}}, false, func(uint32) (*cluster.Side, error) { return y, nil })
	if err != nil {
		return nil, err
	}
	for _, piece := range pieces {
		if piece.Other >= 0 {
			out.Passages = append(out.Passages, report.Pair{
				A: piece.Span, B: piece.There, Label: string(piece.Label), Similarity: piece.Similarity,
			})
		}
	}
	return out, nil
}

func comparisonSide(s *cluster.Side, share float64) report.Side {
	out := report.Side{
		ID: s.Meta.ID, Outlet: s.Outlet, Title: s.Meta.Title, Published: s.Meta.Published.String(),
		Text: s.Text, Words: len(s.Prose.Words), Share: share,
	}
	for _, b := range s.Layout.Blocks {
		if b.Kind.Furniture() {
			out.Furniture = append(out.Furniture, b.Span)
		}
	}
	return out
}

// first reads the first article of a file, or of a path such as crawl.jsonl#7 the one
// that has this id or record.
func first(ctx context.Context, path string, o reader.Options) (*article.Article, error) {
	path, name := parted(path)
	var found *article.Article
	var problem error
	err := reader.Walk(ctx, []string{path}, o,
		func(a *article.Article) error {
			if name == "" || a.ID == name || strings.HasSuffix(a.ID, "#"+name) || strconv.Itoa(a.Record) == name {
				found = a
				return errEnough
			}
			return nil
		},
		func(p reader.Problem) {
			if problem == nil { // one is enough to say why
				problem = errors.New(p.String())
			}
		})
	switch {
	case found != nil:
		return found, nil
	case problem != nil:
		return nil, fmt.Errorf("read article %w", problem)
	case err != nil:
		return nil, fmt.Errorf("read article %s: %w", path, err)
	}
	if name != "" {
		return nil, fmt.Errorf("read article %s: it holds no article %s", path, name)
	}
	return nil, fmt.Errorf("read article %s: it holds no article", path)
}

// parted parts a path that is no file at its last #, if what stands before is one.
func parted(path string) (file, name string) {
	i := strings.LastIndexByte(path, '#')
	if _, err := os.Stat(path); err == nil || i < 0 {
		return path, ""
	}
	if _, err := os.Stat(path[:i]); err != nil {
		return path, ""
	}
	return path[:i], path[i+1:]
}
