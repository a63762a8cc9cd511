package claim

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/outlet"
	"wiretrace/shingle"
)

// A Claim is an outlet that an article may have its main news or its text from.
type Claim struct {
	Outlet string      // canonical name
	Via    string      // canonical name of the outlet through which it came, where the article says so
	Kind   outlet.Kind // outlet.Unknown for one that is only named as the source of another
	Text   Text        // what the article's lines say of whose its text is
	Credit int         // index of the credit that says most of it
	Signs  Signs
}

// Text is what the lines of an article (byline, dateline, credit line) say of
// an outlet's part in its text.
type Text uint8

// The parts, from the least on.
const (
	NoText      Text = iota // no line names the outlet
	Contributed             // it contributed to the report, or was used for it: anything from a line to all
	Included                // a credit line names it
	Whole                   // byline or dateline: the text is the outlet's
)

// From lists the claims of one article: one for each outlet other than home
// that its credits name, platforms left out, in order of the first. home is the
// canonical name of the article's own outlet; words are those of the article's
// text in order, title those of its title, both with weights; said is what is quoted,
// ordered by its place. Time is linear in the text and the number of credits.
func From(a *article.Article, l *article.Layout, home string, credits []credit.Credit, words, title []shingle.Word, said []Speech) []Claim {
	if !slices.ContainsFunc(credits, func(c credit.Credit) bool { return names(&c, home) }) {
		return nil
	}
	r := reading{a: a, home: home, vocabulary: vocabularyOf(a.Language), index: map[string]int{}}
	r.split(l, words)
	r.weigh(title)
	var counted []int // indices of the credits that may say from whom the main news is
	for k := range credits {
		if r.counts(&credits[k]) {
			counted = append(counted, k)
		}
	}
	for _, k := range counted {
		r.list(&credits[k], k)
	}
	r.tallies = make([]tally, len(r.claims))
	for _, k := range counted {
		r.place(&credits[k], k)
	}
	r.brokeIt()
	r.sayWhy()
	r.shareText(credits)
	r.attribute(credits)
	r.measure()
	r.react()
	r.around()
	if r.opinion(l) {
		for i := range r.claims {
			r.claims[i].Signs[Opinion] = 1
		}
	}
	r.tellers(said)
	r.played()
	r.tips(credits)
	return r.claims
}

// tippedFrom is how likely the main news is from an outlet, by what the prose says, for a thank-you to
// another to say no more than where it was seen.
const tippedFrom = 0.3

// tips takes a line that thanks an outlet for what was seen there, such as h/t The Hill, for no more than
// that, where the prose says from whom the news is: the outlet seen had it from there too.
func (r *reading) tips(credits []credit.Credit) {
	told := slices.ContainsFunc(r.claims, func(x Claim) bool { return x.Text == NoText && x.Signs.Probability() >= tippedFrom })
	if !told {
		return
	}
	for i := range r.claims {
		x := &r.claims[i]
		c := &credits[x.Credit]
		if _, tip := credit.HatTip(r.a.Text[c.Start:c.End]); tip && x.Text == Included {
			x.Text = Contributed
		}
	}
}

// names reports whether c names an outlet that an article of home may have its
// news from: no platform, no pool of reporters, no issuer of a release, no unnamed agencies, not home
// nor, in a line, the house of which home is an edition (Redacción HuffPost, on El
// HuffPost).
func names(c *credit.Credit, home string) bool {
	if line := c.Cue == credit.CueByline || c.Cue == credit.CueCreditLine || c.Cue == credit.CueDateline; line && c.Kind != outlet.Agency && edition(home, c.Outlet) {
		return false
	}
	if c.Cue == credit.CueBrackets && c.End > c.Start {
		return false // an item of a press review, which tells more than that
	}
	return c.Kind != outlet.Platform && c.Kind != outlet.Pool && c.Kind != credit.Release && c.Outlet != "" && c.Outlet != home && c.Outlet != credit.UnnamedWires
}

// edition reports whether home is an edition of an outlet by its name, which holds that one's
// among its words, if no other papers are called so: El HuffPost, CNN Brasil, not The Irish Times.
func edition(home, brand string) bool {
	return brand != "" && len(home) > len(brand) && strings.Contains(" "+home+" ", " "+brand+" ") && !outlet.PaperLike(brand)
}

