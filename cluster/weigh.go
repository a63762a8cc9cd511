package cluster

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/credit/claim"
	"wiretrace/digest"
	"wiretrace/outlet"
)

// A text is within another if so much of it stands there, and so much less of
// the other in it.
const (
	containedShare = 0.8
	containmentGap = 0.25
)

// chooseSource finds where member i has its text or story from: another member, an
// outlet of which no piece is in the cluster, or nowhere that is known.
func (r *resolver) chooseSource(i int) {
	best := choice{member: -1, basis: -1}
	consider := func(c choice) {
		order := 0.0
		for _, x := range c.reasons {
			c.weight += x.weight
			if x.evidence.orders() {
				order += x.weight
			}
		}
		if order > 0 && c.weight > 0 && c.weight > best.weight {
			best = c
		}
	}
	var weighed []choice
	for _, j := range r.candidates(i) {
		weighed = append(weighed, r.weigh(i, j))
	}
	own := r.ownPieces(i, weighed)
	for k := range weighed {
		if !r.takesBack(i, &weighed[k], own) {
			consider(weighed[k])
		}
	}
	for _, c := range r.absent(i) {
		consider(c)
	}
	if best.member < 0 && best.outlet == "" {
		for _, find := range [...]func(int) (choice, bool){r.sameNews, r.sameText, r.sameAgency} {
			if c, ok := find(i); ok {
				best = c
				break
			}
		}
	}
	if best.basis < 0 {
		best.basis, best.relation = r.nearest(i)
	}
	r.chosen[i] = best
}

// candidates returns the members that i may derive from: the first of its
// family, the first of each family it is linked with, and every member whose
// outlet it credits.
func (r *resolver) candidates(i int) []int {
	m := r.members[i]
	var out []int
	seen := map[int]bool{i: true}
	add := func(j int) {
		if !seen[j] {
			seen[j] = true
			out = append(out, j)
		}
	}
	add(r.head[m.Rep])
	for _, n := range m.Follows {
		add(r.index[n])
	}
	for _, l := range r.ties(i) {
		add(r.standIn(l.other))
	}
	for _, s := range r.sources[i] {
		for _, name := range [...]string{s.outlet, s.via} {
			if name == "" {
				continue
			}
			for _, j := range r.outlets[name] {
				// Of its family the first is asked, and whom a line of its own names.
				if other := r.members[j].Rep != m.Rep || j == r.head[m.Rep] || s.wire() && !s.borrowed; other && r.mayHaveFrom(i, j) {
					add(j)
				}
			}
		}
	}
	return out
}

// link returns what i and j share, or else their families, seen from i, and
// whether they are linked. Members of one family share everything.
func (r *resolver) link(i, j int) (shareI, shareJ float64, l *Link, relation Relation) {
	m, n := &r.members[i], &r.members[j]
	if m.Rep == n.Rep {
		return 1, 1, nil, Copy
	}
	for _, a := range [...]uint32{m.Number, m.Rep} {
		for _, b := range [...]uint32{n.Number, n.Rep} {
			k, ok := r.between[Couple{min(a, b), max(a, b)}]
			if !ok || l != nil && (l.joins() || !r.links[k].joins()) {
				continue // of several the first that may join
			}
			l, relation = &r.links[k], r.links[k].Relation
			if shareI, shareJ = l.ShareA, l.ShareB; l.A != a {
				shareI, shareJ = l.ShareB, l.ShareA
			}
		}
	}
	if l == nil {
		return 0, 0, nil, Rewrite
	}
	return shareI, shareJ, l, relation
}

