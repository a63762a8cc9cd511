package claim

import (
	"slices"
	"strconv"
	"strings"

	"wiretrace/article"
	"wiretrace/credit"
)

// A Sign is one thing that speaks for or against a claim.
type Sign uint8

// The signs, each 0 or 1 unless it says otherwise. The lead is the first
// sentences of the prose; told is a credit for what somebody said to the outlet
// or on its programme.
const (
	Most        Sign = iota // credited more often than any other outlet
	Part                    // of all sentences, the part that credits it, times five, at most 1
	Late                    // in which sentence its first credit stands, 0 for the first to 1 for the twelfth and later
	Rivals                  // how many other outlets the lead credits that do not pass on its report, 0 to 1 for three and more
	TitleFrom               // the part of the title, or of the first sentence where there is none, that stands in sentences of the lead that are from it, 0 to 1; 1 if all was found there
	TitlePublic             // the same for sentences that are from a public source
	PublicLead              // one of the first two sentences names a public source, and no outlet
	Named                   // the title names it: it may be whom the news is about
	Speaker                 // the title names who told it something
	Block                   // a sentence that ends in a colon introduces what it reports
	After                   // the lead tells of what came after it reported: a reaction
	Old                     // credited for older reporting
	Breaks                  // it was the first to report
	Reported                // title or one of the first two sentences say that something is reported, or was by somebody
	Teller                  // of all that is quoted with its speaker, the part that is said by whoever told it something, 0 to 1
	Outright                // credited in one of the first two sentences for what it reported; less if what is from it has hardly a word of the title
	Reaction                // the title tells of a reaction, and it is credited for what it reported, not early for what somebody told it
	Aftermath               // the first sentence tells of what came after something else
	Says                    // the title tells what somebody says, and it was told something
	Opinion                 // the article is marked as an opinion piece
	Scoop                   // a sentence that credits it says that it has this for itself: obtained, exclusive
	Earlier                 // the sentence that credits it first dates it before the news: in March, on Monday where the lead is of Friday
	Many                    // the article credits five outlets or more
	Explains                // the title asks why, how or what: the piece makes something of the news
	ToldOwn                 // one of the first five sentences says that the article's own outlet was told something
	Aside                   // credited first in a clause beside the sentence's own: who told it, after it reported
	LeadOwn                 // the first sentence says that somebody told the article's own outlet, and credits no other
	signs                   // how many there are
)

// Signs are the values of one claim's signs, by Sign, each 0 to 1.
type Signs [signs]float64

// signNames are the names of the signs, as in the table of weights.
var signNames = [signs]string{
	Most: "most", Part: "part", Late: "late", Rivals: "rivals", TitleFrom: "title from", TitlePublic: "title public",
	PublicLead: "public lead", Named: "named", Speaker: "speaker", Block: "block", After: "after",
	Old: "old", Breaks: "breaks", Reported: "reported", Teller: "teller",
	Outright: "outright", Reaction: "reaction", Aftermath: "aftermath", Says: "says",
	Opinion: "opinion", Scoop: "scoop",
	Earlier: "earlier", Many: "many", Explains: "explains", ToldOwn: "told own", Aside: "aside", LeadOwn: "lead own",
}

// SignNames returns the names of all signs, in their order.
func SignNames() []string { return signNames[:] }