// A reading is the state of reading the claims of one article.
type reading struct {
	a          *article.Article
	home       string
	vocabulary *vocabulary
	lines      []line
	title      []titleWord
	titleSum   float32  // what all of its words weigh
	titled     [][]bool // of the first lines, which words of the title they have; made when asked for
	claims     []Claim
	index      map[string]int // of claims, by outlet
	tallies    []tally        // of each claim
	dayKnown   bool           // leadDay has been looked for
	leadDay    int            // as newsDay returns it
}

// A line is a sentence of the prose.
type line struct {
	article.Span
	words    []shingle.Word
	text     string // "" of one that no sign looks into
	small    string // the sentence in small letters; "" until it is asked for
	public   bool   // names a public source: a statement, a court, a spokesman
	own      bool   // somebody told the article's own outlet
	credited bool   // an outlet is credited in it
	expected bool   // holds the news against what others had expected
	scoop    bool   // says that something was obtained, or found out exclusively
	back     bool   // credits an outlet for what the sentences before tell
}

// A tally counts the credits of one claim.
type tally struct {
	credits  int
	first    int    // where its first credit in running text begins; -1 if there is none yet
	firstEnd int    // and ends
	cue      string // the words of that credit
	seen     bool
	said     int   // the index of the credit that says most, the first of those
	weight   int   // what that one says
	early    bool  // one of its credits stands in the lead
	found    bool  // one says that all that the article tells was found there
	broke    bool  // one says that it was the first to report, and nobody else is a source
	lines    int   // sentences that credit it
	last     int   // the index in reading.lines of the last of these
	outright bool  // it is credited in one of the first two sentences for what it reported
	reported bool  // it is credited for what it reported
	told     []int // the sentences with what somebody told it, the first mostTold, by their index in reading.lines
}

// leastWords is how many words a sentence has at least; what is shorter is a
// heading or a scrap of the page.
const leastWords = 3

// split finds the sentences of the prose and what they say of their sources.
func (r *reading) split(l *article.Layout, words []shingle.Word) {
	w, block := 0, 0
	home, named := inProse(r.home), r.nameInProse()
	r.lines = make([]line, 0, len(l.Sentences))
	for _, s := range l.Sentences {
		for block < len(l.Blocks) && l.Blocks[block].End <= s.Start {
			block++
		}
		if block == len(l.Blocks) {
			break
		}
		if l.Blocks[block].Kind != article.Prose {
			continue
		}
		for w < len(words) && int(words[w].Start) < s.Start {
			w++
		}
		from := w
		for w < len(words) && int(words[w].Start) < s.End {
			w++
		}
		if w-from < leastWords {
			continue
		}
		n := line{Span: s, words: words[from:w]}
		if len(r.lines) < headLines && !r.cutTitle(&n) {
			continue
		}
		if len(r.lines) < mostLines { // no sign looks further down
			n.text = r.a.Text[n.Start:n.End]
			n.public, n.scoop = r.vocabulary.public(n.text), r.vocabulary.scoop.In(n.text)
			n.expected = standsIn(r.vocabulary.forecaster, n.text) && standsIn(r.vocabulary.forecast, n.text)
			n.own = home != "" && r.vocabulary.toldTo(n.text, home) || named != "" && r.vocabulary.toldTo(n.text, named) || r.vocabulary.ownReport.In(n.text)
		}
		r.lines = append(r.lines, n)
	}
}

// nameInProse returns what the article's outlet is called where it is given, as it is looked for in prose, if
// that is in another script than home: 오마이뉴스, of OhmyNews. It is "" if not.
func (r *reading) nameInProse() string {
	if first, _ := utf8.DecodeRuneInString(r.a.Outlet); first < utf8.RuneSelf {
		return ""
	}
	return inProse(r.a.Outlet)
}

// counts reports whether credit c names another outlet, for what that has alone and the news may be from.
func (r *reading) counts(c *credit.Credit) bool {
	return names(c, r.home) && !r.joint(c) && !r.atEvent(c) && !r.asExpected(c) && !r.onlyCounted(c)
}

// list makes claims of the outlets that credit k names. An outlet is credited through
// another if its first credit is: whoever has a report before him needs nobody
// between.
func (r *reading) list(c *credit.Credit, k int) {
	for n, name := range [...]string{c.Outlet, c.Via} {
		if name == "" || name == r.home {
			continue
		}
		if _, ok := r.index[name]; ok {
			continue
		}
		x := Claim{Outlet: name, Kind: c.Kind, Credit: k}
		if n == 1 {
			x.Kind = outlet.Unknown
		} else if c.Via != r.home {
			x.Via = c.Via
		}
		r.index[name] = len(r.claims)
		r.claims = append(r.claims, x)
	}
}