// weigh collects what speaks for and against member i deriving from member j.
func (r *resolver) weigh(i, j int) choice {
	m, n := r.members[i], r.members[j]
	shareI, shareJ, l, relation := r.link(i, j)
	c := choice{member: j, outlet: n.Outlet, relation: relation, basis: j}
	if version := r.follows(i, n.Outlet); version >= 0 && version != j {
		c.weight = never
		return c
	}
	if EarlierVersion(&m, &n, shareI, shareJ) {
		c.update = true
		c.add(laterVersion, 1, "")
		c.add(sharedText, shareI, "")
		return c
	}
	if m.Outlet != "" && m.Outlet == n.Outlet {
		c.weight = never // an outlet that uses its own paragraphs again derives from nobody
		return c
	}
	r.addCredits(&c, i, j)
	if l != nil && !l.joins() && !c.credited {
		c.weight = never // a quotation or a few words in common
		return c
	}
	r.addOrder(&c, i, j, shareI, shareJ)
	if named := c.credited || c.probability > 0; relation == Partial && !named && n.Kind != credit.Release && shareI < surePart && shareI <= shareJ+containmentGap && !r.addPatch(&c, i, j, shareI) {
		c.weight = never // text in common alone does not say who has it from whom
		return c
	}
	if relation == Rewrite && l != nil && !l.Credited() {
		r.addSilentOrder(&c, i, j)
	}
	switch {
	case shareI >= containedShare && shareI > shareJ+containmentGap:
		c.add(contained, 1, "nearly all of it stands in that longer text")
	case shareJ >= containedShare && shareJ > shareI+containmentGap:
		c.add(containing, 1, "")
	}
	if r.haveOneSource(i, j) && (!c.credited || r.wired(i)) {
		c.add(siblings, 1, "")
	}
	switch {
	case relation != Rewrite:
		c.add(sharedText, shareI, "")
	case l != nil:
		c.add(sharedStory, l.Cosine, "")
	default:
		c.add(sharedStory, 0, "")
	}
	return c
}

// add adds a piece of evidence that counts scale times; text puts it to the reader,
// if not empty.
func (c *choice) add(e evidence, scale float64, text string) {
	c.reasons = append(c.reasons, reason{e, weights[e] * scale, text})
}

// follows returns which of several versions that an outlet has of one text member i
// follows; -1 if the outlet has not several.
func (r *resolver) follows(i int, outlet string) int {
	for _, n := range r.members[i].Follows {
		if j := r.index[n]; r.members[j].Outlet == outlet {
			return j
		}
	}
	return -1
}

// addSilentOrder adds what tells which of i and j, of which one retells the other in
// silence, came first.
func (r *resolver) addSilentOrder(c *choice, i, j int) {
	m, n := r.members[i], r.members[j]
	switch here, back := credits(m.Digest, n.Outlet), credits(n.Digest, m.Outlet); {
	case c.credited:
	case here && !back:
		c.add(creditText, 1, "it credits "+n.Outlet+", be it for a detail")
		return
	case back && !here:
		c.add(creditBack, 1, "")
		return
	}
	rank := func(m *Member) int { return btoi(m.Kind == outlet.Agency) + 2*btoi(m.Kind == credit.Release) }
	switch x, y := rank(&m), rank(&n); {
	case y > x:
		c.add(kindsOrder, 1, whyKinds(&m, &n))
	case x > y:
		c.add(kindsAgainst, 1, "")
	case r.named(n.Outlet, i) && !r.named(m.Outlet, j):
		c.add(namedByOthers, 1, "others name "+n.Outlet+" as the source")
	}
}

// btoi returns 1 if is holds, else 0.
func btoi(is bool) int {
	if is {
		return 1
	}
	return 0
}

// dayBefore reports whether the day that a gives for its publication is before that
// of b, each by its own calendar.
func dayBefore(a, b *digest.Digest) bool {
	return daysApart(a, b) > 0 && a.Meta.Published.When.Before(b.Meta.Published.When)
}

// never is a weight that rules a candidate out, whatever else speaks for it.
const never = -1000

