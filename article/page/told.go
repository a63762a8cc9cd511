package page

import (
	"encoding/base64"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/article/date"
)

// ofPiece are the words, in lower case, with which a sentence about the piece itself begins.
var ofPiece = listed("of-piece")

// elsewhereFirst are parts of words that say that the piece was published in another place before.
var elsewhereFirst = listed("elsewhere-first")

// tellsOfPiece reports whether a date stands in a sentence that says when the piece itself was published: "Dieser
// Artikel wurde am 14. Dezember 2015 von Jo in Schiffe veröffentlicht." The piece may be called by its headline.
func (d *describer) tellsOfPiece(n *html.Node) bool {
	before, behind := lineAround(n)
	line := strings.ToLower(strings.TrimSpace(before + n.Data + behind))
	k := strings.IndexAny(line, "0123456789")
	if k < 0 || len(line) > 4*longestDated {
		return false
	}
	named := d.facts.titled != "" && len(d.facts.titled) < k && strings.HasPrefix(line, strings.ToLower(d.facts.titled)) && containsAny(line[k:], statedBehind)
	if !named && !beginsWithAny(line, ofPiece) {
		return false
	}
	return containsAny(line, publishedVerbs) && !containsAny(line[:k], changedWords) && !containsAny(line, elsewhereFirst)
}

// publishedVerbs are those of publishedWords that are no mere label of a day.
var publishedVerbs = listed("published-verb")

// statedBehind are those that follow the day.
var statedBehind = listed("published-behind")

func beginsWithAny(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// saysPublished reports whether a date, which dates the page by rank, or the line above it says that something was
// published then; "date" alone says that of an event too.
func saysPublished(n *html.Node, rank int) bool {
	label := labelAbove(n.Parent)
	if rank == datedByLabel {
		label = strings.ToLower(n.Data)
	} else if rank != datedWhole {
		return false
	}
	return containsAny(label, publishedVerbs) && !containsAny(label, changedWords) && !containsAny(label, elsewhereFirst)
}

// ofReaders reports whether the names around a date are of comments.
func ofReaders(scope string) bool {
	return containsAny(scope, []string{"comment", "kommentar", "coment", "reply", "respon", "disqus"})
}

// linksHere reports whether a date stands in a teaser of this very page, as lists of the latest pieces have it.
func (d *describer) linksHere(n *html.Node) bool {
	const longest, deepest = 400, 8 // bytes; elements
	if d.at == "" {
		return false
	}
	if !isDate(clean(n.Data)) {
		return false
	}
	box := n.Parent
	for depth := 0; box.Parent != nil && depth < deepest && len(textOf(box.Parent, longest+1)) <= longest && linksOf(box) == 0; depth++ {
		box = box.Parent
	}
	links := 0
	for c := box; c != nil; c = next(box, c, false) {
		if c.DataAtom == atom.A && attr(c, "href") != "" {
			if links++; !sameAddress(absolute(attr(c, "href"), d.facts.baseOf(d.at)), d.at) || strings.Contains(attr(c, "href"), "#") {
				return false
			}
		}
	}
	return links > 0 && len(textOf(box, longest)) > len(clean(n.Data))+shortestTeaser
}

// shortestTeaser is the length in bytes of the shortest text of a teaser beside its date.
const shortestTeaser = 12

// linksOf returns the number of links in an element, itself included.
func linksOf(box *html.Node) int {
	links := 0
	for c := box; c != nil; c = next(box, c, false) {
		if c.DataAtom == atom.A && attr(c, "href") != "" {
			links++
		}
	}
	return links
}

// isDate reports whether s is a date and nothing else.
func isDate(s string) bool {
	_, ok := date.Parse(s)
	return ok
}

// dateOfHeading reports whether n is a date that stands in a heading, in an element of its own.
func dateOfHeading(n *html.Node) bool {
	const deepest = 3
	if n.DataAtom != atom.Time || n.Parent == nil {
		return false
	}
	for a, depth := n.Parent, 0; a != nil && depth < deepest; a, depth = a.Parent, depth+1 {
		if isHeading(a.DataAtom) {
			return true
		}
	}
	return false
}

// encodedText returns the date that a data attribute of n holds as base64, which a script of the site shows
// in the place of the text; empty if there is none.
func encodedText(n *html.Node) string {
	const shortest, longest = 12, 80 // bytes
	for i := range n.Attr {
		a := &n.Attr[i]
		if len(a.Val) < shortest || len(a.Val) > longest || !strings.HasPrefix(a.Key, "data-") || strings.ContainsAny(a.Val, " -:.") {
			continue
		}
		if b, err := base64.StdEncoding.DecodeString(a.Val); err == nil && isDate(string(b)) {
			return string(b)
		}
	}
	return ""
}
