package page

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// largestLine returns the headline of a page from before style sheets that has no heading: the one line that it sets in the largest type,
// where its title names the site and the section. Empty if there is none, or are several.
func (d *describer) largestLine() string {
	const shortest, longest, fewest, mostOfTitle = 12, 200, 3, 6 // bytes; words
	if len(d.headings) > 0 || d.facts.headline.heading > 0 || wordsIn(d.facts.title) > mostOfTitle {
		return ""
	}
	found, size := "", 0
	for n := d.doc; n != nil; n = next(d.doc, n, unread(n.DataAtom) || n.DataAtom == atom.A) {
		if n.DataAtom != atom.Font {
			continue
		}
		k := typeSize(attr(n, "size"))
		if k < size || k <= normalType {
			continue
		}
		line := textOf(n, longest+1)
		if len(line) < shortest || len(line) > longest || wordsIn(line) < fewest || line == found {
			continue
		}
		if k == size {
			return ""
		}
		found, size = line, k
	}
	if sharesWord(found, d.facts.title) {
		return ""
	}
	return found
}

// normalType is the size of type of a page that asks for no other.
const normalType = 3

// typeSize returns the size of type that a <font> asks for, 1 to 7, or so much more or less than that around it; 0 if it asks for none.
func typeSize(size string) int {
	n, err := strconv.Atoi(strings.TrimSpace(size))
	switch {
	case err != nil:
		return 0
	case strings.HasPrefix(strings.TrimSpace(size), "+") || n < 0:
		return normalType + n
	}
	return n
}

// ownerInTitle returns the part of a title that names the site and no piece, whose all rights are by a line of the page; empty if
// none is.
func (d *describer) ownerInTitle() string {
	const mostWords = 5
	for _, sep := range [...]string{" - ", " | ", " – ", " — ", " :: ", ": "} {
		first, rest, ok := strings.Cut(clean(d.facts.title), sep)
		if !ok {
			continue
		}
		for _, name := range [...]string{first, rest} {
			if name != "" && wordsIn(name) <= mostWords && capitalised(name) && d.hasRights(name) {
				return cleanSite(name)
			}
		}
	}
	return ""
}

// hasRights reports whether a line of the page says that all rights are of a name, at the beginning of those whose they are.
func (d *describer) hasRights(name string) bool {
	for n := d.doc; n != nil; n = next(d.doc, n, unread(n.DataAtom)) {
		if n.Type == html.TextNode && len(n.Data) <= longestNotice && tellsRightsOf(n.Data, name) {
			return true
		}
	}
	return false
}

// tellsRightsOf reports whether a line has a sign of rights, and behind it, but for years, a name.
func tellsRightsOf(line, name string) bool {
	lower := strings.ToLower(line)
	for _, sign := range rightsSigns {
		_, owner, ok := strings.Cut(lower, sign)
		if !ok {
			continue
		}
		owner = strings.TrimLeft(owner, " 0123456789-–,()c©:\u00a0")
		if strings.HasPrefix(strings.TrimPrefix(owner, "by "), strings.ToLower(strings.TrimPrefix(name, "The "))) {
			return true
		}
	}
	return false
}

// withoutOwnRights leaves out of the end of a text the line that says that all rights are of the outlet itself, which pages laid out with
// tables have in a cell of their own. Those of others tell whose the text is.
func withoutOwnRights(ps []paragraph, outlet string) []paragraph {
	const least = 4 // bytes of the name
	for len(ps) > 1 && len(outlet) >= least && len(ps[len(ps)-1].text) <= longestNotice && tellsRightsOf(ps[len(ps)-1].text, outlet) {
		ps = ps[:len(ps)-1]
	}
	return ps
}
