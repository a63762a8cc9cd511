package cluster

import (
	"cmp"
	"slices"

	"wiretrace/credit"
	"wiretrace/credit/claim"
	"wiretrace/digest"
	"wiretrace/outlet"
)

// A source is an outlet from which an article has its main news or its text, by
// its own words.
type source struct {
	outlet      string
	via         string // the outlet through which it came; empty if none is named
	cue         string // the words that credit it, or byline | dateline | credit line
	kind        outlet.Kind
	text        claim.Text // what lines say of whose the text is
	probability float64    // that the claim holds, 0 to 1; 1 for a line
	told        float64    // how likely its words alone say so, 0 to 1
	borrowed    bool       // told not by its own lines but by text that it shares with others
	again       bool       // named for something else only, but its piece in hand is told again
	behind      string     // from whom an agency has it by the words of the text that is wholly its; empty if they name nobody
}

// wire reports whether a line says that the text itself is the outlet's.
func (s *source) wire() bool { return s.text >= claim.Included || s.borrowed }

// From which probability on, that an article has its main news from an outlet,
// this is called likely or possible, and two pieces may be joined by it. Below
// possibleFrom the report counts as the article's own. doc/evidence.md says how
// often probabilities held.
const (
	likelyFrom   = 0.75
	possibleFrom = 0.34
	joinFrom     = 0.55
)

// passedFrom is how likely the main news is from an outlet that was credited through the
// source of the main news, for that outlet to be its source in turn, and not that of a
// detail: what the source told of the lead is passed on, what somebody said elsewhere is not.
const passedFrom = 0.05

// sources returns the outlets from which d has its text, by its byline, dateline
// and credit lines: first those whose text it is as a whole. If no line names
// one, it returns the outlet that is most likely the source of d's main news,
// alone, or nothing if even that one is less than possible. All other credits
// are for details. d's own outlet is never among them. Credits in a text that is
// wholly an agency's are the agency's own.
func sources(d *digest.Digest) []source {
	var out []source
	best := -1
	for k := range d.Claims {
		c := &d.Claims[k]
		if c.Outlet == d.Outlet {
			continue
		}
		if c.Text >= claim.Included {
			out = append(out, newSource(d, c, 1))
			continue
		}
		if best < 0 || chance(d, k) > chance(d, best) {
			best = k
		}
	}
	if len(out) > 0 {
		slices.SortStableFunc(out, func(x, y source) int { return cmp.Compare(y.text, x.text) })
		if s := &out[0]; s.text == claim.Whole && s.kind == outlet.Agency {
			s.behind = behind(d, s.outlet)
		}
		return out
	}
	if best < 0 || chance(d, best) < possibleFrom {
		return nil
	}
	s := newSource(d, &d.Claims[best], chance(d, best))
	if s.via == "" { // if s only passed on another outlet's report, that one is the source
		for k := range d.Claims {
			if c := &d.Claims[k]; c.Via == s.outlet && c.Outlet != d.Outlet && c.Probability >= passedFrom {
				s.outlet, s.via = c.Outlet, s.outlet
				break
			}
		}
	}
	return []source{s}
}

// behind returns from which outlet an agency has the news of d, whose text is wholly the agency's,
// as the text likely says; empty if it says nothing of that, or that somebody told the agency something
// too. A release, which all have, is none.
func behind(d *digest.Digest, agency string) string {
	if slices.ContainsFunc(d.Credits, func(c credit.Credit) bool { return c.Outlet == agency && !c.OnLine() }) {
		return ""
	}
	best := -1
	for k := range d.Claims {
		c := &d.Claims[k]
		if c.Text >= claim.Included || c.Outlet == d.Outlet || c.Outlet == agency || newSource(d, c, 1).kind == credit.Release {
			continue
		}
		if best < 0 || chance(d, k) > chance(d, best) {
			best = k
		}
	}
	if best < 0 || chance(d, best) < likelyFrom {
		return ""
	}
	return d.Claims[best].Outlet
}

// chance returns how likely d has its main news from the outlet of claim k, be it
// through another: that it is from the one or from the other exclude each other.
func chance(d *digest.Digest, k int) float64 {
	c := &d.Claims[k]
	sum := float64(c.Probability)
	for i := range d.Claims {
		o := &d.Claims[i]
		if i != k && o.Text < claim.Included && o.Outlet != d.Outlet && (o.Outlet == c.Via || o.Via == c.Outlet) {
			sum += float64(o.Probability)
		}
	}
	return min(sum, 1)
}

