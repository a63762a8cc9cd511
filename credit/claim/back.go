package claim

import (
	"strings"

	"wiretrace/credit"
)

// Credits for what stands before them: Das berichtet die NZZ. Lo adelanta El País. And those of
// outlets that are named in one breath.

// refersBack reports whether credit c, of what an outlet reported, stands in sentence at so that it is for
// the sentence before: one that begins with a word for that, the outlet not far behind it.
func (r *reading) refersBack(c *credit.Credit, at int) bool {
	const reach = 48 // bytes
	l := &r.lines[at]
	if at == 0 || at > ofOneBlock || c.Start-l.Start > reach || !r.vocabulary.reports.In(c.Cue) {
		return false
	}
	return r.refers(l.text)
}

// refers reports whether a sentence begins with a word for what stands before it.
func (r *reading) refers(text string) bool {
	return r.vocabulary.back.Find(strings.TrimLeft(text, "–- "), func(_, start, _ int) bool { return start == 0 })
}

// pointBack notes that credit c of sentence at refers back: what stands before, as long as nobody else is
// credited for it, is the outlet's, be it about somebody public.
func (r *reading) pointBack(c *credit.Credit, at int) {
	if !r.refersBack(c, at) {
		return
	}
	r.lines[at].back = true
	for k := at - 1; k >= 0 && !r.lines[k].credited && !r.lines[k].own; k-- {
		r.lines[k].credited, r.lines[k].public = true, false
	}
}

// inOneBreath reports whether two claims are of outlets that are credited by the same words for what they
// reported: NDR and SZ found it out. Neither speaks against the other. What somebody told both, or said on
// the shows of both, is another matter: of that only a preposition may tell.
func (r *reading) inOneBreath(i, k int) bool {
	const preposition = 3 // letters
	x, y := &r.tallies[i], &r.tallies[k]
	if !x.seen || !y.seen || x.cue != y.cue || x.first >= y.firstEnd || y.first >= x.firstEnd {
		return false
	}
	return len(x.cue) > preposition && !r.vocabulary.told.In(x.cue)
}
