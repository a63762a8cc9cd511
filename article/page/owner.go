package page

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// owner returns the name that stands behind the headline in the title of the page, where a line of the page says that
// all rights are its, or a link that leads home is called so: "No ferry this winter - The Islander", "© 2025 The
// Islander". It is asked where nothing else tells the outlet, so the name alone might be that of a section.
func (d *describer) owner() string {
	heading, title := d.onlyHeading(), clean(d.facts.title)
	if heading == "" {
		return ""
	}
	if m := pressReader.FindStringSubmatch(title); m != nil {
		return cleanSite(m[1])
	}
	for _, sep := range [...]string{" | ", " – ", " — ", " - ", " » ", " · ", " :: "} {
		if name := behindHeading(title, heading, sep); name != "" && d.owns(name) {
			return cleanSite(name)
		}
	}
	for _, sep := range [...]string{"_", "-", "|", "－", "｜"} { // without spaces, as titles in Chinese and Japanese are written
		name := behindHeading(lastOfTitle(title, sep), heading, sep)
		if r, _ := utf8.DecodeRuneInString(name); unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) && d.owns(name) {
			return cleanSite(name)
		}
	}
	return ""
}

// pressReader is how titles of PressReader begin, which shows pages of papers: "PressReader - The Islander: 2025-03-12 - No ferry".
var pressReader = regexp.MustCompile(`^PressReader(?:\.com)? - (.+?)(?: \([^()]+\))?: \d{4}-\d\d-\d\d - `)

// behindHeading returns what stands behind the headline and a separator in a title, if it is as short as the name of a site and
// nothing else stands behind it; empty if not.
func behindHeading(title, heading, sep string) string {
	const mostWords = 5
	before, name, ok := strings.Cut(title, sep)
	if !ok || !sameTitle(before, heading) || strings.Contains(name, sep) || len(name) > longestSite || wordsIn(name) > mostWords {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(name); unicode.IsLower(r) {
		return ""
	}
	return name
}

// ofSite reports whether a heading of level 1 that a title begins or ends with is the name of the site.
func (d *describer) ofSite(title, heading string) bool {
	return d.namesSite(heading) || d.headsRest(title, heading)
}

// headsRest reports whether what a title has besides a heading of level 1 is a longer heading of the page, as where old themes
// have the name of the site in the first: "Sennock Voice: Choir asks for its echo back".
func (d *describer) headsRest(title, heading string) bool {
	const fewest = 4 // words
	rest, ok := strings.CutPrefix(title, heading)
	if !ok {
		rest = strings.TrimSuffix(title, heading)
	}
	rest = strings.Trim(rest, " -–—|:»«·•/")
	if n := wordsIn(rest); n < fewest || n <= wordsIn(heading) {
		return false
	}
	for n := d.doc; n != nil; n = next(d.doc, n, unread(n.DataAtom)) {
		if n.Type == html.ElementNode && isHeading(n.DataAtom) && n.DataAtom != atom.H1 && sameTitle(textOf(n, 600), rest) {
			return true
		}
	}
	return false
}

// lastOfTitle returns a title without what stands between its first part and its last: the section.
func lastOfTitle(title, sep string) string {
	first, last := strings.Index(title, sep), strings.LastIndex(title, sep)
	if first < 0 || first == last {
		return title
	}
	return title[:first] + title[last:]
}

// owns reports whether a line of the page says that all rights are of this name, which may be without its article there.
func (d *describer) owns(name string) bool {
	const longest = 300 // bytes of the line
	bare := strings.TrimPrefix(name, "The ")
	for n := d.doc; n != nil; n = next(d.doc, n, unread(n.DataAtom)) {
		if n.Type != html.TextNode || len(n.Data) > longest || n.Parent == nil {
			continue
		}
		if n.Parent.DataAtom == atom.A && clean(n.Data) == name && isHome(attr(n.Parent, "href")) {
			return true
		}
		if !containsAny(strings.ToLower(n.Data), rightsSigns) {
			continue
		}
		if strings.Contains(textOf(n.Parent, longest), bare) {
			return true
		}
	}
	return false
}

// rightsSigns are parts of lines that say whose all rights are.
var rightsSigns = []string{"©", "copyright", "(c)", "版权所有", "版權所有", "著作権", "저작권", "ⓒ"}