// addCredits adds what the credits of i and j say of each other.
func (r *resolver) addCredits(c *choice, i, j int) {
	m, n := r.members[i], r.members[j]
	if s, ok := sourceNamed(r.sources[i], n.Outlet); ok && m.Outlet != n.Outlet {
		c.credited = !s.borrowed || slices.Contains(Agencies(m.Digest), s.outlet) || s.kind == credit.Release && released(m) != ""
		c.probability = s.probability
		switch {
		case s.borrowed:
			c.add(creditLine, 1, r.borrowedText(i, &s))
		case s.wire():
			c.add(creditLine, 1, "its "+s.cue+" names "+s.outlet)
		case s.outlet == n.Outlet && s.via != "":
			c.through = s.via
			c.add(creditVia, 1, "it credits "+s.outlet+" through "+s.via)
		case r.taken(i, j, n.Outlet):
			c.add(creditTaken, 1, "it credits "+n.Outlet+", as the text it took does")
		default:
			text := "it credits " + n.Outlet + quoteCue(&s) + ifElse(s.again, " and retells its piece", "")
			if c.relation == Rewrite && dayBefore(m.Digest, n.Digest) {
				text += ", whose piece in hand is of a later day"
			}
			c.add(creditWords, 1, text)
		}
	}
	if !c.credited && issuedBy(issuerOf(n.Digest), namedIssuers(m.Digest)) {
		c.credited, c.probability = true, 1
		c.add(creditWords, 1, "it names a release of "+issuerOf(n.Digest))
	}
	if !c.credited && m.Outlet != n.Outlet && issuerOf(n.Digest) != "" && states(m.Digest, n.Digest) {
		c.credited, c.probability = true, 1
		c.add(creditWords, 1, "it quotes a statement, and that is the release of "+issuerOf(n.Digest))
	}
	// A copy may have the credit from a third whose text both print, unless that piece
	// is the older one by its date.
	text := c.relation == Partial || c.relation == Copy && dayBefore(n.Digest, m.Digest)
	if text && !c.credited && m.Outlet != n.Outlet && credits(m.Digest, n.Outlet) && !credits(n.Digest, m.Outlet) && !r.ofOneAgency(i, j) {
		c.credited = true
		c.add(creditText, 1, "it has text of "+n.Outlet+" and credits it")
	}
	if c.relation == Rewrite && !c.credited && m.Outlet != n.Outlet && creditsInLine(m.Digest, n.Outlet) && !credits(n.Digest, m.Outlet) {
		c.credited = true
		c.add(creditText, 1, "it tells the same and a line below it credits "+n.Outlet)
	}
	if _, back := sourceNamed(r.sources[j], m.Outlet); back && !c.credited {
		c.add(creditBack, 1, "")
	}
}

// addOrder adds what kinds, bylines and times say of i and j, which have these
// shares of their texts in common. Kinds order where clocks do not: an agency's own
// page is often dated later than the papers that print it, and a house that signs
// a text did not copy it from one that put its own up minutes before.
func (r *resolver) addOrder(c *choice, i, j int, shareI, shareJ float64) {
	m, n := r.members[i], r.members[j]
	if text := c.relation == Copy || c.relation == Partial; text {
		kinds := kindsOf(&m, &n, shareI)
		switch {
		case kinds > 0:
			c.add(kindsOrder, 1, whyKinds(&m, &n))
		case kinds < 0:
			c.add(kindsAgainst, 1, "")
		}
		if kinds != 0 && !apart(m.Digest, n.Digest, kindsDays*24*time.Hour) {
			return
		}
		if kinds == 0 && r.addBylines(c, i, j, shareI, shareJ) {
			return
		}
	}
	r.addDates(c, i, j, shareI)
}

// addBylines adds what the bylines of i and j say, if their times are close and one of them is
// mostly what both have in common: who signs an essay did not write the block that it quotes. It
// reports whether they order the two.
func (r *resolver) addBylines(c *choice, i, j int, shareI, shareJ float64) bool {
	m, n := &r.members[i], &r.members[j]
	if apart(m.Digest, n.Digest, bylineGap) {
		return false
	}
	switch mine, other := hasOwnByline(m.Digest), hasOwnByline(n.Digest); {
	case mine == other:
	case other && shareI >= surePart:
		c.add(bylineOrder, 1, "nobody of its own signs it, and "+r.name(j)+" has it by "+n.Meta.Byline)
		return true
	case mine && max(shareI, shareJ) >= surePart && c.probability == 0 && !c.credited: // who signs a text and names its source says enough
		c.add(bylineAgainst, 1, "")
		return true
	}
	return false
}

// addDates adds what the times of i and j say.
func (r *resolver) addDates(c *choice, i, j int, shareI float64) {
	m, n := r.members[i], r.members[j]
	switch {
	case n.Meta.Published.Before(m.Meta.Published):
		c.add(datesOrder, 1, r.name(j)+" published first")
	case m.Meta.Published.Before(n.Meta.Published):
		if r.redated(c, i, j, shareI) {
			c.reasons[len(c.reasons)-1].text += ", whose piece in hand bears a later date"
			return
		}
		c.add(datesAgainst, 1, "")
	case clockBefore(n.Digest, m.Digest, c.clockGap(&m, &n)):
		c.add(clockOrder, 1, "by the clock "+r.name(j)+" published first")
	case clockBefore(m.Digest, n.Digest, c.clockGap(&m, &n)):
		c.add(clockAgainst, 1, "")
	}
}