// place adds to its claims what credit k says by its place and its words.
func (r *reading) place(c *credit.Credit, k int) {
	for n, name := range [...]string{c.Outlet, c.Via} {
		i, ok := r.index[name]
		if !ok || name == "" {
			continue
		}
		r.tallies[i].credits++
		switch {
		case !wireCue(c.Cue), r.inside(c):
			r.prose(i, c, k)
		case c.Cue == credit.CueCreditLine:
			r.creditLine(i, c, k)
		case n == 0 && c.Kind != outlet.Unknown:
			r.line(i, c, k)
		}
	}
}

// wireCue reports whether a cue is a place where an article says whose text it is.
func wireCue(cue string) bool {
	return cue == credit.CueByline || cue == credit.CueDateline || cue == credit.CueCreditLine
}

// How far from either end of the prose a line stands at most that says whose the
// text is, in sentences.
const (
	headLines = 2
	footLines = 3
)

// inside reports whether a credit stands amid the prose, where a byline, a
// dateline or a credit line is that of what is quoted there: of a photo, an item
// of a list, a block of another's text (via The Herald).
func (r *reading) inside(c *credit.Credit) bool {
	if c.End == c.Start || len(r.lines) <= headLines+footLines {
		return false // given outside the text, or there is no middle
	}
	if c.Cue == credit.CueDateline {
		return c.Start >= r.lines[headLines].Start
	}
	return c.Start >= r.lines[headLines].Start && c.Start < r.lines[len(r.lines)-footLines].Start
}

// joint reports whether c credits what the article's own outlet did together with
// another: a Pier Post/Herald poll; nach Recherchen von NDR und SZ.
func (r *reading) joint(c *credit.Credit) bool {
	if c.Cue == credit.CueTogether {
		return true
	}
	own := inProse(r.home)
	if own == "" || c.End == c.Start || wireCue(c.Cue) {
		return false
	}
	words := strings.ToLower(r.a.Text[max(0, c.Start-len(own)-1-utf8.UTFMax):min(len(r.a.Text), c.End+len(own)+1+utf8.UTFMax)])
	for start, end := 0, 0; ; start = end {
		i := strings.Index(words[start:], own)
		if i < 0 {
			return false
		}
		end = start + i + len(own)
		before, _ := utf8.DecodeLastRuneInString(words[:start+i])
		after, _ := utf8.DecodeRuneInString(words[end:])
		if before == '/' && !inWord(after) || after == '/' && !inWord(before) {
			return true
		}
	}
}

// atEvent reports whether c only says that somebody spoke at what its outlet held, where others were too
// and report it for themselves: said at a Politico breakfast, at an event hosted by the Herald.
func (r *reading) atEvent(c *credit.Credit) bool {
	const preposition = 3 // letters
	return standsIn(r.vocabulary.event, c.Cue) || len(c.Cue) <= preposition && standsIn(r.vocabulary.event, r.wording(c))
}

// asExpected reports whether c only says what others had expected, against which the news is held, and who asked
// them: Economists polled by Reuters had expected less. Where the title names the outlet, that is the news.
func (r *reading) asExpected(c *credit.Credit) bool {
	at := r.lineAt(c.Start)
	return at >= 0 && r.lines[at].expected && c.Start < c.End && !namedIn(r.a.Title, c.Outlet)
}

// onlyCounted reports whether c only says that its outlet has counted what is news by itself: the AP called the
// race; data compiled by Bloomberg show, below the lead. Where the title names the outlet, that is the news.
func (r *reading) onlyCounted(c *credit.Credit) bool {
	at := r.lineAt(c.Start)
	if at < 0 || c.Start == c.End || wireCue(c.Cue) || namedIn(r.a.Title, c.Outlet) {
		return false
	}
	return at > 0 && r.vocabulary.figures.In(c.Cue) || r.vocabulary.raceCall.In(r.lineText(at))
}

// inWord reports whether r is part of a word.
func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// creditLine adds what a credit line says.
func (r *reading) creditLine(i int, c *credit.Credit, k int) {
	part := Included
	if c.End > c.Start {
		part = r.vocabulary.textOf(r.a.Text[r.lineStart(c.Start):c.End])
		if rest := r.sentenceOf(c); rest != "" && part == Whole && r.vocabulary.textOf(rest) == Contributed {
			part = Contributed
		}
	}
	if x := &r.claims[i]; part > x.Text {
		x.Text, x.Credit = part, k
	}
}

