package cluster

import (
	"cmp"
	"slices"

	"wiretrace/align"
	"wiretrace/article"
	"wiretrace/outlet"
	"wiretrace/quote"
)

// A Label says what a stretch of an article's text is.
type Label string

// The labels.
const (
	Original  Label = "original"
	Copied    Label = "copied"
	Edited    Label = "edited"
	Reworded  Label = "reworded"
	Quoted    Label = "quoted"
	Furniture Label = "furniture"
)

// A Direction says who took shared text from whom.
type Direction uint8

// The directions, seen from the article at hand.
const (
	Unknown Direction = iota // nothing orders the two
	From                     // this article took it from the other
	To                       // the other took it from this one
)

// A Share is what the article at hand has in common with another, its own side
// first.
type Share struct {
	Number    uint32 // of the other
	Family    uint32 // of the other
	Outlet    string // of the other
	Kind      outlet.Kind
	Pair      Pair
	Direction Direction
	Source    bool // the other is the article that this one derives from
}

// A Piece is a stretch of text of one label, in bytes.
type Piece struct {
	article.Span
	Label      Label
	Direction  Direction
	Other      int          // index of the share it comes from; -1 if none
	There      article.Span // where it stands in the other article
	Similarity float64
	Speaker    string
	ReusedBy   int // other families that took it from here
	Words      int

	taken align.Passage // what comes from there
}

// A right is one share's claim to a stretch of words.
type right struct {
	share int
	Shared
	label Label
}

// What others have left of a passage is worth a row of its own from so many
// words on: fewer where it is known to be taken from there.
const (
	leastPiece        = 5
	leastUnknownPiece = 20
)

// Paint parts the text of s into pieces: every byte in exactly one, in order.
// Where several shares claim a word, it goes to the source of the article
// first, then to text that was taken before text of unknown order, then to the
// closer wording. Text that others took from here stays original. If whole, a
// source that is not in hand wrote the text, and what nobody claims was copied
// from there, unless it is the paper's own. Each of the others that has a piece is
// asked for once, by its number, and not held on to.
func Paint(s *Side, shares []Share, whole bool, other func(number uint32) (*Side, error)) ([]Piece, error) {
	if len(s.Text) == 0 {
		return nil, nil
	}
	rights, owner := s.allot(shares)
	words := s.uses(rights, owner, shares, whole)
	var out []Piece
	for _, b := range s.Layout.Blocks {
		if b.Kind.Furniture() {
			out = append(out, Piece{Span: b.Span, Label: Furniture, Other: -1})
		}
	}
	breaks := s.breaks
	for i := 0; i < len(words); {
		for len(breaks) > 0 && breaks[0] <= i {
			breaks = breaks[1:]
		}
		j := i + 1
		for j < len(words) && (len(breaks) == 0 || j < breaks[0]) && words[j] == words[i] {
			j++
		}
		w := &words[i]
		p := s.piece(align.Range{Start: i, End: j}, rights, shares, w)
		if w.post {
			p.Label, p.Speaker = Quoted, s.speaker(p.Span)
		}
		if whole && !w.own && p.Other < 0 {
			p.Label, p.Direction, p.Speaker, p.ReusedBy = Copied, From, "", 0
		}
		out = append(out, p)
		i = j
	}
	if err := place(s, out, shares, other); err != nil {
		return nil, err
	}
	slices.SortFunc(out, func(x, y Piece) int { return cmp.Compare(x.Start, y.Start) })
	return touching(s, out), nil
}

// allot gives each word of the prose to the best right that claims it, and returns for each
// the index of that right + 1; 0 where none does. What better rights leave of another
// becomes a right of its own, if it is long enough for a row.
func (s *Side) allot(shares []Share) (rights []right, owner []int32) {
	owner = make([]int32, len(s.Prose.Words))
	rights = s.ordered(shares)
	for k := 0; k < len(rights); k++ {
		c := rights[k]
		least := leastUnknownPiece
		if shares[c.share].Direction == From {
			least = leastPiece
		}
		for i := c.A.Start; i < c.A.End; {
			j := i
			for j < c.A.End && owner[j] == 0 {
				j++
			}
			if i == c.A.Start && j == c.A.End {
				fill(owner[i:j], int32(k+1))
			} else if j-i >= least {
				if p, ok := c.Part(align.Range{Start: i, End: j}); ok && p.A.Len() >= least {
					rights = append(rights, right{c.share, Shared{p, c.Quoted}, c.label})
					fill(owner[p.A.Start:p.A.End], int32(len(rights)))
				}
			}
			for j < c.A.End && owner[j] != 0 {
				j++
			}
			i = j
		}
	}
	return rights, owner
}

