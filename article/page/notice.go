package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// longestNotice is the length in bytes of the longest paragraph taken for a
// notice of first publication.
const longestNotice = 400

// firstPublished lists how pages say that another outlet had the piece first,
// in lower case. What follows is the outlet's name, a preposition before it.
var firstPublished = listed("first-published")

// noticeWords are pieces of words of which every entry of firstPublished has
// one, so that most text is passed by with few looks.
var noticeWords = listed("first-published-piece")

// Words between such a phrase and the name of the outlet, and within that.
var (
	joinWords      = listed("first-published-join")
	titleParticles = listed("title-particle")
)

// noticePhrases finds noticeWords, and those with capitals.
var noticePhrases = phrases(noticeWords...)

// notice looks at a piece of text, and keeps the paragraph around it if that
// says where the piece was first published.
func (f *facts) notice(n *html.Node) {
	if len(n.Data) < 12 || len(n.Data) > 4*longestNotice || len(f.notices) >= mostNotices || n.Parent == nil {
		return
	}
	if !noticePhrases().Find(n.Data, func(w, start, end int) bool { return n.Data[start:end] == noticeWords[w] }) || phraseOf(strings.ToLower(clean(n.Data))) < 0 {
		return
	}
	block := n.Parent
	for block.Parent != nil && inline(block.DataAtom) {
		block = block.Parent
	}
	s := textOf(block, longestNotice)
	if len(s) > longestNotice {
		return
	}
	k := phraseOf(strings.ToLower(s))
	if k < 0 {
		return
	}
	no := notice{text: s}
	for c := block; c != nil; c = next(block, c, false) {
		if c.Type == html.ElementNode && c.DataAtom == atom.A {
			no.links = append(no.links, anchor{textOf(c, 200), attr(c, "href")})
		}
	}
	f.notices = append(f.notices, no)
}

// pieces are what is said to have appeared elsewhere.
var pieces = []string{"article", "story", "stories", "piece", "post", "column", "essay", "commentary", "op-ed", "interview", "report", "version", "excerpt", "content", "artículo", "nota", "reportaje", "texto", "artigo", "reportagem", "matéria", "tribune", "texte", "beitrag", "artikel", "text", "articolo", "testo"}

// phraseOf returns where the first phrase of firstPublished ends in s, which is
// in lower case; -1 if there is none.
func phraseOf(s string) int {
	for _, p := range firstPublished {
		k := strings.Index(s, p)
		if k < 0 {
			continue
		}
		if k < 4 {
			return k + len(p)
		}
		for _, piece := range pieces {
			if strings.Contains(s[max(0, k-60):k], piece) {
				return k + len(p)
			}
		}
	}
	return -1
}

// outlet returns the outlet that the notice names, and its address if it is
// linked; both empty if it names none, as in "first published at 10.30 am".
func (n *notice) outlet() (name, address string) {
	lower := strings.ToLower(n.text)
	if len(lower) != len(n.text) {
		return "", "" // offsets would be wrong
	}
	end := phraseOf(lower)
	if end < 0 {
		return "", ""
	}
	name = nameAfter(n.text[end:])
	for _, a := range n.links {
		if !isURL(a.href) {
			continue
		}
		if k := strings.Index(n.text, a.text); k >= 0 && a.text != "" && k < end-40 {
			continue // before the phrase: a link to something else
		}
		if address == "" {
			address = a.href
		}
		if name == "" && properName(a.text) {
			name = a.text
		}
	}
	return name, address
}

// nameAfter returns the capitalised words at the beginning of s, behind
// prepositions: " on The Example Times on May 3." gives "The Example Times".
func nameAfter(s string) string {
	words := strings.Fields(s)
	i := 0
	for i < len(words) && i < 5 && joins(strings.Trim(words[i], ":,")) {
		i++
	}
	var name []string
	for ; i < len(words) && len(name) < 8; i++ {
		w := words[i]
		bare := strings.Trim(w, `.,;:()[]"'“”‘’`)
		r, _ := utf8.DecodeRuneInString(bare)
		if bare == "" || !unicode.IsUpper(r) && !unicode.IsDigit(r) && !strings.Contains(bare, ".") && !(len(name) > 0 && particle(bare)) || unicode.IsDigit(r) && len(name) == 0 && !strings.Contains(bare, ".") || dateWord(bare) {
			break
		}
		name = append(name, bare)
		if last := w[len(w)-1]; last == '.' || last == ',' || last == ';' || last == ')' || last == ']' {
			break
		}
	}
	for len(name) > 0 && particle(name[len(name)-1]) {
		name = name[:len(name)-1]
	}
	return strings.Join(name, " ")
}

// joins reports whether a word stands between the phrase and the name.
func joins(w string) bool { return slices.Contains(joinWords, w) }

// particle reports whether a word in lower case may stand within a name.
func particle(w string) bool { return slices.Contains(titleParticles, w) }

// dateWord reports whether a word begins a date rather than a name.
func dateWord(w string) bool {
	w = strings.ToLower(w)
	for _, m := range [...]string{
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	} {
		if w == m {
			return true
		}
	}
	return false
}

// properName reports whether s may be the name of an outlet: few words, of
// which the first begins with a capital letter or that has a point within.
func properName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return len(s) <= 80 && len(strings.Fields(s)) <= 8 && (unicode.IsUpper(r) || strings.Contains(strings.Trim(s, "."), "."))
}
