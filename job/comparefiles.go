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

// CompareFiles compares the articles of two files that hold one each, or those of larger
// files that are named (crawl.jsonl#7), by what the built-in background knows of the rarity of
// words.
func CompareFiles(ctx context.Context, a, b string, outlets *outlet.Gazetteer, o reader.Options) (*report.Comparison, error) {
	maker := digest.NewMaker(outlets, credit.NewReader(outlets))
	side := func(path string) (*cluster.Side, error) {
		art, err := one(ctx, path, o)
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

// one reads the article of a file that holds one alone, or of a path such as
// crawl.jsonl#7 the one that has this id, else the first of this record.
func one(ctx context.Context, path string, o reader.Options) (*article.Article, error) {
	path, name := parted(path)
	var found, second *article.Article
	var problem error
	err := reader.Walk(ctx, []string{path}, o,
		func(a *article.Article) error {
			switch {
			case name == "" && found == nil:
				found = a
				return nil // and look whether it is the only one
			case name == "":
				second = a
				return errEnough
			case a.ID == name:
				found = a
				return errEnough
			case found == nil && (strings.HasSuffix(a.ID, "#"+name) || strconv.Itoa(a.Record) == name):
				found = a // unless another has that id
			}
			return nil
		},
		func(p reader.Problem) {
			if problem == nil { // one is enough to say why
				problem = errors.New(p.String())
			}
		})
	switch {
	case second != nil && path == standardInput:
		return nil, errors.New("read article: standard input holds several, and one is wanted")
	case second != nil:
		return nil, fmt.Errorf("read article %s: it holds several: name one by its number or id, as in %s#1", path, path)
	case found != nil:
		return found, nil
	case problem != nil && path == standardInput:
		return nil, fmt.Errorf("read article %w (standard input is read as JSON lines: plain text goes into a file, or through jq -Rs -c '{text: .}')", problem)
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

// standardInput is the path of what is piped in.
const standardInput = "-"

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
