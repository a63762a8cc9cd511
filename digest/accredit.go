package digest

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/outlet"
	"wiretrace/shingle"
)

// accredit reads whose article a is, of which filled says what is known, and its credits.
func (m *Maker) accredit(d *Digest, a, filled *article.Article) {
	if o := m.gazetteer.Namesake(filled.Outlet, filled.URL, credit.Countries(filled)); o != nil {
		filled.Outlet = o.Name
	}
	d.Outlet, d.Domain = m.gazetteer.Home(filled.Outlet, filled.URL)
	if o := m.gazetteer.ByName(d.Outlet); o != nil {
		if d.Kind = o.Kind; o.Sort == outlet.SortReleases {
			d.Kind = credit.Release
		}
	} else if filled.Outlet != "" && m.gazetteer.Institution(d.Outlet) {
		d.Kind = credit.Release
	}
	d.Credits = m.credits.CreditsAmong(m.signals(a, d.Outlet), filled, &d.Layout, m.scanned)
	if a.Byline != "" { // one that the layout found is read in the text
		d.Credits = m.credits.Byline(d.Credits, filled)
	}
	d.Credits = m.credits.Title(d.Credits, filled)
	d.Credits = append(d.Credits, m.linked(d, a)...)
	if m.issued(d, filled) {
		d.Kind = credit.Release
		d.Credits = slices.DeleteFunc(d.Credits, m.distributes)
	}
	if d.Kind == credit.Release {
		d.Credits = slices.DeleteFunc(d.Credits, ofOwnRelease)
	}
}

// issued reports whether an article is a release of its own house: the text bears the line of an agency of
// releases, which passes it on, or the house, whose name is not like a paper's, put it up with the label
// or the contacts of a release; and its title or first words name the house, which is no outlet that the
// gazetteer has.
func (m *Maker) issued(d *Digest, a *article.Article) bool {
	const first = 400 // bytes of the text
	if d.Outlet == "" || d.Kind != "" {
		return false
	}
	labelled := strings.Contains(d.Outlet, " ") && slices.ContainsFunc(d.Credits, ofOwnRelease) && !m.gazetteer.PaperLike(d.Outlet)
	if !labelled && !slices.ContainsFunc(d.Credits, m.distributes) {
		return false
	}
	name := strings.ToLower(d.Outlet)
	return strings.Contains(strings.ToLower(a.Title), name) || strings.Contains(strings.ToLower(a.Text[:min(len(a.Text), first)]), name)
}

// ofOwnRelease reports whether c says that a text is a release, and names nobody of whom: on the page of
// a house that issues releases it is its own.
func ofOwnRelease(c credit.Credit) bool {
	return c.Outlet == credit.UnnamedRelease && (c.Cue == credit.CuePrinted || c.Cue == credit.CueContacts)
}

// distributes reports whether c is the line of an agency that passes on releases of others.
func (m *Maker) distributes(c credit.Credit) bool {
	o := m.gazetteer.ByName(c.Outlet)
	return o != nil && o.Sort == outlet.SortReleases && (c.Cue == credit.CueByline || c.Cue == credit.CueDateline || c.Cue == credit.CueCreditLine)
}

// release notes what d is if its head says that it is a release. One that a label and a name say
// so of is of the house of that name; another outlet prints it.
func (m *Maker) release(d *Digest) {
	k := slices.IndexFunc(d.Credits, func(c credit.Credit) bool { return c.HeadsRelease() })
	if k < 0 || d.Kind == outlet.Publisher || d.Kind == outlet.Platform {
		return
	}
	if c := &d.Credits[k]; c.Cue == credit.CueLabel {
		if d.Outlet != "" && d.Outlet != c.Outlet {
			return
		}
		d.Outlet = c.Outlet
		d.Credits = slices.Delete(d.Credits, k, k+1)
	}
	d.Kind = credit.Release
}