func newSource(d *digest.Digest, c *digest.Claim, probability float64) source {
	s := source{outlet: c.Outlet, via: c.Via, text: c.Text, probability: probability, told: float64(c.Probability)}
	if c.Credit < len(d.Credits) {
		k := &d.Credits[c.Credit]
		s.cue = k.Cue
		if k.Outlet == c.Outlet {
			s.kind = k.Kind
		}
	}
	if s.via == d.Outlet {
		s.via = ""
	}
	return s
}

// mainSource returns the source of an article's main news, the first of its sources,
// and whether there is one.
func mainSource(list []source) (source, bool) {
	if len(list) == 0 {
		return source{}, false
	}
	return list[0], true
}

// sourceNamed returns the source of list that is outlet, else the one that came
// through it, and whether there is either.
func sourceNamed(list []source, outlet string) (source, bool) {
	if outlet == "" {
		return source{}, false
	}
	for _, s := range list {
		if s.outlet == outlet {
			return s, true
		}
	}
	for _, s := range list {
		if s.via == outlet {
			return s, true
		}
	}
	return source{}, false
}

// credits reports whether d credits an outlet, be it for a detail.
func credits(d *digest.Digest, name string) bool {
	return name != "" && slices.ContainsFunc(d.Credits, func(c credit.Credit) bool {
		return c.Kind != outlet.Platform && (c.Outlet == name || c.Via == name)
	})
}

// creditsInLine reports whether a line that says whose the text of d is, or who had a part in it, credits the
// outlet of this name.
func creditsInLine(d *digest.Digest, name string) bool {
	return name != "" && slices.ContainsFunc(d.Credits, func(c credit.Credit) bool { return c.OnLine() && c.Outlet == name })
}

// Agencies returns the agencies that byline, dateline or credit lines of d name,
// whatever part of the text they say is theirs, in order of the first credit of each;
// never d's own outlet.
func Agencies(d *digest.Digest) []string {
	var out []string
	for k := range d.Claims {
		c := &d.Claims[k]
		if c.Text == claim.NoText || c.Outlet == d.Outlet || c.Credit >= len(d.Credits) || d.Credits[c.Credit].Kind != outlet.Agency {
			continue
		}
		out = append(out, c.Outlet)
	}
	return out
}

// NamedWith returns the outlets that d's own words name in one breath with the one that
// they credit for the main news, by the same cue: The Herald and The Post are reporting.
// It returns none where a line says whose the text is.
func NamedWith(d *digest.Digest, upstream string) []string {
	var out []string
	for k := range d.Claims {
		c := &d.Claims[k]
		if c.Outlet != upstream || c.Text >= claim.Included || c.Credit >= len(d.Credits) {
			continue
		}
		said := &d.Credits[c.Credit]
		for i := range d.Credits {
			o := &d.Credits[i]
			together := o.Cue == said.Cue && o.Start < said.End && said.Start < o.End
			if together && o.Kind != outlet.Platform && !slices.Contains([]string{upstream, d.Outlet, c.Via, credit.UnnamedWires}, o.Outlet) {
				out = append(out, o.Outlet)
			}
		}
	}
	return out
}

// alsoFrom is how likely the main news is from an outlet, at least, that is named beside the
// likeliest: of 35 labelled reports with such a second one it was the source of 12, the
// first of 16.
const alsoFrom = 0.25

// NearlySource returns the outlets from which d's own words say with some likelihood that it has its
// main news, beside the one that they most likely have it from. It returns none where a line
// says whose the text is.
func NearlySource(d *digest.Digest, upstream string) []string {
	var out []string
	for k := range d.Claims {
		c := &d.Claims[k]
		switch {
		case c.Text >= claim.Included:
			return nil
		case c.Outlet != upstream && c.Outlet != d.Outlet && c.Probability >= alsoFrom:
			out = append(out, c.Outlet)
		}
	}
	if upstream == "" {
		return nil
	}
	return out
}

// MainCredits reports for each of d.Credits whether it names an outlet from which
// the article has its main news or its text, or through which that came.
func MainCredits(d *digest.Digest) []bool {
	list := sources(d)
	out := make([]bool, len(d.Credits))
	for k := range d.Credits {
		c := &d.Credits[k]
		out[k] = slices.ContainsFunc(list, func(s source) bool {
			return c.Outlet != "" && (c.Outlet == s.outlet || c.Outlet == s.via)
		})
	}
	return out
}
