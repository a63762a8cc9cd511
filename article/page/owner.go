package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// owner returns the name that stands behind the headline in the title of the page, where a line of the page says that
// all rights are its, or a picture that leads home is called so: "No ferry this winter - The Islander", "© 2025 The
// Islander". It is asked where nothing else tells the outlet, so the name alone might be that of a section.
func (d *describer) owner() string {
	const mostWords = 5
	heading := d.onlyHeading()
	if heading == "" {
		return ""
	}
	title := clean(d.facts.title)
	for _, sep := range [...]string{" | ", " – ", " — ", " - ", " » ", " · ", " :: "} {
		before, name, ok := strings.Cut(title, sep)
		if !ok || !sameTitle(before, heading) || strings.Contains(name, sep) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(name); len(name) <= longestSite && wordsIn(name) <= mostWords && !unicode.IsLower(r) && d.owns(name) {
			return cleanSite(name)
		}
	}
	return ""
}

// owns reports whether a line of the page says that all rights are of this name, which may be without its article there.
func (d *describer) owns(name string) bool {
	const longest = 300 // bytes of the line
	bare := strings.TrimPrefix(name, "The ")
	for n := d.doc; n != nil; n = next(d.doc, n, unread(n.DataAtom)) {
		if n.Type != html.TextNode || len(n.Data) > longest || n.Parent == nil {
			continue
		}
		if s := strings.ToLower(n.Data); !strings.Contains(s, "©") && !strings.Contains(s, "copyright") && !strings.Contains(s, "(c)") {
			continue
		}
		if strings.Contains(textOf(n.Parent, longest), bare) {
			return true
		}
	}
	return false
}
