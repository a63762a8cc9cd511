package digest

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zeebo/xxh3"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/shingle"
)

// ShingleWords is the number of words in a shingle and in a fingerprint.
const ShingleWords = 5

// A Maker makes digests and reuses its memory from one article to the next. It
// must not be used by two goroutines at once.
type Maker struct {
	gazetteer *credit.Gazetteer
	credits   *credit.Reader
	minhash   *shingle.MinHasher

	words    []shingle.Word
	prose    []shingle.Word
	shingles []uint64
	prints   []shingle.Fingerprint
	marks    []credit.Mark
	rare     []rareWord
	pairs    []pair
}

// NewMaker returns a Maker that knows the outlets of g.
func NewMaker(g *credit.Gazetteer, credits *credit.Reader) *Maker {
	return &Maker{gazetteer: g, credits: credits, minhash: shingle.NewMinHasher()}
}

// Make returns the digest of a, which it keeps no part of but for strings. The
// time grows linearly with the length of the text.
func (m *Maker) Make(a *article.Article) *Digest {
	layout, meta := article.Lay(a)
	filled := *a
	filled.Fill(meta)
	d := &Digest{Meta: filled, Layout: layout}
	d.Meta.Text = ""
	d.Outlet, d.Domain = m.home(&filled)

	m.words = shingle.Words(m.words[:0], a.Text)
	d.Words = len(m.words)
	m.prose = Prose(m.prose[:0], m.words, &layout)
	d.Prose = len(m.prose)
	d.Credits = m.credits.Credits(m.signals(a, d.Outlet), &filled, &layout)
	m.keys(d)
	d.Quotes, m.marks = credit.QuotesAndMarks(nil, m.marks[:0], &filled, &layout)
	d.Sayings = m.sayings(d)
	for _, k := range m.marks {
		if !k.Scare {
			d.Marks = append(d.Marks, k.Span)
		}
	}
	return d
}

