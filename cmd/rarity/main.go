// Command rarity builds the table of word rarity that package shingle embeds.
package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"strconv"
	"strings"

	"wiretrace/shingle"
)

func main() {
	df := map[uint64]float64{}
	var stock []uint64
	articles := 0.0
	skipped := 0
	for _, name := range os.Args[2:] {
		f, err := os.Open(name)
		if err != nil {
			panic(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			panic(err)
		}
		sc := bufio.NewScanner(z)
		var words []shingle.Word
		for sc.Scan() {
			count, text, ok := strings.Cut(sc.Text(), "\t")
			n, _ := strconv.ParseFloat(count, 64)
			if !ok || text == "" {
				articles = n
				continue
			}
			words = shingle.Words(words[:0], text)
			if strings.Contains(text, " ") {
				if len(words) != shingle.N {
					skipped++
					continue
				}
				stock = shingle.Shingles(stock, words, shingle.N)
				continue
			}
			for _, w := range words {
				p, q := df[w.Hash]/articles, n/articles
				if len(words) > 1 {
					df[w.Hash] = max(p, q) * articles
				} else {
					df[w.Hash] = (1 - (1-p)*(1-q)) * articles
				}
			}
		}
	}
	fmt.Println(articles, len(df), len(stock), skipped)
	b := shingle.AppendRarity(nil, int(articles), df, stock)
	fmt.Println(len(b))
	if err := os.WriteFile(os.Args[1], b, 0o644); err != nil {
		panic(err)
	}
}
