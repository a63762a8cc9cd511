package cluster

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"wiretrace/credit"
	"wiretrace/credit/claim"
	"wiretrace/outlet"
)

// outcome turns choices into standings.
func (r *resolver) outcome() Outcome {
	r.findSayers()
	out := Outcome{Upstream: r.root(), Origin: -1, Passed: r.passed}
	derived := make([]int, len(r.members)) // how many have this one as source
	for i := range r.members {
		if j := r.chosen[i].member; j >= 0 {
			derived[j]++
		}
	}
	for i := range r.members {
		out.Standings = append(out.Standings, r.standing(i, derived[i]))
	}
	for i := range out.Standings { // no chain is surer than its parts
		s := &out.Standings[i]
		for j := s.Source; s.Confidence == Certain && j >= 0 && out.Standings[j].Derived; j = out.Standings[j].Source {
			s.Confidence = ifElse(out.Standings[j].Confidence == Certain, Certain, Likely)
		}
	}
	for i, s := range out.Standings {
		if s.Role == Origin && (out.Origin < 0 || derived[i] > derived[out.Origin]) {
			out.Origin = i
		}
	}
	if out.Origin >= 0 && (out.Upstream == "" || out.Upstream == r.members[out.Origin].Outlet || r.ofAll(out.Origin)) {
		out.Upstream = r.members[out.Origin].Outlet
	}
	return out
}

// standing returns what was found out about member i. derived is how many other
// members have it as their source.
func (r *resolver) standing(i, derived int) Standing {
	m, c := r.members[i], r.chosen[i]
	s := Standing{
		Number: m.Number, Family: r.members[r.byRep[m.Rep][0]].Number,
		Kind: cmp.Or(m.Kind, outlet.Unknown), Source: c.member, Basis: r.basisOf(i), SourceOutlet: c.outlet, Chain: r.chain[i],
	}
	s.Whole, s.Update, s.Twin, s.TextOf = r.whole(i), c.update, r.twin(i), r.textOf(i)
	s.Derived = len(s.Chain) > 0 || c.member >= 0 && !c.update
	switch {
	case s.Update:
		s.Role = Role(Update)
	case !s.Derived && (derived > 0 || r.takers(i) > 0):
		s.Role = Origin
	case !s.Derived && r.onlyNamed(i):
		s.Role, s.Confidence = Origin, Possible
		s.Why = "others name " + m.Outlet + " as their source, but more likely for another of its pieces"
		return s
	case !s.Derived && r.ofItsHouse(i):
		s.Role, s.Confidence = Origin, Possible
		s.Why = "what others have in common with it they have from " + m.Outlet + ", but more likely from another of its pieces"
		return s
	default:
		s.Role = r.role(i)
	}
	s.Credited = c.credited || r.creditsAny(i, s.Chain) || signedFor(m.Digest, s.Chain)
	s.UpstreamKind = r.kindOf(s.Upstream())
	s.Unclear = !credit.Reads(&m.Meta) || r.citesPress(i) || r.signsOther(i) || r.prints(i, &s) || !s.AgencyText() && r.together(i) != ""
	named := ""
	if s.Uncredited() {
		named = r.mentioned(i, s.Chain)
		s.Unclear = named != ""
	}
	s.Confidence = r.confidence(i, &s)
	s.Why = r.why(i, &s, derived)
	if named != "" {
		s.Why += "; it names " + named + ", but not as its source"
	}
	return s
}

// citesPress reports whether i tells in its own words what it has from press that it does not name, as
// what it is compared with does not: whom it credits is not clear then.
func (r *resolver) citesPress(i int) bool {
	c := &r.chosen[i]
	if !r.members[i].Press || c.relation != Rewrite {
		return false
	}
	j := c.member
	if j < 0 {
		j = c.basis
	}
	return j < 0 || !r.members[j].Press
}

// onlyNamed reports whether nothing ties i to the others but that they name its outlet.
func (r *resolver) onlyNamed(i int) bool {
	m := r.members[i]
	if m.Outlet == "" || len(r.byRep[m.Rep]) > 1 {
		return false
	}
	named := false
	for _, l := range r.ties(i) {
		if !l.joins() {
			continue
		}
		owed := l.OwedA == m.Outlet || l.OwedB == m.Outlet
		if !owed && !l.Credited() { // a retelling that names it for something
			owed = credits(r.members[r.standIn(l.other)].Digest, m.Outlet)
		}
		if named = l.Relation == Rewrite && owed; !named {
			return false
		}
	}
	return named
}

