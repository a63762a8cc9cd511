package digest

import (
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
	numbers   func(language string) *shingle.Dictionary // nil: words are not numbered
	minhash   *shingle.MinHasher

	// Of the article at hand.
	scanned  []word.Word
	words    []shingle.Word
	prose    []shingle.Word // those of words that are not furniture
	title    []shingle.Word
	shingles []uint64 // of prose
	prints   []shingle.Fingerprint
	said     quote.Words
	pairs    []pair
	left     Left
	site     Site

	// Scratch memory.
	rare   []rareWord // of a sentence, a quotation, the lead or the whole article
	found  []uint64   // keys before they are sorted
	sorted []uint64   // where sortKeys puts them
}

// NewMaker returns a Maker that knows the outlets of g.
func NewMaker(g *outlet.Gazetteer, credits *credit.Reader) *Maker {
	return &Maker{gazetteer: g, credits: credits, minhash: shingle.NewMinHasher()}
}

// Number has words numbered by the Dictionary that of gives for their language;
// it may give nil.
func (m *Maker) Number(of func(language string) *shingle.Dictionary) { m.numbers = of }

// Make returns the digest of a, which it keeps no part of but for strings. The
// time grows linearly with the length of the text.
func (m *Maker) Make(a *article.Article) *Digest {
	v, hides := visibleOf(a.Text)
	if !hides {
		return m.make(a)
	}
	seen := *a
	seen.Text, seen.Preamble = v.text, v.index(a.Preamble)
	d := m.make(&seen)
	d.Meta.Preamble = a.Preamble
	d.move(v.out)
	v.cover(d.Layout.Blocks)
	m.scanned = word.Words(m.scanned[:0], a.Text)
	m.words = m.read(d.Meta.Language, a.Text)
	m.prose = Prose(m.prose[:0], m.words, &d.Layout)
	return d
}

// make is Make for an article of whose text all can be seen.
func (m *Maker) make(a *article.Article) *Digest {
	m.scanned = word.Words(m.scanned[:0], a.Text)
	laid, meta := layout.FindAmong(a, m.scanned)
	filled := *a
	filled.Fill(meta)
	if credit.LabelsRelease(filled.Outlet) {
		filled.Outlet = ""
	}
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
	m.release(d)
	m.site = m.siteOf(d, &filled, m.scanned)
	m.lead(d, a.Text)
	m.keys(d)
	m.said = quote.Words{Marks: m.said.Marks[:0], Statements: m.said.Statements[:0], Indirect: m.said.Indirect[:0], Scanned: m.scanned}
	d.Quotes = quote.Find(nil, &m.said, &filled, &laid)
	m.left.Quotes = m.said.Left
	d.Indirect = m.indirect()
	m.claims(d, &filled)
	d.Count(m.words)
	d.Sayings = m.sayings(d)
	d.Stated = stated(d, a.Text)
	d.Marks = said(m.said.Marks, m.said.Statements)
	return d
}
