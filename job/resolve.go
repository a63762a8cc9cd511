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

// resolve is the fourth step: clusters, each by itself.
func (r *run) resolve(ctx context.Context) error {
	groups := cluster.Groups(r.links)
	in := make(map[uint32]int, len(groups)) // the group of each representative
	for g, list := range groups {
		for _, n := range list {
			in[n] = g
		}
	}
	members := make([][]uint32, len(groups))
	for n, rep := range r.reps {
		g, ok := in[rep]
		if !ok && rep != uint32(n) { // a family that no other is tied to
			g = len(groups)
			groups = append(groups, []uint32{rep})
			members = append(members, []uint32{rep})
			in[rep] = g
		}
		if ok || rep != uint32(n) {
			members[g] = append(members[g], uint32(n))
		}
	}
	links := make([][]cluster.Link, len(groups))
	for _, l := range r.links {
		if a, ok := in[l.A]; ok {
			if b, ok := in[l.B]; ok && a == b {
				links[a] = append(links[a], l)
			}
		}
	}
	r.clusters = make([]resolved, len(groups))
	return each(ctx, len(groups), r.Threads, func() func(int) error {
		return func(g int) error {
			slices.Sort(members[g])
			members[g] = slices.Compact(members[g])
			list := make([]cluster.Member, len(members[g]))
			for k, n := range members[g] {
				d, err := r.digest(n)
				if err != nil {
					return err
				}
				list[k] = cluster.Member{Number: n, Rep: r.reps[n], Digest: d}
			}
			first := r.heads[members[g][0]]
			r.clusters[g] = resolved{id("c", first), members[g], cluster.Resolve(list, links[g])}
			return nil
		}
	}, func(done int) { r.Progress(Progress{Step: Resolving, Done: done, Total: len(groups)}) })
}

// id names a cluster or family by its first article: a letter and nine of
// base 32, so that two of a million clusters share one with a chance of 1 in 70.
func id(kind string, first head) string {
	b := binary.BigEndian.AppendUint64(nil, first.hash)
	h := xxh3.HashSeed([]byte(first.id), xxh3.Hash(b))
	b = binary.BigEndian.AppendUint64(nil, h)
	return kind + strings.ToLower(base32.StdEncoding.EncodeToString(b))[:9]
}
