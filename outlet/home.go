package outlet

import (
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// Home returns the canonical name and the main host of the outlet that an
// article comes from: of the name that it gives, else by the address of its
// page. Either may be empty.
//
// An outlet that the gazetteer does not know goes by the name without its
// article, since others write it with or without; by an address alone by what its
// site has registered, news.example.co.uk by example.co.uk. The name of the
// company behind an outlet gives way to what the site tells, and so does an unknown
// name at the address of a known paper or station, if none of its words is one that
// papers are named by: it is a section, or who wrote the piece (Opinion, Ada Lorne).
func (g *Gazetteer) Home(name, address string) (canonical, domain string) {
	page, amp := article.PageAddress(address)
	if page != "" {
		address = page
	}
	if amp { // whose site it is does not hang on the form of the page
		name = strings.TrimSuffix(name, " AMP")
	}
	name = g.withoutForm(name, address)
	if strings.TrimSpace(name) == "" {
		return g.site(address)
	}
	canonical, domain = g.Canonical(name)
	switch {
	case domain != "" && isBlog(strings.ToLower(name)): // the host of one writer stands for the name
		return g.site(strings.ToLower(name))
	case domain != "" && domain == canonical && g.ByHost(domain) == nil: // a host that nobody knows
		return g.site(domain)
	case domain != "" || g.ByName(canonical) != nil:
		return canonical, domain
	}
	// A name in another script than the gazetteer has, at an agency's own address.
	if o := g.ByHost(address); o != nil && o.Kind == Agency {
		return o.Name, o.Domain()
	}
	if bare, legal := article.WithoutLegalForm(canonical); legal {
		if o := g.ByName(bare); o != nil {
			return o.Name, o.Domain()
		}
		site, host := g.site(address)
		if site != "" && !namesSite(bare, host) {
			return site, host
		}
		canonical = bare
	}
	if o := g.ByHost(address); o != nil && o.prints() && !g.namesPaper(canonical) {
		return o.Name, o.Domain()
	}
	if o := g.native(canonical); o != nil {
		return o.Name, o.Domain()
	}
	return strings.TrimPrefix(canonical, "The "), ""
}

// strokes stand between the name of a site and what else its title has.
var strokes = [...]string{" | ", " - ", " – ", " — ", " · ", " • ", " : ", " ("}

// withoutForm returns the name of a site without the words behind a stroke, or in brackets, that say in what
// form a page of it was fetched: Pier Post of Pier Post | Mobile. Whose site it is does not hang on that. Where
// the host at address is called just as what stands before, the words may be any: a section, a motto.
func (g *Gazetteer) withoutForm(name, address string) string {
	label := ""
	if host := hostOf(address); host != "" && !isBlog(host) && g.ByHost(address) == nil {
		if site, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
			label = HostLabel(site)
		}
	}
	isForm := func(w string) bool { return g.near.has(nearForm, word.Hash(strings.ToLower(w))) }
	for _, stroke := range strokes {
		at := strings.LastIndex(name, stroke)
		if at <= 0 {
			continue
		}
		words := strings.Fields(strings.TrimSuffix(name[at+len(stroke):], ")"))
		if label != "" && calledBy(label, name[:at]) || len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !isForm(w) }) {
			return strings.TrimSpace(name[:at])
		}
	}
	if at := strings.LastIndexByte(name, ' '); at > 0 && isForm(name[at+1:]) && label != "" && calledBy(label, name[:at]) {
		return name[:at] // Pier Post Mobile, at m.pierpost.example
	}
	return name
}

// calledBy reports whether label, as HostLabel returns it, is name, written together.
func calledBy(label, name string) bool {
	return label == word.Letters(strings.TrimPrefix(strings.ToLower(strings.TrimSpace(name)), "the "))
}

// prints reports whether what stands on the site of o is its own: not on a portal's,
// a platform's or an agency's.
func (o *Outlet) prints() bool {
	return o.Sort == SortNewspaper || o.Sort == SortBroadcaster || o.Sort == SortMagazine || o.Sort == SortJournal
}

