package account

import (
	"wiretrace/cluster"
	"wiretrace/digest"
)

// A version is the earlier version, by the same outlet, of an article that stands
// alone: such pieces make no cluster by themselves.
type version struct {
	of    uint32 // None if there is none
	share float64
	why   string
}

// earlierVersion returns the earlier version of article n, which stands alone,
// with which it has most in common.
func (t *Teller) earlierVersion(n uint32, p *Piece, d *digest.Digest) (version, error) {
	found := version{of: None}
	list, err := t.Ties(n)
	if err != nil {
		return found, err
	}
	m := cluster.Member{Number: n, Seen: p.Seen, Digest: d}
	for _, e := range list {
		with := t.Piece(e.Other)
		if with.Site != p.Site {
			continue
		}
		l, err := e.Read(false)
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
		o, err := t.Digest(e.Other)
		if err != nil {
			return found, err
		}
		earlier := cluster.Member{Number: e.Other, Seen: with.Seen, Digest: o}
		if cluster.EarlierVersion(&m, &earlier, share, other) {
			found = version{e.Other, share, cluster.WhyUpdate(&m, &earlier, share)}
		}
	}
	return found, nil
}

// standing returns what article n is in its cluster, or by its own words where it stands alone, and the earlier
// version of it, if one is looked for: a piece that has its source in hand is told by that.
func (t *Teller) standing(n uint32, p *Piece, d *digest.Digest) (*cluster.Standing, version, error) {
	s := p.Standing
	if s == nil {
		alone := cluster.Alone(n, d)
		s = &alone
	} else if s.Role != cluster.Origin {
		return s, version{of: None}, nil
	}
	earlier, err := t.earlierVersion(n, p, d)
	return s, earlier, err
}

// role returns the role that the row of article n has.
func (t *Teller) role(n uint32, p *Piece, d *digest.Digest) (cluster.Role, error) {
	s, earlier, err := t.standing(n, p, d)
	if earlier.of != None && (s.Role == cluster.Single || s.Role == cluster.Origin) {
		return cluster.Role(cluster.Update), err
	}
	return s.Role, err
}

// isUpdate reports whether article n is a later version of the other of a share.
func (t *Teller) isUpdate(n uint32, p *Piece, d *digest.Digest, sh *cluster.Share) (bool, error) {
	if sh.Outlet != d.Outlet {
		return false, nil
	}
	o, err := t.Side(sh.Number)
	if err != nil {
		return false, err
	}
	m := cluster.Member{Number: n, Seen: p.Seen, Digest: d}
	other := cluster.Member{Number: sh.Number, Seen: t.Piece(sh.Number).Seen, Digest: o.Digest}
	return cluster.EarlierVersion(&m, &other, sh.Pair.ShareA, sh.Pair.ShareB), nil
}
