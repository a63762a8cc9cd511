package cluster

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"

	"wiretrace/credit/claim"
	"wiretrace/digest"
	"wiretrace/outlet"
)

// A Role is what an article is within its cluster.
type Role string

// The roles, beside those that share their names with a relation: copy,
// partial, rewrite and update.
const (
	Origin Role = "origin"
	Single Role = "single"
)

// A Confidence says how sure a finding is.
type Confidence string

// The confidences.
const (
	Certain  Confidence = "certain"
	Likely   Confidence = "likely"
	Possible Confidence = "possible"
)

// A Member is one article of a cluster, as weighing sees it.
type Member struct {
	Number uint32
	Rep    uint32 // the representative of its copy family; itself if it is one
	Seen   int64  // when it was read, in seconds since 1970; 0 if all were read at once
	// Follows are the numbers of members, one an outlet: of several versions that
	// the outlet has of one text, the one that this text follows.
	Follows []uint32
	passed  int // outlets that have more versions of the text than it was held against
	// Text returns the text of the article, "" if it cannot be had; nil if it is not to be asked for.
	Text func() string
	*digest.Digest
}

// A Standing is what was found out about one article of a cluster.
type Standing struct {
	Number       uint32
	Family       uint32 // number of the first article of its family
	Role         Role
	Source       int      // index of the standing of the article it derives from; -1 if not in hand or unknown
	Basis        int      // index of the standing whose text it is best compared with; -1 if none
	SourceOutlet string   // empty if unknown
	Chain        []string // outlets from the source to the root
	Credited     bool     // meaningful if Derived
	Unclear      bool     // whom it credits is not clear: its language is one whose credits are not read, it says that it is a third house's, or who wrote its source wrote it
	TextOf       []uint32 // numbers of other articles, beside the source, of which it says itself that it has text of theirs
	Twin         int      // index of the member that has the same text, where the source only tells the same story; -1 if none
	Whole        bool     // its byline or dateline, or that of a copy of it, says that the text is wholly that of the source, which is not in hand
	Update       bool     // a later version of the source, which is of the same outlet
	Derived      bool     // derives from another piece, in hand or not
	Confidence   Confidence
	Why          string
	InCommon     float64     // share of the text that Why says it has in common with the basis, 0 to 1; 0 if it says none
	UpstreamKind outlet.Kind // empty if there is no upstream
	Kind         outlet.Kind // of the article's own outlet; Unknown if it is not known
}

// Upstream returns the outlet at the root of the chain.
func (s *Standing) Upstream() string {
	if len(s.Chain) == 0 {
		return ""
	}
	return s.Chain[len(s.Chain)-1]
}

// Uncredited reports whether s has its news from another and credits nobody for
// it, as far as can be said.
func (s *Standing) Uncredited() bool { return s.Derived && !s.Credited && !s.Unclear }

// AgencyText reports whether s is a text of an agency's, or has text of it. Papers print
// such texts under licence, and pages lose the line that says so.
func (s *Standing) AgencyText() bool {
	return s.UpstreamKind == outlet.Agency && (s.Role == Role(Copy) || s.Role == Role(Partial))
}

// Outcome is a resolved cluster.
type Outcome struct {
	Standings []Standing // one a member, in order of their numbers
	Upstream  string     // outlet at the root; empty if unknown
	Origin    int        // index of the standing of the article that the others derive from; -1 if not in hand
	Passed    Passed
}

// Passed is what bounds of finding out who has what from whom left out, for the
// report: never silent.
type Passed struct {
	Versions int // times that an outlet had more versions of a piece than a text was held against
	Issuers  int // issuers of a release that were not looked at, of all texts that name too many
}

// Add adds what was left out elsewhere.
func (p *Passed) Add(o Passed) {
	p.Versions, p.Issuers = p.Versions+o.Versions, p.Issuers+o.Issuers
}

// Resolve weighs the evidence of one cluster. Members are in order of their
// numbers; a link at a representative is one of its whole family, a link at
// another member that member's own.
func Resolve(members []Member, links []Link) Outcome {
	r := newResolver(members, links) // what each says of itself
	r.findHeads()
	r.borrow() // what the others of one text say of it
	r.findIssuers()
	for i := range r.members {
		r.chooseSource(i)
	}
	r.breakCycles()
	r.chains()
	r.countVersions()
	return r.outcome()
}

// Alone returns what an article of no cluster says of itself: its role is Single
// if it says that nothing in it is another's.
func Alone(number uint32, d *digest.Digest) Standing {
	if len(sources(d)) == 0 {
		return Standing{Number: number, Family: number, Source: -1, Basis: -1, Twin: -1, Role: Single}
	}
	return Resolve([]Member{{Number: number, Rep: number, Digest: d}}, nil).Standings[0]
}

