package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/zeebo/xxh3"

	"wiretrace/article"
	"wiretrace/article/reader"
	"wiretrace/shingle"
)

// options say what is counted.
type options struct {
	lang                  string
	minArticles           int
	minOutlets, minMonths int
}

// A background is what has been counted.
type background struct {
	articles int
	df       map[uint64]float64 // articles that hold a word, by its hash
	stock    []uint64           // shingles of the stock phrases, rising
}

// build counts the articles under paths, each text once however often it is
// there. A phrase of shingle.N words is stock if many outlets use it in many
// months: no single story lasts that long. Articles whose outlet or month is
// not known count for words only. Paths that end in .tsv or .tsv.gz are tables
// of counts made elsewhere, as readTable tells.
//
// The articles are read twice, since phrases that stand in one article alone,
// nearly all of them, must not be kept: the first reading finds those that are
// there at least twice.
func build(ctx context.Context, paths []string, o options, log io.Writer) (*background, error) {
	b := &background{df: map[uint64]float64{}}
	var articles []string
	for _, path := range paths {
		if !isTable(path) {
			articles = append(articles, path)
			continue
		}
		if err := b.readTable(path); err != nil {
			return nil, err
		}
	}
	if len(articles) > 0 {
		if err := b.count(ctx, articles, o, log); err != nil {
			return nil, err
		}
	}
	if b.articles == 0 {
		return nil, errors.New("no articles to count")
	}
	slices.Sort(b.stock)
	b.stock = slices.Compact(b.stock)
	return b, nil
}

// count adds the articles under paths.
func (b *background) count(ctx context.Context, paths []string, o options, log io.Writer) error {
	_, size, err := reader.Size(ctx, paths, reader.Options{})
	if err != nil {
		return err
	}
	const bytesPerWord = 4 // at least; compressed files hold more, and then some phrases too many are looked at
	twice := shingle.NewTwice(int(size/bytesPerWord), 0.05)
	writer := twice.Writer()

	df := map[uint64]int{}
	once := map[uint64]bool{} // texts seen, by hash
	problems := 0
	err = walk(ctx, paths, o, once, func(a *article.Article, words, shingles []uint64) {
		b.articles++
		for _, h := range words {
			df[h]++
		}
		if phrases(a) {
			for _, h := range shingles {
				writer.Add(h)
			}
		}
	}, func(p reader.Problem) {
		if problems++; problems <= 10 {
			fmt.Fprintln(log, p)
		}
	})
	if err != nil {
		return err
	}
	writer.Flush()
	for h, n := range df {
		if n >= o.minArticles {
			b.df[h] += float64(n)
		}
	}

	spread := map[uint64]*spread{}
	clear(once)
	err = walk(ctx, paths, o, once, func(a *article.Article, _, shingles []uint64) {
		if !phrases(a) {
			return
		}
		outlet := xxh3.HashString(a.Outlet)
		month := uint64(a.Published.When.Year())*12 + uint64(a.Published.When.Month())
		for _, h := range shingles {
			if twice.SeenTwice(h) {
				add(spread, h, outlet, month, o)
			}
		}
	}, func(reader.Problem) {})
	if err != nil {
		return err
	}
	for h, s := range spread {
		if len(s.outlets) >= o.minOutlets && len(s.months) >= o.minMonths {
			b.stock = append(b.stock, h)
		}
	}
	return nil
}

// phrases reports whether the phrases of an article count.
func phrases(a *article.Article) bool {
	return a.Outlet != "" && a.Published.Precision != article.NoTime
}

// A spread is where a phrase has been found, as far as it matters.
type spread struct {
	outlets, months []uint64
}

// add notes one more place.
func add(all map[uint64]*spread, phrase, outlet, month uint64, o options) {
	s := all[phrase]
	if s == nil {
		s = new(spread)
		all[phrase] = s
	}
	if len(s.outlets) < o.minOutlets && !slices.Contains(s.outlets, outlet) {
		s.outlets = append(s.outlets, outlet)
	}
	if len(s.months) < o.minMonths && !slices.Contains(s.months, month) {
		s.months = append(s.months, month)
	}
}

// walk hands each different article to yield with the hashes of its words and
// of its shingles, each once and rising. It owns both.
func walk(ctx context.Context, paths []string, o options, once map[uint64]bool,
	yield func(a *article.Article, words, shingles []uint64), problem func(reader.Problem),
) error {
	var words []shingle.Word
	var hashes, shingles []uint64
	return reader.Walk(ctx, paths, reader.Options{}, func(a *article.Article) error {
		if o.lang != "" && a.Language != "" && a.Language != o.lang {
			return nil
		}
		words = shingle.Words(words[:0], a.Text)
		hashes = hashes[:0]
		for _, w := range words {
			hashes = append(hashes, w.Hash)
		}
		shingles = shingles[:0]
		if len(words) >= shingle.N {
			shingles = shingle.Shingles(shingles, words, shingle.N)
		}
		hashes, shingles = distinct(hashes), distinct(shingles)
		text := xxh3.HashString(a.Text)
		if len(words) == 0 || once[text] {
			return nil
		}
		once[text] = true
		yield(a, hashes, shingles)
		return nil
	}, problem)
}

// distinct sorts hashes and leaves each in once.
func distinct(hashes []uint64) []uint64 {
	slices.Sort(hashes)
	return slices.Compact(hashes)
}
