package cluster

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"wiretrace/align"
	"wiretrace/article"
	"wiretrace/digest"
)

// Window is how far apart two articles may have been published for one to
// retell the other or both to retell a third, unless the user says otherwise.
const Window = 7 * 24 * time.Hour

// Signs is what two articles have in common beside text. Of sides that Mirror
// exchanges, A is the first and B the second.
type Signs struct {
	Likeness
	Kinship
	Retold  float64 // worth of the sentences that align outside quotations, names alone left out, in nats
	Ordered int     // how many of these there are that stand in the same order in both
	Covered float64 // the part of that text of which less is covered, 0 to 1, by sentences that align outside quotations
	Least   int     // words of the shorter of the two
	// Retelling is the probability that one retells the other and names nobody, by what they
	// say and not by their words, 0 to 1; 0 where nothing is said of it.
	Retelling float64
	Run       int    // the longest run of words in common outside quotations
	OwedA     string // the second's outlet, if the first has its main news or text from there
	OwedB     string // the first's outlet, if the second has
	Common    string // an outlet, of neither, from which both have it; empty if none
	Agency    bool   // a line of either names an agency, so that text in common may be that agency's
	Distance  bool   // published further apart than Window
	Guessed   bool   // how rare the words are is guessed: their language has no background
	SilentA   bool   // the first says of no outlet that it has anything from there, or both have a line of one agency
	SilentB   bool   // nor does the second
	House     bool   // both are of one outlet
	Page      bool   // and at one address, within days: one may be a later version of the other
	Unnamed   bool   // one rests on unnamed sources alone, and the other has its news from an outlet
	Headed    bool   // their headlines, or the texts of those that have none, begin with the same words
}

// What signs must come to. Independent reports of one event share its names,
// numbers and quotations: only where a source is named do these tell that two
// pieces tell the same part of it.
const (
	creditedStory = 0.22 // the probability that they report one event, where one names the other's outlet
	commonStory   = 0.24 // the same where both name a third
	undatedStory  = 0.1  // the same where a day is unknown: the model makes much of days
	meantStory    = 0.7  // the same where the outlet named is the other's, and it is only possible that the news is from there
	leastDetails  = 3    // shared names and numbers
	caselessStory = 0.5  // the probability that both report one event, where letters have no case and names are not known
	signedFrom    = 0.3  // the probability by words that the news is from an agency whose line both bear
	// What is alike enough for a piece that names the other's outlet to tell of its
	// report, though days later.
	owedCosine  = 0.5
	owedDetails = 0.5
	owedNames   = 10
	// A silent retelling: of 1,458 pairs of real reports of the same days and
	// topics, none of which retells another in silence, none comes to this.
	silentCosine  = 0.58
	silentDetails = 0.62
	silentOrdered = 2
	silentNames   = 5
	// A text retold as a whole, as by translation and back: this part of either
	// text aligns outside quotations. The pairs above come to .15 at most.
	wholeCovered = 0.2
	wholeCosine  = 0.33
	wholeDetails = 0.5
	// A scoop told again: the piece names nobody but unnamed sources, as one that
	// has the news from an outlet does, and nearly all details are the same.
	scoopCosine  = 0.4
	scoopDetails = 0.66
	scoopNames   = 8
)

// Credited reports whether a named source ties the two.
func (s *Signs) Credited() bool { return s.OwedA != "" || s.OwedB != "" || s.Common != "" }

// Silent reports whether s shows that one of the two retells the other without
// saying so: alike in nearly all their details, with several sentences outside
// quotations reworded in the same order, or retold as a whole, or alike in lead, numbers
// and length.
func (s *Signs) Silent() bool {
	return !s.House && (s.inOrder() || s.throughout() || s.byDetails())
}

// inOrder reports whether the two are alike in nearly all their details, and
// tell several sentences outside quotations in other words in the same order.
func (s *Signs) inOrder() bool {
	return s.Ordered >= silentOrdered && s.Cosine >= silentCosine && s.Details >= silentDetails && s.Shared >= silentNames
}

