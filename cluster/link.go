package cluster

import (
	"fmt"
	"slices"
	"time"

	"wiretrace/align"
)

// A Relation says how two articles hang together.
type Relation string

// The relations.
const (
	Copy    Relation = "copy"    // the same text as a whole
	Partial Relation = "partial" // parts of a text among other text
	Rewrite Relation = "rewrite" // the same story told anew
	Quotes  Relation = "quotes"  // nothing but a speaker's words, or a standing paragraph
	Update  Relation = "update"  // a later version by the same outlet
	None    Relation = "none"
)

// A Shared is a passage that stands in two articles, in words of their prose,
// without furniture inside.
type Shared struct {
	align.Passage
	Quoted bool // most of it stands between quotation marks on one side or the other
}

// A Pair is what two articles share, as plain data.
type Pair struct {
	Passages []Shared // in order of A

	ShareA, ShareB float64 // part of each side's prose that is copied or edited, 0 to 1
	OwnA, OwnB     int     // of those words, the ones outside quotation marks
	WordsA, WordsB int     // all of those words

	// Series says that the two are one template filled twice, and no link. It
	// is not encoded, as no link is kept of them.
	Series bool

	Signs
}

// A Matcher compares pairs of articles. It must not be used by two goroutines
// at once; the zero value is ready.
type Matcher struct {
	// Window is how far apart two articles may have been published for one to
	// retell the other; 0 stands for the usual Window.
	Window time.Duration

	aligner   align.Aligner
	resembler Resembler
}

// Bound sets how many runs of equal words are looked at in a pair; see
// align.Aligner. It returns what tells after a comparison whether there were more.
func (m *Matcher) Bound(seeds int) (cut *bool) {
	m.aligner.MaxSeeds, m.aligner.Cut = seeds, false
	return &m.aligner.Cut
}

// What a comparison takes, in bytes: for each word of the two texts, and for each run
// of words that they share. A word may begin several of these.
const (
	wordRoom    = 100
	seedRoom    = 100
	seedsOfWord = 6
)

// Fit sets how many runs of equal words are looked at in a pair of so many words in
// all, so that comparing them takes no more than room, in bytes. It returns how much
// it may take, and what tells afterwards whether there were more; they are not to be
// compared if they do not fit at all.
func (m *Matcher) Fit(words int, room int64) (cut *bool, cost int64, fits bool) {
	fixed := wordRoom * int64(words)
	if fixed > room/4*3 {
		return nil, 0, false
	}
	return m.Bound(int((room - fixed) / seedRoom)), min(fixed+seedRoom*seedsOfWord*int64(words), room), true
}

// Match finds what a and b share. Where one of them repeats itself, the shares
// depend a little on which is named first: what a says twice counts twice for
// a, and was taken from b once.
func (m *Matcher) Match(a, b *Side) Pair {
	p := Pair{Signs: Signs{Headed: headed(a, b)}}
	a.compare()
	b.compare()
	for _, found := range m.aligner.Align(&a.Prose, &b.Prose, align.Copies()) {
		for _, piece := range pieces(a, b, found) {
			p.add(a, b, piece)
		}
	}
	p.share(a, b)
	likeness := Compare(a, b)
	much := p.copies() && max(p.ShareA, p.ShareB) >= muchShared && likeness.Cosine >= muchAlike
	if much {
		m.more(&p, a, b, align.Traces(), func(*align.Passage) bool { return true })
	}
	p.finish(a, b, much)
	p.share(a, b)
	standing := p.text() == Partial && p.standing(a, b)
	if standing {
		p.OwnA, p.OwnB, p.Headed = 0, 0, false
	}
	p.Series = series(a, b, p.Passages, func(s *Shared) *align.Passage { return &s.Passage }) ||
		sidesOfTheirDays(a, b)
	run := p.longestRun()
	p.Run = run
	decided := p.text() == Copy || p.text() == Partial && p.ties()
	if !p.Series && !standing {
		p.Signs = m.Read(a, b, likeness, decided)
		if p.quotesMuch() {
			p.Retelling = 0
		}
		if p.Story < KinFrom && p.Relation() != None { // links tell how likely it is
			p.Kinship = m.kinship(a, b, likeness, p.House)
		}
	}
	p.Run = run
	return p
}

