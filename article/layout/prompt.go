package layout

import (
	_ "embed" // the prompts
	"strings"
)

//go:embed prompts.txt
var promptRows string

// A promptClass is a set of the parts that a word may play in a prompt.
type promptClass uint8

const (
	offersWord promptClass = 1 << iota
	platformWord
	pageWord
	youWord
)

// promptHeadings are the headings of prompts.txt that single words stand under.
var promptHeadings = map[string]promptClass{"[offers]": offersWord, "[platforms]": platformWord, "[page]": pageWord, "[you]": youWord}

// A request is a phrase by which a line asks its reader to do something.
type request struct {
	phrase
	anywhere bool // not only where a clause begins
	perhaps  bool // may tell of somebody as well
}

// addPrompts reads the rows of prompts.txt; its head says how they are written.
func (v *vocabulary) addPrompts(rows string) {
	heading := ""
	for row := range strings.Lines(rows) {
		row = strings.TrimSpace(row)
		if row == "" || row[0] == ';' {
			continue
		}
		if row[0] == '[' {
			heading = row
			continue
		}
		_, phrases, _ := strings.Cut(row, "|")
		for p := range strings.SplitSeq(phrases, ",") {
			if class := promptHeadings[heading]; class != 0 {
				v.term(strings.TrimSpace(p)).prompt |= class
			} else {
				v.addRequest(strings.Fields(p), heading == "[perhaps]")
			}
		}
	}
}

// addRequest adds the request that words are.
func (v *vocabulary) addRequest(words []string, perhaps bool) {
	q := &request{perhaps: perhaps}
	if words[0] == "*" {
		q.anywhere, words = true, words[1:]
	}
	for _, w := range words {
		t := anyWords
		if w != "*" {
			t = v.term(w)
		}
		q.terms, q.after = append(q.terms, t), append(q.after, 0)
	}
	q.terms[0].requests = append(q.terms[0].requests, q)
}

// longestPrompt is the length in bytes of the longest paragraph that is a prompt.
const longestPrompt = 260

// asksReader reports whether the paragraph asks its reader to subscribe, to follow, to
// share or the like: it holds a request and names what a site has to offer. News says
// what people subscribe to, hardly ever that its reader should. At the foot of a text a
// question to the reader about the article is enough.
func (r *reading) asksReader(text string, foot bool) bool {
	if !r.whole || r.quotes || r.Len() > longestPrompt || len(r.words) < 2 {
		return false
	}
	var holds promptClass
	for i := range r.words {
		holds |= r.words[i].term.prompt
	}
	if holds&^youWord == 0 {
		return false
	}
	s := text[r.Start:r.End]
	if foot && holds&youWord != 0 && strings.Contains(s, "?") {
		return true
	}
	certain := holds&offersWord != 0 || holds&pageWord != 0 && strings.ContainsAny(s, "?!")
	return r.requests(text, certain, certain || holds&platformWord != 0)
}

// requests reports whether the paragraph holds a request: one that may tell of somebody
// if perhaps, one beyond doubt if sure.
func (r *reading) requests(text string, perhaps, sure bool) bool {
	const longestBefore = 160 // bytes before the request, but for what tells of the writer
	for i := range r.words {
		if r.words[i].start-r.Start > longestBefore && !namesItself(text[r.Start:r.End]) {
			return false
		}
		for _, q := range r.words[i].term.requests {
			enough := perhaps || sure && !q.perhaps
			if enough && (q.anywhere || r.opensClause(text, i)) && q.match(text, r.words, i) {
				return true
			}
		}
	}
	return false
}

// opensClause reports whether word i is the first, or stands behind a mark.
func (r *reading) opensClause(text string, i int) bool {
	return i == 0 || strings.TrimSpace(text[r.words[i-1].end:r.words[i].start]) != ""
}
