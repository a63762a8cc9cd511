package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"wiretrace/shingle"
)

// isTable reports whether a path is a table of counts, by its name.
func isTable(path string) bool {
	return strings.HasSuffix(path, ".tsv") || strings.HasSuffix(path, ".tsv.gz")
}

// readTable adds a table of counts made elsewhere, one line each: a number, a
// tab, and a word that stands in so many articles, or a stock phrase of
// shingle.N words, whose number does not matter. A line of a number alone, the
// first of a table of words, is the number of articles.
//
// Words are folded anew. Several that fold to one (Merkel, Merkel's) are counted
// as if they stood in articles independently; of a word that falls apart
// (d'ivoire) each part counts at least as often. Phrases that fall apart are left out.
func (b *background) readTable(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	lines := bufio.NewScanner(r)
	articles := 0
	var words []shingle.Word
	for n := 1; lines.Scan(); n++ {
		number, text, _ := strings.Cut(lines.Text(), "\t")
		count, err := strconv.Atoi(number)
		if err != nil || count < 0 {
			return fmt.Errorf("%s:%d: no count: %q", name, n, number)
		}
		words = shingle.Words(words[:0], text)
		switch {
		case text == "":
			articles = count
			b.articles += count
		case strings.Contains(text, " "):
			if len(words) == shingle.N {
				b.stock = shingle.Shingles(b.stock, words, shingle.N)
			}
		case count > articles:
			return fmt.Errorf("%s:%d: %q in %d of %d articles", name, n, text, count, articles)
		case len(words) == 1:
			h := words[0].Hash
			b.df[h] += float64(count) * (1 - b.df[h]/float64(articles))
		default:
			for _, w := range words {
				b.df[w.Hash] = max(b.df[w.Hash], float64(count))
			}
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
