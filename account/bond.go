package account

import (
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/outlet"
	"wiretrace/report"
	"wiretrace/row"
)

// bond says why article p, whose digest is d and of which s was found out, is not called
// uncredited though it credits nobody, with the reason, if s does not give it: it need not, by
// licence or as of the same house, or its text is an agency's, whose line its page may have lost.
// Empty where it should credit.
func (t *Teller) bond(p *Piece, d *digest.Digest, s *cluster.Standing) (credited, why string) {
	for _, from := range []string{s.SourceOutlet, s.Upstream()} {
		switch bond, owner := t.Relations.Between(d.Outlet, from, [2]int64{p.Dates.From, p.Dates.To}); {
		case bond == outlet.Licence:
			return report.Licensed, "it may carry " + from + "'s text by licence"
		case bond == outlet.SameHouse && owner != "":
			return report.InHouse, "both outlets belong to " + owner + " today"
		case bond == outlet.SameHouse:
			return report.InHouse, "both outlets are of one publisher"
		}
	}
	if s.AgencyText() {
		return report.NoLine, ""
	}
	return "", ""
}

// uncredited reports whether an article derives from another and should credit it,
// but credits nobody.
func (t *Teller) uncredited(p *Piece, d *digest.Digest, s *cluster.Standing) bool {
	if !s.Uncredited() {
		return false
	}
	credited, _ := t.bond(p, d, s)
	return credited == ""
}

// tellCredit fills in whether an article credits those from whom it has its news, and
// why it need not.
func (t *Teller) tellCredit(a *row.Article, p *Piece, d *digest.Digest, s *cluster.Standing) {
	a.Credited = credited(s)
	if a.Credited != report.No {
		return
	}
	if bond, why := t.bond(p, d, s); bond != "" {
		a.Credited = bond
		if why != "" {
			a.Why += "; " + why
		}
	}
}