// throughout reports whether so much of either text aligns with the other,
// outside quotations, that one is the other reworded from end to end.
func (s *Signs) throughout() bool {
	return s.Covered >= wholeCovered && s.Cosine >= wholeCosine && s.Details >= wholeDetails
}

// byDetails reports whether the two are as much alike as a report and its retelling:
// in the numbers that they have in common, in their leads and in their length.
func (s *Signs) byDetails() bool {
	from := retellingFrom
	if s.Days == unknownDays {
		from = retellingUndated
	}
	return s.Retelling >= from
}

// silentWords reports whether the wording shows that one retells the other in
// silence, and not the numbers alone.
func (s *Signs) silentWords() bool { return s.inOrder() || s.throughout() }

// Scoop reports whether s shows that one of the two, which rests on unnamed
// sources alone, tells the news that the other has from an outlet.
func (s *Signs) Scoop() bool {
	return !s.House && s.Unnamed && s.Cosine >= scoopCosine && s.Details >= scoopDetails && s.Shared >= scoopNames
}

// whySilent says what shows that one of the two retells the other although
// neither says so.
func (s *Signs) whySilent() string {
	words := count(s.Shared, "word", "words") + " of names and numbers in common"
	switch {
	case s.inOrder():
		return count(s.Ordered, "passage", "passages") + " outside quotations in other words in the same order, " + words
	case s.throughout():
		return fmt.Sprintf("%.0f %% of the words stand in the other in other words, %s", 100*s.Covered, words)
	case s.byDetails():
		return fmt.Sprintf("the same lead and %s outside quotations, %s", count(s.Numbers, "number", "numbers"), words)
	}
	return "one names only unnamed sources for what the other has from an outlet, " + words
}

// Rewrite reports whether s shows that the two tell one story that at least
// one of them has from the other or both from a third.
func (s *Signs) Rewrite() bool {
	return !s.Distance && !s.House && (s.bySource() || s.Silent() || s.Scoop())
}

// bySource reports whether a named source ties the two, and they tell the same
// part of what it reported.
func (s *Signs) bySource() bool {
	story := creditedStory
	switch {
	case s.Days == unknownDays:
		story = undatedStory
	case s.OwedA == "" && s.OwedB == "":
		story = commonStory
	}
	sure := (s.OwedA != "" || s.OwedB != "") && s.Cosine >= owedCosine && s.Details >= owedDetails && s.Shared >= owedNames
	return s.Credited() && (s.Story >= story || sure)
}

// Read gathers the signs between a and b, whose likeness is known. Where they could
// not be kin with all phrases in common, which most pairs could not, Story is what it
// would be with them: no finding asks for less than KinFrom. Sentences are
// aligned only where they could decide, and not where text in common has already (decided).
func (m *Matcher) Read(a, b *Side, l Likeness, decided bool) Signs {
	signed := slices.ContainsFunc(a.agency, func(name string) bool { return slices.Contains(b.agency, name) })
	s := Signs{Likeness: l, SilentA: a.silent || signed, SilentB: b.silent || signed}
	s.Distance = apart(a.Digest, b.Digest, cmp.Or(m.Window, Window))
	s.Guessed = a.guessed && b.guessed
	s.House = a.Outlet != "" && a.Outlet == b.Outlet
	s.Page = s.House && a.page != 0 && a.page == b.page && !apart(a.Digest, b.Digest, updateDays*24*time.Hour)
	s.Headed = headed(a, b)
	if s.Kinship = kinship(a, b, l, mostPhrases, s.House); s.Story >= KinFrom {
		s.Kinship = m.kinship(a, b, l, s.House)
	}
	s.Unnamed = a.silent && a.Unnamed && !b.silent || b.silent && b.Unnamed && !a.silent
	s.Least = min(len(a.Prose.Words), len(b.Prose.Words))
	s.Agency = len(a.agency) > 0 || len(b.agency) > 0
	if s.Distance {
		return s
	}
	s.nameSource(a, b, decided)
	own := forAll(a, b) || !mayHave(a, b) && !mayHave(b, a)
	if !s.House && !own {
		s.Retelling = s.retelling(max(len(a.Prose.Words), len(b.Prose.Words)))
		if !s.mayRetell(a, b) && !s.mayRetell(b, a) {
			s.Retelling = 0
		}
		if s.byDetails() && (statedIn(a, b) || s.owesLittle(a, b) || s.owesLittle(b, a)) {
			s.Retelling = 0
		}
		if s.byDetails() && !s.Credited() && !decided {
			s.Common = bothName(a, b)
		}
	}
	if full := s; !decided && !s.House && !lives(a, b) {
		full.Ordered, full.Covered = silentOrdered, 1
		if full.Silent() {
			m.retold(&s, a, b)
		}
	}
	if own { // the order of the passages is that of what both were told
		s.Ordered = 0
	}
	return s
}

