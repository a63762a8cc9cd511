package claim

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/lang"
)

const (
	besideBytes = 240 // before and behind a credit, within its sentence, that may date it
	asideBytes  = 90  // before a credit, within its clause
	ownLines    = 5   // sentences that are looked at for ToldOwn
	manyOutlets = 5   // that an article credits, for Many
	datedLines  = 3   // sentences that say of which day the news is
)

// around adds the signs of the article as a whole.
func (r *reading) around() {
	own := slices.ContainsFunc(r.lines[:min(ownLines, len(r.lines))], func(l line) bool { return l.own })
	explains := r.explains()
	for i := range r.claims {
		s := &r.claims[i].Signs
		s[Many] = float64(btoi(len(r.claims) >= manyOutlets))
		s[Explains] = float64(btoi(explains))
		s[ToldOwn] = float64(btoi(own))
	}
}

// explains reports whether the title begins with a word that asks what to make of the news.
func (r *reading) explains() bool {
	title := strings.TrimLeft(r.a.Title, " \"'“‘¿«")
	return r.vocabulary.explains.Find(title, func(_, start, end int) bool { return start == 0 && bounded(title, start, end) })
}

// dated adds what the words beside the first credit of x, which is c, say of its day and its clause.
func (r *reading) dated(x *Claim, c *credit.Credit) {
	at := r.lineOf(c)
	if at < 0 || c.Cue == credit.CuePost {
		return
	}
	l := &r.lines[at]
	if r.before(r.a.Text[max(l.Start, c.Start-besideBytes):max(c.Start, min(l.End, c.End+besideBytes))]) {
		x.Signs[Earlier] = 1
	}
	clause := r.a.Text[max(l.Start, c.Start-asideBytes):c.Start]
	clause = clause[clauseStart(clause):]
	x.Signs[Aside] = float64(btoi(r.vocabulary.aside.In(" " + clause + " ")))
}

// before reports whether words date what they tell before the news: by a phrase, or by a day of
// the week that came before the one that the lead names.
func (r *reading) before(words string) bool {
	if standsIn(r.vocabulary.earlier, words) {
		return true
	}
	day := r.daysAgo(words)
	if day < 0 {
		return false
	}
	if !r.dayKnown {
		r.dayKnown, r.leadDay = true, r.newsDay()
	}
	return r.leadDay >= 0 && day > r.leadDay
}

// newsDay returns how many days before the day of publication the last of those was that the lead names;
// -1 if it names none.
func (r *reading) newsDay() int {
	last := -1
	for k := range r.lines[:min(datedLines, len(r.lines))] {
		if n := r.daysAgo(r.lines[k].text); n >= 0 && (last < 0 || n < last) {
			last = n
		}
	}
	return last
}

// daysAgo returns how many days before the day of publication the last of the days of the week
// was that s names, 0 to 6; -1 if it names none or that day is not known.
func (r *reading) daysAgo(s string) int {
	p := r.a.Published
	if p.Precision == article.NoTime {
		return -1
	}
	last := -1
	r.vocabulary.days.Find(s, func(n, start, end int) bool {
		if ago := lang.DaysAgo(p.When.Weekday(), n); bounded(s, start, end) && (last < 0 || ago < last) {
			last = ago
		}
		return false
	})
	return last
}
