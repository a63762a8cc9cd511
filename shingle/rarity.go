package shingle

import (
	"math"
	"sync"
)

// A Rarity tells what a word is worth as evidence, and which phrases are worth
// none. It holds the document frequencies of a background of news articles,
// perhaps blended with those of the articles at hand. It does not change once
// made and may be used concurrently.
type Rarity struct {
	articles float64 // in the background; 0 where there is none
	letters  int     // that the stem of a word has at most; 0 where stem tells
	table    table
	blended  []float32 // by slot of the table, in place of its numbers; nil if not blended
	stock    *Filter
	corpus   *corpus // nil if not blended
	of       *Rarity // that it blends with corpus
	scanners sync.Pool
}

// Known reports whether r rests on a background of its language, and not on a
// guess from the form of the words.
func (r *Rarity) Known() bool { return r.articles > 0 }

// Unseen is the most that a word weighs: one that no article of a large background
// holds.
const Unseen = 11

// Weight returns what a match of w is worth: its inverse document frequency in
// nats, ln(articles/articles that hold it), from 0 for words of nearly every
// article to Unseen.
func (r *Rarity) Weight(w Word) float32 {
	if i := r.table.find(w.Hash); i >= 0 {
		return r.at(i)
	}
	weight := r.guess(w)
	if r.corpus != nil {
		weight = r.pool(weight, r.corpus.count(w.Hash))
	}
	return weight
}

// at returns the weight of the word in a slot of the table.
func (r *Rarity) at(slot int) float32 {
	if r.blended != nil {
		return r.blended[slot]
	}
	return r.table.value(slot)
}

// weightAnd returns the weight of w by r and by plain, of which r is a blend as a rule.
func (r *Rarity) weightAnd(plain *Rarity, w Word) (blended, bare float32) {
	if r.of != plain || plain.corpus != nil {
		return r.Weight(w), plain.Weight(w)
	}
	if i := plain.table.find(w.Hash); i >= 0 {
		return r.blended[i], plain.table.value(i)
	}
	bare = plain.guess(w)
	return r.pool(bare, r.corpus.count(w.Hash)), bare
}

// Weights appends the weight of each of words to dst.
func (r *Rarity) Weights(dst []float32, words []Word) []float32 {
	for i := range words {
		dst = append(dst, r.Weight(words[i]))
	}
	return dst
}

// Blend returns a Rarity that knows the articles counted too. Document
// frequencies of the background and of the corpus are pooled, article by
// article, so that a few articles hardly move it and a million replace it; and
// no word is worth more than its inverse document frequency in the corpus
// alone, as if that had localArticles more: where hundreds of articles report
// one event, its names tell nothing. (Giving a small corpus more say made
// rewrites harder to tell from independent reports, since the rare words of a
// story are what both hold.) c was made for r and may be added to afterwards.
// Where c is empty, r itself is returned.
func (r *Rarity) Blend(c *Counts) *Rarity {
	if c.articles == 0 {
		return r
	}
	b := &Rarity{articles: r.articles, letters: r.letters, stock: r.stock, table: r.table, corpus: c.snapshot(), of: r}
	b.blended = make([]float32, len(r.table.slots))
	for i, slot := range r.table.slots {
		if slot != 0 {
			b.blended[i] = b.pool(r.at(i), float64(c.known[i]))
		}
	}
	return b
}

// pool returns the weight of a word that the background gives a weight and that
// count articles of the corpus hold.
func (r *Rarity) pool(weight float32, count float64) float32 {
	background := r.articles
	if background == 0 {
		background = guessArticles
	}
	p := (background*math.Exp(-float64(weight)) + count) / (background + r.corpus.articles)
	local := math.Log((r.corpus.articles + localArticles) / (count + 0.5))
	return float32(max(0, min(Unseen, -math.Log(p), local)))
}

// localArticles is how many articles without a word a corpus is taken to have
// besides its own when it alone is asked how rare the word is.
const localArticles = 20000

// guessArticles is how many articles a guess from length and class counts as.
const guessArticles = 200

// guess weighs a word the table does not hold.
func (r *Rarity) guess(w Word) float32 {
	if w.Class&Common != 0 {
		return 0.5
	}
	if r.articles > 0 {
		return idf(0, r.articles)
	}
	// Without a background the length of the word must do.
	if w.Class&Wide != 0 {
		return 5
	}
	weight := 1 + float32(min(w.End-w.Start, 12))/2
	if w.Class&(Upper|Number) != 0 {
		weight++
	}
	return weight
}

// Stock reports whether a shingle of N words is a stock phrase, one that many
// outlets use on unlike occasions ("at the same time as"). A thousandth of the
// other shingles are reported too.
func (r *Rarity) Stock(shingle uint64) bool {
	return r.stock != nil && r.stock.Has(shingle)
}

// idf returns the inverse document frequency of a word that df of n articles
// hold. df need not be whole; half an article is added to it.
func idf(df, n float64) float32 {
	return float32(max(0, min(Unseen, math.Log((n+1)/(df+0.5)))))
}

// quantum is the step of stored weights, in nats.
const quantum = Unseen / 255.0