// ofItsHouse reports whether all that have text in common with i, of which nothing tells
// where that is from, have theirs from its outlet.
func (r *resolver) ofItsHouse(i int) bool {
	house := r.members[i].Outlet
	if house == "" {
		return false
	}
	has := func(j int) bool { return r.members[j].Outlet == house || slices.Contains(r.chain[j], house) }
	family := debt{r.members[i].Rep, house}
	all, asked := r.housed[family]
	if !asked {
		all = !slices.ContainsFunc(r.byRep[family.rep], func(j int) bool { return !has(j) })
		r.housed[family] = all
	}
	if !all {
		return false
	}
	n := 0
	for _, l := range r.ties(i) {
		if l.Relation == Rewrite || !l.joins() {
			continue
		}
		if !has(r.standIn(l.other)) {
			return false
		}
		n++
	}
	return n > 0
}

// takers returns how many pieces took text from i beside their source: by their
// kinds or dates, where they derive from another in hand. It is 0 if any piece
// with text in common may have been first, or may have it from a third as i may.
func (r *resolver) takers(i int) int {
	n := 0
	for _, j := range r.byRep[r.members[i].Rep] {
		if j != i && !r.took(j, i) {
			return 0
		}
	}
	for _, l := range r.ties(i) {
		if l.Relation != Copy && l.Relation != Partial {
			continue
		}
		if !r.took(r.standIn(l.other), i) {
			return 0
		}
		n++
	}
	return n
}

// took reports whether member j, which has text in common with i, took it from
// there.
func (r *resolver) took(j, i int) bool {
	m, n := r.members[i], r.members[j]
	if m.Kind == outlet.Agency && n.Kind != outlet.Agency {
		return !n.Meta.Published.Before(m.Meta.Published)
	}
	from := r.chosen[j].member
	return r.admits(j, i) || m.Meta.Published.Before(n.Meta.Published) && from >= 0 && r.members[from].Rep != m.Rep
}

// kindOf returns what an outlet at the root of a chain is, as its own piece or
// those that name it have it; empty for no outlet.
func (r *resolver) kindOf(name string) outlet.Kind {
	if name == "" {
		return ""
	}
	kind, ok := r.kinds[name]
	if !ok {
		if kind = r.findKind(name); kind == outlet.Agency && distributes(name) {
			kind = credit.Release
		}
		r.kinds[name] = kind
	}
	return kind
}

// distributes reports whether an agency of the table that comes with wiretrace passes on what others pay it for,
// which is theirs: PR Newswire.
func distributes(agency string) bool {
	o := outlet.Default().ByName(agency)
	return o != nil && o.Sort == outlet.SortReleases
}

// findKind does what kindOf does, of a name.
func (r *resolver) findKind(name string) outlet.Kind {
	for _, i := range r.outlets[name] {
		if k := r.members[i].Kind; k != "" {
			return k
		}
	}
	if r.issued[name] {
		return credit.Release
	}
	for _, i := range r.debtors[name] {
		if s, ok := sourceNamed(r.sources[i], name); ok && s.kind == credit.Release {
			return s.kind
		}
		for k := range r.members[i].Credits {
			if c := &r.members[i].Credits[k]; c.Outlet == name && c.Kind != "" {
				return ifElse(c.Kind == outlet.Pool, outlet.Agency, c.Kind)
			}
		}
	}
	return outlet.Unknown
}

// role says what a member that derives from another is, by the text it has in
// common with its source, or with whatever is nearest where that is not in hand.
func (r *resolver) role(i int) Role {
	c := r.chosen[i]
	relation := c.relation
	if c.member < 0 {
		c.basis, relation = r.nearest(i) // those that have their text from i are known by now
		switch s, ok := mainSource(r.sources[i]); {
		case r.whole(i):
			relation = Copy
		case ok && !s.wire() && r.members[i].Kind == outlet.Agency:
			relation = Rewrite
		case ok && s.borrowed && s.kind == outlet.Agency && relation != Copy:
			relation = Partial // with those that have it from here
		}
	}
	if r.twin(i) >= 0 && r.members[i].Kind != outlet.Agency { // an agency's words are its own, whoever prints them
		_, relation = r.nearest(i)
	}
	if c.basis >= 0 && relation == Partial {
		if share, _, _, _ := r.link(i, c.basis); share >= trimmedShare {
			relation = Copy
		}
	}
	switch relation {
	case Copy, Update:
		return Role(Copy)
	case Partial:
		return Role(Partial)
	}
	return Role(Rewrite)
}

