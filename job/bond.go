package job

import (
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/outlet"
	"wiretrace/report"
	"wiretrace/row"
)

// bond says why article n, whose digest is d and of which s was found out, need not
// credit where it has its text from: by licence or as of the same house, with the
// reason; empty where it must.
func (t *telling) bond(n uint32, d *digest.Digest, s *cluster.Standing) (credited, why string) {
	h := &t.heads[n]
	for _, from := range []string{s.SourceOutlet, s.Upstream()} {
		switch bond, owner := t.o.Relations.Between(d.Outlet, from, [2]int64{h.from, h.to}); {
		case bond == outlet.Licence:
			return report.Licensed, "it may carry " + from + "'s text by licence"
		case bond == outlet.SameHouse && owner != "":
			return report.InHouse, "both outlets belong to " + owner
		case bond == outlet.SameHouse:
			return report.InHouse, "both outlets are of one publisher"
		}
	}
	return "", ""
}

// uncredited reports whether an article derives from another and should credit it,
// but credits nobody.
func (t *telling) uncredited(n uint32, d *digest.Digest, s *cluster.Standing) bool {
	if !s.Uncredited() {
		return false
	}
	credited, _ := t.bond(n, d, s)
	return credited == ""
}

// tellCredit fills in whether an article credits those from whom it has its news, and
// why it need not.
func (t *telling) tellCredit(a *row.Article, n uint32, d *digest.Digest, s *cluster.Standing) {
	a.Credited = credited(s)
	if a.Credited != report.No {
		return
	}
	if bond, why := t.bond(n, d, s); bond != "" {
		a.Credited = bond
		a.Why += "; " + why
	}
}