// How far the beginning of an article reaches for a sign, in sentences.
const (
	early      = 6  // After, Rivals
	leadLines  = 8  // TitleFrom, TitlePublic
	mostLines  = 10 // beyond it sentences are not read, only credits in them counted
	lateLines  = 12 // Late is 1 from here on
	inheritors = 3  // sentences before the first that names a source, at most, that count as that source's too
	ofOneBlock = 4  // as many if it is in one paragraph with the one before it, or ends the piece
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
		if wireCue(c.Cue) && !r.inside(c) || c.Background && r.longAgo(c) {
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
	if n > 0 && len(from[0]) == 0 && r.lines[0].own {
		for i := range r.claims {
			r.claims[i].Signs[LeadOwn] = 1
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
	last := from[first]
	for k := range from {
		switch {
		case k < first && r.reachesUp(first):
			from[k] = from[first]
		case len(from[k]) > 0:
			last = from[k]
			if r.lines[k].back && len(from[k-1]) == 0 {
				from[k-1] = from[k]
			}
		case k > first && r.vocabulary.goesOn.In(r.lines[k].text):
			from[k] = last
		}
	}
	public := r.titlePart(from, fromPublic)
	for i := range r.claims {
		r.claims[i].Signs[TitleFrom], r.claims[i].Signs[TitlePublic] = r.titlePart(from, i), public
	}
}

// reachesUp reports whether the sentences before sentence k, the first that names a source, are from that source.
func (r *reading) reachesUp(k int) bool {
	if k <= inheritors {
		return true
	}
	return k <= ofOneBlock && (k+1 == len(r.lines) || strings.IndexByte(r.a.Text[r.lines[k-1].End:r.lines[k].Start], '\n') < 0)
}

// titlePart returns the part of the title, by what its words weigh, that stands in
// the sentences of the lead that are from a source, 0 to 1. from holds the sources
// of each sentence.
func (r *reading) titlePart(from [][]int, source int) float64 {
	if r.titleSum == 0 {
		return 0
	}
	sum := r.titleIn(len(from), func(k int) bool { return slices.Contains(from[k], source) })
	return min(1, float64(sum/r.titleSum)) // sums of many are not exact
}

// measure adds the signs that need all credits.
func (r *reading) measure() {
	most, times := -1, 0
	for i, t := range r.tallies {
		switch {
		case t.credits > times:
			most, times = i, t.credits
		case t.credits == times && (most < 0 || !r.inOneBreath(i, most)):
			most = -1
		}
	}
	public, reported := 0.0, float64(btoi(standsIn(r.vocabulary.titled, r.a.Title)))
	for k := range r.lines[:min(2, len(r.lines))] {
		l := &r.lines[k]
		if l.public && !l.credited {
			public = 1
		}
		if r.vocabulary.reported.In(l.text) {
			reported = 1
		}
	}
	for i := range r.claims {
		s, t := &r.claims[i].Signs, &r.tallies[i]
		if i == most || most >= 0 && r.tallies[i].credits == times {
			s[Most] = 1
		}
		if t.found {
			s[TitleFrom] = 1
		}
		s[PublicLead], s[Reported] = public, reported
		s[Rivals] = min(1, float64(r.rivals(i))/3)
		s[Named] = float64(btoi(namedIn(r.a.Title, r.claims[i].Outlet)))
		s[Part] = min(1, 5*float64(t.lines)/float64(max(1, len(r.lines))))
	}
}

// wholeOutright is the part of the title from which on Outright is 1: an outlet that is credited for something
// else there is no source of what the title tells.
const wholeOutright = 0.125

// reactionLines is how many sentences from the first on hold what somebody told an
// outlet, if a title that tells of a reaction is to be about that.
const reactionLines = 3

// react adds the signs that tell a report from what came after it.
func (r *reading) react() {
	reacts, says := standsIn(r.vocabulary.reaction, r.a.Title), standsIn(r.vocabulary.says, r.a.Title)
	after := len(r.lines) > 0 && r.vocabulary.behind.In(r.lines[0].text)
	for i := range r.claims {
		s, t := &r.claims[i].Signs, &r.tallies[i]
		told := len(t.told) > 0
		s[Outright] = float64(btoi(t.outright)) * min(1, s[TitleFrom]/wholeOutright)
		s[Says] = float64(btoi(says && told))
		s[Reaction] = float64(btoi(reacts && !says && t.reported && !(told && t.told[0] < reactionLines)))
		s[Aftermath] = float64(btoi(after))
	}
}

// opinion reports whether the address, the title or a line at the head says that the
// article is an opinion piece.
func (r *reading) opinion(l *article.Layout) bool {
	const heads, mostWords = 3, 3 // blocks that are looked at; of a label
	label := func(s string) bool {
		return !moreFields(s, mostWords) && standsIn(r.vocabulary.opinion, s)
	}
	if _, path, ok := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(r.a.URL, "https://"), "http://"), "/"); ok {
		for path != "" {
			var part string
			part, path, ok = strings.Cut(path, "/")
			if ok && r.vocabulary.opinion.Find(part, func(_, start, end int) bool { return start == 0 && end == len(part) }) {
				return true
			}
		}
	}
	if i := strings.IndexAny(r.a.Title, ":|"); i > 0 && label(r.a.Title[:i]) {
		return true
	}
	return slices.ContainsFunc(l.Blocks[:min(heads, len(l.Blocks))], func(b article.Block) bool {
		line := strings.TrimSpace(r.a.Text[b.Start:b.End])
		return line != r.a.Title && label(line)
	})
}

// moreFields reports whether s has more than most fields, as strings.Fields finds them.
func moreFields(s string, most int) bool {
	n := 0
	for range strings.FieldsSeq(s) {
		if n++; n > most {
			return true
		}
	}
	return false
}

// rivals returns how many outlets that the lead credits are not claim i, none of
// those between it and i, which pass on the same report.
func (r *reading) rivals(i int) (n int) {
	x := &r.claims[i]
	for k := range r.claims {
		if y := &r.claims[k]; k != i && r.tallies[k].early && y.Via != x.Outlet && x.Via != y.Outlet && !r.inOneBreath(i, k) {
			n++
		}
	}
	return n
}

// namedIn reports whether a title names an outlet, be it by the last word of its
// name, if that is not one that titles use anyway (News).
func namedIn(title, outlet string) bool {
	name := strings.TrimPrefix(outlet, "The ")
	last := name[strings.LastIndexByte(name, ' ')+1:]
	return holdsWord(title, name) || last != "News" && holdsWord(title, last)
}

// holdsWord reports whether a word or several stand in s, not as part of a longer one.
func holdsWord(s, w string) bool {
	for at := 0; ; {
		k := strings.Index(s[at:], w)
		if k < 0 || w == "" {
			return false
		}
		at += k + len(w)
		if bounded(s, at-len(w), at) {
			return true
		}
	}
}

// longAgo reports whether the words of a credit, or those directly beside it, name a year before
// the article's: told The Herald in 2009; in a 2009 interview with.
func (r *reading) longAgo(c *credit.Credit) bool {
	const beside = len(" in 2009,")
	if r.a.Published.Precision == 0 {
		return false
	}
	words := r.a.Text[max(0, c.Start-beside):min(len(r.a.Text), c.End+beside)]
	for i := 0; i < len(words); {
		n := digits(words[i:])
		if n == len("2009") && words[i:i+n] >= "1900" && words[i:i+n] < strconv.Itoa(r.a.Published.When.Year()) {
			return true
		}
		i += max(n, 1)
	}
	return false
}