// A use is what decides on the label of a word. Words of one use that stand side by
// side are one piece.
type use struct {
	right  int32 // index of the right that has it + 1; 0 if none has
	quote  int32 // the quotation it stands in, counted from 1; 0 if in none, or taken with the text around it
	reused int32 // how many other families took it from here
	own    bool  // of a text that is wholly another's: it is the paper's own
	post   bool  // stands in an embedded post, and its whole text is not that of the right
}

// uses returns the use of each word of the prose.
func (s *Side) uses(rights []right, owner []int32, shares []Share, whole bool) []use {
	spoken, posts, reused := s.spoken(), s.posts(), reuse(s, shares)
	own := make([]bool, len(owner))
	if whole {
		own = s.own(shares)
	}
	out := make([]use, len(owner))
	for i, k := range owner {
		u := use{right: k, quote: spoken[i], reused: reused[i], own: own[i]}
		if k > 0 {
			c := &rights[k-1]
			u.reused = 0 // what was taken from elsewhere was not first here
			if c.label != Reworded {
				u.quote = 0 // a quotation within text taken as a whole is not cut out of it
			}
			// But an embedded post is, unless the text is taken as a whole.
			u.post = posts[i] && shares[c.share].Pair.text() != Copy
		}
		out[i] = u
	}
	return out
}

// place says of the pieces that come from others where they stand there.
func place(s *Side, pieces []Piece, shares []Share, other func(number uint32) (*Side, error)) error {
	var taken []*Piece
	for k := range pieces {
		if pieces[k].Other >= 0 {
			taken = append(taken, &pieces[k])
		}
	}
	slices.SortStableFunc(taken, func(x, y *Piece) int { return cmp.Compare(x.Other, y.Other) })
	var o *Side
	for k, p := range taken {
		if k == 0 || p.Other != taken[k-1].Other {
			var err error
			if o, err = other(shares[p.Other].Number); err != nil {
				return err
			}
		}
		if p.taken.Similarity == 0 { // it is a part
			p.taken.Measure(&s.Prose, &o.Prose)
		}
		p.Similarity, p.There = p.taken.Similarity, o.Span(p.taken.B)
	}
	return nil
}

// piece makes the piece of the words in r, which are of one use.
func (s *Side) piece(r align.Range, rights []right, shares []Share, w *use) Piece {
	p := Piece{Span: s.Span(r), Label: Original, Other: -1, ReusedBy: int(w.reused)}
	if w.right > 0 {
		c := rights[w.right-1]
		p.Label, p.Other, p.Direction = c.label, c.share, shares[c.share].Direction
		p.taken = c.Passage
		if c.A != r {
			if part, ok := c.Part(r); ok {
				p.taken = part
			}
		}
		switch {
		case (c.Quoted || c.label == Reworded) && s.mostlyQuoted(r) && !(shares[c.share].Pair.copies() && s.attributed(&c)):
			p.Label = Quoted
		case c.label == Reworded && r.Len() < leastPiece: // what quotations have left of a sentence
			return Piece{Span: p.Span, Label: Original, Other: -1, ReusedBy: int(w.reused)}
		}
	} else if w.quote > 0 {
		p.Label = Quoted
	}
	if p.Label == Quoted {
		if p.Speaker = s.speaker(p.Span); w.quote > 0 {
			p.Speaker = s.Quotes[w.quote-1].Speaker
		}
	}
	return p
}

// speaker returns who speaks the first quotation in a span; empty if nobody is known to.
func (s *Side) speaker(span article.Span) string {
	if k := slices.IndexFunc(s.Quotes, func(q quote.Quote) bool { return q.Overlaps(span) }); k >= 0 {
		return s.Quotes[k].Speaker
	}
	return ""
}

// mostlyQuoted reports whether at least half of the words in r stand between
// quotation marks.
func (s *Side) mostlyQuoted(r align.Range) bool {
	n := 0
	for _, m := range s.marks[r.Start:r.End] {
		if m&quoted != 0 {
			n++
		}
	}
	return 2*n >= r.Len()
}

// Where the sentence that reports a quotation was copied, and not the speaker's
// words alone, so many words outside quotation marks at least came with them, and
// the whole is as close as this.
const (
	attributionWords = 4
	attributionAlike = 0.8
)

// attributed reports whether r takes in the words that attribute a quotation.
func (s *Side) attributed(r *right) bool {
	if r.label == Reworded || r.Similarity < attributionAlike {
		return false
	}
	n := 0
	for _, run := range r.Runs {
		for _, m := range s.marks[run.A : run.A+run.N] {
			if m&quoted == 0 {
				n++
			}
		}
	}
	return n >= attributionWords
}

