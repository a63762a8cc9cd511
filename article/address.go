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
	rawURL = OriginalAddress(rawURL)
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

// OriginalAddress returns the address of the page that an archive of the web
// holds at rawURL, else rawURL:
//
//	https://web.archive.org/web/20250405102030/https://example.com/a
//	https://webarchive.example.gov/collection/20250405102030mp_/https://example.com/a
func OriginalAddress(rawURL string) string {
	i := strings.Index(rawURL, "://")
	if i < 0 {
		return rawURL
	}
	host, path, _ := strings.Cut(rawURL[i+len("://"):], "/")
	k := strings.Index(path, "http")
	if k < 0 || !archives(host) && !captured(path[:k]) {
		return rawURL
	}
	scheme, rest, ok := strings.Cut(path[k:], ":/") // some programs that join addresses drop a slash
	if !ok || scheme != "http" && scheme != "https" {
		return rawURL
	}
	return scheme + "://" + strings.TrimLeft(rest, "/")
}

// archives reports whether a host serves an archive of the web.
func archives(host string) bool {
	switch strings.TrimPrefix(strings.ToLower(host), "www.") {
	case "web.archive.org", "archive.org", "archive.ph", "archive.today", "archive.is", "arquivo.pt", "webarchive.org.uk":
		return true
	}
	return false
}

// captured reports whether a path ends in the moment at which an archive
// fetched a page, as all that run the usual programs write it: 20250405102030/
// or 20250405102030id_/.
func captured(path string) bool {
	path, ok := strings.CutSuffix(path, "/")
	moment := path[strings.LastIndexByte(path, '/')+1:]
	if len(moment) > 3 && moment[len(moment)-1] == '_' {
		moment = moment[:len(moment)-3]
	}
	return ok && len(moment) == 14 && strings.Trim(moment, "0123456789") == ""
}