// redated reports whether the date of j, which is later than that of i, may be that of the
// last change of its page: i has much of that text, this share of its own, and names by its own
// words the outlet of j as its source, while j does not name that of i.
func (r *resolver) redated(c *choice, i, j int, shareI float64) bool {
	if c.relation != Copy && c.relation != Partial || shareI < surePart || len(c.reasons) != 1 || !c.credited {
		return false
	}
	switch c.reasons[0].evidence {
	case creditWords, creditLine, creditVia:
	default:
		return false
	}
	m, n := r.members[i].Digest, r.members[j].Digest
	return !credits(n, m.Outlet) && !r.wired(j) && !apart(m, n, redatedDays*24*time.Hour)
}

const (
	redatedDays = 2         // days within which a page that others have taken text from may be changed
	kindsDays   = 2         // days between two pieces up to which kinds order them whatever their dates say
	bylineGap   = time.Hour // the same for bylines
)

// kindsOf returns 1 if n is by its kind before m, of whose text it has this
// share, -1 the other way round, and 0 if kinds do not tell.
func kindsOf(m, n *Member, share float64) int {
	if carried := carriedOf(m, n); carried != 0 {
		return carried
	}
	switch {
	case m.Kind == n.Kind:
		return 0
	case n.Kind == credit.Release || m.Kind == outlet.Platform:
		return 1
	case m.Kind == credit.Release || n.Kind == outlet.Platform:
		return -1
	case n.Kind == outlet.Agency && (share >= borrowedShare || slices.Contains(Agencies(m.Digest), n.Outlet)):
		return 1
	case m.Kind == outlet.Agency:
		return -1
	}
	return 0
}

// whyKinds says why n is by its kind before m.
func whyKinds(m, n *Member) string {
	switch {
	case n.Kind == credit.Release:
		return cmp.Or(issuerOf(n.Digest), n.Outlet) + " issued it"
	case n.Kind == outlet.Agency:
		return n.Outlet + " is an agency"
	}
	return m.Outlet + " is a portal"
}

// hasOwnByline reports whether the house of d says that somebody of its own wrote the
// text: its byline names a person, and no line says that the text is another's.
func hasOwnByline(d *digest.Digest) bool {
	if slices.ContainsFunc(d.Claims, func(c digest.Claim) bool { return c.Text != claim.NoText && c.Outlet != d.Outlet }) {
		return false
	}
	names := 0
	for w := range strings.FieldsSeq(d.Meta.Byline) {
		w = strings.Trim(w, ".,;:()")
		if slices.Contains(deskWords, strings.ToLower(w)) {
			return false
		}
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) {
			names++
		}
	}
	return names >= 2
}

// deskWords are words of bylines that name no person.
var deskWords = []string{
	"source", "release", "releases", "submitted", "contributed", "staff", "desk", "report", "reports", "team", "newsroom", "editors", "admin", "agencies", "agency", "wire", "services", "service",
	"correspondent", "news", "online", "redaktion", "redazione", "redacción", "redacao", "redação", "rédaction", "agenturen", "agencias",
}

// named reports whether a member other than i names the outlet as its source.
func (r *resolver) named(name string, i int) bool {
	return name != "" && slices.ContainsFunc(r.debtors[name], func(j int) bool { return j != i })
}

// How far apart two clocks are at least that order two pieces. Of one text that one
// author signs in both, the copy may be up at once.
const (
	clockGap  = 15 * time.Minute
	signedGap = 5 * time.Minute
)

// clockGap returns how far apart the clocks of m and n must be to order them.
func (c *choice) clockGap(m, n *Member) time.Duration {
	if c.relation == Copy && m.Meta.Byline != "" && m.Meta.Byline == n.Meta.Byline {
		return signedGap
	}
	return clockGap
}

// clockBefore reports whether the clock that a gives for its publication is
// earlier than that of b by at least gap, where the zone of either is unknown.
func clockBefore(a, b *digest.Digest, gap time.Duration) bool {
	x, y := a.Meta.Published, b.Meta.Published
	if min(x.Precision, y.Precision) < article.Minute {
		return false
	}
	return y.When.Sub(x.When) >= gap
}

// mayHaveFrom reports whether i may have something from member j: they have text in
// common or tell one story, and j was not published later.
func (r *resolver) mayHaveFrom(i, j int) bool {
	m, n := r.members[i], r.members[j]
	if m.Meta.Published.Before(n.Meta.Published) {
		return false
	}
	_, linked := r.between[Couple{min(m.Rep, n.Rep), max(m.Rep, n.Rep)}]
	return linked || m.Rep == n.Rep
}