// basisOf returns the member with whose text that of i is best compared, or -1: none that has it from i through others.
func (r *resolver) basisOf(i int) int {
	basis := r.chosen[i].basis
	for j, n := basis, 0; j >= 0 && n < len(r.members); j, n = r.chosen[j].member, n+1 {
		if from := r.chosen[j].member; from == i && n > 0 {
			return -1
		}
	}
	return basis
}

// twin returns the member whose text i has in whole or part although a credit
// makes another member the source of i: both have that text from elsewhere. It is
// -1 if there is none.
func (r *resolver) twin(i int) int {
	if c := r.chosen[i]; c.member < 0 || c.relation != Rewrite && c.relation != None {
		return -1
	}
	if j, text := r.nearest(i); (text == Copy || text == Partial) && r.chosen[j].member != i {
		return j
	}
	return -1
}

// whole reports whether i, or a copy of it, says by byline or dateline that the text
// is wholly that of an outlet whose own piece was not found.
func (r *resolver) whole(i int) bool {
	if r.saysWhole(i) {
		return true
	}
	_, said := r.wholeByCopy(i)
	return said
}

// saysWhole reports whether i itself says so.
func (r *resolver) saysWhole(i int) bool {
	c := r.chosen[i]
	return c.member < 0 && c.outlet != "" && slices.ContainsFunc(r.sources[i], func(s source) bool {
		return s.text == claim.Whole && s.outlet == c.outlet
	})
}

// wholeByCopy returns the copy of i that says so, if i itself does not and derives
// from nothing in hand.
func (r *resolver) wholeByCopy(i int) (int, bool) {
	if c := r.chosen[i]; c.member >= 0 || len(r.chain[i]) != 1 {
		return 0, false
	}
	for _, j := range r.sayers[debt{r.members[i].Rep, r.chain[i][0]}] {
		if j != i {
			return j, true
		}
	}
	return 0, false
}

// findSayers finds of each family the first two members that say whose their text
// wholly is.
func (r *resolver) findSayers() {
	r.sayers = map[debt][]int{}
	for j := range r.members {
		d := debt{r.members[j].Rep, r.chosen[j].outlet}
		if len(r.sayers[d]) < 2 && r.saysWhole(j) {
			r.sayers[d] = append(r.sayers[d], j)
		}
	}
}

// trimmedShare is the share of a text that makes it a copy, trimmed or edited,
// however much longer its source is.
const trimmedShare = 0.8

// creditsAny reports whether i credits an outlet of chain anywhere, be it for a
// detail. Platforms do not count, nor does a notice, which nobody is named by.
func (r *resolver) creditsAny(i int, chain []string) bool {
	for k := range r.members[i].Credits {
		c := &r.members[i].Credits[k]
		if c.Kind != outlet.Platform && c.Outlet != credit.UnnamedNotice && (slices.Contains(chain, c.Outlet) || c.Via != "" && slices.Contains(chain, c.Via)) {
			return true
		}
	}
	return false
}

// signsOther reports whether a line of i says that its text is of a house that is
// neither its own nor in its chain: a portal names who provided it, and not whom
// that house had it from.
func (r *resolver) signsOther(i int) bool {
	m := r.members[i]
	return slices.ContainsFunc(m.Credits, func(c credit.Credit) bool {
		return c.OnLine() && c.Kind != outlet.Platform && c.Outlet != m.Outlet
	})
}

// surePart is the share of a text from which on, if it stands in an earlier piece
// of another outlet, it was likely taken from there.
const surePart = 0.5

