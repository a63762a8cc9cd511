package cluster

import (
	"cmp"
	"time"

	"wiretrace/align"
	"wiretrace/digest"
)

// Window is how far apart two articles may have been published for one to
// retell the other or both to retell a third, unless the user says otherwise.
const Window = 7 * 24 * time.Hour

// Signs is what tells a retold story from an independent report and from
// another story, beside text in common.
type Signs struct {
	Likeness
	Retold   float64 // worth of the sentences that align, names alone left out, in nats
	OwedA    string  // the second's outlet, if the first credits it as a main source
	OwedB    string  // the first's outlet, if the second credits it
	Common   string  // an outlet that both credit for their story; empty if none
	Distance bool    // published further apart than Window
	Guessed  bool    // how rare the words are is guessed: their language has no background
	SilentA  bool    // the first credits nobody for its story
	SilentB  bool    // nor does the second
}

// What signs must come to, in units of Likeness.Cosine. Details count half of
// what they are: names and numbers are shared by every report of an event.
const (
	detailWorth    = 0.5
	retoldWorth    = 0.1  // of retoldFull nats of aligned sentences
	retoldFull     = 60.0 // and more does not count
	creditedMin    = 0.32 // where one credits the other or both a third
	creditedCosine = 0.15
	uncreditedMin  = 0.70 // where nobody is credited
	guessedMin     = 0.43 // the same in a language without word frequencies, where common words weigh too much
	leastDetails   = 5    // shared names and numbers without which nothing is a story
)

// Content returns how alike the contents are: cosine, details and aligned
// sentences together, 0 to 1.6.
func (s *Signs) Content() float64 {
	return s.Cosine + detailWorth*s.Details + retoldWorth*min(s.Retold, retoldFull)/retoldFull
}

// Credited reports whether a credit ties the two.
func (s *Signs) Credited() bool { return s.OwedA != "" || s.OwedB != "" || s.Common != "" }

// Rewrite reports whether s shows that the two tell one story that at least
// one of them has from the other or both from a third.
func (s *Signs) Rewrite() bool {
	if s.Distance || s.Shared < leastDetails {
		return false
	}
	if s.Credited() {
		return s.Content() >= creditedMin && s.Cosine >= creditedCosine
	}
	if s.Guessed {
		return s.Content() >= guessedMin
	}
	return s.Content() >= uncreditedMin
}

// Read gathers the signs between a and b, whose likeness is known. Sentences
// are aligned only where they could decide.
func (m *Matcher) Read(a, b *Side, l Likeness) Signs {
	s := Signs{Likeness: l, SilentA: len(a.story) == 0, SilentB: len(b.story) == 0}
	s.Distance = apart(a.Digest, b.Digest, cmp.Or(m.Window, Window))
	s.Guessed = a.guessed && b.guessed
	if s.Distance || s.Shared < leastDetails {
		return s
	}
	if owes(a.story, b.Outlet) {
		s.OwedA = b.Outlet
	}
	if owes(b.story, a.Outlet) {
		s.OwedB = a.Outlet
	}
	s.Common = common(a, b)
	if s.undecided() {
		s.Retold = m.retold(a, b)
	}
	return s
}

// undecided reports whether aligned sentences could make of s a rewrite, or are
// part of how strong one it is.
func (s *Signs) undecided() bool {
	full := *s
	full.Retold = retoldFull
	return full.Rewrite()
}

// retold returns what the sentences of a that b tells in other words are worth
// together, those left out of which most is quoted: every report of an event
// quotes the same statements.
func (m *Matcher) retold(a, b *Side) (worth float64) {
	a.compare()
	b.compare()
	for _, p := range m.aligner.Align(&a.Prose, &b.Prose, align.Retold()) {
		if paired, said := spoken(a, b, &p); 2*said < paired {
			worth += p.Score
		}
	}
	return worth
}

// common returns an outlet, of neither, that both credit as a main source, the
// first that a names. Two credit lines of one agency are no common source: it
// files many stories, and pieces of one have text in common.
func common(a, b *Side) string {
	for _, c := range a.story {
		for _, outlet := range [...]string{c.Outlet, c.Via} {
			if outlet == "" || outlet == b.Outlet || outlet == a.Outlet || !c.main {
				continue
			}
			for _, d := range b.story {
				if d.main && !(c.wire && d.wire) && (d.Outlet == outlet || d.Via == outlet) {
					return outlet
				}
			}
		}
	}
	return ""
}

// apart reports whether a and b were certainly published further apart than
// window.
func apart(a, b *digest.Digest, window time.Duration) bool {
	from, to := a.Meta.Published.Interval()
	from2, to2 := b.Meta.Published.Interval()
	if from.IsZero() || from2.IsZero() {
		return false
	}
	return from2.Sub(to) > window || from.Sub(to2) > window
}