// haveOneSource reports whether the texts of both i and j are, by their lines or by
// text that they share with others, those of one outlet that is not j's own.
func (r *resolver) haveOneSource(i, j int) bool {
	for _, a := range r.sources[i] {
		for _, b := range r.sources[j] {
			if a.wire() && b.wire() && a.outlet == b.outlet && a.outlet != r.members[j].Outlet {
				return true
			}
		}
	}
	return false
}

// absent returns the outlets that i credits for its story and of which no
// piece is in the cluster.
func (r *resolver) absent(i int) []choice {
	var out []choice
	for k := range r.sources[i] {
		s := &r.sources[i][k]
		name, via := s.outlet, ""
		switch {
		case s.via != "":
			name, via = s.via, s.outlet
		case s.behind != name:
			via = s.behind
		}
		if slices.ContainsFunc(r.outlets[name], func(j int) bool { return r.mayHaveFrom(i, j) }) || slices.ContainsFunc(out, func(c choice) bool { return c.outlet == name && (c.via != "" || via == "") }) {
			continue
		}
		c := choice{member: -1, basis: -1, outlet: name, via: via, relation: Rewrite, credited: true, probability: s.probability}
		e, text := creditWords, "it credits "+name+quoteCue(s)
		switch {
		case s.borrowed:
			e, text = creditLine, r.borrowedText(i, s)
			c.credited = slices.Contains(Agencies(r.members[i].Digest), name) || s.kind == credit.Release && released(r.members[i]) != ""
		case s.wire():
			e, text = creditLine, "its "+s.cue+" names "+name
		case r.taken(i, -1, name):
			e, text = creditTaken, "it credits "+name+", as the text it took does"
		}
		if via != "" {
			text += ", which cites " + via
		} else if !s.wire() {
			text += ", whose own piece was not found"
		}
		c.reasons = []reason{{e, weights[e], text}}
		out = append(out, c)
	}
	// A chain named in full says more than its first link alone.
	slices.SortStableFunc(out, func(x, y choice) int { return cmp.Compare(len(y.via), len(x.via)) })
	return out
}

// taken reports whether a credit of i to outlet stands in text that i has
// copied as a whole from a third member than j, which credits outlet itself: a
// credit belongs to whoever wrote it.
func (r *resolver) taken(i, j int, name string) bool {
	m := r.members[i]
	from := func(rep uint32) bool {
		k, ok := r.owing[debt{rep, name}]
		head := r.head[rep]
		if !ok || head == i {
			return false
		}
		if _, owes := sourceNamed(r.sources[head], name); owes {
			k = head
		}
		n := r.members[k]
		return k != i && k != j && n.Outlet != name && (k == head || n.Number < m.Number) && !m.Meta.Published.Before(n.Meta.Published)
	}
	if from(m.Rep) {
		return true
	}
	return slices.ContainsFunc(r.ties(i), func(l tie) bool {
		return l.Relation == Copy && from(r.members[r.standIn(l.other)].Rep)
	})
}

// longestPreposition is how many bytes the words have that stand before a name at most:
// on, in, by, to, via, von, bei.
const longestPreposition = 3

// quoteCue puts the words of a credit in brackets, with the outlet behind them where
// they are one short word: “on” alone says little.
func quoteCue(s *source) string {
	if s.cue == "" || s.wire() || s.cue == credit.CueByline || s.cue == credit.CueDateline || s.cue == credit.CueCreditLine {
		return ""
	}
	if len(s.cue) <= longestPreposition {
		return " (“" + s.cue + " " + cmp.Or(s.via, s.outlet) + "”)"
	}
	return " (“" + s.cue + "”)"
}

// nearest returns the member whose text is most like that of i, or -1.
func (r *resolver) nearest(i int) (int, Relation) {
	m := r.members[i]
	if f := r.head[m.Rep]; f != i && r.chosen[f].member != i {
		return f, Copy
	}
	for _, j := range r.byRep[m.Rep] {
		if j != i && r.chosen[j].member != i {
			return j, Copy
		}
	}
	best, strength := -1, -1.0
	relation := None
	for _, l := range r.ties(i) {
		j := r.standIn(l.other)
		s := l.strength()
		if l.Relation == Partial {
			s = 1 + l.share // not of the other, which may be a line of two
		}
		if l.joins() && s > strength && r.chosen[j].member != i {
			best, strength, relation = j, s, l.Relation
		}
	}
	return best, relation
}