// An edited passage that keeps so many words in a row, and so much of its length,
// is copied there: an edit elsewhere changes nothing about them. What is edited
// here and there stays one passage. In a text that was taken as a whole fewer words
// in a row are copied: a word that an editor struck out makes nobody's sentences his.
const (
	verbatim        = 200
	mostly          = 0.9
	verbatimInWhole = 30
	beside          = 3
)

// kept returns what an edited passage p keeps of run k of its words as it was, if that is enough, in
// a text that was taken as a whole or not. Words that others were put beside are shown with these.
func kept(p *Shared, k int, taken bool) (align.Run, bool) {
	r := p.Runs[k]
	if !(taken && r.N >= verbatimInWhole) && (r.N < verbatim || float64(r.N) < mostly*float64(p.A.Len())) {
		return r, false
	}
	if k > 0 && p.Runs[k-1].A+p.Runs[k-1].N < r.A || k == 0 && p.A.Start < r.A {
		r.A, r.B, r.N = r.A+beside, r.B+beside, r.N-beside
	}
	if end := r.A + r.N; k+1 < len(p.Runs) && end < p.Runs[k+1].A || k+1 == len(p.Runs) && end < p.A.End {
		r.N -= beside
	}
	return r, true
}

// edges makes part, the words of p in r, begin and end where r does, though it be with words that
// the other text has not.
func (p *Shared) edges(part *align.Passage, r align.Range) {
	part.A = r
	if r.Start == p.A.Start {
		part.B.Start = p.B.Start
	}
	if r.End == p.A.End {
		part.B.End = p.B.End
	}
}

// stretches returns the rights of passage p of a share: one, or those to what an
// edited passage keeps word for word and to the rest of it, in order. taken says that the
// text was taken as a whole.
func (s *Side) stretches(share int, p *Shared, taken bool) []right {
	label := [...]Label{align.Copied: Copied, align.Edited: Edited, align.Reworded: Reworded}[p.Kind]
	whole := []right{{share, *p, label}}
	if label != Edited {
		return whole
	}
	var out []right
	add := func(r align.Range, label Label, kind align.Kind) {
		if part, ok := p.Part(r); ok {
			part.Kind, part.Matched = kind, part.A.Len()
			if label == Edited {
				p.edges(&part, r)
			}
			if n := len(out); n > 0 && out[n-1].label == Edited {
				out[n-1].B.End = part.B.Start // a word left out is part of the edit
			}
			out = append(out, right{share, Shared{part, p.Quoted}, label})
		}
	}
	from := p.A.Start
	taken = taken && !reformed(p)
	for k, r := range p.Runs {
		if behind, ok := s.behindDateline(p, r); ok {
			r = behind
		} else if r, ok = kept(p, k, taken); !ok {
			continue
		}
		if r.A > from {
			add(align.Range{Start: from, End: r.A}, Edited, align.Edited)
		}
		add(align.Range{Start: r.A, End: r.A + r.N}, Copied, align.Copied)
		from = r.A + r.N
	}
	if len(out) == 0 {
		return whole
	}
	if from < p.A.End {
		add(align.Range{Start: from, End: p.A.End}, Edited, align.Edited)
	}
	return out
}

// ordered lists the rights of all shares, the best first.
func (s *Side) ordered(shares []Share) []right {
	var rights []right
	for k, sh := range shares {
		if sh.Direction == To {
			continue
		}
		whole := sh.Pair.text() == Copy
		for n := range sh.Pair.Passages {
			rights = append(rights, s.stretches(k, &sh.Pair.Passages[n], whole)...)
		}
	}
	rank := func(c right) (r int) {
		if c.Kind == align.Reworded {
			r += 4
		}
		if !shares[c.share].Source {
			r += 2
		}
		if shares[c.share].Direction != From {
			r++
		}
		return r
	}
	slices.SortStableFunc(rights, func(x, y right) int {
		return cmp.Or(
			cmp.Compare(rank(x), rank(y)),
			cmp.Compare(y.Matched, x.Matched),
			cmp.Compare(y.Similarity, x.Similarity),
			cmp.Compare(shares[x.share].Number, shares[y.share].Number),
			cmp.Compare(x.A.Start, y.A.Start),
		)
	})
	return rights
}

// A Stretch is text that stands in two articles, in bytes of each.
type Stretch struct {
	A, B  article.Span
	Label Label // Copied, Edited, Reworded or Quoted
}

