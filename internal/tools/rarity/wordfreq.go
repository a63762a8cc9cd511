package main

import (
	"archive/zip"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/vmihailenco/msgpack/v5"

	"wiretrace/shingle"
)

// A frequency is how often a word is written: its share of all words.
type frequency struct {
	word  string
	share float64
}

// readWordfreq reads the words of a language from the wheel of the Python
// package wordfreq (a ZIP file), commonest first: from its large list, of words
// down to one in 100 million, or where it has none from its small one, down to
// one in a million.
//
// A list is gzipped MessagePack, an array: a map that says
// {"format": "cB", "version": 1}, then an array of words for each hundredth of
// a power of ten that their share lies below 1.
func readWordfreq(wheel, language string) ([]frequency, error) {
	z, err := zip.OpenReader(wheel)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	for _, size := range []string{"large", "small"} {
		name := path.Join("wordfreq/data", size+"_"+language+".msgpack.gz")
		i := slices.IndexFunc(z.File, func(f *zip.File) bool { return f.Name == name })
		if i < 0 {
			continue
		}
		f, err := z.File[i].Open()
		if err != nil {
			return nil, err
		}
		defer f.Close()
		list, err := decodeWordfreq(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", wheel, name, err)
		}
		return list, nil
	}
	return nil, fmt.Errorf("%s: no list of words of %q", wheel, language)
}

// decodeWordfreq reads one list.
func decodeWordfreq(r io.Reader) ([]frequency, error) {
	g, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	d := msgpack.NewDecoder(g)
	levels, err := d.DecodeArrayLen()
	if err != nil {
		return nil, err
	}
	header, err := d.DecodeMap()
	if err != nil {
		return nil, err
	}
	if version := fmt.Sprint(header["version"]); header["format"] != "cB" || version != "1" {
		return nil, errors.New("not a list of words of format cB, version 1")
	}
	var list []frequency
	for level := range levels - 1 {
		var words []string
		if err := d.Decode(&words); err != nil {
			return nil, err
		}
		for _, w := range words {
			list = append(list, frequency{w, math.Pow(10, -float64(level)/100)})
		}
	}
	return list, nil
}

// articleWords is how many words an article is taken to have where shares of
// articles are made from shares of words. Of lengths from 300 to 1,200, it is the
// one by which wordfreq's English gives the least error against the shares
// counted in English news; the command compare prints that error.
const articleWords = 800

// articleShare returns the share of articles of so many words that hold a word
// whose share of all words is f, as if its places were drawn at random: 1-(1-f)^n.
func articleShare(f float64, words int) float64 { return -math.Expm1(float64(words) * math.Log1p(-f)) }

// mostNumber is the greatest number whose rarity is taken from English news: that
// of a year or a round number is much the same in any.
const mostNumber = 99_999

// fromShares returns the background that shares of words make: of the most
// commonest words, folded as shingle folds them. Forms that fold to one count
// together; of a word that falls apart (sull'alta) each part counts. It has as many
// articles as make the rarest word stand in one. wordfreq has no numbers; theirs
// are those of numbers.
func fromShares(list []frequency, most int, numbers *shingle.Rarity) *background {
	shares := map[uint64]float64{}
	var words []shingle.Word
	for _, f := range list {
		if strings.IndexFunc(f.word, unicode.IsDigit) >= 0 {
			continue
		}
		words = shingle.Words(words[:0], f.word)
		for _, w := range words {
			if _, ok := shares[w.Hash]; ok || len(shares) < most {
				shares[w.Hash] += f.share
			}
		}
	}
	rarest := 1.0
	for _, share := range shares {
		rarest = min(rarest, articleShare(share, articleWords))
	}
	b := &background{articles: int(math.Round(1 / rarest)), df: make(map[uint64]float64, len(shares))}
	for h, share := range shares {
		b.df[h] = articleShare(share, articleWords) * float64(b.articles)
	}
	for n := range mostNumber + 1 {
		words = shingle.Words(words[:0], strconv.Itoa(n))
		if df := float64(b.articles) * math.Exp(-float64(numbers.Weight(words[0]))); df >= 1 {
			b.df[words[0].Hash] = df
		}
	}
	return b
}

// compare prints, for several lengths of an article, how far the weights that
// shares of words give are from those of a background of the same language, in
// nats: the mean difference and the mean of its size over the content words of
// both, each word once and each as often as articles hold it.
func compare(list []frequency, background *shingle.Rarity, w io.Writer) {
	type pair struct{ share, weight float64 }
	shares := map[uint64]float64{}
	var order []shingle.Word
	var words []shingle.Word
	for _, f := range list {
		words = shingle.Words(words[:0], f.word)
		for _, word := range words {
			if _, ok := shares[word.Hash]; !ok {
				order = append(order, word)
			}
			shares[word.Hash] += f.share
		}
	}
	var pairs []pair
	for _, word := range order {
		if weight := background.Weight(word); weight < shingle.Unseen && word.Class&(shingle.Number|shingle.Common) == 0 {
			pairs = append(pairs, pair{shares[word.Hash], float64(weight)})
		}
	}
	fmt.Fprintf(w, "%d words\nwords an article\tmean\tmean size\tmean by articles\tmean size by articles\n", len(pairs))
	for _, length := range []int{300, 400, 500, 600, 700, 800, 900, 1000, 1200} {
		var mean, size, held, meanHeld, sizeHeld float64
		for _, p := range pairs {
			weight := min(shingle.Unseen, -math.Log(articleShare(min(p.share, 0.999), length)))
			difference, articles := weight-p.weight, math.Exp(-p.weight)
			mean += difference
			size += math.Abs(difference)
			held += articles
			meanHeld += articles * difference
			sizeHeld += articles * math.Abs(difference)
		}
		n := float64(len(pairs))
		fmt.Fprintf(w, "%d\t%.3f\t%.3f\t%.3f\t%.3f\n", length, mean/n, size/n, meanHeld/held, sizeHeld/held)
	}
}
