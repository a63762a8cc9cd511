package cluster

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"wiretrace/align"
	"wiretrace/article"
	"wiretrace/credit/claim"
	"wiretrace/digest"
	"wiretrace/internal/hashes"
	"wiretrace/lang"
	"wiretrace/shingle"
)

// A Side is one article made ready to be compared with others, in some 40 bytes
// a word beside its text and digest. What it says does not change once it is
// made, and it may be shared between goroutines.
//
// A bare one can be compared but not shown: it has no text, does not know where in
// it its words stand, and keeps of its digest only what comparing needs.
type Side struct {
	*digest.Digest
	Text  string
	Words []uint32   // where each word of the text begins, in bytes
	Prose align.Text // the words that are not furniture, indexed when they are first compared

	lengths []uint8 // of the words of the text, in bytes; those of 255 and more are 255
	jumps   []jump  // where words of the text are passed over
	breaks  []int   // indices of the words of the prose before which furniture stands, ascending
	sources []source
	agency  []string // agencies that its lines name
	silent  bool     // it names no outlet as the source of its news or text
	// issuer is who issued the release that it is, empty if it is none; released
	// are the issuers that it names as saying something in a release.
	issuer   string
	released []string
	speaks   bool // its title begins with the name of its own house, which tells of itself

	marks    []mark    // for each word of the prose
	rare     []float32 // how rare each is in news at large, in nats: what it tells of the content does not hang on what else is in hand; nil of a bare one
	bare     bool
	title    []digest.LeadWord // the words that tell what its title is about
	reacts   bool              // its title tells that somebody reacts to something
	opening  uint64            // hash of the first words of its title, or of its prose if it has none; 0 if they are too few
	rubric   uint64            // hash of the label that its title begins with; 0 if it has none
	heading  uint64            // hash of its title, if that is short enough to be such a label; else 0
	begins   uint64            // hash of the first words of its title, as beginsOf returns them; else 0
	writer   uint64            // hash of its byline, if that names a person of its house, else 0
	page     uint64            // hash of the address of its page, however it was fetched; 0 if it has none
	fact     []digest.LeadWord // the telling words of the sentences that credit the source of its main news
	claimed  []string          // the outlets that it may have its main news from
	chances  []float32         // how likely it has it from each by its words, 0 to 1; 0 of one that a line names
	nouns    bool              // its language writes every noun with a capital, or none
	caseless bool              // the letters of its language have no case
	guessed  bool              // how rare the words are is guessed

	compared sync.Once // what follows is made then
	weights  []float32 // for each stem of the prose, what it weighs as a content word, below 0 if a detail; 0 if it is none
	figures  []float32 // for each stem of the prose that is a number, how rare it is; 0 if it is none
	telling  []int32   // the stems that have either, ascending
	norm     float64
	details  int      // stems that are details
	sayings  []uint32 // hashes of its phrases of sayingWords words within quotation marks, distinct, ascending

	shingles atomic.Int32 // how many different ones the prose has, once they are counted
}

// A mark is a set of properties of a word.
type mark uint8

const (
	quoted   mark = 1 << iota // stands between quotation marks
	content                   // tells what the text is about
	detail                    // is a name or a number
	figure                    // is a number, however common
	opens                     // begins a sentence
	listed                    // stands in a listing
	ordinary                  // is no number and has no capital
	rolled                    // stands in a roll of names, which tells what the text is about all the same
)

// A jump says that word i of the prose is word i+by of the text, from word at
// of the prose on.
type jump struct{ at, by int }

// Bounds on what a match is worth, in nats. Above the upper one, rarity says
// more of spelling than of news.
const (
	leastWorth = 0.05
	mostWorth  = 9
	// contentMin is the rarity from which a word tells what a text is about.
	contentMin = 1.6
	detailMin  = 2.5
)

// NewSide makes an article ready, as far as showing it needs; the rest is made
// when it is first compared. Time is linear in the text.
func NewSide(d *digest.Digest, text string, rarity *shingle.Rarity) *Side {
	words := rarity.Words(nil, text)
	rare := shingle.Background(d.Meta.Language).Weights(nil, words)
	return NewMarkedSide(d, text, words, rare, rarity.Known(), nil)
}