// sentenceOf returns the sentence of a credit line in which c stands, if others stand
// before it, which are not about c: © 2014 The Herald. All rights reserved. The
// Associated Press contributed to this report.
func (r *reading) sentenceOf(c *credit.Credit) string {
	const longest = 80 // bytes behind the credit
	from := r.lineStart(c.Start)
	i := strings.LastIndex(r.a.Text[from:c.Start], ". ")
	if i < 0 {
		return ""
	}
	rest := r.a.Text[c.End:min(len(r.a.Text), c.End+longest)]
	if k := strings.IndexAny(rest, ".\n"); k >= 0 {
		rest = rest[:k]
	}
	return r.a.Text[from+i+1:c.End] + rest
}

// line adds what a byline or a dateline says.
func (r *reading) line(i int, c *credit.Credit, k int) {
	part := Whole
	if c.Cue == credit.CueByline {
		part = r.bylinePart(c)
	} else if c.Cue == credit.CueDateline && r.datesToo(r.a.Text[c.Start:c.End]) {
		part = Included
	}
	if x := &r.claims[i]; part > x.Text {
		x.Text, x.Credit = part, k
	}
}

// bylinePart returns how much of the text is that of the outlet of c, which a byline names.
func (r *reading) bylinePart(c *credit.Credit) Text {
	line := r.a.Byline
	if c.End > c.Start {
		line = r.a.Text[c.Start:c.End]
	}
	part := r.vocabulary.textOfByline(line, c.Outlet)
	if c.End == c.Start && r.a.Authors > 1 {
		part = Included // a reporter of the house may stand beside an agency
	}
	if c.Kind != outlet.Agency && r.signsToo(line, c.Outlet) {
		part = Contributed // two houses made it together
	}
	if _, named, labelled := strings.Cut(line, ": "); labelled && c.End > c.Start && r.a.Byline != "" && !strings.Contains(r.a.Byline, strings.TrimSpace(named)) {
		part = Included // Source: PAP, below what somebody of the house wrote
	}
	if part == Whole && c.Kind != outlet.Agency && credit.SeenVia(line) {
		part = Included // (via The Herald), below what a blog says in its own words
	}
	return part
}

// signsToo reports whether a byline names people of the article's own house beside those of
// another: by Ann Dole, The Marlow Gazette, and Piet Ost, Harlow Courier.
func (r *reading) signsToo(line, other string) bool {
	own, line := inProse(r.home), strings.ToLower(line)
	if own == "" {
		return false
	}
	for _, and := range r.vocabulary.and {
		if before, after, ok := strings.Cut(line, " "+and+" "); ok {
			if o := inProse(other); strings.Contains(before, own) && strings.Contains(after, o) || strings.Contains(before, o) && strings.Contains(after, own) {
				return true
			}
		}
	}
	return false
}

// datesToo reports whether the article's own outlet stands in a dateline beside another:
// WASHINGTON (CBSDC/AP), on a page of CBS News.
func (r *reading) datesToo(line string) bool {
	own, _, _ := strings.Cut(inProse(r.home), " ")
	if _, signs, ok := strings.Cut(line, "("); ok && own != "" && strings.Contains(signs, "/") {
		for sign := range strings.SplitSeq(strings.ToLower(signs), "/") {
			if strings.HasPrefix(strings.TrimSpace(sign), own) {
				return true
			}
		}
	}
	return false
}

// sayWhy names the credit in running text of each claim whose line leaves open whether
// the outlet had a part in the text: the news is from it, if at all, by those words.
func (r *reading) sayWhy() {
	for i := range r.claims {
		if x, t := &r.claims[i], &r.tallies[i]; x.Text == Contributed && t.seen {
			x.Credit = t.said
		}
	}
}

// longestLine is how far before a credit its line begins at most, in bytes.
const longestLine = 400

// shareText leaves to each of several outlets that bylines name a part of the text: it is
// the whole text of none.
func (r *reading) shareText(credits []credit.Credit) {
	signed := func(x Claim) bool { return x.Text == Whole && credits[x.Credit].Cue == credit.CueByline }
	first := slices.IndexFunc(r.claims, signed)
	if first < 0 || !slices.ContainsFunc(r.claims[first+1:], signed) {
		return
	}
	for i := range r.claims {
		if signed(r.claims[i]) {
			r.claims[i].Text = Included
		}
	}
}

