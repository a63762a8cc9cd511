package outlet

import "strings"

// carriers are sites whose pages are mostly texts of others, under their writers' names: portals
// and readers of news, each by the label of its host that all its countries have, or by its host.
var carriers = map[string]bool{
	"yahoo": true, "aol": true, "msn": true, "newsbreak": true, "smartnews": true, "flipboard": true, "dailyhunt": true, "inkl": true, "upday": true,
	"pressreader": true, "headtopics": true, "operanewsapp": true, "livedoor": true, "infoseek": true, "daum": true, "naver": true,
	"apple.news": true, "ground.news": true, "opera.news": true, "news.google.com": true,
}

// Carries reports whether an outlet, by its name and the address of its piece, either of which may
// be empty, is a site whose pages are mostly texts of others: a portal. Some of it is its own.
func Carries(name, address string) bool {
	host := hostOf(address)
	if host == "" {
		first, _, _ := strings.Cut(strings.ToLower(name), " ")
		return carriers[first] || carriers[strings.ToLower(name)]
	}
	if carriers[host] {
		return true
	}
	labels := strings.Split(host, ".")
	for _, label := range labels[:len(labels)-1] {
		if carriers[label] {
			return true
		}
	}
	return false
}