// NewMarkedSide does what NewSide does for a text whose words have been found,
// with the weights of a rarity that is known or not; rare is what each weighs by
// the background of its language. It calls label, if that is
// not nil, with the words before it looks at the layout, which label may change.
// It keeps no words.
func NewMarkedSide(d *digest.Digest, text string, words []shingle.Word, rare []float32, known bool, label func([]shingle.Word)) *Side {
	s := &Side{Digest: d, guessed: !known}
	s.prepare(words, rare, label)
	s.show(text, words)
	return s
}

// NewBareSide does what NewMarkedSide does, but makes a bare one.
func NewBareSide(d *digest.Digest, words []shingle.Word, rare []float32, known bool, label func([]shingle.Word)) *Side {
	s := &Side{Digest: d, guessed: !known, bare: true}
	s.prepare(words, rare, label)
	s.compare() // what else would it be made for
	s.rare = nil
	s.Digest = &digest.Digest{Outlet: d.Outlet, Lead: d.Lead, Days: d.Days, Unnamed: d.Unnamed, Open: d.Open, OwnTold: d.OwnTold, Sayings: d.Sayings, Stated: d.Stated, Life: d.Life}
	s.Digest.Meta.Published = d.Meta.Published
	return s
}

// prepare makes all of s but what shows it and what compares it.
func (s *Side) prepare(words []shingle.Word, weights []float32, label func([]shingle.Word)) {
	d := s.Digest
	s.sources, s.agency = sources(d), Agencies(d)
	s.silent = len(s.sources) == 0
	s.issuer, s.released = issuerOf(d), namedIssuers(d)
	s.speaks = d.Outlet != "" && strings.HasPrefix(d.Meta.Title, d.Outlet)
	titled := shingle.Background(d.Meta.Language).Words(nil, d.Meta.Title)
	s.title, s.reacts = digest.TellingWords(titled), reacts(d.Meta.Language, d.Meta.Title)
	s.rubric, s.heading, s.begins = foldedHash(rubricOf(d.Meta.Title)), foldedHash(headingOf(d.Meta.Title)), foldedHash(beginsOf(d.Meta.Title))
	if address, _ := article.PageAddress(d.Meta.URL); address != "" {
		s.page = foldedHash(address)
	}
	if hasOwnByline(d) {
		s.writer = foldedHash(d.Meta.Byline)
	}
	for k := range d.Claims {
		s.claimed = append(s.claimed, d.Claims[k].Outlet)
		likely := 0.0
		if d.Claims[k].Text < claim.Included {
			likely = chance(d, k)
		}
		s.chances = append(s.chances, float32(likely))
	}
	s.nouns, s.caseless = !lang.CapitalNames(d.Meta.Language), lang.Caseless(lang.Base(d.Meta.Language))
	s.fact = s.factOf(words, weights)
	if label != nil {
		label(words)
	}

	s.Prose.Words = make([]align.Word, 0, d.Prose)
	s.marks = make([]mark, 0, d.Prose)
	s.rare = make([]float32, 0, d.Prose)
	at, by := 0, 0 // the word at hand and the jump
	furniture := false
	m, list := marker{sentences: d.Layout.Sentences, quotes: d.Marks}, lister{}
	for _, b := range d.Layout.Blocks {
		if b.Kind.Furniture() {
			furniture = true
			continue
		}
		for at < len(words) && int(words[at].Start) < b.Start {
			at++ // as in digest.Prose
		}
		from := at
		for at < len(words) && int(words[at].Start) < b.End {
			at++
		}
		if from == at {
			continue
		}
		n := len(s.Prose.Words)
		if furniture && n > 0 {
			s.breaks = append(s.breaks, n)
		}
		furniture = false
		if from-n != by {
			by = from - n
			s.jumps = append(s.jumps, jump{n, by})
		}
		for i := from; i < at; i++ {
			w := &words[i]
			s.Prose.Words = append(s.Prose.Words, align.Word{Hash: uint32(w.Hash >> 32), Stem: uint32(w.Stem >> 32), Weight: worth(w.Weight)})
			rare := worth(weights[i])
			s.rare = append(s.rare, rare)
			s.marks = append(s.marks, m.mark(w, rare))
		}
		list.block(s, n, words[from:at])
		if obsequies(d.Meta.Language, words[from:at]) {
			enlist(s.marks[n:])
		}
	}
	list.end(s, len(s.Prose.Words))
	s.opening = s.openingOf(titled)
}

// worth returns a weight within the bounds of what a match is worth.
func worth(weight float32) float32 {
	if weight < leastWorth {
		return leastWorth
	}
	if weight > mostWorth {
		return mostWorth
	}
	return weight
}