// signals returns what the file says outside the text of where the article
// came from, as credit lines at the beginning of the text.
func (m *Maker) signals(a *article.Article, home string) []credit.Credit {
	var out []credit.Credit
	for _, s := range a.Signals {
		if s.Kind == article.SignalLink {
			continue // part of the text
		}
		o := m.gazetteer.ByName(s.Name)
		if o == nil && s.Name != "" { // as it writes itself in its own script
			name, _ := m.gazetteer.Home(s.Name, "")
			o = m.gazetteer.ByName(name)
		}
		if o == nil && s.URL != "" {
			o = m.gazetteer.ByHost(s.URL)
		}
		if o == nil || o.Name == home || o.Kind == outlet.Platform {
			continue
		}
		c := credit.Credit{Outlet: o.Name, Domain: o.Domain(), Kind: o.Kind, Cue: credit.CueCreditLine}
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// Credit reads the credits of d anew, of which text is the text, and reports
// whether they are others now: m may know outlets that whoever made d did not.
// What the file says outside the text stays; of the others those alone count that holds
// reports true of. It sets d.Claims and d.Stories, which
// need not be set before, and returns those of them that the credits from before did not
// give.
func (m *Maker) Credit(d *Digest, text string, holds func(*credit.Credit) bool) (added []uint64, changed bool) {
	v, hides := visibleOf(text)
	if !hides {
		return m.credit(d, text, holds)
	}
	d.move(v.in)
	added, changed = m.credit(d, v.text, holds)
	d.move(v.out)
	v.cover(d.Layout.Blocks)
	return added, changed
}

func (m *Maker) credit(d *Digest, text string, holds func(*credit.Credit) bool) (added []uint64, changed bool) {
	meta := d.Meta
	meta.Text = text
	outside, from := []credit.Credit(nil), d.Credits
	for _, c := range from {
		if c.Span == (article.Span{}) {
			outside = append(outside, c)
		}
	}
	credits := m.credits.Credits(outside, &meta, &d.Layout)
	if !strings.Contains(text, meta.Byline) {
		credits = m.credits.Byline(credits, &meta)
	}
	credits = m.credits.Title(credits, &meta)
	for _, c := range from {
		if c.Linked() && !alreadyIn(credits, &c, text) {
			credits = append(credits, c)
		}
	}
	credits = slices.DeleteFunc(credits, func(c credit.Credit) bool { return c.Span != (article.Span{}) && !holds(&c) })
	if d.Kind == credit.Release {
		credits = slices.DeleteFunc(credits, ofOwnRelease)
	}
	if d.Kind == credit.Release && !slices.ContainsFunc(from, m.distributes) { // they were left out before
		credits = slices.DeleteFunc(credits, m.distributes)
	}
	credits = slices.DeleteFunc(credits, func(c credit.Credit) bool { return c.HeadsRelease() && c.Outlet == d.Outlet })
	d.Credits, _ = bounded(credits)
	return m.rekey(d, text, from)
}

// Rename calls rename with each outlet that d credits and, where it returns
// another, makes that the one credited. It returns keys as Credit does.
func (m *Maker) Rename(d *Digest, text string, rename func(c *credit.Credit)) (added []uint64, changed bool) {
	from := slices.Clone(d.Credits)
	for i := range d.Credits {
		rename(&d.Credits[i])
	}
	return m.rekey(d, text, from)
}

// rekey sets what follows from the credits of d, its claims and d.Stories, and
// returns those of the latter that the credits from did not give. It does nothing
// if they are the same.
func (m *Maker) rekey(d *Digest, text string, from []credit.Credit) (added []uint64, changed bool) {
	if slices.Equal(d.Credits, from) {
		return nil, false
	}
	old := *d
	old.Credits = from
	return m.rederive(d, text, &old), true
}

// Rehouse makes an outlet in hand that of d, which gives none, by its host (outlet.Hosts); titled
// says that others give it with "The". It credits that outlet no more. It returns keys as Credit does.
func (m *Maker) Rehouse(d *Digest, text, name string, titled bool) (added []uint64) {
	old := *d
	d.Outlet, d.Domain, d.Meta.Outlet = name, "", name
	if titled {
		d.Meta.Outlet = outlet.Article + name
	}
	d.Credits = slices.DeleteFunc(slices.Clone(d.Credits), func(c credit.Credit) bool { return c.Outlet == name })
	return m.rederive(d, text, &old)
}

// rederive sets what follows from outlet and credits of d, its claims and d.Stories, and
// returns those of the latter that old, the same digest before, did not give.
func (m *Maker) rederive(d *Digest, text string, old *Digest) (added []uint64) {
	m.words = shingle.Background(d.Meta.Language).Words(m.words[:0], text)
	m.prose = Prose(m.prose[:0], m.words, &d.Layout)
	before := m.stories(old)
	meta := d.Meta
	meta.Text = text
	m.lead(d, text)
	d.Claims = nil
	m.claims(d, &meta)
	d.Stories = m.stories(d)
	for _, k := range d.Stories {
		if _, had := slices.BinarySearch(before, k); !had {
			added = append(added, k)
		}
	}
	return added
}