// A resolver holds one cluster while it is weighed. Members and links go by their
// indices in the lists.
type resolver struct {
	members []Member
	links   []Link

	// How to find them.
	index   map[uint32]int     // the member with a number
	byRep   map[uint32][]int   // the members of a family, by its representative
	endsIn  map[lastName]bool  // the last words of the names of the outlets that have one of a family
	linked  map[uint32][]int   // the links that end at the member with a number, for itself or its family
	tied    map[uint32][]tie   // the same as ties, once they were asked for
	between map[Couple]int     // the link between two numbers
	outlets map[string][]int   // the members of an outlet
	debtors map[string][]int   // the members that have an outlet among their sources
	debts   map[[2]string]bool // whether a member of the first outlet credits the second, once it was asked
	owing   map[debt]int       // the first member of a family that has an outlet among its sources
	issued  map[string]bool    // whose releases are members

	// What is found out, in this order.
	head    map[uint32]int         // the member that the others of a family were copied from, by its representative
	sources [][]source             // for each member the outlets from which it has its news or text, by its own words, then by what others say
	chosen  []choice               // for each member where it has its text or story from
	chain   [][]string             // for each member the outlets from there to the root
	sayers  map[debt][]int         // the first two members of a family that say that their text is wholly an outlet's
	kinds   map[string]outlet.Kind // what outlets are, as far as asked
	housed  map[debt]bool          // whether all of a family have their text from an outlet, as far as asked
	patches map[int][]patch        // of the member that is looked at, once it was asked
	later   []int                  // how many members are later versions of each
	passed  Passed
}

// A debt pairs a family with an outlet from which a member of it has its text or news.
type debt struct {
	rep    uint32
	outlet string
}

// A choice is where a member takes its text or story from.
type choice struct {
	member      int    // -1 if not in hand
	outlet      string // empty if unknown
	via         string // the outlet after it in the chain, when the source itself is not in hand
	through     string // the outlet through which it has that of a source in hand, where it says so
	relation    Relation
	basis       int // the member with which its text is best compared; -1 if none
	weight      float64
	reasons     []reason
	credited    bool
	probability float64 // of the claim that names it; 0 if none does
	update      bool    // the source is an earlier version by the same outlet
}

func newResolver(members []Member, links []Link) *resolver {
	r := &resolver{
		members: members, links: links,
		index: map[uint32]int{}, byRep: map[uint32][]int{}, linked: map[uint32][]int{}, tied: map[uint32][]tie{}, head: map[uint32]int{},
		between: map[Couple]int{}, outlets: map[string][]int{}, debtors: map[string][]int{}, debts: map[[2]string]bool{}, owing: map[debt]int{}, issued: map[string]bool{}, endsIn: map[lastName]bool{},
		sources: make([][]source, len(members)), chosen: make([]choice, len(members)), chain: make([][]string, len(members)), kinds: map[string]outlet.Kind{}, housed: map[debt]bool{},
	}
	for i, m := range members {
		r.chosen[i] = choice{member: -1, basis: -1}
		r.passed.Versions += m.passed
		r.index[m.Number] = i
		r.byRep[m.Rep] = append(r.byRep[m.Rep], i)
		if k := strings.LastIndexByte(m.Outlet, ' '); k > 0 {
			r.endsIn[lastName{m.Rep, m.Outlet[k+1:]}] = true
		}
		if name := issuerOf(m.Digest); name != "" {
			r.issued[name] = true
		}
		r.outlets[m.Outlet] = append(r.outlets[m.Outlet], i)
	}
	for k, l := range links {
		r.linked[l.A] = append(r.linked[l.A], k)
		r.linked[l.B] = append(r.linked[l.B], k)
		r.between[Couple{l.A, l.B}] = k
	}
	for i, m := range members {
		r.sources[i] = slices.DeleteFunc(sources(m.Digest), func(s source) bool { return r.takenOver(i, s) })
		if len(r.sources[i]) == 0 {
			r.sources[i] = r.toldAgain(i)
		}
		for _, s := range r.sources[i] {
			r.owe(i, s.outlet)
			r.owe(i, s.via)
		}
	}
	return r
}