// A marker marks the words of a prose, in order.
type marker struct {
	sentences []article.Span // that begin behind the words before
	quotes    []article.Span // that end behind them
}

// mark returns the marks of w, which is so rare in news at large. What cannot be foreseen of a
// word, whether it tells something, is found without branches.
func (m *marker) mark(w *shingle.Word, rare float32) mark {
	telling := is(rare >= contentMin) & is(w.Class&shingle.Common == 0)
	named := telling & is(rare >= detailMin) & is(w.Class&(shingle.Upper|shingle.Number) != 0)
	out := telling*content | named*detail | is(w.Class&shingle.Number != 0)*figure | is(w.Class&(shingle.Upper|shingle.Number) == 0)*ordinary
	for len(m.sentences) > 0 && m.sentences[0].Start <= int(w.Start) {
		out |= opens
		m.sentences = m.sentences[1:]
	}
	for len(m.quotes) > 0 && m.quotes[0].End <= int(w.Start) {
		m.quotes = m.quotes[1:]
	}
	if len(m.quotes) > 0 && m.quotes[0].Start <= int(w.Start) {
		out |= quoted
	}
	return out
}

// is returns 1 if it holds, else 0.
func is(holds bool) mark {
	if holds {
		return 1
	}
	return 0
}

// openingWords is how many words a headline has by which two pieces are told to have
// the same.
const openingWords = 6

// openingOf returns Side.opening; titled are the words of the title.
func (s *Side) openingOf(titled []shingle.Word) (hash uint64) {
	if len(titled) == 0 && len(s.Prose.Words) >= openingWords {
		for _, w := range s.Prose.Words[:openingWords] {
			hash = hash*openingFactor + uint64(w.Hash)
		}
	}
	if len(titled) >= openingWords {
		for k := range titled[:openingWords] {
			hash = hash*openingFactor + titled[k].Hash>>32
		}
	}
	return hash
}

// openingFactor is odd, so that no word is lost.
const openingFactor = 0x9E3779B97F4A7C15

// show keeps what is needed to show s.
func (s *Side) show(text string, words []shingle.Word) {
	s.Text = text
	s.Words = make([]uint32, len(words))
	s.lengths = make([]uint8, len(words))
	for i := range words {
		s.Words[i] = words[i].Start
		s.lengths[i] = uint8(min(words[i].End-words[i].Start, 255))
	}
}

// compare makes what comparisons look up, when the side is first compared.
func (s *Side) compare() {
	s.compared.Do(func() {
		s.Prose.Index()
		s.weights, s.figures = make([]float32, s.Prose.Stems()), make([]float32, s.Prose.Stems())
		for k := range s.weights {
			n, most, named := 0, float32(0), false
			for _, i := range s.Prose.Places(k) {
				if s.marks[i]&(figure|quoted|listed) == figure {
					s.figures[k] = max(s.figures[k], s.rare[i])
				}
				if m := s.marks[i]; m&(content|listed) == content {
					n++
					most = max(most, s.rare[i])
					named = named || m&detail != 0
				}
			}
			if n == 0 {
				continue
			}
			weight := most * repeated(n)
			s.norm += float64(weight) * float64(weight)
			if s.weights[k] = weight; named {
				s.weights[k] = -weight
				s.details++
			}
		}
		s.norm = math.Sqrt(s.norm)
		s.telling = s.tellingStems()
		s.sayings = s.quotedPhrases()
	})
}

// tellingStems returns Side.telling.
func (s *Side) tellingStems() []int32 {
	tells := func(k int) bool { return s.weights[k] != 0 || s.figures[k] != 0 }
	n := 0
	for k := range s.weights {
		n += btoi(tells(k))
	}
	out := make([]int32, 0, n)
	for k := range s.weights {
		if tells(k) {
			out = append(out, int32(k))
		}
	}
	return out
}

// sayingWords is how many words a phrase within quotation marks has.
const sayingWords = 3

// phraseBuffers hold the hashes of phrases before they are sorted, and where they are put then.
// Those of texts with more than phrasesKept are not kept.
var phraseBuffers = sync.Pool{New: func() any { return new([2][]uint32) }}

const phrasesKept = 1 << 14

