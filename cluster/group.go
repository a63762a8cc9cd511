package cluster

import (
	"encoding/base32"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/zeebo/xxh3"

	"wiretrace/internal/fault"
)

// Ties reports whether a link may bring families together. One of a copy that does
// not meet others for its family, by text that its representative lacks, does so
// only if it shows a copy or a retelling too, or most of a later piece was taken from
// there: who added paragraphs of a second source to a text has those from elsewhere.
// meets reports whether an article meets others for its family.
func Ties(l *Link, of Articles, meets func(n uint32) bool) bool {
	taken := func(from, by uint32, share float64) bool {
		x, y := of.Dates(from), of.Dates(by)
		return of.Rep(by) == by && x.Undated()+y.Undated() == 0 && x.To <= y.From && share >= mostTaken
	}
	retold := l.Relation == Rewrite && l.Common == ""
	return meets(l.A) && meets(l.B) || retold || l.Relation == Copy || taken(l.A, l.B, l.ShareB) || taken(l.B, l.A, l.ShareA)
}

// mostTaken is the share of a piece that is most of it.
const mostTaken = 0.5

// FamilyDates returns the dates between which each family of several was published,
// by its representative, of so many articles.
func FamilyDates(n int, of Articles) map[uint32]Dates {
	all := map[uint32]Dates{}
	for n := range uint32(n) {
		rep, dates := of.Rep(n), of.Dates(n)
		if rep == n || dates.Undated() == 1 {
			continue
		}
		d, ok := all[rep]
		if !ok {
			d = of.Dates(rep)
		}
		all[rep] = d.And(dates)
	}
	return all
}

// NoGroup is the group of a representative that is in none.
const NoGroup = -1

// Members returns the articles of each cluster, each list in order: those of the
// families that Groups tied together, and the families of several that
// nothing is tied to. reps are the representatives of all articles; in says of
// each that is one which cluster it is in, or NoGroup.
func Members(reps []uint32, tied [][]uint32) (members [][]uint32, in []int32) {
	in = make([]int32, len(reps))
	for n := range in {
		in[n] = NoGroup
	}
	for k, list := range tied {
		for _, n := range list {
			in[n] = int32(k)
		}
	}
	members = make([][]uint32, len(tied))
	for n, rep := range reps {
		if in[rep] == NoGroup && rep != uint32(n) { // a family that no other is tied to
			in[rep] = int32(len(members))
			members = append(members, []uint32{rep})
		}
		if k := in[rep]; k != NoGroup && (rep != uint32(n) || int(k) < len(tied)) {
			members[k] = append(members[k], uint32(n))
		}
	}
	for k := range members {
		slices.Sort(members[k])
	}
	return members, in
}

// WholeStories groups the articles that are kin, of which those that stand for no
// family are left out. Copies go with the article that stands
// for them, and a whole cluster goes with most of its articles. copies are the
// articles that another stands for, ascending, and rep returns which. Stories are in
// order of their first articles, and each has two at least. kin is sorted anew. lost is
// told of articles that are in none, since forming it panicked.
func WholeStories(kin []Kin, copies []uint32, rep func(n uint32) uint32, clusters [][]uint32, lost Lost) (found [][]uint32) {
	err := fault.Guard(func() error {
		found = wholeStories(kin, copies, rep, clusters)
		return nil
	})
	if err == nil {
		return found
	}
	orApart(storyEdges(kin, copies, rep, clusters), func(e *storyEdge) Couple { return e.Couple }, func(list []storyEdge) {
		found = append(found, storiesOf(list, rep)...)
	}, lost)
	return byFirst(found)
}

func wholeStories(kin []Kin, copies []uint32, rep func(n uint32) uint32, clusters [][]uint32) [][]uint32 {
	found := Stories(slices.DeleteFunc(kin, func(k Kin) bool { return rep(k.A) != k.A || rep(k.B) != k.B }))
	at := map[uint32]int{} // of the story of a representative
	for k, list := range found {
		for _, n := range list {
			at[n] = k
		}
	}
	for _, n := range copies {
		r := rep(n)
		k, ok := at[r]
		if !ok {
			k = len(found)
			at[r] = k
			found = append(found, []uint32{r})
		}
		found[k] = append(found[k], n)
	}
	return withClusters(found, clusters)
}

// withClusters returns the stories so that none of the clusters is parted: what
// derives from one upstream reports one event. A cluster goes to the story that
// most of it is of, so that it never ties two stories together; one of no story
// is a story of its own.
func withClusters(found, clusters [][]uint32) [][]uint32 {
	at := map[uint32]int{}
	for k, list := range found {
		for _, n := range list {
			at[n] = k
		}
	}
	for _, members := range clusters {
		votes := map[int]int{}
		most := -1
		for _, n := range members {
			k, ok := at[n]
			if !ok {
				continue
			}
			votes[k]++
			if most < 0 || votes[k] > votes[most] || votes[k] == votes[most] && k < most {
				most = k
			}
		}
		if most < 0 {
			most = len(found)
			found = append(found, nil)
		}
		for _, n := range members {
			at[n] = most
		}
	}
	list := make([][]uint32, len(found))
	for n, k := range at {
		list[k] = append(list[k], n)
	}
	list = slices.DeleteFunc(list, func(s []uint32) bool { return len(s) < 2 })
	for _, s := range list {
		slices.Sort(s)
	}
	return byFirst(list)
}

// ID names a cluster, family or story by its first article, of this id and hash of
// its words: a letter that says which, and nine of
// base 32, so that two of a million clusters share one with a chance of 1 in 70.
func ID(kind, first string, hash uint64) string { return NamedID(kind, NameOf(first, hash)) }

// NameOf returns what the ids of a cluster, family and story come from whose first
// article has an id and a hash of its words.
func NameOf(first string, hash uint64) uint64 {
	b := binary.BigEndian.AppendUint64(nil, hash)
	return xxh3.HashSeed([]byte(first), xxh3.Hash(b))
}

// NamedID returns the id of a kind of what is named by a first article.
func NamedID(kind string, name uint64) string {
	b := binary.BigEndian.AppendUint64(nil, name)
	return kind + strings.ToLower(base32.StdEncoding.EncodeToString(b))[:9]
}
