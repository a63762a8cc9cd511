package article

import (
	"net/url"
	"slices"
	"strings"
)

// PageAddress returns what the addresses of one page have in common, however it
// was fetched: host and path, without scheme and "www.", with the parameters of
// the query that are not there to count visits, sorted. Of an archive of the web
// it is the address of the page that it holds. amp reports whether the address
// is that of the page's AMP form. address is empty if rawURL is no web address.
func PageAddress(rawURL string) (address string, amp bool) {
	rawURL = archived(rawURL)
	u, err := url.Parse(rawURL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", false
	}
	host, ampHost := pageHost(u)
	path, ampPath := pagePath(u)
	query, ampQuery := pageQuery(u)
	address = host + path
	if query != "" {
		address += "?" + query
	}
	return address, ampHost || ampPath || ampQuery
}

// pageHost returns the host of u without the labels that only say for which
// devices its pages are made.
func pageHost(u *url.URL) (host string, amp bool) {
	host = strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	for _, label := range [...]string{"amp.", "m.", "mobile."} {
		if rest, ok := strings.CutPrefix(host, label); ok && strings.Contains(rest, ".") {
			host, amp = rest, amp || label == "amp."
		}
	}
	return host, amp
}

// pagePath returns the path of u without a slash at its end or the marks of the
// AMP form.
func pagePath(u *url.URL) (path string, amp bool) {
	path = strings.TrimSuffix(u.EscapedPath(), "/")
	for _, affix := range [...]string{"/amp", ".amp"} {
		if rest, ok := strings.CutSuffix(path, affix); ok {
			path, amp = rest, true
		}
	}
	if rest, ok := strings.CutPrefix(path, "/amp/"); ok {
		path, amp = "/"+rest, true
	}
	return path, amp
}

// pageQuery returns the parameters of u that say which page it is, sorted.
func pageQuery(u *url.URL) (query string, amp bool) {
	var kept []string
	for key, values := range u.Query() {
		switch lower := strings.ToLower(key); {
		case lower == "amp" || lower == "outputtype" && slices.Contains(values, "amp"):
			amp = true
		case strings.HasPrefix(lower, "utm_") || slices.Contains(visitParameters, lower):
		default:
			for _, v := range values {
				kept = append(kept, url.QueryEscape(key)+"="+url.QueryEscape(v))
			}
		}
	}
	slices.Sort(kept)
	return strings.Join(kept, "&"), amp
}

// visitParameters are parameters of a query that say how a reader came to a page.
var visitParameters = []string{
	"fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "ref", "ref_src", "cmpid", "cmp", "ocid", "smid", "xtor",
	"at_medium", "at_campaign", "ns_campaign", "ns_source", "ns_mchannel", "s_cid", "taid", "spm",
}

// archived returns the address of the page that an archive of the web holds at
// rawURL, else rawURL: https://web.archive.org/web/20250405/https://… .
func archived(rawURL string) string {
	i := strings.Index(rawURL, "://")
	if i < 0 {
		return rawURL
	}
	host, path, _ := strings.Cut(rawURL[i+len("://"):], "/")
	switch strings.TrimPrefix(strings.ToLower(host), "www.") {
	case "web.archive.org", "archive.org", "archive.ph", "archive.today", "archive.is", "arquivo.pt", "webarchive.org.uk":
	default:
		return rawURL
	}
	k := strings.Index(path, "http")
	if k < 0 {
		return rawURL
	}
	scheme, rest, ok := strings.Cut(path[k:], ":/") // some programs that join addresses drop a slash
	if !ok {
		return rawURL
	}
	return scheme + "://" + strings.TrimLeft(rest, "/")
}