// quotedPhrases returns Side.sayings.
func (s *Side) quotedPhrases() []uint32 {
	buf := phraseBuffers.Get().(*[2][]uint32)
	list := buf[0][:0]
	run := 0
	for i, m := range s.marks {
		if run++; m&quoted == 0 {
			run = 0
		}
		if run < sayingWords {
			continue
		}
		h := uint64(0)
		for k := range sayingWords {
			h += uint64(s.Prose.Words[i-k].Stem) * shingleFactors[k]
		}
		list = append(list, uint32(h>>32))
	}
	sorted := slices.Compact(hashes.Sort(list, &buf[1]))
	out := append(make([]uint32, 0, len(sorted)), sorted...)
	if buf[0] = list; cap(list) <= phrasesKept {
		phraseBuffers.Put(buf)
	}
	return out
}

// repeated returns what a content word of which a text has n weighs, in units of
// one of which it has one.
func repeated(n int) float32 {
	if n == 1 { // as most are
		return 1
	}
	return float32(1 + math.Log(float64(n)))
}

// Bytes returns how much memory s takes at most, with its text, its digest and
// what is made when it is first compared.
func (s *Side) Bytes() int {
	const perWord = 4 + 1        // Words, lengths
	const span, record = 16, 120 // blocks, sentences and marks; credits and quotations
	d, fixed := s.Digest, 1024   // of the digest, its strings
	stems := cap(s.Prose.Words)  // each of which has a weight
	if s.bare {
		fixed, stems = 512, s.Prose.Stems()
	}
	keys := len(d.Bands) + len(d.Fingerprints) + len(d.Pairs) + len(d.Stories) + len(d.Lines) + len(d.Sayings) + len(d.Stated)
	told := cap(s.Prose.Words) // at most: sayings
	if s.bare {
		told = len(s.sayings)
	}
	spans := len(d.Layout.Sentences) + len(d.Marks) + len(s.breaks) + len(s.jumps)
	return fixed + len(s.Text) + perWord*cap(s.Words) + cap(s.marks) + 4*cap(s.rare) + 12*stems + 4*told + align.Bytes(cap(s.Prose.Words), stems) +
		8*keys + span*spans + 24*len(d.Layout.Blocks) + record*(len(d.Credits)+len(d.Quotes)+len(d.Indirect)+len(s.sources)) + 8*(len(d.Lead)+len(s.title)+len(s.fact))
}

// start returns the byte at which word i of the prose begins, without
// punctuation.
func (s *Side) start(i int) int { return int(s.Words[s.word(i)]) }

// word returns which word of the text word i of the prose is.
func (s *Side) word(i int) int {
	k, _ := slices.BinarySearchFunc(s.jumps, i+1, func(j jump, i int) int { return cmp.Compare(j.at, i) })
	if k == 0 {
		return i
	}
	return i + s.jumps[k-1].by
}

// starts gives each word of the prose and the byte at which it begins.
func (s *Side) starts(yield func(i, at int) bool) {
	by, next := 0, s.jumps
	for i := range s.Prose.Words {
		if len(next) > 0 && next[0].at == i {
			by, next = next[0].by, next[1:]
		}
		if !yield(i, int(s.Words[i+by])) {
			return
		}
	}
}

// Span returns the bytes of the words in r, from the punctuation that opens
// the first to where the next word of the prose begins, white space included,
// or to the end of the block where furniture follows: so that the spans of
// ranges that touch, touch. Where their words overlap, as those of scripts
// without spaces do, so do the spans, by what the two words share.
func (s *Side) Span(r align.Range) article.Span {
	return article.Span{Start: s.begin(r.Start), End: s.end(r.End - 1)}
}

// begin returns the byte at which word i of the prose begins with its opening
// punctuation.
func (s *Side) begin(i int) int {
	at := s.start(i)
	block := s.block(at).Start
	if i == 0 {
		return block
	}
	k := s.word(i - 1)
	first := max(block, min(at, s.ending(k))) // the word before may reach into this one
	if first == block {
		return first
	}
	return first + opening(s.Text[first:at])
}

// ending returns the byte at which word k of the text ends, or 255 bytes of it.
func (s *Side) ending(k int) int { return int(s.Words[k]) + int(s.lengths[k]) }

// end returns the byte at which what belongs to word i of the prose ends.
func (s *Side) end(i int) int {
	block := s.block(s.start(i)).End
	if _, furniture := slices.BinarySearch(s.breaks, i+1); i+1 < len(s.Prose.Words) && !furniture {
		return max(s.begin(i+1), min(s.ending(s.word(i)), block)) // the next word may begin within this one
	}
	return block
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
