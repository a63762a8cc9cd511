package corpus

// A Kind says how an article came about.
type Kind uint8

// The kinds.
const (
	Plain   Kind = iota // of its own making
	Copy                // another's text to the letter
	Edited              // another's text with words exchanged, ends trimmed, another headline and furniture
	Wire                // text of its own with one to three paragraphs of another
	Quote               // the same event in words of its own, with a quotation reworded
	Credit              // the same event in words of its own, the other credited
	Event               // the same event in words of its own, and nothing taken
	Roundup             // a paragraph each of several others
	Footer              // of its own making, but for a foot that thousands of others have
	kinds
)

var kindNames = [kinds]string{"plain", "copy", "edited", "wire", "quote", "credit", "event", "roundup", "footer"}

func (k Kind) String() string { return kindNames[k] }

// A plan is what is settled of an article before a word is written.
type plan struct {
	kind   Kind
	source int // the article it is taken from; itself if plain
	outlet int
}

// plan returns the plan of article i.
func (g *Generator) plan(i int) plan {
	s := newStream(g.o.Seed, forPlan, i)
	p := plan{kind: g.kind(i, &s), source: i, outlet: s.head(outlets)}
	if p.kind != Plain && p.kind != Footer {
		p.source = g.source(i, &s)
	}
	return p
}

// first is the number of the first of the articles that article i and those near it
// may derive from.
func (g *Generator) first(i int) int { return i - i%g.perDay%g.reach }

// kind draws the kind of article i from its stream. The first article of a day, and of
// what others of News derive from, is always plain, so that each has a source to be found.
func (g *Generator) kind(i int, s *stream) Kind {
	u := 100 * s.part()
	if g.o.Shape == OneStory {
		switch {
		case i == 0:
			return Plain
		case i%2 == 0:
			return Footer
		case u < 10:
			return Copy
		}
		return Edited
	}
	if i == g.first(i) {
		return Plain
	}
	for k, share := range g.style.shares {
		if u < share {
			return Kind(k)
		}
		u -= share
	}
	return Plain
}

// source draws a plain article of the same day before i, in News one near it, the
// first ones far oftener: a few stories are run by many.
func (g *Generator) source(i int, s *stream) int {
	if g.o.Shape == OneStory {
		return 0
	}
	first := g.first(i)
	j := first + s.head(i-first)
	for ; j > first; j-- {
		t := newStream(g.o.Seed, forPlan, j)
		if g.kind(j, &t) == Plain {
			break
		}
	}
	return j
}