// muchQuoted is the part of the shorter text from which on words that both quote, of a speech, a poem or a
// statement, make two texts alike by themselves.
const muchQuoted = 0.25

// quotesMuch reports whether what the two have in common is quoted in both, and so much of them that their
// likeness tells nothing of the rest.
func (p *Pair) quotesMuch() bool {
	return p.text() == Quotes && float64(min(p.WordsA-p.OwnA, p.WordsB-p.OwnB)) >= muchQuoted*float64(p.Least)
}

// longestRun returns the length of the longest run of words in common outside
// quotations.
func (p *Pair) longestRun() int {
	most := 0
	for k := range p.Passages {
		if p.Passages[k].Quoted {
			continue
		}
		for _, r := range p.Passages[k].Runs {
			most = max(most, r.N)
		}
	}
	return most
}

// What two texts must share for short traces, and the rest of edited sentences,
// to count as taken from the other too: of either text, and of their content.
const (
	muchShared = 0.2
	muchAlike  = 0.42
)

// Retell adds to what a and b share the sentences and quotations that say the
// same in other words, for showing them.
func (m *Matcher) Retell(p *Pair, a, b *Side) {
	ownA, ownB := p.OwnA, p.OwnB
	defer func() { p.OwnA, p.OwnB = ownA, ownB }() // the relation stays what it was
	o := align.Retold()
	o.LowScore = quotedScore
	o.Low = func(i, j int) bool { return (a.marks[i]|b.marks[j])&quoted != 0 }
	m.more(p, a, b, o, func(f *align.Passage) bool {
		if paired, said := spoken(a, b, f); f.Score < float64(o.MinScore) && (10*said < 8*paired || f.Matched < quotedWords) {
			return false
		}
		if f.Similarity < retoldEdited || f.Matched < retoldWords {
			f.Kind = align.Reworded
		}
		return true
	})
}

const (
	// What a passage found only as a retold one must keep of the wording to be
	// called copied or edited: names and offices alone are the same in any
	// report.
	retoldEdited = 0.8
	retoldWords  = 13
	// What a quotation must keep, in nats and in words. People speak in common
	// words, so that less is asked of them than of sentences.
	quotedScore = 8
	quotedWords = 7
)

// more adds passages found by looser options where neither side has been
// matched yet, if accept takes them; it may change their kind.
func (m *Matcher) more(p *Pair, a, b *Side, o align.Options, accept func(*align.Passage) bool) {
	a.compare()
	b.compare()
	takenA, takenB := make([]bool, len(a.Prose.Words)), make([]bool, len(b.Prose.Words))
	for _, s := range p.Passages {
		fill(takenA[s.A.Start:s.A.End], true)
		fill(takenB[s.B.Start:s.B.End], true)
	}
	if min(longest(takenA), longest(takenB)) < o.MinWords {
		return
	}
	for _, found := range m.aligner.Align(&a.Prose, &b.Prose, o) {
		if slices.Contains(takenA[found.A.Start:found.A.End], true) || slices.Contains(takenB[found.B.Start:found.B.End], true) || !accept(&found) {
			continue
		}
		for _, piece := range pieces(a, b, found) {
			if piece.Matched >= leastMore {
				piece.Kind = max(piece.Kind, found.Kind)
				p.add(a, b, piece)
			}
		}
	}
	slices.SortStableFunc(p.Passages, func(x, y Shared) int { return x.A.Start - y.A.Start })
}

// longest returns the length of the longest run of words not taken.
func longest(taken []bool) int {
	most, run := 0, 0
	for _, t := range taken {
		if run++; t {
			run = 0
		}
		most = max(most, run)
	}
	return most
}

// leastMore is the number of words that a piece must have in common with its
// counterpart to be worth showing.
const leastMore = 4