// nameSource sets by which outlet a and b are tied, if a credit ties them: not where they have hardly
// a name or number in common, unless they quote the same words, or no letter shows what is a name and they
// tell one event by all else. text says that they have text in common.
func (s *Signs) nameSource(a, b *Side, text bool) {
	if s.Shared < leastDetails && sayingsShared(a, b) < meantSayings && !s.caselessEvent(a, b, caselessStory) {
		return
	}
	if !a.Meta.Published.Before(b.Meta.Published) {
		s.OwedA = s.owed(a, b, text)
	}
	if !b.Meta.Published.Before(a.Meta.Published) {
		s.OwedB = s.owed(b, a, text)
	}
	if s.OwedA == "" && s.OwedB == "" && (s.Shared >= leastDetails || s.caselessEvent(a, b, caselessStory)) {
		if s.Common = common(a, b, s.Story); s.Common == "" && !text {
			s.Common = s.commonTold(a, b)
		}
	}
}

// caselessEvent reports whether a and b, in letters that do not show what is a name, report one event with at
// least this probability.
func (s *Signs) caselessEvent(a, b *Side, from float64) bool {
	return a.caseless && b.caseless && s.Story >= from
}

// forAll reports whether a or b tells what all reporters had: a release, a news conference; or both a life.
func forAll(a, b *Side) bool {
	return announces(a) || announces(b) || a.Open || b.Open || lives(a, b)
}

// lives reports whether both tell somebody's life, which everybody tells in the order of the years.
func lives(a, b *Side) bool { return a.Life && b.Life }

// announces reports whether a is a release or another statement of its own house, or tells what
// somebody said in a release: others have its names and numbers from there too.
func announces(a *Side) bool { return a.issuer != "" || len(a.released) > 0 || a.speaks }

// statedIn reports whether a and b quote the same words, and either says of half of them at least that all
// reporters could have them.
func statedIn(a, b *Side) bool {
	if len(a.Stated) == 0 && len(b.Stated) == 0 {
		return false
	}
	quoted := map[uint64]bool{} // by b, and not yet met in a
	for _, key := range b.Sayings {
		quoted[key] = key != 0
	}
	both, stated := 0, 0
	for _, key := range a.Sayings {
		if !quoted[key] {
			continue
		}
		quoted[key] = false
		both++
		if saidToAll(a.Digest, key) || saidToAll(b.Digest, key) {
			stated++
		}
	}
	return stated > 0 && 2*stated >= both
}

// saidToAll reports whether d says of words with this key that all reporters could have them.
func saidToAll(d *digest.Digest, key uint64) bool {
	_, said := slices.BinarySearch(d.Stated, key)
	return said
}