// signals returns what the file says outside the text of where the article
// came from, as credit lines at the beginning of the text.
func (m *Maker) signals(a *article.Article, home string) []credit.Credit {
	var out []credit.Credit
	for _, s := range a.Signals {
		o := m.gazetteer.ByName(s.Name)
		if o == nil && s.URL != "" {
			o = m.gazetteer.ByHost(s.URL)
		}
		if o == nil || o.Name == home || o.Kind == credit.Platform {
			continue
		}
		c := credit.Credit{Outlet: o.Name, Domain: o.Domain(), Kind: o.Kind, Cue: credit.CueCreditLine}
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// ProseWords returns the words of the article made last that are not
// furniture. They are good until the next.
func (m *Maker) ProseWords() []shingle.Word { return m.prose }

// home returns the canonical name and domain of the outlet that a comes from:
// as given, else by its address. A name that the gazetteer does not know goes
// without its article, since others write it with or without.
func (m *Maker) home(a *article.Article) (name, domain string) {
	if a.Outlet != "" {
		if name, domain = m.gazetteer.Canonical(a.Outlet); domain == "" && m.gazetteer.ByName(name) == nil {
			name = strings.TrimPrefix(name, "The ")
		}
		return name, domain
	}
	if a.URL != "" {
		if o := m.gazetteer.ByHost(a.URL); o != nil {
			return o.Name, o.Domain()
		}
	}
	return "", ""
}

// Prose appends to dst the words that do not stand in furniture.
func Prose(dst, words []shingle.Word, l *article.Layout) []shingle.Word {
	k := 0
	for _, w := range words {
		for k < len(l.Blocks) && l.Blocks[k].End <= int(w.Start) {
			k++
		}
		if k < len(l.Blocks) && l.Blocks[k].Start <= int(w.Start) && !l.Blocks[k].Kind.Furniture() {
			dst = append(dst, w)
		}
	}
	return dst
}

func (m *Maker) keys(d *Digest) {
	if len(m.prose) == 0 {
		return
	}
	d.Hash = sequenceHash(m.prose)
	m.shingles = shingle.Shingles(m.shingles[:0], m.prose, ShingleWords)
	signature := m.minhash.Sign(m.shingles)
	d.Bands = shingle.Bands(nil, &signature)

	rarity := shingle.Background(d.Meta.Language)
	m.prints = shingle.Fingerprints(m.prints[:0], m.shingles)
	d.Fingerprints = make([]uint64, 0, len(m.prints))
	for _, f := range m.prints {
		if !rarity.Stock(f.Hash) {
			d.Fingerprints = append(d.Fingerprints, f.Hash)
		}
	}
	slices.Sort(d.Fingerprints)
	d.Fingerprints = slices.Compact(d.Fingerprints)
	d.Pairs = m.rarePairs(m.prose, d.Layout.Sentences, rarity)
	d.Stories = m.stories(d, rarity)
	d.Lines = m.lines(d)
}

// sequenceHash returns a hash of all words in order.
func sequenceHash(words []shingle.Word) uint64 {
	h := uint64(len(words))
	for _, w := range words {
		h = (h ^ w.Hash) * 0x9e3779b97f4a7c15
		h ^= h >> 32
	}
	return h
}

// Bounds on the pairs of rare words that are kept.
const (
	rareMin         = 5.0 // worth of a word, in nats, that makes it rare
	pairsOfSentence = 8   // rare words of one sentence that are paired
	pairsOfArticle  = 72
)

type rareWord struct {
	stem  uint64
	worth float32
}

// namesOfArticle is how many of the names an article writes most of are paired
// with the outlets it credits.
const namesOfArticle = 8

// Credited is set in those of Stories whose outlet is credited, and not the
// article's own: that two outlets write of one name alone tells nothing.
const Credited uint64 = 1

// stories returns the keys by which a piece that credits an outlet finds that
// outlet's piece and the others that credit it: the outlet with each of the
// names that the article writes most of.
func (m *Maker) stories(d *Digest, rarity *shingle.Rarity) []uint64 {
	outlets := []string{}
	for _, c := range d.Credits {
		if c.Kind != credit.Platform && !c.Background {
			outlets = append(outlets, c.Outlet, c.Via)
		}
	}
	slices.Sort(outlets)
	outlets = slices.Compact(outlets)
	if len(outlets) > 0 && outlets[0] == "" {
		outlets = outlets[1:]
	}
	own := d.Outlet != "" && !slices.Contains(outlets, d.Outlet)
	if len(outlets) == 0 && !own {
		return nil
	}
	m.rare = m.rare[:0]
	for _, w := range m.prose {
		if w.Class&shingle.Upper != 0 && w.Class&shingle.Common == 0 {
			if worth := rarity.Weight(w); worth >= nameMin {
				m.rare = append(m.rare, rareWord{w.Stem, worth})
			}
		}
	}
	slices.SortFunc(m.rare, func(x, y rareWord) int { return cmp.Compare(x.stem, y.stem) })
	names := m.rare[:0]
	for _, x := range m.rare {
		if n := len(names); n > 0 && names[n-1].stem == x.stem {
			names[n-1].worth += x.worth
		} else {
			names = append(names, x)
		}
	}
	slices.SortFunc(names, func(x, y rareWord) int {
		return cmp.Or(cmp.Compare(y.worth, x.worth), cmp.Compare(x.stem, y.stem))
	})
	names = names[:min(len(names), namesOfArticle)]
	keys := make([]uint64, 0, len(outlets)*len(names))
	for _, o := range outlets {
		h := xxh3.HashString(o)
		for _, n := range names {
			keys = append(keys, pairKey(h, n.stem)|Credited)
		}
	}
	if own {
		h := xxh3.HashString(d.Outlet)
		for _, n := range names {
			keys = append(keys, pairKey(h, n.stem)&^Credited)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// What a quotation must hold to be known again elsewhere.
const (
	sayingWords = 5 // words
	sayingRare  = 3 // of its rarest words, which make its key
)

// sayings returns the keys of the quotations of d: of their rarest words,
// whatever their order, so that exchanged common words change nothing.
func (m *Maker) sayings(d *Digest) []uint64 {
	if len(d.Quotes) == 0 {
		return nil
	}
	rarity := shingle.Background(d.Meta.Language)
	keys := make([]uint64, len(d.Quotes))
	k := 0
	for i, q := range d.Quotes {
		m.rare = m.rare[:0]
		for k < len(m.prose) && int(m.prose[k].Start) < q.Start {
			k++
		}
		words := 0
		for ; k < len(m.prose) && int(m.prose[k].Start) < q.End; k++ {
			words++
			if w := m.prose[k]; w.Class&shingle.Common == 0 {
				m.rare = append(m.rare, rareWord{w.Stem, rarity.Weight(w)})
			}
		}
		if words < sayingWords {
			continue
		}
		slices.SortFunc(m.rare, func(x, y rareWord) int {
			return cmp.Or(cmp.Compare(y.worth, x.worth), cmp.Compare(x.stem, y.stem))
		})
		m.rare = slices.CompactFunc(m.rare, func(x, y rareWord) bool { return x.stem == y.stem })
		if len(m.rare) < sayingRare {
			continue
		}
		stems := m.rare[:sayingRare]
		slices.SortFunc(stems, func(x, y rareWord) int { return cmp.Compare(x.stem, y.stem) })
		keys[i] = pairKey(pairKey(stems[0].stem, stems[1].stem), stems[2].stem)
	}
	return keys
}

// nameMin is the worth from which a word with a capital is a name that tells a
// story, in nats.
const nameMin = 4

type pair struct {
	key   uint64
	worth float32
}

// rarePairs returns the keys of the rarest pairs of words that stand in one
// sentence together: what a retold story keeps of its source, whatever the
// wording, is who did what and how many.
func (m *Maker) rarePairs(words []shingle.Word, sentences []article.Span, rarity *shingle.Rarity) []uint64 {
	m.pairs = m.pairs[:0]
	k := 0
	for _, s := range sentences {
		m.rare = m.rare[:0]
		for ; k < len(words) && int(words[k].Start) < s.End; k++ {
			w := words[k]
			if int(w.Start) < s.Start || w.Class&shingle.Common != 0 {
				continue
			}
			if worth := rarity.Weight(w); worth >= rareMin {
				m.rare = append(m.rare, rareWord{w.Stem, worth})
			}
		}
		slices.SortFunc(m.rare, func(x, y rareWord) int {
			return cmp.Or(cmp.Compare(y.worth, x.worth), cmp.Compare(x.stem, y.stem))
		})
		m.rare = slices.CompactFunc(m.rare, func(x, y rareWord) bool { return x.stem == y.stem })
		m.rare = m.rare[:min(len(m.rare), pairsOfSentence)]
		for i, x := range m.rare {
			for _, y := range m.rare[:i] {
				m.pairs = append(m.pairs, pair{pairKey(x.stem, y.stem), x.worth + y.worth})
			}
		}
	}
	slices.SortFunc(m.pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.worth, x.worth), cmp.Compare(x.key, y.key))
	})
	var keys []uint64
	for _, p := range m.pairs {
		if len(keys) == pairsOfArticle {
			break
		}
		if !slices.Contains(keys, p.key) {
			keys = append(keys, p.key)
		}
	}
	slices.Sort(keys)
	return keys
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