// confidence says how sure the source of a member is, by the strongest evidence
// for it. doc/evidence.md says how often each word was right on labelled news.
func (r *resolver) confidence(i int, s *Standing) Confidence {
	c := r.chosen[i]
	share := 0.0
	if c.member >= 0 {
		share, _, _, _ = r.link(i, c.member)
	}
	strongest := c.strongest()
	switch {
	case s.Role == Origin || s.Update || s.Whole && !r.saysWhole(i):
		return Likely
	case strongest == creditLine && c.via != "" && c.via == r.sources[i][0].behind:
		return Likely // that the text is the agency's is certain, from whom that has the news is not
	case strongest == creditLine:
		return ifElse(r.sources[i][0].text == claim.Whole || share >= borrowedShare, Certain, Likely)
	case c.relation == Copy && c.member >= 0:
		switch n := r.members[c.member]; {
		case s.Credited:
			return Certain
		case strongest == contained, strongest == bylineOrder:
			return Possible // the longer may have the shorter within it, and a page may have lost who wrote it
		case n.Kind == "" && strings.Contains(n.Outlet, "."):
			return Possible // a site known by its address alone: both may have the text from a third
		}
		return Likely
	}
	return ifElse(c.likely(strongest, share) && !r.byNumbers(i) && !r.mayBeOwn(i), Likely, Possible)
}

// mayBeOwn reports whether member i, whose outlet is not known, may be that of the very
// outlet that it says was told its news: what a house was told it prints first itself.
func (r *resolver) mayBeOwn(i int) bool {
	m, c := r.members[i], r.chosen[i]
	if m.Outlet != "" || c.member >= 0 {
		return false
	}
	s, ok := mainSource(r.sources[i])
	return ok && !s.wire() && s.outlet == c.outlet && s.via == "" && claim.Told(&m.Meta, s.cue)
}

// byNumbers reports whether nothing but numbers in common shows that member i
// retells its source.
func (r *resolver) byNumbers(i int) bool {
	c := r.chosen[i]
	if c.member < 0 || c.credited {
		return false
	}
	_, _, l, relation := r.link(i, c.member)
	return relation == Rewrite && l != nil && !l.Credited() && !l.silentWords()
}

// likely reports whether evidence that is no line makes c likely, with this share
// of the text in the source.
func (c *choice) likely(strongest evidence, share float64) bool {
	switch strongest {
	case creditWords, creditVia:
		return c.probability >= likelyFrom || share >= surePart
	case kindsOrder:
		return c.relation == Partial
	case datesOrder:
		return c.member >= 0 && (c.relation == Rewrite || share >= surePart)
	}
	return false
}

// ifElse returns yes if is holds, else no.
func ifElse[T any](is bool, yes, no T) T {
	if is {
		return yes
	}
	return no
}

// strongest returns the evidence of the greatest weight among those that say
// from whom a member has its news; sharedStory if there is none.
func (c *choice) strongest() evidence {
	best, weight := sharedStory, 0.0
	for _, x := range c.reasons {
		if x.evidence.orders() && x.weight > weight {
			best, weight = x.evidence, x.weight
		}
	}
	return best
}

// foremost says that none of the pieces that member i is tied to came before it, if by
// the days and clocks that they give none did: an agency's own page may be younger than
// what papers print of it.
func (r *resolver) foremost(i int) string {
	m := r.members[i]
	earlier := func(j int) bool {
		n := r.members[j].Digest
		return j != i && (dayBefore(n, m.Digest) || clockBefore(n, m.Digest, time.Second))
	}
	if slices.ContainsFunc(r.byRep[m.Rep], earlier) || slices.ContainsFunc(r.ties(i), func(l tie) bool { return earlier(r.standIn(l.other)) }) {
		return ""
	}
	return ", and none in hand came before it"
}

