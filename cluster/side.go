package cluster

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/align"
	"wiretrace/article"
	"wiretrace/digest"
	"wiretrace/shingle"
)

// A Side is one article made ready to be compared with others. It is not
// changed once made and may be shared.
type Side struct {
	*digest.Digest
	Text  string
	Words []shingle.Word // all words of the text
	Prose align.Text     // the words that are not furniture, with what a match is worth

	quoted   []bool // for each word of the prose, whether it stands between quotation marks
	breaks   []int  // indices of the words of the prose before which furniture stands, ascending
	vector   []term // content words, by hash
	norm     float64
	guessed  bool // how rare the words are is guessed
	story    []storyCredit
	shingled sync.Once
	shingles []uint64 // distinct shingles of the prose, sorted; made when first needed
}

// A term is one content word and what it weighs in an article.
type term struct {
	stem   uint64
	weight float32
	detail bool // a name or a number
}

// Bounds on what a match is worth, in nats. Above the upper one, rarity says
// more of spelling than of news.
const (
	leastWorth = 0.05
	mostWorth  = 9
	// contentMin is the rarity from which a word tells what a text is about.
	contentMin = 1.6
	detailMin  = 2.5
)

// NewSide makes an article ready. Time is linear in the text.
func NewSide(d *digest.Digest, text string, rarity *shingle.Rarity) *Side {
	s := &Side{Digest: d, Text: text, story: storyCredits(d), guessed: !rarity.Known()}
	s.Words = shingle.Words(make([]shingle.Word, 0, d.Words), text)
	s.Prose.Words = digest.Prose(make([]shingle.Word, 0, d.Prose), s.Words, &d.Layout)
	n := len(s.Prose.Words)
	s.Prose.Weights = make([]float32, n)
	s.quoted = make([]bool, n)
	s.vector = make([]term, 0, n)

	mark, block := 0, 0
	for i, w := range s.Prose.Words {
		weight := rarity.Weight(w)
		s.Prose.Weights[i] = min(max(weight, leastWorth), mostWorth)
		if weight >= contentMin && w.Class&shingle.Common == 0 {
			detail := w.Class&(shingle.Upper|shingle.Number) != 0 && weight >= detailMin
			s.vector = append(s.vector, term{w.Stem, min(weight, mostWorth), detail})
		}
		for mark < len(d.Marks) && d.Marks[mark].End <= int(w.Start) {
			mark++
		}
		s.quoted[i] = mark < len(d.Marks) && d.Marks[mark].Start <= int(w.Start)
		furniture := false
		for block < len(d.Layout.Blocks) && d.Layout.Blocks[block].End <= int(w.Start) {
			furniture = furniture || d.Layout.Blocks[block].Kind.Furniture()
			block++
		}
		if furniture && i > 0 {
			s.breaks = append(s.breaks, i)
		}
	}
	s.weigh()
	return s
}

// weigh turns the list of content words into a vector: one term a word, its
// weight its rarity times 1 + ln of its count.
func (s *Side) weigh() {
	slices.SortFunc(s.vector, func(x, y term) int { return cmp.Compare(x.stem, y.stem) })
	out := s.vector[:0]
	for i := 0; i < len(s.vector); {
		t, n := s.vector[i], 0
		for ; i < len(s.vector) && s.vector[i].stem == t.stem; i++ {
			n++
			t.detail = t.detail || s.vector[i].detail
			t.weight = max(t.weight, s.vector[i].weight)
		}
		t.weight *= float32(1 + math.Log(float64(n)))
		s.norm += float64(t.weight) * float64(t.weight)
		out = append(out, t)
	}
	s.vector = out
	s.norm = math.Sqrt(s.norm)
}

// Span returns the bytes of the words in r, from the punctuation that opens
// the first to where the next word of the prose begins, white space included,
// or to the end of the block where furniture follows: so that the spans of
// ranges that touch, touch.
func (s *Side) Span(r align.Range) article.Span {
	return article.Span{Start: s.begin(r.Start), End: s.end(r.End - 1)}
}

// begin returns the byte at which word i of the prose begins with its opening
// punctuation.
func (s *Side) begin(i int) int {
	at := int(s.Prose.Words[i].Start)
	first := s.block(at).Start
	if i > 0 {
		first = max(first, int(s.Prose.Words[i-1].End))
	}
	if before := s.Text[first:at]; i > 0 && first > s.block(at).Start {
		return first + opening(before)
	}
	return first
}

// end returns the byte at which what belongs to word i of the prose ends.
func (s *Side) end(i int) int {
	if _, furniture := slices.BinarySearch(s.breaks, i+1); i+1 < len(s.Prose.Words) && !furniture {
		return s.begin(i + 1)
	}
	return s.block(int(s.Prose.Words[i].Start)).End
}

// block returns the block that holds the byte at, which lies in one.
func (s *Side) block(at int) article.Block {
	k, _ := slices.BinarySearchFunc(s.Layout.Blocks, at, func(b article.Block, at int) int { return cmp.Compare(b.End, at+1) })
	return s.Layout.Blocks[k]
}

// opening returns where in the gap before a word its own punctuation begins:
// after the last space, past what closes the word before.
func opening(gap string) int {
	at := strings.LastIndexFunc(gap, unicode.IsSpace)
	if at < 0 {
		return closing(gap)
	}
	_, size := utf8.DecodeRuneInString(gap[at:])
	return at + size
}

// closing returns how much of the gap after a word still belongs to it: all up
// to the first space or mark that opens something.
func closing(gap string) int {
	for i, r := range gap {
		if unicode.IsSpace(r) || unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pd) || r == '@' || r == '#' || r == '$' {
			return i
		}
	}
	return len(gap)
}

// Shingles returns the distinct shingles of the prose, sorted.
func (s *Side) Shingles() []uint64 {
	s.shingled.Do(func() { // several workers may ask at once
		s.shingles = shingle.Shingles(nil, s.Prose.Words, digest.ShingleWords)
		slices.Sort(s.shingles)
		s.shingles = slices.Compact(s.shingles)
	})
	return s.shingles
}
