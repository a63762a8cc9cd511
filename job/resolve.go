package job

import (
	"context"
	"encoding/base32"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/zeebo/xxh3"

	"wiretrace/cluster"
)

// A resolved cluster.
type resolved struct {
	id      string
	members []uint32
	cluster.Outcome
}

// resolve is the fourth step: clusters, each by itself. With an archive only
// those are resolved that tonight's articles belong to or have changed.
func (r *run) resolve(ctx context.Context) error {
	bonds := cluster.NewBonds(r.links.n)
	err := r.links.each(func(e end) error {
		l, err := r.link(e, false)
		bonds.Add(&l)
		return err
	})
	if err != nil {
		return err
	}
	groups := bonds.Groups()
	const none = -1
	in := make([]int32, len(r.heads)) // the group of each representative
	for i := range in {
		in[i] = none
	}
	for g, list := range groups {
		for _, n := range list {
			in[n] = int32(g)
		}
	}
	members := make([][]uint32, len(groups))
	for n, rep := range r.reps {
		if in[rep] == none && rep != uint32(n) { // a family that no other is tied to
			in[rep] = int32(len(members))
			members = append(members, []uint32{rep})
		}
		if g := in[rep]; g != none && (rep != uint32(n) || int(g) < len(groups)) {
			members[g] = append(members[g], uint32(n))
		}
	}
	for g := range members {
		slices.Sort(members[g])
	}
	if r.past != nil {
		r.alone = make([]bool, len(r.heads))
		for n, rep := range r.reps {
			r.alone[n] = in[rep] == none
		}
	}
	ids, live := r.clusterIDs(members)
	r.clusters = make([]resolved, 0, len(members))
	var at []int // the group of each of clusters
	for g := range members {
		if live[g] {
			r.clusters = append(r.clusters, resolved{id: ids[g], members: members[g]})
			at = append(at, g)
		}
	}
	failed := make([]bool, len(at))
	err = each(ctx, len(at), r.Threads, func() func(int) error {
		return func(k int) error {
			err := guarded(func() error {
				return r.resolveOne(&r.clusters[k], func(n uint32) bool { return in[n] == int32(at[k]) })
			})
			first := r.clusters[k].members[0]
			if failed[k] = r.faults.of(&r.heads[first], "cluster not told", err); failed[k] {
				return nil
			}
			return err
		}
	}, func(done int) { r.Progress(Progress{Step: Resolving, Done: done, Total: len(at)}) })
	r.dissolve(failed)
	return err
}

// resolveOne finds out who has what from whom in one cluster. within reports
// whether a representative is a member.
func (r *run) resolveOne(c *resolved, within func(n uint32) bool) error {
	list := make([]cluster.Member, len(c.members))
	for i, n := range c.members {
		d, err := r.digest(n)
		if err != nil {
			return err
		}
		list[i] = cluster.Member{Number: n, Rep: r.reps[n], Seen: r.seen(n), Digest: d}
	}
	links, err := r.linksWithin(c.members, within)
	if err != nil {
		return err
	}
	c.Outcome = cluster.Resolve(list, links)
	return nil
}

// dissolve leaves the articles of the clusters that panicked alone.
func (r *run) dissolve(failed []bool) {
	kept := r.clusters[:0]
	for k, c := range r.clusters {
		if !failed[k] {
			kept = append(kept, c)
			continue
		}
		for _, n := range c.members {
			if r.alone != nil {
				r.alone[n] = true
			}
		}
	}
	r.clusters = kept
}

// linksWithin returns the links between members of a cluster, without their
// passages, in order of their articles. within reports whether a representative
// is a member.
func (r *run) linksWithin(members []uint32, within func(n uint32) bool) (links []cluster.Link, err error) {
	for _, n := range members {
		list, err := r.links.of(n)
		if err != nil {
			return nil, err
		}
		for _, e := range list {
			if e.other < n || !within(e.other) {
				continue
			}
			l, err := r.link(e, false)
			if err != nil {
				return nil, err
			}
			links = append(links, l)
		}
	}
	return links, nil
}

// seen returns when an article was read, in seconds since 1970; 0 without an
// archive.
func (r *run) seen(n uint32) int64 {
	switch p := r.pastOf(n); {
	case r.past == nil:
		return 0
	case p == nil:
		return r.Now.Unix()
	default:
		return p.seen
	}
}

// id names a cluster or family by its first article: a letter and nine of
// base 32, so that two of a million clusters share one with a chance of 1 in 70.
func id(kind string, first *head) string {
	b := binary.BigEndian.AppendUint64(nil, first.hash)
	h := xxh3.HashSeed([]byte(first.id), xxh3.Hash(b))
	b = binary.BigEndian.AppendUint64(nil, h)
	return kind + strings.ToLower(base32.StdEncoding.EncodeToString(b))[:9]
}
