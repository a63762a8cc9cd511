package page

import (
	"strings"

	"wiretrace/article"
)

// ownSite returns the address and the site that the page was read from, as far
// as it tells, and its canonical address if that is of another site.
//
// Where the address that a page was fetched from is unknown, what outlets
// never point elsewhere tells: og:url, and where feeds, icons and search of
// the site are. A page has two sites only if they contradict each other.
func (f *facts) ownSite(fetched string) (address, site, foreign string) {
	canonical := article.OriginalAddress(absolute(f.rel("canonical"), f.baseOf(fetched)))
	og := f.sharedAddress(fetched, canonical)
	switch {
	case fetched != "":
		site = siteOf(fetched)
	case og != canonical && siteOf(og) != siteOf(canonical):
		site = siteOf(og)
	default:
		if s := f.furnitureSite(); s != "" {
			site = s
		} else {
			site = siteOf(og)
		}
	}
	if proxy(siteOf(fetched)) && canonical != "" {
		site = siteOf(canonical) // a cache of pages of others
	}
	if article.Relays(site) {
		site = ""
	}
	switch {
	case canonical == "":
		address = fetched
		if og != "" && siteOf(og) == site {
			address = og
		}
	case sameOwner(siteOf(canonical), site):
		address = canonical
	default:
		foreign = canonical
		if address = fetched; address == "" && siteOf(og) == site {
			address = og
		}
	}
	return address, site, foreign
}

// sharedAddress returns the address by which the page is to be shared, else its canonical one.
func (f *facts) sharedAddress(fetched, canonical string) string {
	og, _ := f.get("og:url", "twitter:url", "parsely-link", "sailthru.url")
	og = article.OriginalAddress(absolute(og, f.baseOf(fetched)))
	if og == "" || canonical != "" && article.Relays(siteOf(og)) && !article.Relays(siteOf(canonical)) {
		return canonical // of an archive one is a short link, the other the address of what it holds
	}
	return og
}

// baseOf returns what relative addresses of the page are relative to.
func (f *facts) baseOf(fetched string) string {
	if isURL(f.base) {
		return f.base
	}
	return fetched
}

// furnitureSite returns the site to which the links of the head to feeds, search
// and the like lead, if there are two or more and they agree.
func (f *facts) furnitureSite() string {
	site, n := "", 0
	for _, l := range f.links {
		switch {
		case l.rel == "alternate" && (strings.Contains(l.kind, "rss") || strings.Contains(l.kind, "atom")), l.rel == "search", l.rel == "edituri", l.rel == "home", l.rel == "shortlink", l.rel == "pingback":
		default:
			continue
		}
		s := siteOf(l.href)
		if s == "" || proxy(s) {
			continue
		}
		if site != "" && s != site {
			return ""
		}
		site = s
		n++
	}
	if n < 2 {
		return ""
	}
	return site
}

// proxy reports whether a site serves pages, feeds and short links of others.
func proxy(site string) bool {
	switch site {
	case "ampproject.org", "google.com", "feedburner.com", "archive.org", "archive.today", "archive.ph", "wp.me", "googleusercontent.com", "bit.ly", "w.org":
		return true
	}
	return strings.HasSuffix(site, ".ampproject.org")
}

// sameOwner reports whether two sites are one but for the ending, as
// example.com and example.co.uk.
func sameOwner(a, b string) bool {
	x, _, _ := strings.Cut(a, ".")
	y, _, _ := strings.Cut(b, ".")
	return x == y
}

// signals returns what the page says, outside its text, of where the piece
// came from.
func (d *describer) signals(outlet, foreign string) []article.Signal {
	var signals []article.Signal
	add := func(kind, name, address string) {
		name = clean(name)
		if len(name) > 200 {
			name = ""
		}
		if isURL(name) {
			name, address = "", name
		}
		if !isURL(address) {
			address = ""
		}
		switch {
		case name == "" && address == "", name != "" && sameSite(name, outlet), name != "" && address == "" && sameSite(name, d.own), name == "" && sameOwner(siteOf(address), d.own):
			return
		}
		for i := range signals {
			s := &signals[i]
			if s.Kind != kind || s.URL != address || s.Name != name && (address == "" || s.Name != "" && name != "") {
				continue
			}
			if s.Name == "" {
				s.Name = name
			}
			return
		}
		if len(signals) < 16 {
			signals = append(signals, article.Signal{Kind: kind, Name: name, URL: address})
		}
	}
	add(article.SignalCanonical, "", foreign)
	v := d.data.article
	of := func(kind, key string) {
		each(v.get(key), func(o *value) { add(kind, d.data.name(o), d.data.address(o)) })
	}
	of(article.SignalSource, "isBasedOn")
	of(article.SignalSource, "isBasedOnUrl")
	of(article.SignalProvider, "sourceOrganization")
	of(article.SignalProvider, "provider")
	for _, key := range [...]string{"author", "creator", "publisher"} {
		each(v.get(key), func(o *value) {
			if o = d.data.resolve(o); isType(o, "Organization", "NewsMediaOrganization") && (key != "publisher" || !fits(d.data.name(o), d.own, d.at) && fits(outlet, d.own, d.at)) {
				add(article.SignalProvider, d.data.name(o), d.data.address(o))
			}
		})
	}
	for i := range d.metas {
		m := &d.metas[i]
		switch m.name {
		case "syndication-source", "original-source":
			for s := range strings.SplitSeq(m.content, ",") {
				add(article.SignalSource, "", absolute(s, d.at))
			}
		case "source", "dc.source", "dcterms.source", "news_source", "article:source", "article:provider", "provider", "sourcename", "source_name", "original_source", "cxenseparse:source", "syndicator", "content_source", "content-source":
			add(article.SignalProvider, unescape(m.content), "")
		}
	}
	add(article.SignalProvider, d.origin, "")
	for i := range d.notices {
		name, address := d.notices[i].outlet()
		if name != "" || address != "" && !sameOwner(siteOf(address), d.own) {
			add(article.SignalSource, name, address)
		}
	}
	return signals
}
