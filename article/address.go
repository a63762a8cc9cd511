package article

import (
	"net/url"
	"slices"
	"strings"
)

// PageAddress returns what the addresses of one page have in common, however it
// was fetched: host and path, without scheme and "www.", with the parameters of
// the query that are not there to count visits or to have it in another form, sorted. Of an archive of the web
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
	if rest, ok := strings.CutSuffix(path, "/print"); ok && strings.Count(rest, "/") > 1 { // not a section for what was printed
		path = rest
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
		case ofForm(lower, values):
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

// formParameters are parameters of a query that ask for a page in another form where they are set at
// all, and formKeys those whose value does, one of forms: print=1, view=mobile.
var (
	formParameters = []string{"print", "printable", "printer", "printview", "print_view", "printpage", "printmode", "print_mode", "imprimir", "imprimer", "drucken", "stampa", "mobile", "mobileview", "nomobile"}
	formKeys       = []string{"view", "mode", "format", "output", "outputtype", "layout", "display", "style", "action", "version", "task", "tmpl"}
	forms          = []string{"print", "printable", "printer", "printer-friendly", "printview", "mobile", "desktop"}
	yes            = []string{"", "1", "true", "yes", "y", "on", "ok", "si", "sim"}
)

// ofForm reports whether a parameter of a query, of which key is in lower case, only asks for another
// form of the same page, to print or for a telephone.
func ofForm(key string, values []string) bool {
	allIn := func(list []string) bool {
		return !slices.ContainsFunc(values, func(v string) bool { return !slices.Contains(list, strings.ToLower(v)) })
	}
	return slices.Contains(formParameters, key) && allIn(yes) || slices.Contains(formKeys, key) && allIn(forms)
}

// OriginalAddress returns the address of the page that an archive of the web
// holds at rawURL, or that a cache, a translator or a counter of clicks passes on there, else rawURL:
//
//	https://web.archive.org/web/20250405102030/https://example.com/a
//	https://webarchive.example.gov/collection/20250405102030mp_/https://example.com/a
//	https://www.google.com/amp/s/example.com/a
//	https://example-com.cdn.ampproject.org/c/s/example.com/a
//	https://example-com.translate.goog/a
//	https://webcache.googleusercontent.com/search?q=cache:Xy1:https://example.com/a&hl=en
//	http://timetravel.mementoweb.org/memento/2025/https://example.com/a
//	https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fa
func OriginalAddress(rawURL string) string {
	i := strings.Index(rawURL, "://")
	if i < 0 {
		return rawURL
	}
	host, path, _ := strings.Cut(rawURL[i+len("://"):], "/")
	if passed := passedOn(strings.TrimPrefix(strings.ToLower(host), "www."), path); passed != "" {
		return passed
	}
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
	case "web.archive.org", "archive.org", "archive.ph", "archive.today", "archive.is", "archive.li", "archive.vn", "archive.fo", "archive.md",
		"arquivo.pt", "timetravel.mementoweb.org", "webarchive.org.uk", "r.jina.ai", "12ft.io":
		return true
	}
	return false
}

// passedOn returns the address of the page that a host passes on, which is none of its own;
// empty if it passes on none.
func passedOn(host, path string) string {
	path, query, _ := strings.Cut(path, "?")
	switch {
	case strings.HasPrefix(host, "google.") && strings.HasPrefix(path, "amp/"):
		return ofAMP(path[len("amp/"):])
	case strings.HasSuffix(host, ".cdn.ampproject.org") && len(path) > 2 && path[1] == '/': // c/ or v/
		return ofAMP(path[2:])
	case strings.HasSuffix(host, ".translate.goog"):
		const dash = "\x00"
		host = strings.TrimSuffix(host, ".translate.goog")
		host = strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(host, "--", dash), "-", "."), dash, "-")
		return "https://" + host + "/" + path
	case host == "webcache.googleusercontent.com":
		return ofCache(query)
	case strings.HasPrefix(host, "google.") && path == "url", host == "l.facebook.com" || host == "lm.facebook.com" || host == "l.instagram.com", strings.HasSuffix(host, ".safelinks.protection.outlook.com"):
		return inQuery(query)
	}
	return ""
}

// inQuery returns the address that a link through another site has in its query; empty if it has none.
func inQuery(query string) string {
	values, err := url.ParseQuery(query)
	if err != nil {
		return ""
	}
	for _, key := range [...]string{"url", "q", "u"} {
		if v := values.Get(key); strings.HasPrefix(v, "http://") || strings.HasPrefix(v, "https://") {
			return v
		}
	}
	return ""
}

// ofCache returns the address in a query for a page in Google's cache, with or without the
// number of the copy before it and the words looked for behind it: q=cache:Xy1:https://example.com/a+harbour.
func ofCache(query string) string {
	values, err := url.ParseQuery(query)
	_, page, ok := strings.Cut(values.Get("q"), "cache:")
	if err != nil || !ok {
		return ""
	}
	page, _, _ = strings.Cut(page, " ")
	if i := strings.Index(page, "http"); i >= 0 {
		return page[i:]
	}
	if _, rest, ok := strings.Cut(page, ":"); ok {
		page = rest
	}
	if host, _, _ := strings.Cut(page, "/"); strings.Contains(host, ".") {
		return "https://" + page
	}
	return ""
}

// ofAMP returns the address that stands in one of a cache of AMP pages: s/example.com/a.
func ofAMP(path string) string {
	if rest, ok := strings.CutPrefix(path, "s/"); ok && strings.Contains(rest, ".") {
		return "https://" + rest
	} else if host, _, _ := strings.Cut(path, "/"); strings.Contains(host, ".") {
		return "http://" + path
	}
	return ""
}

// Relays reports whether a host shows or leads to pages of others under addresses that do not name
// theirs: an archive, a shortener. It is nobody's outlet.
func Relays(host string) bool {
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	switch host {
	case "t.co", "bit.ly", "buff.ly", "dlvr.it", "ow.ly", "tinyurl.com", "goo.gl", "lnkd.in", "fb.me", "trib.al", "is.gd", "feedproxy.google.com", "feeds.feedburner.com", "perma.cc", "webcache.googleusercontent.com", "ghostarchive.org":
		return true
	}
	return host != "archive.org" && archives(host)
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
