package cluster

import (
	"cmp"
	"math"
	"strings"
	"time"

	"github.com/zeebo/xxh3"
)

// A standing paragraph is text that an article carries whatever its news: what
// a company says of itself, the life of an author, the foot of a newsletter, the
// rooms and hours of a funeral home. It shows in that neither article is about
// it: next to nothing of what it names is named in the rest of either, and the
// two rests have nothing in common. A paragraph that was taken from a report is
// about what the report is about.
const (
	standingWords = 120  // copied or edited words outside quotation marks, at most
	standingPart  = 0.4  // of either article, that is shared at most
	standingRest  = 40   // words that either article has beside what is shared, at least
	standingTied  = 0.16 // of the content words of what is shared, those that stand again in a rest at most
	// The same of two pieces of one series, which are known to be so: a column has a foot longer
	// than its text, and greets its readers in the words of that foot. And of two that are so
	// many days apart, since nobody takes a paragraph of last season's news: what papers say of a
	// party whenever it is in the news is as long as a short report, which names the party.
	serialPart   = 0.6
	serialTied   = 0.3
	serialCosine = 0.18
	serialDays   = 30
	footPart     = 0.5 // the same part where what is shared is the foot of both: how a house tests what it reviews
)

// What the rests of two articles have in common at most: their cosine, and how
// many names and numbers. Pieces of one house, of one place as a rule, have more.
var standingAlike = map[bool]struct {
	cosine float64
	names  int
}{false: {0.08, 2}, true: {0.18, 5}}

// standing reports whether all that a and b share, as passages, stands in both
// whatever they report.
func (p *Pair) standing(a, b *Side) bool {
	part, tied := standingPart, standingTied
	most := standingAlike[a.Outlet != "" && a.Outlet == b.Outlet]
	if serial(a, b) {
		part, tied = serialPart, serialTied
	} else if apart(a.Digest, b.Digest, serialDays*24*time.Hour) {
		part, tied, most.cosine = serialPart, serialTied, serialCosine
	} else if p.atFeet(a, b) {
		part = footPart
		if len(p.Passages) == 1 { // the background of a house that both have in the news
			tied, most.cosine = serialTied, serialCosine
		}
	}
	if max(p.OwnA, p.OwnB) > standingWords || max(p.ShareA, p.ShareB) > part {
		return false
	}
	restA, restB := a.outside(p, false), b.outside(p, true)
	if restA.words < standingRest || restB.words < standingRest {
		return false
	}
	var dot, normA, normB float64
	names, shared, tiedA, tiedB := 0, 0, 0, 0
	for k, w := range a.weights {
		if w == 0 {
			continue
		}
		if restA.rest[k] {
			normA += float64(w) * float64(w)
		}
		n := b.Prose.Find(a.Prose.Stem(k))
		if n < 0 || b.weights[n] == 0 {
			continue
		}
		if restA.rest[k] && restB.rest[n] {
			dot += math.Abs(float64(w) * float64(b.weights[n]))
			if w < 0 || b.weights[n] < 0 {
				names++
			}
		}
		if restA.shared[k] && restB.shared[n] {
			shared++
			if restA.rest[k] {
				tiedA++
			}
			if restB.rest[n] {
				tiedB++
			}
		}
	}
	for n, w := range b.weights {
		if restB.rest[n] {
			normB += float64(w) * float64(w)
		}
	}
	return names <= most.names && dot <= most.cosine*math.Sqrt(normA*normB) &&
		float64(max(tiedA, tiedB)) <= tied*float64(shared)
}

// atFeet reports whether all that a and b share is the end of both.
func (p *Pair) atFeet(a, b *Side) bool {
	from, to := len(a.Prose.Words), len(b.Prose.Words)
	words := 0
	for k := range p.Passages {
		x := &p.Passages[k]
		from, to = min(from, x.A.Start), min(to, x.B.Start)
		words += min(x.A.Len(), x.B.Len())
	}
	return words > 0 && words == len(a.Prose.Words)-from && words == len(b.Prose.Words)-to
}

// A rest says for each stem of a text whether it stands in what is shared and in
// the rest.
type rest struct {
	rest, shared []bool
	words        int // of the rest
}

// outside returns the rest of s, which is the second side of p or the first.
func (s *Side) outside(p *Pair, second bool) rest {
	taken := make([]bool, len(s.Prose.Words))
	for k := range p.Passages {
		r := p.Passages[k].A
		if second {
			r = p.Passages[k].B
		}
		fill(taken[r.Start:r.End], true)
	}
	out := rest{rest: make([]bool, s.Prose.Stems()), shared: make([]bool, s.Prose.Stems())}
	for k := range out.rest {
		for _, i := range s.Prose.Places(k) {
			if taken[i] {
				out.shared[k] = true
			} else {
				out.rest[k] = true
			}
		}
	}
	for _, t := range taken {
		if !t {
			out.words++
		}
	}
	return out
}

// serial reports whether a and b are pieces of one series: one person signs both, their
// titles begin with the same label and go on with other words, or the title of a piece of
// their house is a label and nothing else.
func serial(a, b *Side) bool {
	if a.opening != 0 && a.opening == b.opening {
		return false
	}
	if a.writer != 0 && a.writer == b.writer || a.rubric != 0 && a.rubric == b.rubric {
		return true
	}
	label := func(s *Side) uint64 { return cmp.Or(s.rubric, s.heading) }
	return a.Outlet != "" && a.Outlet == b.Outlet && label(a) != 0 && label(a) == label(b)
}

// rubricWords is how many words the label before a title has at least: one is a section.
const rubricWords = 2

// rubricOf returns the label that a title begins with, before a colon, a bar or a dash; empty if
// it has none.
func rubricOf(title string) string {
	at := len(title)
	for _, sep := range [...]string{": ", " | ", " – ", " — ", " - "} {
		if k := strings.Index(title, sep); k >= 0 && k < at {
			at = k
		}
	}
	if at == len(title) || len(strings.Fields(title[:at])) < rubricWords {
		return ""
	}
	return title[:at]
}

// headingOf returns a title that is short enough to be the label of a series by itself, as
// Police log is; empty if it is not.
func headingOf(title string) string {
	if n := len(strings.Fields(title)); n < rubricWords || n >= openingWords {
		return ""
	}
	return title
}

// foldedHash returns the hash of s in lower case; 0 of the empty string.
func foldedHash(s string) uint64 {
	if s == "" {
		return 0
	}
	return xxh3.HashString(strings.ToLower(s))
}