// Stretches lists what a pair of articles has in common, in order of the first.
// Where one of them repeats itself, they may overlap in the second.
func Stretches(a, b *Side, p *Pair) []Stretch {
	var out []Stretch
	whole := p.text() == Copy
	for n := range p.Passages {
		for _, r := range a.stretches(0, &p.Passages[n], whole) {
			x := Stretch{a.Span(r.A), b.Span(r.B), r.label}
			if r.Quoted {
				x.Label = Quoted
			}
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(x, y Stretch) int { return cmp.Compare(x.A.Start, y.A.Start) })
	return out
}

// posts reports for each word of the prose whether it stands in an embedded post.
func (s *Side) posts() []bool {
	out := make([]bool, len(s.Prose.Words))
	blocks := s.Layout.Blocks
	if !slices.ContainsFunc(blocks, func(b article.Block) bool { return b.Kind == article.Post }) {
		return out // as most have none
	}
	for i, at := range s.starts {
		for blocks[0].End <= at {
			blocks = blocks[1:]
		}
		out[i] = blocks[0].Kind == article.Post
	}
	return out
}

func fill[T any](list []T, v T) {
	for i := range list {
		list[i] = v
	}
}

// spoken gives for each word of the prose the quotation it stands in, counted
// from 1; 0 where it stands in none.
func (s *Side) spoken() []int32 {
	out := make([]int32, len(s.Prose.Words))
	k := 0
	for i, at := range s.starts {
		for k < len(s.Quotes) && s.Quotes[k].End <= at {
			k++
		}
		if k == len(s.Quotes) {
			break
		}
		if s.Quotes[k].Start <= at {
			out[i] = int32(k + 1)
		}
	}
	return out
}

// reuse gives for each word of the prose how many other families took it from
// here, the same number for all words of a sentence: that of most of them.
func reuse(s *Side, shares []Share) []int32 {
	n := len(s.Prose.Words)
	out := make([]int32, n)
	families := map[uint32][]bool{}
	for _, sh := range shares {
		if sh.Direction != To {
			continue
		}
		took := families[sh.Family]
		if took == nil {
			took = make([]bool, n)
			families[sh.Family] = took
		}
		for _, p := range sh.Pair.Passages {
			for i := p.A.Start; i < p.A.End; i++ {
				took[i] = true
			}
		}
	}
	if len(families) == 0 {
		return out
	}
	i := 0
	for _, sentence := range s.Layout.Sentences {
		for i < n && s.start(i) < sentence.Start {
			i++
		}
		j := i
		for j < n && s.start(j) < sentence.End {
			j++
		}
		for _, took := range families {
			hit := 0
			for k := i; k < j; k++ {
				if took[k] {
					hit++
				}
			}
			if 2*hit >= j-i {
				for k := i; k < j; k++ {
					out[k]++
				}
			}
		}
		i = j
	}
	return out
}

// touching makes neighbours touch: what lies between two pieces, white space and
// stray marks, goes to the earlier one unless only the later one is original
// or furniture. It counts the words of each piece.
func touching(s *Side, pieces []Piece) []Piece {
	if len(pieces) == 0 {
		pieces = []Piece{{Span: article.Span{Start: 0, End: len(s.Text)}, Label: Furniture, Other: -1}}
	}
	own := func(p Piece) bool { return p.Label == Original || p.Label == Furniture }
	whole := func(p Piece) bool { return p.Label == Copied && p.Other < 0 }
	if first := pieces[0]; !own(first) && first.Start > 0 {
		pieces = slices.Insert(pieces, 0, Piece{Span: article.Span{Start: 0, End: first.Start}, Label: Furniture, Other: -1})
	}
	if last := pieces[len(pieces)-1]; !own(last) && last.End < len(s.Text) {
		pieces = append(pieces, Piece{Span: article.Span{Start: last.End, End: len(s.Text)}, Label: Furniture, Other: -1})
	}
	pieces[0].Start = 0
	for k := 1; k < len(pieces); k++ {
		p, q := &pieces[k-1], &pieces[k]
		switch {
		case q.Start >= p.End:
		case p.Label == Original && !own(*q): // a character of a word on each side: it was taken with the second
			p.End = q.Start
		default: // the same, or a mark claimed by both
			q.Start = p.End
		}
		if own(*q) && !own(*p) {
			q.Start = p.End
		} else {
			p.End = q.Start
		}
	}
	pieces[len(pieces)-1].End = len(s.Text)
	pieces = slices.DeleteFunc(pieces, func(p Piece) bool { return p.Start >= p.End })
	out := pieces[:1]
	for _, p := range pieces[1:] {
		if last := &out[len(out)-1]; alike(last, &p) && (own(p) || whole(p)) {
			last.End = p.End
			continue
		}
		out = append(out, p)
	}
	i := 0
	for k := range out {
		for i < len(s.Words) && int(s.Words[i]) < out[k].End {
			out[k].Words++
			i++
		}
	}
	return out
}

// alike reports whether two neighbours, neither of which has a counterpart in
// another article, say the same of their text.
func alike(p, q *Piece) bool {
	return p.Other < 0 && q.Other < 0 && p.Label == q.Label && p.Speaker == q.Speaker && p.ReusedBy == q.ReusedBy
}