// pieces cuts a passage where furniture stands within it on either side.
func pieces(a, b *Side, p align.Passage) []align.Passage {
	list := cutAt(a, b, []align.Passage{p}, a.breaks)
	for k := range list {
		list[k] = list[k].Mirror()
	}
	list = cutAt(b, a, list, b.breaks)
	for k := range list {
		list[k] = list[k].Mirror()
	}
	return list
}

// cutAt cuts passages where furniture stands between their words in a: breaks are the
// indices of the words behind it, ascending.
func cutAt(a, b *Side, list []align.Passage, breaks []int) []align.Passage {
	var out []align.Passage
	for _, p := range list {
		k, _ := slices.BinarySearch(breaks, p.A.Start+1)
		if k == len(breaks) || breaks[k] >= p.A.End {
			out = append(out, p)
			continue
		}
		from := p.A.Start
		for ; from < p.A.End; k++ {
			to := p.A.End
			if k < len(breaks) {
				to = min(to, breaks[k])
			}
			if piece, ok := p.Cut(&a.Prose, &b.Prose, align.Range{Start: from, End: to}); ok {
				out = append(out, piece)
			}
			from = to
		}
	}
	return out
}

// add adds a passage.
func (p *Pair) add(a, b *Side, found align.Passage) {
	s := Shared{Passage: found}
	paired, said := spoken(a, b, &found)
	s.Quoted = 10*said >= 8*paired
	if s.Kind != align.Reworded {
		own := paired - said - listedIn(a, b, &found, listed|rolled)
		p.OwnA, p.OwnB = p.OwnA+own, p.OwnB+own
	}
	p.Passages = append(p.Passages, s)
}

// spoken returns how many words of p are paired, and how many of these stand
// between quotation marks on one side or the other.
func spoken(a, b *Side, p *align.Passage) (paired, said int) {
	for _, r := range p.Runs {
		for k := range r.N {
			paired++
			if (a.marks[r.A+k]|b.marks[r.B+k])&quoted != 0 {
				said++
			}
		}
	}
	return paired, said
}

// share sets which part of each text the copied and edited passages are.
func (p *Pair) share(a, b *Side) {
	p.WordsA, p.WordsB = 0, 0
	if len(p.Passages) == 0 {
		return
	}
	covered := make([]bool, len(b.Prose.Words)) // what a says twice is taken from b once
	for _, s := range p.Passages {
		if s.Kind == align.Reworded {
			continue
		}
		p.WordsA += s.A.Len()
		for k := s.B.Start; k < s.B.End; k++ {
			if !covered[k] {
				covered[k] = true
				p.WordsB++
			}
		}
	}
	p.OwnB = min(p.OwnB, p.WordsB)
	p.ShareA = part(p.WordsA, len(a.Prose.Words))
	p.ShareB = part(p.WordsB, len(b.Prose.Words))
}

// Mirror returns p with its sides exchanged.
func (p *Pair) Mirror() Pair {
	m := *p
	m.ShareA, m.ShareB = p.ShareB, p.ShareA
	m.OwnA, m.OwnB = p.OwnB, p.OwnA
	m.WordsA, m.WordsB = p.WordsB, p.WordsA
	m.SilentA, m.SilentB = p.SilentB, p.SilentA
	m.OwedA, m.OwedB = p.OwedB, p.OwedA
	m.Passages = make([]Shared, len(p.Passages))
	for k, s := range p.Passages {
		m.Passages[k] = Shared{s.Passage.Mirror(), s.Quoted}
	}
	slices.SortStableFunc(m.Passages, func(x, y Shared) int { return x.A.Start - y.A.Start })
	return m
}

