package digest

import (
	"cmp"
	"slices"

	"wiretrace/article"
	"wiretrace/shingle"
)

// Bounds on the pairs of rare words that are kept.
const (
	rareMin         = 5.0 // worth of a word, in nats, that makes it rare
	pairsOfSentence = 8   // rare words of one sentence that are paired
	pairsOfArticle  = 72
)

// A rareWord is the stem of a word, by its hash, and what the word is worth, in nats.
type rareWord struct {
	stem  uint64
	worth float32
}

// A pair is the key of two rare words and what it is worth.
type pair struct {
	key   uint64
	worth float32
}

// before reports whether p is worth more than q; of equals the one with the
// lesser key comes first.
func (p *pair) before(q *pair) bool {
	if p.worth != q.worth {
		return p.worth > q.worth
	}
	return p.key < q.key
}

func comparePairs(x, y pair) int {
	return cmp.Or(cmp.Compare(y.worth, x.worth), cmp.Compare(x.key, y.key))
}

// rarePairs returns the keys of the rarest pairs of words that stand in one
// sentence together: what a retold story keeps of its source, whatever the
// wording, is who did what and how many.
func (m *Maker) rarePairs(sentences []article.Span) []uint64 {
	m.pairs = m.pairs[:0]
	words, k := m.prose, 0
	for _, s := range sentences {
		m.rare = m.rare[:0]
		for ; k < len(words) && int(words[k].Start) < s.End; k++ {
			if w := &words[k]; w.Weight >= rareMin && int(w.Start) >= s.Start && w.Class&shingle.Common == 0 {
				m.rare = append(m.rare, rareWord{w.Stem, w.Weight})
			}
		}
		sortRare(m.rare)
		m.rare = slices.CompactFunc(m.rare, func(x, y rareWord) bool { return x.stem == y.stem })
		m.rare = m.rare[:min(len(m.rare), pairsOfSentence)]
		for i, x := range m.rare {
			for _, y := range m.rare[:i] {
				m.pairs = append(m.pairs, pair{pairKey(x.stem, y.stem), x.worth + y.worth})
			}
		}
	}
	return m.distinct(m.rarest(m.found[:0], pairsOfArticle))
}

// rarest appends the keys of the n rarest pairs to keys, each once. Few of the
// pairs of an article are kept, so only the foremost are sorted, and more of
// them where these hold too many a second time.
func (m *Maker) rarest(keys []uint64, n int) []uint64 {
	for most := n + n/4; ; most *= 4 {
		foremost := m.pairs
		if most < len(foremost) {
			foremost = foremost[:most]
			separate(m.pairs, most)
		}
		slices.SortFunc(foremost, comparePairs)
		keys = keys[:0]
		for i := range foremost {
			if !slices.Contains(keys, foremost[i].key) {
				if keys = append(keys, foremost[i].key); len(keys) == n {
					return keys
				}
			}
		}
		if len(foremost) == len(m.pairs) {
			return keys
		}
	}
}

// separate orders list so that none of its first n is behind any other, by
// quickselect (Hoare 1961).
func separate(list []pair, n int) {
	from, to := 0, len(list)
	for to-from > 12 {
		// The pivot is the median of three.
		a, b, c := &list[from], &list[(from+to)/2], &list[to-1]
		if b.before(a) {
			a, b = b, a
		}
		if c.before(b) {
			if b = c; c.before(a) {
				b = a
			}
		}
		pivot := *b
		i, j := from, to-1
		for i <= j {
			for list[i].before(&pivot) {
				i++
			}
			for pivot.before(&list[j]) {
				j--
			}
			if i <= j {
				list[i], list[j] = list[j], list[i]
				i++
				j--
			}
		}
		switch { // of from to j, the pivot between, and i to to
		case n <= j:
			to = j + 1
		case n >= i:
			from = i
		default:
			return
		}
	}
	slices.SortFunc(list[from:to], comparePairs)
}

// sortRare sorts words by worth, the rarest first, equals by stem. There are
// few of them in a sentence.
func sortRare(words []rareWord) {
	if len(words) > 40 {
		slices.SortFunc(words, compareRare)
		return
	}
	for i := 1; i < len(words); i++ {
		w := words[i]
		j := i
		for ; j > 0 && (words[j-1].worth < w.worth || words[j-1].worth == w.worth && words[j-1].stem > w.stem); j-- {
			words[j] = words[j-1]
		}
		words[j] = w
	}
}

func compareRare(x, y rareWord) int {
	return cmp.Or(cmp.Compare(y.worth, x.worth), cmp.Compare(x.stem, y.stem))
}

// pairKey is the same for both orders of its words.
func pairKey(x, y uint64) uint64 {
	if x > y {
		x, y = y, x
	}
	h := (x ^ 0x9e3779b97f4a7c15) * 0xff51afd7ed558ccd
	h = (h ^ h>>32 ^ y) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