// toldAgain returns the outlets that member i names for something and of which it tells a piece
// again, in hand or as another tells it, as its links say.
func (r *resolver) toldAgain(i int) (out []source) {
	d := r.members[i].Digest
	for _, k := range r.linked[r.members[i].Number] {
		l := &r.links[k]
		owed := cmp.Or(l.OwedA, l.Common)
		if l.B == r.members[i].Number {
			owed = cmp.Or(l.OwedB, l.Common)
		}
		if _, known := sourceNamed(out, owed); known {
			continue
		}
		if c := slices.IndexFunc(d.Claims, func(c digest.Claim) bool { return c.Outlet == owed && c.Text == claim.NoText }); owed != "" && c >= 0 {
			s := newSource(d, &d.Claims[c], max(chance(d, c), possibleFrom))
			s.again = true
			out = append(out, s)
		}
	}
	return out
}

// A lastName is the last word of the name of an outlet that has one of a family of copies.
type lastName struct {
	rep  uint32
	word string
}

// takenOver reports whether what member i says of source s may stand in a text that it has from an
// outlet in hand whose short name that is: who prints the piece of the Hallam Ledger word for
// word prints "told the Ledger" with it, and means no other Ledger.
func (r *resolver) takenOver(i int, s source) bool {
	short, the := strings.CutPrefix(s.outlet, outlet.Article)
	if !the || strings.Contains(short, " ") || s.text != claim.NoText || len(r.outlets[s.outlet]) > 0 {
		return false
	}
	if r.endsIn[lastName{r.members[i].Rep, short}] {
		return true
	}
	isNamed := func(j int) bool { return strings.HasSuffix(r.members[j].Outlet, " "+short) }
	return slices.ContainsFunc(r.ties(i), func(t tie) bool { return t.share >= surePart && isNamed(r.standIn(t.other)) })
}

// A tie is a link as a member has it.
type tie struct {
	*Link
	share float64 // of the member's text, that is copied or edited
	other uint32  // the number at the other end
}

// ties returns the links of member i: those of its family, which all of that have from one list, and its own. It is
// not to be changed.
func (r *resolver) ties(i int) []tie {
	m := &r.members[i]
	family := r.tiesOf(m.Rep)
	if m.Number == m.Rep || len(r.linked[m.Number]) == 0 {
		return family
	}
	return slices.Concat(family, r.tiesOf(m.Number))
}

// tiesOf returns the links that end at the member with a number, for itself or its family.
func (r *resolver) tiesOf(n uint32) []tie {
	out, known := r.tied[n]
	if known {
		return out
	}
	for _, k := range r.linked[n] {
		l := &r.links[k]
		share := l.ShareA
		if l.B == n {
			share = l.ShareB
		}
		out = append(out, tie{l, share, l.Other(n)})
	}
	r.tied[n] = out
	return out
}

// standIn returns the member that stands for the end of a link: the head of the
// family, where the link is the family's.
func (r *resolver) standIn(number uint32) int {
	if i, ok := r.head[number]; ok {
		return i
	}
	return r.index[number]
}

// ends are the members that the end of a link with a number is for, in order: a whole
// family, if that is the number of its representative, else the one with the number.
type ends map[uint32][]int

// ends returns the ends of links, of members only those that are wanted.
func (r *resolver) ends(wanted func(i int) bool) ends {
	out := ends{}
	for i, m := range r.members {
		if !wanted(i) {
			continue
		}
		out[m.Rep] = append(out[m.Rep], i)
		if m.Number != m.Rep {
			out[m.Number] = []int{i}
		}
	}
	return out
}

// sharers yields the ends of links whose members have text in common with member i
// that may join clusters, each with the share of i's text: its own family first, with
// i in it.
func (r *resolver) sharers(i int) iter.Seq2[uint32, float64] {
	return func(yield func(uint32, float64) bool) {
		if !yield(r.members[i].Rep, 1) {
			return
		}
		for _, l := range r.ties(i) {
			if l.joins() && l.Relation != Rewrite && !yield(l.other, l.share) {
				return
			}
		}
	}
}

// owe notes that member i has outlet among its sources. It does nothing for the
// empty name.
func (r *resolver) owe(i int, outlet string) {
	if list := r.debtors[outlet]; outlet == "" || len(list) > 0 && list[len(list)-1] == i {
		return
	}
	r.debtors[outlet] = append(r.debtors[outlet], i)
	if d := (debt{r.members[i].Rep, outlet}); !has(r.owing, d) {
		r.owing[d] = i
	}
}

func has[K comparable, V any](m map[K]V, k K) bool {
	_, ok := m[k]
	return ok
}