// lineStart returns where the line of the text that holds the byte at begins:
// "Contributing: Jane Roe, The Pier Post; Piet Ost, the Herald" says of both that
// they contributed.
func (r *reading) lineStart(at int) int {
	from := max(0, at-longestLine)
	return from + strings.LastIndexByte(r.a.Text[from:at], '\n') + 1
}

// prose adds what a credit in running text says.
func (r *reading) prose(i int, c *credit.Credit, k int) {
	x, t := &r.claims[i], &r.tallies[i]
	if !t.seen {
		r.begins(i, c, k)
	}
	at := r.lineOf(c)
	if at >= 0 {
		r.pointBack(c, at)
	}
	r.quote(i, c, k, at)
	if c.Background {
		x.Signs[Old] = 1
		if r.longAgo(c) {
			return // whatever it told then is not today's news
		}
	}
	if r.saysFirst(c, at) {
		x.Signs[Breaks] = 1
	}
	t.found = t.found || r.vocabulary.found.In(c.Cue)
	if at < 0 {
		return // a headline
	}
	t.broke = t.broke || r.firstOfAll(c, at)
	closes := r.closes(c, at)
	if closes {
		t.found = true
		x.Signs[Late] /= 2 // it stands where its kind stands
	}
	s := &r.lines[at]
	s.credited = true
	if r.vocabulary.isAnswer(c.Cue) || r.answers(s, c) { // whoever answers a report tells his own news
		r.answered(x, at)
		return
	}
	if t.lines == 0 || t.last != at {
		t.lines, t.last = t.lines+1, at
	}
	if s.scoop {
		x.Signs[Scoop] = 1
	}
	told := r.vocabulary.told.In(c.Cue)
	t.tell(told, r.vocabulary.reports.In(c.Cue), at, s.back || s.scoop && r.endsOpening(at))
	switch {
	case told && r.speaker(s, c, at):
		x.Signs[Speaker] = 1
	case strings.HasSuffix(strings.TrimRight(s.text, " \n\t\u00a0"), ":"):
		x.Signs[Block] = 1
	}
	if at >= early {
		return
	}
	t.early = true
	if !closes && r.cameBefore(s, c) { // Aufgedeckt hatte den Fall X: that is what the piece tells
		x.Signs[After] = 1
	}
}

// cameBefore reports whether credit c in sentence s says that the outlet told of what came
// before the news.
func (r *reading) cameBefore(s *line, c *credit.Credit) bool {
	return r.vocabulary.before.In(c.Cue) || r.vocabulary.isBehind(c.Cue) || r.vocabulary.follows(s.text[:max(0, min(c.Start-s.Start, len(s.text)))])
}

// answered notes that sentence at only says how somebody answered a report of x: the answer is
// the news, and the report came before it.
func (r *reading) answered(x *Claim, at int) {
	if at < early {
		x.Signs[After] = 1
	}
}

// wording returns the words of a credit, from its cue to its name.
func (r *reading) wording(c *credit.Credit) string {
	const most = 160 // bytes
	return r.a.Text[c.Start:min(c.End, c.Start+most)]
}

// tell notes a credit in a sentence: for what somebody told the outlet, for what it
// reported, be it before, or neither.
func (t *tally) tell(told, reported bool, at int, back bool) {
	if reported {
		t.reported = true
		t.outright = t.outright || at < 2 || back
	}
	if told && len(t.told) < mostTold && (len(t.told) == 0 || t.told[len(t.told)-1] != at) {
		t.told = append(t.told, at)
	}
}

// btoi returns 1 if is holds, else 0.
func btoi(is bool) int {
	if is {
		return 1
	}
	return 0
}

// lineAt returns the sentence that holds the byte at, -1 if none of the prose.
func (r *reading) lineAt(at int) int {
	k, _ := slices.BinarySearchFunc(r.lines, at, func(l line, at int) int {
		if l.End <= at {
			return -1
		}
		return 1
	})
	if k < len(r.lines) && r.lines[k].Start <= at {
		return k
	}
	return -1
}

// lineOf returns the sentence that c stands in, -1 if none of the prose. A credit in
// an embedded post counts as one in the sentence that the post bears out, the one
// before it.
func (r *reading) lineOf(c *credit.Credit) int {
	switch {
	case c.Start == c.End:
		return -1 // of the title
	case c.Cue != credit.CuePost:
		return r.lineAt(c.Start)
	}
	k, _ := slices.BinarySearchFunc(r.lines, c.Start, func(l line, at int) int { return l.Start - at })
	return k - 1
}
