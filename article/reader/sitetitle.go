package reader

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/publicsuffix"

	"wiretrace/article"
)

// withoutSite takes the name of the site from the end of a title, where search services, alerts and feeds of many papers write it, and
// lends it to an article of which no better name is known: Ferry slip to close - The Harbour Post. It has to be that of the article's
// outlet or of its address: behind a dash may stand anything else.
func withoutSite(a *article.Article) {
	const shortest, longestName = 12, 40 // bytes of the title left, of the name
	for _, sep := range [...]string{" - ", " | ", " – ", " — ", " · "} {
		k := strings.LastIndex(a.Title, sep)
		if k < shortest {
			continue
		}
		name := strings.TrimSpace(a.Title[k+len(sep):])
		if len(name) > longestName || !strings.Contains(strings.TrimSpace(a.Title[:k]), " ") {
			continue
		}
		key := siteKey(name)
		if key == "" || key != siteKey(a.Outlet) && key != siteKey(labelOf(a.URL)) && !isHostNamed(a.Outlet, key) {
			continue
		}
		a.Title = strings.TrimSpace(a.Title[:k])
		if strings.Contains(name, ".") {
			return
		}
		if a.Outlet == "" || isHostNamed(a.Outlet, key) {
			a.Outlet = name
		}
		return
	}
}

// isHostNamed reports whether s is a host of which the label below the suffix is key.
func isHostNamed(s, key string) bool { return isHost(s) && siteKey(labelOf("https://"+s)) == key }

// siteKey returns the letters and digits of the name of a site in lower case, without the article before them or the ending of a host.
func siteKey(name string) string {
	var b strings.Builder
	name = strings.ToLower(name)
	if isHost(name) {
		name = labelOf("https://" + name)
	}
	for _, r := range strings.TrimPrefix(name, "the ") {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return strings.TrimPrefix(b.String(), "the")
}

// labelOf returns the label below the public suffix in the host of an address: harbourpost of https://www.harbourpost.co.uk/slip.
func labelOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return ""
	}
	host, err := publicsuffix.EffectiveTLDPlusOne(u.Hostname())
	if err != nil {
		return ""
	}
	label, _, _ := strings.Cut(host, ".")
	return label
}