// part returns n divided by of; 0 of nothing.
func part(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// The thresholds that part the relations.
const (
	copyShare    = 0.71 // of both texts, as their harmonic mean, that makes one a copy of the other
	partialWords = 18   // copied or edited words outside quotation marks that make a piece a partial copy
	headedShare  = 0.2  // of both texts, quotations included, that do so under one headline
)

// Relation says what p amounts to.
func (p *Pair) Relation() Relation {
	if p.Series {
		return None
	}
	r := p.text()
	if (r == Quotes || r == None) && p.Rewrite() {
		return Rewrite
	}
	if r == Partial && !p.ties() && !p.Distance && !p.House && p.bySource() {
		return Rewrite // with some words of its source
	}
	return r
}

// text says what p amounts to by the text in common alone.
func (p *Pair) text() Relation {
	switch {
	case 2*p.ShareA*p.ShareB >= copyShare*(p.ShareA+p.ShareB) && p.WordsA > 0:
		return Copy
	case min(p.OwnA, p.OwnB) >= partialWords || p.headedAlike():
		return Partial
	case p.WordsA > 0:
		return Quotes
	}
	return None
}

// headedAlike reports whether the two have one headline, and so much of their text in
// common, quotations included, that one of them was made from the other.
func (p *Pair) headedAlike() bool { return p.Headed && min(p.ShareA, p.ShareB) >= headedShare }

// copies reports whether one is a copy of the other, or of parts of it.
func (p *Pair) copies() bool {
	r := p.text()
	return r == Copy || r == Partial
}

// Why says in one sentence what the two share.
func (p *Pair) Why() string {
	own := min(p.OwnA, p.OwnB)
	switch p.Relation() {
	case Copy:
		return fmt.Sprintf("%.0f %% of its words stand in the other in the same order, %.0f %% of the other's in it", 100*p.ShareA, 100*p.ShareB)
	case Partial:
		if own < partialWords {
			return fmt.Sprintf("they begin with the same words, and have %d words in common, most of them quotations", p.WordsA)
		}
		return fmt.Sprintf("%d words outside quotation marks are copied or edited from the same text", own)
	case Rewrite:
		switch {
		case p.OwedA != "" || p.OwedB != "":
			return "one says that its main news is from the other's outlet"
		case p.Common != "":
			return "both say that their main news is from " + p.Common
		}
		return p.Signs.whySilent()
	case Quotes:
		return fmt.Sprintf("they share %d words, nearly all of them quotations, listings or standing text", p.WordsA)
	}
	return ""
}

// A Link is what two articles share, by their numbers, A the lower one. Either
// stands for its family, or is a copy with text that its representative lacks.
type Link struct {
	A, B uint32
	Pair
	Relation Relation
}

// Between puts other articles at the ends of l, a at that of A.
func (l *Link) Between(a, b uint32) {
	if l.A, l.B = a, b; a > b {
		l.A, l.B, l.Pair = b, a, l.Mirror()
	}
}

// Other returns the article at the other end.
func (l *Link) Other(n uint32) uint32 {
	if n == l.A {
		return l.B
	}
	return l.A
}

// strength orders links by how sure it is that both ends have one upstream.
func (l *Link) strength() float64 {
	switch l.Relation {
	case Copy:
		return 2 + min(l.ShareA, l.ShareB)
	case Partial:
		return 1 + max(l.ShareA, l.ShareB)
	case Rewrite:
		return l.Story / 2
	}
	return 0
}

// What text in common must come to for its two articles to have it from one
// upstream, in words outside quotations and in the longest run of them. Where a
// line of either names an agency, less will do: the text is that agency's.
const (
	joinWords   = 40
	joinRun     = 9
	joinShare   = 0.3 // or this part of both texts, where these are short
	agencyWords = 18
	agencyRun   = 12
)

// joins reports whether l may bring its ends into one cluster. Shared
// quotations of a public speaker never do, nor what an outlet uses again of its
// own.
func (l *Link) joins() bool {
	switch l.Relation {
	case Copy:
		return !l.House // whole copies in one house are a family, and no link
	case Partial:
		return !l.House && l.ties()
	case Rewrite:
		return !l.House
	}
	return false
}

// ties reports whether the text that the two have in common ties them to one
// upstream.
func (p *Pair) ties() bool {
	words, run := joinWords, joinRun
	if p.Agency {
		words, run = agencyWords, agencyRun
	}
	own := min(p.OwnA, p.OwnB)
	return own >= words && p.Run >= run || own >= joinWords && p.Run >= joinRun || min(p.ShareA, p.ShareB) >= joinShare || p.headedAlike()
}
