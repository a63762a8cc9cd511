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

// endsOpening reports whether sentence at opens the paragraph behind the first, in which nobody is named as a
// source: features begin with a scene, and say behind it what the news is and who has it.
func (r *reading) endsOpening(at int) bool {
	if at == 0 || at > ofOneBlock || len(r.claims) > 1 || strings.IndexByte(r.a.Text[r.lines[at-1].End:r.lines[at].Start], '\n') < 0 {
		return false
	}
	for k := range at {
		l := &r.lines[k]
		if l.public || l.own || l.credited || k > 0 && strings.IndexByte(r.a.Text[r.lines[k-1].End:l.Start], '\n') >= 0 {
			return false
		}
	}
	return true
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
	return at >= len(r.lines)-closing && r.firstOfAll(c, at) && (r.meansAll(c, at) || r.retitles(r.lineText(at)))
}

// firstOfAll reports whether credit c in sentence at of a short piece that names no other source says that its
// outlet was the first to report.
func (r *reading) firstOfAll(c *credit.Credit, at int) bool {
	if len(r.lines) > ofClosed || c.Background || len(r.claims) > 1 {
		return false
	}
	if !r.wasFirst(c, at) || r.vocabulary.told.In(c.Cue) || r.before(r.lineText(at)) {
		return false
	}
	public := at // sentences in which a public source tells the news itself
	if r.meansAll(c, at) {
		public = min(at, inheritors+1) // further down somebody public is part of the story: the police were told
	}
	own := func(l line) bool { return l.own }
	return !slices.ContainsFunc(r.lines[:at], own) && !slices.ContainsFunc(r.lines[:public], func(l line) bool { return l.public })
}

// longestTold is how many bytes of a sentence are looked at for who was the first to report, for each credit anew.
const longestTold = 600

// lineText returns the text of sentence at, the beginning of a very long one.
func (r *reading) lineText(at int) string {
	l := &r.lines[at]
	return r.a.Text[l.Start:min(l.End, l.Start+longestTold)]
}

// meansAll reports whether the sentence at of credit c has words that mean all that the article tells: the news,
// the affair; or so few that it has none for anything else: Zuerst hatte X berichtet.
func (r *reading) meansAll(c *credit.Credit, at int) bool {
	const few, most = 6, 9 // words; of one that begins with the outlet and tells nothing but that it was the first
	s, name := " "+r.lineText(at), strings.Count(c.Outlet, " ")
	if !moreFields(s, few+name) {
		return true
	}
	if c.Start == r.lines[at].Start && !strings.ContainsAny(s, ",;:") && !moreFields(s, most+name) && r.vocabulary.first.In(c.Cue) {
		return true // X var först med att berätta om kranen
	}
	return r.vocabulary.news.In(s) || r.vocabulary.news.In(unmarked.Replace(s)+" ")
}

// unmarked puts spaces for the marks behind words, for phrases that end with one.
var unmarked = strings.NewReplacer(".", " ", ",", " ", ":", " ", ";", " ")

// brokeIt counts an outlet that a piece says to have been the first, wherever it says so, and to whose report it
// comes back in another sentence, as the source of all that it tells: Zuerst hatte X über das Papier berichtet.
// Laut dem Blatt wurde es im Mai unterschrieben. What answers a report is no part of it.
func (r *reading) brokeIt() {
	asked, answers := false, false
	var back []int
	for i := range r.claims {
		x, t := &r.claims[i], &r.tallies[i]
		if !t.broke || t.found || x.Signs[After]+x.Signs[Old] != 0 {
			continue
		}
		if !asked {
			asked, answers, back = true, r.answersReport(), r.goBack()
		}
		again := t.lines > 1 || slices.ContainsFunc(back, func(k int) bool { return k != t.last })
		if again && !answers {
			t.found = true
			x.Signs[Late] /= 2
		}
	}
}

// goBack returns the first two sentences that say that they go on with an outlet's report.
func (r *reading) goBack() (back []int) {
	for k := 0; k < len(r.lines) && len(back) < 2; k++ {
		if r.vocabulary.again.In(" " + r.lineText(k)) {
			back = append(back, k)
		}
	}
	return back
}

// answersReport reports whether title or lead tell of a denial, or the title of a reaction.
func (r *reading) answersReport() bool {
	v := r.vocabulary
	return standsIn(v.reaction, r.a.Title) || standsIn(v.denial, r.a.Title) || len(r.lines) > 0 && standsIn(v.denial, r.lines[0].text)
}

// wasFirst reports whether the words of credit c in sentence at, or those right beside it, say that the outlet was the first to report.
func (r *reading) wasFirst(c *credit.Credit, at int) bool {
	const most = 48 // bytes behind it
	if r.saysFirst(c, at) || r.broughtToLight(c, at) {
		return true
	}
	end := min(c.End+most, r.lines[at].End)
	if c.End >= end {
		return false
	}
	next := strings.ToLower(strings.TrimLeft(r.a.Text[c.End:end], ", "))
	return r.vocabulary.broke.Find(next, func(_, start, _ int) bool { return start == 0 })
}

// saysFirst reports whether a word for the first stands among those of credit c in sentence at, which may be -1, or
// the few before it, or the few behind it with which the sentence ends: Zuerst hatte X über den Vermerk berichtet; X
// omtalte sagen først. Of a clause of its own, or beside somebody else whom X cites, it tells something else.
func (r *reading) saysFirst(c *credit.Credit, at int) bool {
	const mostAhead, mostBehind = 6, 5 // words
	v := r.vocabulary
	if v.first.In(c.Cue) || v.first.In(r.wording(c)) {
		return true
	}
	if at < 0 || r.lines[at].Len() > longestTold || v.as.Find(c.Cue, func(_, start, _ int) bool { return start == 0 }) {
		return false
	}
	ahead, behind := r.ahead(c, at), strings.ToLower(r.a.Text[min(c.End, r.lines[at].End):r.lines[at].End])
	beside := func(s string, most int) bool {
		return !strings.ContainsAny(s, ",;:") && !moreFields(s, most) && v.first.In(s)
	}
	return beside(ahead+strings.ToLower(c.Cue)+" ", mostAhead+len(strings.Fields(c.Cue))) || beside(behind, mostBehind)
}

// ahead returns what stands before credit c in sentence at, in lower case, a space before it.
func (r *reading) ahead(c *credit.Credit, at int) string {
	return " " + strings.ToLower(r.a.Text[r.lines[at].Start:max(c.Start, r.lines[at].Start)])
}

// broughtToLight reports whether sentence at says no more than that the news came to light by the outlet of c:
// Une information révélée par X. El caso lo destapó X. An affair of which a sentence tells something else is another
// matter: L'ouverture a été éclipsée par l'affaire, dévoilée par X. So is one that was known before: avait révélé.
func (r *reading) broughtToLight(c *credit.Credit, at int) bool {
	const most = 8 // words, and those of the outlet's name
	s := " " + strings.ToLower(r.lineText(at))
	if moreFields(s, most+strings.Count(c.Outlet, " ")) || strings.ContainsAny(s, ",;:") || r.vocabulary.before.In(s) {
		return false
	}
	return r.vocabulary.broken.In(s) && (r.vocabulary.news.In(s) || r.vocabulary.news.In(unmarked.Replace(s)+" "))
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
