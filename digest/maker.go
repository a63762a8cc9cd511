package digest

import (
	"cmp"
	"fmt"
	"iter"
	"math/bits"
	"slices"
	"strings"

	"github.com/zeebo/xxh3"

	"wiretrace/article"
	"wiretrace/article/layout"
	"wiretrace/credit"
	"wiretrace/lang/word"
	"wiretrace/outlet"
	"wiretrace/quote"
	"wiretrace/shingle"
)

// ShingleWords is the number of words in a shingle and in a fingerprint.
const ShingleWords = 5

// A Maker makes digests and reuses its memory from one article to the next. It
// must not be used by two goroutines at once.
type Maker struct {
	gazetteer *outlet.Gazetteer
	credits   *credit.Reader
	numbers   func(language string) *shingle.Dictionary
	minhash   *shingle.MinHasher

	scanned  []word.Word
	words    []shingle.Word
	prose    []shingle.Word
	title    []shingle.Word
	shingles []uint64
	prints   []shingle.Fingerprint
	said     quote.Words
	rare     []rareWord
	pairs    []pair
	found    []uint64
	spare    []uint64
	left     Left
}

// NewMaker returns a Maker that knows the outlets of g.
func NewMaker(g *outlet.Gazetteer, credits *credit.Reader) *Maker {
	return &Maker{gazetteer: g, credits: credits, minhash: shingle.NewMinHasher()}
}

// Number has words numbered by the Dictionary that of gives for their language;
// it may give nil.
func (m *Maker) Number(of func(language string) *shingle.Dictionary) { m.numbers = of }

// mostCredits is how many credits of a text are kept, the first by their places. So
// many are no news, and each takes a few hundred bytes until it is told.
const mostCredits = 20_000

// Left says what of an article its digest leaves out, since there is so much of it.
type Left struct {
	Credits int // after the first mostCredits
	Quotes  int // after as many as package quote reads
}

// Reasons says so for problems.csv.
func (l Left) Reasons() (out []string) {
	if l.Credits > 0 {
		out = append(out, fmt.Sprintf("of its credits the first %d are told, and %d more are not", mostCredits, l.Credits))
	}
	if l.Quotes > 0 {
		out = append(out, fmt.Sprintf("%d more quotations are not read after so many", l.Quotes))
	}
	return out
}

// Left says what of the article digested last was left out.
func (m *Maker) Left() Left { return m.left }

// bounded returns the credits that are kept of some, and how many are not.
func bounded(credits []credit.Credit) (kept []credit.Credit, left int) {
	if len(credits) <= mostCredits {
		return credits, 0
	}
	return slices.Clone(credits[:mostCredits]), len(credits) - mostCredits
}

// Make returns the digest of a, which it keeps no part of but for strings. The
// time grows linearly with the length of the text.
func (m *Maker) Make(a *article.Article) *Digest {
	m.scanned = word.Words(m.scanned[:0], a.Text)
	laid, meta := layout.FindAmong(a, m.scanned)
	filled := *a
	filled.Fill(meta)
	if filled.Outlet == "" && filled.URL == "" {
		filled.Outlet = m.presumed(&filled)
	}
	d := &Digest{Layout: laid}
	m.accredit(d, a, &filled)
	if name := namedAfter(&filled, d.Credits); name != "" {
		filled.Outlet = name
		m.accredit(d, a, &filled)
	}
	d.Meta = filled
	d.Meta.Text = ""

	m.words = m.read(d.Meta.Language, a.Text)
	m.prose = Prose(m.prose[:0], m.words, &laid)
	d.Credits, m.left.Credits = bounded(d.Credits)
	if known := d.Kind == outlet.Publisher || d.Kind == outlet.Platform; !known && slices.ContainsFunc(d.Credits, func(c credit.Credit) bool { return c.Cue == credit.CueProvided }) {
		d.Kind = credit.Release
	}
	m.lead(d, a.Text)
	m.keys(d)
	m.said = quote.Words{Marks: m.said.Marks[:0], Statements: m.said.Statements[:0], Indirect: m.said.Indirect[:0], Scanned: m.scanned}
	d.Quotes = quote.Find(nil, &m.said, &filled, &laid)
	m.left.Quotes = m.said.Left
	d.Indirect = m.indirect()
	m.claims(d, &filled)
	d.Count(m.words)
	d.Sayings = m.sayings(d)
	d.Marks = said(m.said.Marks, m.said.Statements)
	return d
}