// mayRetell reports whether a may have the news from b by what they have in common: not where a credits
// neither b nor whom b credits, and that is no more than two reports of one event may have.
func (s *Signs) mayRetell(a, b *Side) bool {
	named := func(name string) bool { return name == b.Outlet || slices.Contains(b.claimed, name) }
	return mayHave(a, b) && (slices.ContainsFunc(a.claimed, named) || !s.usual())
}

// mayHave reports whether a, which names no source, may have the news from b: not where it came
// first, be it by the day that each gives, nor where it says who told its own house and credits the other for nothing.
// Nor does an agency's text retell in silence what a house says that it was told: agencies name their sources.
func mayHave(a, b *Side) bool {
	p, q := a.Meta.Published, b.Meta.Published
	known := p.Precision != article.NoTime && q.Precision != article.NoTime && !p.Guess() && !q.Guess()
	if known && (p.Before(q) || digest.DayOf(p) < digest.DayOf(q)) {
		return false
	}
	own := a.OwnTold && !slices.Contains(a.claimed, b.Outlet)
	return !own && !(b.OwnTold && len(a.agency) > 0)
}

// usual reports whether two reports of one event may well have as much in common as these two.
func (s *Signs) usual() bool {
	switch {
	case s.Numbers < retellingNumbers, s.Shared < retellingShared:
		return true
	case s.Least < retellingBrief && s.Numbers < retellingMany:
		return true
	}
	return s.Retelling < retellingSilent && s.Shared < retellingNamed
}

// headed returns Signs.Headed.
func headed(a, b *Side) bool { return a.opening != 0 && a.opening == b.opening }

// mostPhrases is the part of the phrases in common of a text that is in another.
const mostPhrases = 1

// kinship measures how likely a and b report one event, whose likeness is known.
func (m *Matcher) kinship(a, b *Side, l Likeness, house bool) Kinship {
	_, phrases := m.resembler.Resemblance(a, b)
	return kinship(a, b, l, phrases, house)
}

// retold adds to s what the sentences of a come to that b tells in other words,
// those left out of which most is quoted or listed: every report of an event quotes the same
// statements.
func (m *Matcher) retold(s *Signs, a, b *Side) {
	a.compare()
	b.compare()
	last, coveredA, coveredB := -1, 0, 0
	for _, p := range m.aligner.Align(&a.Prose, &b.Prose, align.Retold()) {
		if paired, said := spoken(a, b, &p); 2*(said+listedIn(a, b, &p, listed|rolled)) >= paired {
			continue
		}
		s.Retold += p.Score
		if p.B.Start > last {
			s.Ordered++
		}
		last = max(last, p.B.Start)
		coveredA, coveredB = coveredA+p.A.Len(), coveredB+p.B.Len()
	}
	s.Covered = min(part(coveredA, len(a.Prose.Words)), part(coveredB, len(b.Prose.Words)))
}

// states reports whether a says of words that stand in the release b that all reporters could have them:
// in a statement.
func states(a, b *digest.Digest) bool {
	return len(a.Stated) > 0 && slices.ContainsFunc(b.Sayings, func(key uint64) bool { return saidToAll(a, key) })
}

// common returns an outlet, of neither, from which both have their main news or
// their text, the first that a names. Two texts of one agency have no common
// source by that: it files many reports of an event, and pieces of one report
// have text in common; but if the words of either say so as well, and story, the
// probability that they report one event, is high, it is the report that is meant.
func common(a, b *Side, story float64) string {
	for _, s := range a.sources {
		if s.probability < joinFrom {
			continue
		}
		for _, name := range [...]string{s.outlet, s.via} {
			if name == "" || name == b.Outlet || name == a.Outlet {
				continue
			}
			if slices.ContainsFunc(b.sources, func(t source) bool {
				lines := s.wire() && t.wire() && !(story >= meantStory && max(s.told, t.told) >= signedFrom)
				return t.probability >= joinFrom && (t.outlet == name || t.via == name) && !lines
			}) {
				return name
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