// namesPaper reports whether a word of an unknown name is one that papers are named
// by: The Carrick Herald, on the site of its group.
func (g *Gazetteer) namesPaper(name string) bool {
	return g.hasWord(name, nearGeneric|nearOrdinary|nearNoun|nearOpening|nearSheet)
}

// PaperLike reports whether a word of a name that g need not know is one that papers are named by.
func (g *Gazetteer) PaperLike(name string) bool { return PaperLike(name) || g.namesPaper(name) }

// hasWord reports whether a word of name is of one of the classes.
func (g *Gazetteer) hasWord(name string, c near) bool {
	return slices.ContainsFunc(word.Words(nil, name), func(w word.Word) bool { return g.near.has(c, word.Hash(name[w.Start:w.End])) })
}

// Institution reports whether a name that is no outlet's is that of a house with news of its own: a
// university, a ministry, the police. What stands on its site is its release.
func (g *Gazetteer) Institution(name string) bool {
	return g.hasWord(name, nearInstitution) && !g.namesPaper(name) && g.ByName(name) == nil
}

// site returns the name and main host of the outlet at an address, or host.
func (g *Gazetteer) site(address string) (name, domain string) {
	if address == "" {
		return "", ""
	}
	host := hostOf(address)
	if o := g.ByHost(address); o != nil && !(o.Kind == Platform && isBlog(host)) {
		return o.Name, o.Domain()
	}
	if article.Relays(host) {
		return "", ""
	}
	if site, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil && !isBlog(host) {
		host = site
	}
	return host, host
}

// blogHosts are sites on which everybody has a host of one's own, beside those that the list
// of public suffixes names.
var blogHosts = []string{"substack.com", "medium.com", "tumblr.com", "wordpress.com", "livejournal.com", "beehiiv.com", "typepad.com", "over-blog.com"}

// isBlog reports whether a host is that of one writer or paper on a site where everybody may have
// one: islander.substack.com. It is an outlet of its own.
func isBlog(host string) bool {
	_, site, ok := strings.Cut(host, ".")
	if !ok {
		return false
	}
	if slices.Contains(blogHosts, site) {
		return true
	}
	suffix, icann := publicsuffix.PublicSuffix(host)
	return !icann && suffix == site && strings.Contains(suffix, ".")
}

// namesSite reports whether a name is that of a site, written together in its
// host.
func namesSite(name, host string) bool {
	fold := strings.NewReplacer(" ", "", "-", "", ".", "", "'", "")
	label, _, _ := strings.Cut(host, ".")
	name = fold.Replace(strings.TrimPrefix(strings.ToLower(name), "the "))
	if label = fold.Replace(label); name == "" || label == "" {
		return false
	}
	return strings.Contains(name, label) || strings.Contains(label, name)
}

// Display returns how an outlet is shown whose canonical name and main host Home
// returned: where the gazetteer does not know it, with the article that the name
// given has.
func Display(given, canonical, domain string) string {
	if domain != "" {
		return canonical
	}
	for _, name := range [...]string{given, strings.TrimSuffix(given, " AMP")} {
		if strings.HasSuffix(name, canonical) {
			return name
		}
	}
	if named := Article + canonical; canonical != "" && strings.HasPrefix(given, named) { // The Pier Post | Mobile
		return named
	}
	return canonical
}

// Namesake returns the outlet that a name which several share means on a page at an address, else in the
// press of some countries, of which the first is the likeliest: ABC in a Spanish text. It is nil where
// the name means one outlet only, or nothing tells another than the one that it means anywhere.
func (g *Gazetteer) Namesake(name, address, countries string) *Outlet {
	holders := g.shared[word.FoldName(name)]
	if len(holders) < 2 {
		return nil
	}
	at := g.ByHost(address)
	var there *Outlet
	for _, h := range holders {
		switch {
		case h.outlet == at:
			return at
		case h.stars == 2 && strings.Contains(countries, h.outlet.Country):
			return nil
		case there == nil && h.stars > 0 && strings.HasPrefix(countries, h.outlet.Country):
			there = h.outlet
		}
	}
	if address != "" || countries == "" {
		return nil
	}
	return there
}