// accredit reads whose article a is, of which filled says what is known, and its credits.
func (m *Maker) accredit(d *Digest, a, filled *article.Article) {
	d.Outlet, d.Domain = m.gazetteer.Home(filled.Outlet, filled.URL)
	if o := m.gazetteer.ByName(d.Outlet); o != nil {
		if d.Kind = o.Kind; o.Sort == outlet.SortReleases {
			d.Kind = credit.Release
		}
	}
	d.Credits = m.credits.CreditsAmong(m.signals(a, d.Outlet), filled, &d.Layout, m.scanned)
	if a.Byline != "" { // one that the layout found is read in the text
		d.Credits = m.credits.Byline(d.Credits, filled)
	}
}

// indirect returns what people tell without quotation marks: an outlet that does is
// credited, which is told elsewhere.
func (m *Maker) indirect() []quote.Quote {
	var out []quote.Quote
	for _, q := range m.said.Indirect {
		if m.gazetteer.ByName(q.Speaker) == nil {
			out = append(out, q)
		}
	}
	return out
}

// Credit reads the credits of d anew, of which text is the text, and reports
// whether they are others now: m may know outlets that whoever made d did not.
// What the file says outside the text stays. It sets d.Claims and d.Stories, which
// need not be set before, and returns those of them that the credits from before did not
// give.
func (m *Maker) Credit(d *Digest, text string) (added []uint64, changed bool) {
	meta := d.Meta
	meta.Text = text
	outside, from := []credit.Credit(nil), d.Credits
	for _, c := range from {
		if c.Span == (article.Span{}) {
			outside = append(outside, c)
		}
	}
	credits := m.credits.Credits(outside, &meta, &d.Layout)
	if !strings.Contains(text, meta.Byline) {
		credits = m.credits.Byline(credits, &meta)
	}
	d.Credits, _ = bounded(credits)
	return m.rekey(d, text, from)
}

// rekey sets what follows from the credits of d, its claims and d.Stories, and
// returns those of the latter that the credits from did not give. It does nothing
// if they are the same.
func (m *Maker) rekey(d *Digest, text string, from []credit.Credit) (added []uint64, changed bool) {
	if slices.Equal(d.Credits, from) {
		return nil, false
	}
	m.words = shingle.Background(d.Meta.Language).Words(m.words[:0], text)
	m.prose = Prose(m.prose[:0], m.words, &d.Layout)
	old := *d
	old.Credits = from
	before := m.stories(&old)
	meta := d.Meta
	meta.Text = text
	m.lead(d, text)
	d.Claims = nil
	m.claims(d, &meta)
	d.Stories = m.stories(d)
	for _, k := range d.Stories {
		if _, had := slices.BinarySearch(before, k); !had {
			added = append(added, k)
		}
	}
	return added, true
}

// said returns what stands between quotation marks, scare quotes left out, and
// the statements without marks, in order and without overlap. Marks lie within
// a statement or beside it.
func said(marks []quote.Mark, statements []article.Span) []article.Span {
	var out []article.Span
	for _, k := range marks {
		for len(statements) > 0 && statements[0].End <= k.Start {
			out, statements = append(out, statements[0]), statements[1:]
		}
		if !k.Scare && (len(statements) == 0 || k.Start < statements[0].Start) {
			out = append(out, k.Span)
		}
	}
	return append(out, statements...)
}

// read returns the words of a text, which has been scanned.
func (m *Maker) read(language, text string) []shingle.Word {
	background := shingle.Background(language)
	if m.numbers != nil {
		if d := m.numbers(language); d != nil {
			return d.WordsAmong(m.words[:0], text, m.scanned, background)
		}
	}
	return background.WordsAmong(m.words[:0], text, m.scanned)
}

