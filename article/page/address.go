package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"

	"wiretrace/article"
)

// isURL reports whether s is the address of a page, or begins like one.
func isURL(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// absolute returns the address that ref means on the page at base, empty if it
// is none of the web. Of an archive of the web it is that of the page it holds.
func absolute(ref, base string) string {
	ref = strings.TrimSpace(ref)
	if ref == "" || len(ref) > 2048 {
		return ""
	}
	if strings.HasPrefix(ref, "//") {
		ref = "https:" + ref
	}
	u, err := url.Parse(ref)
	if err != nil {
		return ""
	}
	if !u.IsAbs() {
		b, err := url.Parse(base)
		if err != nil || base == "" {
			return ""
		}
		u = b.ResolveReference(u)
	}
	if u.Scheme != "https" && u.Scheme != "http" || strings.IndexByte(u.Host, '.') <= 0 {
		return ""
	}
	return article.OriginalAddress(u.String())
}

// hostOf returns the host of an address in lower case, without www.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// siteOf returns what a site registered of the host of an address:
// bbc.co.uk of https://news.bbc.co.uk/1; empty if there is none.
func siteOf(address string) string {
	host := hostOf(address)
	if host == "" {
		return ""
	}
	site, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return host
	}
	return site
}

// sameAddress reports whether two addresses are of one page, but for scheme,
// www., query, fragment and a slash at the end.
func sameAddress(a, b string) bool { return bareAddress(a) == bareAddress(b) }

func bareAddress(s string) string {
	_, s, _ = strings.Cut(s, "://")
	if k := strings.IndexAny(s, "?#"); k >= 0 {
		s = s[:k]
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.ToLower(s), "www."), "/")
}
