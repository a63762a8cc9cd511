package job

import (
	"wiretrace/cluster"
	"wiretrace/digest"
)

// A version is the earlier version, by the same outlet, of an article that stands
// alone: such pieces join no cluster by themselves.
type version struct {
	of    uint32 // noArticle if there is none
	share float64
	why   string
}

// earlierVersion returns the earlier version of article n, which stands alone,
// with which it has most in common.
func (t *telling) earlierVersion(n uint32, d *digest.Digest) (version, error) {
	found := version{of: noArticle}
	list, err := t.links.of(n)
	if err != nil {
		return found, err
	}
	m := cluster.Member{Number: n, Seen: t.seen(n), Digest: d}
	for _, e := range list {
		if t.heads[e.other].site != t.heads[n].site {
			continue
		}
		l, err := t.links.read(e, false)
		if err != nil {
			return found, err
		}
		share, other := l.ShareA, l.ShareB
		if l.B == n {
			share, other = other, share
		}
		if share <= found.share || l.Relation != cluster.Copy && l.Relation != cluster.Partial {
			continue
		}
		o, err := t.digest(e.other)
		if err != nil {
			return found, err
		}
		earlier := cluster.Member{Number: e.other, Seen: t.seen(e.other), Digest: o}
		if cluster.EarlierVersion(&m, &earlier, share, other) {
			found = version{e.other, share, cluster.WhyUpdate(&m, &earlier, share)}
		}
	}
	return found, nil
}

// isUpdate reports whether article n is a later version of the other of a share.
func (t *telling) isUpdate(n uint32, d *digest.Digest, sh *cluster.Share) (bool, error) {
	if sh.Outlet != d.Outlet {
		return false, nil
	}
	o, err := t.sides.get(sh.Number)
	if err != nil {
		return false, err
	}
	m := cluster.Member{Number: n, Seen: t.seen(n), Digest: d}
	other := cluster.Member{Number: sh.Number, Seen: t.seen(sh.Number), Digest: o.Digest}
	return cluster.EarlierVersion(&m, &other, sh.Pair.ShareA, sh.Pair.ShareB), nil
}