// findHeads finds for each family the member that the others were copied from: one
// whose outlet the others credit, else by kinds and bylines, else the earliest.
func (r *resolver) findHeads() {
	for rep, family := range r.byRep {
		owed := map[string]int{} // how many of the family credit an outlet
		for _, i := range family {
			named := map[string]bool{}
			for _, s := range r.sources[i] {
				named[s.outlet], named[s.via] = true, true
			}
			for outlet := range named {
				owed[outlet]++
			}
		}
		delete(owed, "")
		best := family[0]
		for _, i := range family {
			more := cmp.Compare(owed[r.members[i].Outlet], owed[r.members[best].Outlet])
			if more > 0 || more == 0 && copiesFrom(&r.members[best], &r.members[i]) {
				best = i
			}
		}
		r.head[rep] = best
	}
}

// copiesFrom reports whether of two copies m has its text from n, by kinds or
// bylines.
func copiesFrom(m, n *Member) bool {
	if kinds := kindsOf(m, n, 1); kinds != 0 {
		return kinds > 0 && !apart(m.Digest, n.Digest, kindsDays*24*time.Hour)
	}
	return hasOwnByline(n.Digest) && !hasOwnByline(m.Digest) && !apart(m.Digest, n.Digest, bylineGap)
}

// breakCycles looks for circles of members that derive from each other, and in each
// takes away the source that weighs least.
func (r *resolver) breakCycles() {
	done := make([]bool, len(r.members)) // those from which no circle is reached
	on := make([]bool, len(r.members))   // those of the path
	for i := range r.members {
		var path []int
		j := i
		for ; j >= 0 && !done[j] && !on[j]; j = r.chosen[j].member {
			on[j] = true
			path = append(path, j)
		}
		for _, k := range path { // once the circle that it leads to is cut, if it leads to one
			done[k], on[k] = true, false
		}
		k := slices.Index(path, j)
		if k < 0 {
			continue
		}
		cycle := path[k:]
		weakest := slices.MinFunc(cycle, func(i, j int) int {
			return cmp.Or(cmp.Compare(r.chosen[i].weight, r.chosen[j].weight), cmp.Compare(i, j))
		})
		c := &r.chosen[weakest]
		c.member, c.outlet, c.reasons, c.update = -1, "", nil, false
	}
}

// chains follows the sources of each member to the root.
func (r *resolver) chains() {
	var follow func(i int) []string
	done := make([]bool, len(r.members))
	follow = func(i int) []string {
		if done[i] {
			return r.chain[i]
		}
		done[i] = true // there are no cycles
		c := r.chosen[i]
		var chain []string
		if c.outlet != "" && !c.update {
			if c.through != "" && c.through != r.members[i].Outlet {
				chain = append(chain, c.through)
			}
			chain = append(chain, c.outlet)
		}
		if c.member >= 0 {
			further := follow(c.member)
			if len(further) == 0 { // a wire of releases is not who says what they say
				if issuer := issuerOf(r.members[c.member].Digest); issuer != "" && issuer != c.outlet {
					further = []string{issuer}
				}
			}
			if r.about(i, c.member) {
				chain = append(chain, further...)
			}
		} else if c.via != "" {
			chain = append(chain, c.via)
		}
		r.chain[i] = slices.Compact(chain)
		return r.chain[i]
	}
	for i := range r.members {
		follow(i)
	}
}

// about reports whether what j has from its source may be what i has from j: not
// if that is a small part of j, as one post in a live blog, with which i has
// nothing to do, nor if i has only heard what somebody said to the outlet of j,
// whose page on it is an agency's text.
func (r *resolver) about(i, j int) bool {
	c := r.chosen[j]
	if r.heard(i, j) {
		return false
	}
	if c.member < 0 || c.relation != Partial || r.chosen[i].update {
		return true
	}
	share, _, _, _ := r.link(j, c.member)
	_, _, l, relation := r.link(i, c.member)
	return share >= surePart || c.credited && c.strongest() != creditLine || relation == Copy || l != nil && l.joins()
}

// heard reports whether i, which has no text in common with j, credits the outlet of
// j as the one to which somebody said something, and j has its text from an agency.
func (r *resolver) heard(i, j int) bool {
	if c := r.chosen[i]; c.relation != Rewrite && c.relation != None {
		return false
	}
	s, ok := sourceNamed(r.sources[i], r.members[j].Outlet)
	from, wired := mainSource(r.sources[j])
	return ok && wired && from.wire() && from.kind == outlet.Agency && claim.Told(&r.members[i].Meta, s.cue)
}

// root returns the outlet at which most chains end, or whose own piece most
// others derive from; the first by name of equals.
func (r *resolver) root() string {
	count := map[string]int{}
	for i := range r.members {
		if n := len(r.chain[i]); n > 0 {
			count[r.chain[i][n-1]]++
		}
	}
	best := ""
	for outlet, n := range count {
		if n > count[best] || n == count[best] && outlet < best {
			best = outlet
		}
	}
	return best
}