// Count sets the number of words, of prose and of those quoted to what the
// layout and the quotations say of words, which are those of the text.
func (d *Digest) Count(words []shingle.Word) {
	d.Words, d.Prose, d.Quoted = len(words), 0, 0
	quotes := d.Quotes
	for w := range prose(words, &d.Layout) {
		d.Prose++
		for len(quotes) > 0 && quotes[0].End <= int(w.Start) {
			quotes = quotes[1:]
		}
		if len(quotes) > 0 && quotes[0].Start <= int(w.Start) {
			d.Quoted++
		}
	}
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
		if o == nil || o.Name == home || o.Kind == outlet.Platform {
			continue
		}
		c := credit.Credit{Outlet: o.Name, Domain: o.Domain(), Kind: o.Kind, Cue: credit.CueCreditLine}
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// Words returns the words of the article made last. They are good until the
// next.
func (m *Maker) Words() []shingle.Word { return m.words }

// ProseWords returns the words of the article made last that are not
// furniture. They are good until the next.
func (m *Maker) ProseWords() []shingle.Word { return m.prose }

// Prose appends to dst the words that do not stand in furniture.
func Prose(dst, words []shingle.Word, l *article.Layout) []shingle.Word {
	dst = slices.Grow(dst, len(words))
	for w := range prose(words, l) {
		dst = append(dst, *w)
	}
	return dst
}

// prose yields the words that do not stand in furniture.
func prose(words []shingle.Word, l *article.Layout) iter.Seq[*shingle.Word] {
	return func(yield func(*shingle.Word) bool) {
		blocks := l.Blocks
		for i := range words {
			w := &words[i]
			for len(blocks) > 0 && blocks[0].End <= int(w.Start) {
				blocks = blocks[1:]
			}
			if len(blocks) > 0 && blocks[0].Start <= int(w.Start) && !blocks[0].Kind.Furniture() && !yield(w) {
				return
			}
		}
	}
}

func (m *Maker) keys(d *Digest) {
	if len(m.prose) == 0 {
		return
	}
	d.Hash = sequenceHash(m.prose)
	m.shingles = shingle.Shingles(m.shingles[:0], m.prose, ShingleWords)
	signature := m.minhash.Sign(m.shingles)
	d.Bands = shingle.Bands(nil, &signature)

	m.prints = shingle.Fingerprints(m.prints[:0], m.shingles)
	list := m.found[:0]
	for _, f := range m.prints {
		list = append(list, f.Hash)
	}
	d.Fingerprints = m.distinct(list)
	d.Pairs = m.rarePairs(d.Layout.Sentences)
	d.Stories = m.stories(d)
	d.Lines = m.lines(d)
}

// distinct returns the keys of list once each and sorted, in memory of their
// own. It gives list to m.
func (m *Maker) distinct(list []uint64) []uint64 {
	m.found = list
	if len(list) == 0 {
		return nil
	}
	list = slices.Compact(m.sortKeys(list))
	return append(make([]uint64, 0, len(list)), list...)
}

// sortKeys returns list sorted, there or in m.spare. Keys are hashes and so
// fall evenly into as many buckets as there are keys; what is left to do within
// these is little.
func (m *Maker) sortKeys(list []uint64) []uint64 {
	const least, most = 24, 1 << 10
	if len(list) < least || len(list) > most {
		slices.Sort(list)
		return list
	}
	var ends [most + 1]uint16
	width := bits.Len(uint(len(list) - 1))
	shift := 64 - width
	for _, k := range list {
		ends[k>>shift+1]++
	}
	for i := range 1 << width {
		ends[i+1] += ends[i]
	}
	m.spare = slices.Grow(m.spare[:0], len(list))[:len(list)]
	for _, k := range list {
		at := &ends[k>>shift]
		m.spare[*at] = k
		*at++
	}
	for i := 1; i < len(m.spare); i++ {
		k := m.spare[i]
		j := i
		for ; j > 0 && m.spare[j-1] > k; j-- {
			m.spare[j] = m.spare[j-1]
		}
		m.spare[j] = k
	}
	return m.spare
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
func (m *Maker) stories(d *Digest) []uint64 {
	outlets := []string{}
	for _, c := range d.Credits {
		if c.Kind != outlet.Platform && c.Kind != credit.Release && !c.Background {
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
	names := m.names()
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

// names returns the names that the article made last writes most of.
func (m *Maker) names() []rareWord {
	m.rare = m.rare[:0]
	for i := range m.prose {
		w := &m.prose[i]
		if w.Class&(shingle.Upper|shingle.Common) == shingle.Upper && w.Weight >= nameMin {
			m.rare = append(m.rare, rareWord{w.Stem, w.Weight})
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
	return names[:min(len(names), namesOfArticle)]
}

// About returns for each of outlets the keys that Stories of its pieces about
// the names of d have, of which text is the text: eight names at most.
func (m *Maker) About(d *Digest, text string, outlets []string) [][]uint64 {
	m.words = shingle.Background(d.Meta.Language).Words(m.words[:0], text)
	m.prose = Prose(m.prose[:0], m.words, &d.Layout)
	names := m.names()
	keys := make([][]uint64, len(outlets))
	for i, o := range outlets {
		h := xxh3.HashString(o)
		for _, n := range names {
			keys[i] = append(keys[i], pairKey(h, n.stem)&^Credited)
		}
	}
	return keys
}

// Rename calls rename with each outlet that d credits and, where it returns
// another, makes that the one credited. It returns keys as Credit does.
func (m *Maker) Rename(d *Digest, text string, rename func(c *credit.Credit)) (added []uint64, changed bool) {
	from := slices.Clone(d.Credits)
	for i := range d.Credits {
		rename(&d.Credits[i])
	}
	return m.rekey(d, text, from)
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
				m.rare = append(m.rare, rareWord{w.Stem, w.Weight})
			}
		}
		if words < sayingWords {
			continue
		}
		sortRare(m.rare)
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
