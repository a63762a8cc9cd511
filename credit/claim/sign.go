package claim

import "wiretrace/credit"

// A Sign is one thing that speaks for or against a claim.
type Sign uint8

// The signs, each 0 or 1 unless it says otherwise. The lead is the first
// sentences of the prose; told is a credit for what somebody said to the outlet
// or on its programme.
const (
	First       Sign = iota // credited in the first sentence
	Second                  // in the second
	Third                   // in the third to fifth
	FirstSource             // the first sentence that says where something is from credits it
	TitleTold               // the part of the title that stands in a sentence in which somebody told it something, 0 to 1
	TitleSaid               // the same for a sentence in which it reports
	Most                    // credited more often than any other outlet
	Block                   // a sentence that ends in a colon introduces what it reports
	PublicLead              // one of the first two sentences names a public source, and no outlet
	Late                    // in which sentence its first credit stands, 0 for the first to 1 for the twelfth and later
	Share                   // the part of the lead that is from it, 0 to 1
	Voice                   // obtained by it, seen by it, confirmed to it
	SaysHimself             // the title says what somebody says, and he told it
	ToldEarly               // told, in the lead
	TitleReport             // the title says that something is reported, and it reports in the lead
	Reaction                // title or first sentence tell of a reaction, and it only reported
	Part                    // of all sentences, the part that credits it, times five, at most 1
	signs                   // how many there are
)

// Signs are the values of one claim's signs, by Sign, each 0 to 1.
type Signs [signs]float64

// signNames are the names of the signs, as in the table of weights.
var signNames = [signs]string{
	First: "first", Second: "second", Third: "third", FirstSource: "first source", TitleTold: "title told", TitleSaid: "title said",
	Most: "most", Block: "block", PublicLead: "public lead", Late: "late", Share: "share", Voice: "voice",
	SaysHimself: "says himself", ToldEarly: "told early",
	TitleReport: "title report", Reaction: "reaction", Part: "part",
}

// SignNames returns the names of all signs, in their order.
func SignNames() []string { return signNames[:] }

// How far the beginning of an article reaches for a sign, in sentences.
const (
	fifth      = 5  // Third
	early      = 6  // Voice, ToldEarly, TitleReport
	leadLines  = 8  // FirstSource, Share
	mostLines  = 10 // beyond it sentences are not read, only credits in them counted
	lateLines  = 12 // Late is 1 from here on
	inheritors = 3  // sentences before the first that names a source, at most, that count as that source's too
)

// What stands for the source of a sentence where that is no claim, which would be
// its index in reading.claims.
const (
	fromPublic = -1
	fromOwn    = -2
)

// attribute says of the lead from whom each sentence is: the outlet credited in
// it, else the article's own outlet if somebody told it, else the public; a
// sentence that goes on quoting is from whom the one before is, and those before
// the first that names a source are from that source.
func (r *reading) attribute(credits []credit.Credit) {
	n := min(leadLines, len(r.lines))
	from := make([][]int, n)
	for k := range credits {
		c := &credits[k]
		if wireCue(c.Cue) && !r.inside(c) {
			continue
		}
		at := r.lineOf(c)
		if at < 0 || at >= n {
			continue
		}
		for _, name := range [...]string{c.Outlet, c.Via} {
			if i, ok := r.index[name]; ok {
				from[at] = append(from[at], i)
			}
		}
	}
	first := -1
	for k := range from {
		if len(from[k]) == 0 {
			switch {
			case r.lines[k].own:
				from[k] = []int{fromOwn}
			case r.lines[k].public:
				from[k] = []int{fromPublic}
			}
		}
		if first < 0 && len(from[k]) > 0 {
			first = k
		}
	}
	if first < 0 {
		return
	}
	for _, i := range from[first] {
		if i >= 0 {
			r.claims[i].Signs[FirstSource] = 1
		}
	}
	last := from[first]
	for k := range from {
		switch {
		case k < first && first <= inheritors:
			from[k] = from[first]
		case len(from[k]) > 0:
			last = from[k]
		case k > first && r.vocabulary.goesOn.In(r.lines[k].text):
			from[k] = last
		}
	}
	for k := range from {
		part := 1 / float64(n) / float64(max(1, len(from[k])))
		for _, i := range from[k] {
			if i >= 0 {
				r.claims[i].Signs[Share] += part
			}
		}
	}
}

// measure adds the signs that need all credits.
func (r *reading) measure() {
	most, times := -1, 0
	for i, t := range r.tallies {
		switch {
		case t.credits > times:
			most, times = i, t.credits
		case t.credits == times:
			most = -1
		}
	}
	public := 0.0
	for k := range r.lines[:min(2, len(r.lines))] {
		if r.lines[k].public && !r.lines[k].credited {
			public = 1
		}
	}
	reaction := r.vocabulary.reaction.In(r.a.Title) || len(r.lines) > 0 && r.vocabulary.reaction.In(r.lines[0].text)
	report := r.vocabulary.report.In(r.a.Title)
	for i := range r.claims {
		s, t := &r.claims[i].Signs, &r.tallies[i]
		if i == most {
			s[Most] = 1
		}
		s[PublicLead] = public
		if report && t.said > 0 {
			s[TitleReport] = 1
		}
		if reaction && t.said > 0 && t.told == 0 {
			s[Reaction] = 1
		}
		s[Part] = min(1, 5*float64(t.lines)/float64(max(1, len(r.lines))))
	}
}
