package claim

import (
	"slices"
	"strings"
	"unicode"

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

// What closes a short piece, in sentences.
const (
	closing  = 2         // sentences at the end
	ofClosed = 2 * early // sentences of the piece at most
)

// closes reports whether credit c in sentence at says, at the end of a short piece that names no other source,
// that its outlet was the first to report what the piece tells: that is for all that stands before, however far
// from the lead. Whoever has asked somebody himself only gives the other his due.
func (r *reading) closes(c *credit.Credit, at int) bool {
	n := len(r.lines)
	if at < n-closing || n > ofClosed || c.Background || len(r.claims) > 1 {
		return false
	}
	sentence := r.a.Text[r.lines[at].Start:r.lines[at].End]
	if !r.wasFirst(c, at) || r.vocabulary.told.In(c.Cue) {
		return false
	}
	if r.before(sentence) || !r.vocabulary.news.In(" "+sentence) && !r.retitles(sentence) {
		return false
	}
	return !slices.ContainsFunc(r.lines[:at], func(l line) bool { return l.own || l.public })
}

// wasFirst reports whether the words of credit c in sentence at, or those right behind it, say that the outlet was the first to report.
func (r *reading) wasFirst(c *credit.Credit, at int) bool {
	const most = 48 // bytes behind it
	if r.vocabulary.first.In(c.Cue) || r.vocabulary.first.In(r.wording(c)) {
		return true
	}
	end := min(c.End+most, r.lines[at].End)
	if c.End >= end {
		return false
	}
	next := strings.ToLower(strings.TrimLeft(r.a.Text[c.End:end], ", "))
	return r.vocabulary.broke.Find(next, func(_, start, _ int) bool { return start == 0 })
}

// retitles reports whether a word of a sentence stands in the title, be it in another form or within a longer
// one: stövlarna of arméstövlar. Of the inspectors who are sent, the records that were first reported are not
// the news.
func (r *reading) retitles(sentence string) bool {
	const least, ending = 6, 3 // letters of what is looked for; of the ending left out
	title := strings.ToLower(r.a.Title)
	for w := range strings.FieldsFuncSeq(strings.ToLower(sentence), func(r rune) bool { return !unicode.IsLetter(r) }) {
		letters := []rune(w)
		if n := len(letters); n >= least && strings.Contains(title, string(letters[:max(least, n-ending)])) {
			return true
		}
	}
	return false
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
