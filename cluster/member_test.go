package cluster

import (
	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/credit/claim"
	"wiretrace/digest"
	"wiretrace/outlet"
)

// piece makes a member of a cluster: its text is a thousand bytes long, its
// credits stand one after the other from its beginning, and those in running
// text are for its main news, the ones for its background left out.
func piece(n uint32, home string, published article.Time, list ...credit.Credit) Member {
	d := &digest.Digest{
		Meta:   article.Article{ID: home, Published: published},
		Outlet: home,
		Layout: article.Layout{Blocks: []article.Block{{Span: article.Span{Start: 0, End: 1000}, Kind: article.Prose}}},
	}
	for k, c := range list {
		if c.End == 0 {
			c.Start, c.End = 20*k, 20*k+10
		}
		d.Credits = append(d.Credits, c)
		if c.Kind == outlet.Platform || c.Outlet == "" || c.Outlet == home {
			continue
		}
		x := digest.Claim{Outlet: c.Outlet, Via: c.Via, Credit: k, Probability: 0.9}
		switch {
		case c.Cue == credit.CueByline || c.Cue == credit.CueDateline:
			x.Text = claim.Whole
		case c.Cue == credit.CueCreditLine:
			x.Text = claim.Included
		case c.Background || c.Start >= 900:
			x.Probability = 0.1
		}
		d.Claims = append(d.Claims, x)
	}
	return Member{Number: n, Rep: n, Digest: d}
}

// copyOf makes m a member of the copy family of rep.
func copyOf(rep uint32, m Member) Member {
	m.Rep = rep
	return m
}

func says(name string) credit.Credit {
	return credit.Credit{Outlet: name, Kind: outlet.Publisher, Cue: "according to"}
}

func saysVia(name, via string) credit.Credit {
	c := says(name)
	c.Via = via
	return c
}

func wired(name, cue string) credit.Credit {
	return credit.Credit{Outlet: name, Kind: outlet.Agency, Cue: cue}
}

// detailFrom is a credit for something that is not the main news.
func detailFrom(name string) credit.Credit {
	c := says(name)
	c.Start, c.End = 900, 910
	return c
}

// kind makes the outlet of m one of a kind.
func kind(k outlet.Kind, m Member) Member {
	m.Kind = k
	return m
}

// signed gives m a byline.
func signed(byline string, m Member) Member {
	m.Meta.Byline = byline
	return m
}

var undatedTime article.Time
