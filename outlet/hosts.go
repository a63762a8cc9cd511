package outlet

import (
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// Hosts say of hosts that the gazetteer does not know whose pages stand there, as pages in
// hand tell that name their outlet: another page of the same paper may not. It is empty of a host
// where several names are given, or one unlike it.
type Hosts map[string]string

// Add notes the site of an article, as Hosted tells it.
func (h Hosts) Add(host, name string) {
	if host == "" {
		return
	}
	if old, ok := h[host]; ok && old != name {
		name = ""
	}
	h[strings.Clone(host)] = strings.Clone(name)
}

// Hosted returns the host of an article that gives its outlet, of which canonical and
// domain are what Home returned, if the gazetteer does not know that host; and the name, if it is
// a paper's that the host is called after and that the gazetteer does not know either. Else they
// are empty.
func (g *Gazetteer) Hosted(canonical, domain, address string) (host, name string) {
	if canonical == "" || canonical == domain || address == "" {
		return "", ""
	}
	if page, _ := article.PageAddress(address); page != "" {
		address = page
	}
	site, host := g.site(address)
	if site != host || host == "" {
		return "", "" // one that the gazetteer knows
	}
	if domain == "" && g.ByName(canonical) == nil && calledAfter(host, canonical) {
		return host, canonical
	}
	return host, ""
}

// HostLabel returns by what a host may be called: the letters of its first label, without "www." and
// the article, as carrickherald of the-carrick-herald.example.
func HostLabel(host string) string {
	label, _, _ := strings.Cut(strings.TrimPrefix(host, "www."), ".")
	return strings.TrimPrefix(word.Letters(label), "the")
}

// leastCalled is how many letters a name, or the first label of a host, has at least that
// is the beginning or the end of the other.
const leastCalled = 6

// calledAfter reports whether a host is called after an outlet: carrickherald.example and
// the-carrick-herald-online.example after the Carrick Herald.
func calledAfter(host, name string) bool {
	x, y := HostLabel(host), word.Letters(strings.TrimPrefix(strings.ToLower(name), "the "))
	if len(x) > len(y) {
		x, y = y, x
	}
	return x == y && x != "" || len(x) >= leastCalled && (strings.HasPrefix(y, x) || strings.HasSuffix(y, x))
}