// why puts the evidence in one sentence.
func (r *resolver) why(i int, s *Standing, derived int) string {
	c := r.chosen[i]
	var parts []string
	switch {
	case s.Update:
		share, _, _, _ := r.link(i, c.member)
		return WhyUpdate(&r.members[i], &r.members[c.member], share)
	case s.Role == Origin && derived > 0 && derived == r.later[i]:
		return count(derived, "later version", "later versions") + " of it by the same outlet " + isAre(derived) + " in hand" + r.foremost(i)
	case s.Role == Origin && derived == 0:
		return count(r.takers(i), "piece has", "pieces have") + " text of it" + r.foremost(i)
	case s.Role == Origin:
		return count(derived, "piece derives", "pieces derive") + " from it" + r.foremost(i)
	case r.saysWhole(i):
		whose := "its text is that of " + c.outlet + ", whose own piece was not found"
		if c.basis < 0 {
			whose += ": without it none of its words are marked as copied"
		}
		parts = append(parts, whose)
	case s.Whole:
		j, _ := r.wholeByCopy(i)
		parts = append(parts, "its text is also in "+r.name(j)+", and there it is "+s.Upstream()+"'s, whose own piece was not found")
	case c.basis >= 0:
		parts = append(parts, r.basis(i, s)...)
	}
	if s.Twin >= 0 {
		share, _, _, _ := r.link(i, s.Twin)
		parts = append(parts, fmt.Sprintf("%.0f %% of its words stand in the %s piece too", 100*share, strings.TrimPrefix(r.name(s.Twin), "The ")))
	}
	ordered := false
	for _, x := range c.reasons {
		if x.text != "" {
			parts = append(parts, x.text)
			ordered = true
		}
	}
	if !ordered && !s.Whole {
		parts = append(parts, "nothing tells who has it from whom")
	}
	if r.mayBeOwn(i) {
		parts = append(parts, "its own outlet is not known, and may be "+c.outlet)
	}
	switch {
	case len(s.Chain) > 0 && s.Uncredited():
		parts = append(parts, s.whyUncredited())
	case len(s.Chain) > 0 && !s.Credited && !s.AgencyText() && r.together(i) != "":
		parts = append(parts, r.together(i))
	case len(s.Chain) > 0 && !s.Credited && r.prints(i, s):
		parts = append(parts, s.unsaid())
	}
	return strings.Join(parts, "; ")
}

// unsaid says why s is not called uncredited though it does not say that it prints a release.
func (s *Standing) unsaid() string {
	if s.Upstream() == credit.UnnamedNotice {
		return "whoever prints it need not say so"
	}
	return "it does not say so, and a release is written to be printed"
}

// whyUncredited says that s names nobody: of an agency's text, that it may not be
// the paper's doing.
func (s *Standing) whyUncredited() string {
	if s.AgencyText() {
		return "no line in hand names " + s.Upstream() + ", whose texts papers print under licence and whose lines pages lose"
	}
	return "it credits nobody for the story"
}

// WhyUpdate says why n is an earlier version of m, in which this share of m
// stands.
func WhyUpdate(m, n *Member, share float64) string {
	what := "a later version of "
	if min(share, 1) >= samePage && onePage(m.Digest, n.Digest) {
		what = "the same page as "
	}
	return fmt.Sprintf("%s%s by the same outlet: %.0f %% of its words stand there", what, n.Meta.ID, 100*share)
}

// countVersions counts for each member how many are later versions of it.
func (r *resolver) countVersions() {
	r.later = make([]int, len(r.members))
	for _, c := range r.chosen {
		if c.update && c.member >= 0 {
			r.later[c.member]++
		}
	}
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// basis says what i has in common with the member that it is best compared with.
func (r *resolver) basis(i int, s *Standing) []string {
	c := r.chosen[i]
	share, _, l, relation := r.link(i, c.basis)
	piece := "the " + strings.TrimPrefix(r.name(c.basis), "The ") + " piece"
	if r.members[c.basis].Outlet == r.members[i].Outlet {
		piece = cmp.Or(r.members[c.basis].Meta.ID, piece)
	}
	switch {
	case relation == Copy && l == nil && c.member < 0:
		return []string{"the same text stands in " + piece}
	case relation == Copy && l == nil:
		return []string{"it is a copy of " + piece}
	case relation == Copy || relation == Partial:
		s.InCommon = share
		return []string{fmt.Sprintf("%.0f %% of its words are copied or edited from the same text as in %s", 100*share, piece)}
	case l == nil || l.Credited() || !l.Silent():
	case c.member >= 0:
		return []string{"it retells " + piece + ": " + l.whySilent()}
	case c.outlet == "":
		return []string{"it or " + piece + " retells the other: " + l.whySilent()}
	}
	return nil
}

// name returns what a reader would call a member.
func (r *resolver) name(i int) string {
	if o := r.members[i].Outlet; o != "" {
		return o
	}
	return r.members[i].Meta.ID
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
