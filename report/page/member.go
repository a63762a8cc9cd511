package page

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"wiretrace/report"
)

// A member is what is kept of an article until its cluster is complete.
type member struct {
	key string // names it in addresses: "a" and 12 hexadecimal digits

	id, story, family, role, outlet, title string
	opening                                string // of the text, where the title says nothing of it
	published                              string
	when                                   moment
	source                                 string // key of the article that it derives from; empty if that is not in hand
	sourceOutlet, upstream                 string
	chain                                  []string
	credited, confidence, why              string
	relation                               string // of the link to its source
	share                                  float64
	direction                              string
	words                                  int
	makeup                                 report.Makeup

	at, size int // of its fragment in the spool
	part     int // of the page that it is on, from 0
}

// keyOf names an article in addresses.
func keyOf(id string) string {
	if id == "" {
		return ""
	}
	return fmt.Sprintf("a%012x", xxh3.HashString(id)>>16)
}

func newMember(a *report.Article) member {
	m := member{
		key: keyOf(a.ID), id: clip(a.ID, 200), story: a.Story, family: a.Family, role: word(a.Role), outlet: clip(a.Outlet, 80), title: clip(a.Title, 160),
		published: a.Published, when: read(a.Published), source: keyOf(a.SourceArticle), sourceOutlet: clip(a.SourceOutlet, 80), upstream: clip(a.Upstream, 80),
		credited: word(a.Credited), confidence: word(a.Confidence), why: clip(a.Why, 400), words: a.Words, makeup: a.Makeup, relation: a.Role,
	}
	if !tellsOf(a) {
		m.opening = opening(a)
	}
	for _, outlet := range a.CreditChain[:min(len(a.CreditChain), 8)] {
		m.chain = append(m.chain, clip(outlet, 80))
	}
	for _, l := range a.Links {
		if l.SourceArticle == a.SourceArticle && l.SourceArticle != "" {
			m.relation, m.share, m.direction = l.Relation, l.ShareArticle, l.Direction
			break
		}
	}
	return m
}

// Bounds of what is looked at of a text to see whether its title is one.
const (
	proseLooked   = 6000 // bytes, and code points of a passage
	proseStep     = 500  // bytes that are looked at together
	openingLeast  = 60   // bytes of prose that may stand below a title
	openingShown  = 110  // code points
	longTitleWord = 4    // letters of a word that tells something
)

// opening returns the first words of an article's prose, empty if they are few.
func opening(a *report.Article) string {
	const looked = 8 * openingShown // code points
	var b strings.Builder
	for _, p := range a.Passages {
		if p.Label != report.Furniture && b.Len() < looked {
			b.WriteString(clip(p.Text, looked))
			b.WriteByte(' ')
		}
	}
	text := clip(b.String(), looked)
	if len(text) < openingLeast {
		return ""
	}
	return clip(text, openingShown)
}

// tellsOf reports whether the title says what the article is about: half of its longer words
// stand in the beginning of its prose, whatever their case, and it is not the name of the outlet.
// Scrapers take menus, weather and buttons for titles. Most titles show in the first sentences,
// so that no more is looked at.
func tellsOf(a *report.Article) bool {
	if strings.EqualFold(strings.TrimSpace(a.Title), a.Outlet) {
		return false
	}
	var missing [][]byte // of its longer words
	for _, w := range strings.FieldsFunc(strings.ToLower(a.Title), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if utf8.RuneCountInString(w) >= longTitleWord {
			missing = append(missing, []byte(w))
		}
	}
	long, looked := len(missing), 0
	var prose []byte // in lower case
	tells := func() bool {
		missing = slices.DeleteFunc(missing, func(w []byte) bool { return bytes.Contains(prose[max(0, looked-len(w)):], w) })
		looked = len(prose)
		return long > 0 && 2*len(missing) <= long
	}
	for _, p := range a.Passages {
		if p.Label == report.Furniture || len(prose) >= proseLooked {
			continue
		}
		n := 0
		for _, r := range p.Text {
			if n++; n > proseLooked {
				break
			}
			if prose = utf8.AppendRune(prose, unicode.ToLower(r)); len(prose)-looked >= proseStep && tells() {
				return true
			}
		}
		prose = append(prose, ' ')
	}
	return len(prose) == 0 || tells()
}

// word returns s if it is a word that may name a class of an element.
func word(s string) string {
	for _, r := range s {
		if (r < 'a' || r > 'z') && r != '-' {
			return ""
		}
	}
	return s
}

// name returns what an article is called where there is little room.
func (m *member) name() string {
	if m.outlet != "" {
		return m.outlet
	}
	return clip(m.id, 60)
}

// number writes how many there are of something.
func number(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return grouped(n) + " " + one + "s"
}

// outletsOf says how many outlets there are, and whether there are articles beside of
// which nobody knows the outlet.
func outletsOf(n, nameless int) string {
	switch {
	case nameless == 0:
		return number(n, "outlet")
	case n == 0:
		return "unknown outlets"
	}
	return number(n, "known outlet")
}

// grouped writes n with a thin space between thousands, as no language
// mistakes it.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

// percent writes a share so that something is never 0 % nor a part 100 %.
func percent(x float64) string {
	n := int(100*x + 0.5)
	switch {
	case n == 0 && x > 0:
		return "under 1\u00a0%"
	case n == 100 && x < 1:
		return "over 99\u00a0%"
	}
	return strconv.Itoa(n) + "\u00a0%"
}
