package layout

import (
	_ "embed" // the prompts
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed prompts.txt
var promptRows string

// A promptClass is a set of the parts that a word may play in a prompt.
type promptClass uint32

const (
	offersWord promptClass = 1 << iota
	platformWord
	pageWord
	youWord
	pieceWord
	thisWord
	saidWord
	oursWord
	ownWord
	agreeWord
	termsWord
	viewWord
	cookieWord
	helpWord
	newsroomWord
	subscriberWord
	mediumWord
	mediumTrait
)

// promptHeadings are the headings of prompts.txt that single words stand under.
var promptHeadings = map[string]promptClass{
	"[offers]": offersWord, "[platforms]": platformWord, "[page]": pageWord, "[you]": youWord, "[piece]": pieceWord, "[this]": thisWord, "[said]": saidWord,
	"[ours]": oursWord, "[own]": ownWord, "[agree]": agreeWord, "[terms]": termsWord, "[view]": viewWord, "[cookies]": cookieWord, "[help]": helpWord, "[newsroom]": newsroomWord, "[subscribers]": subscriberWord,
	"[media]": mediumWord, "[traits]": mediumTrait,
}

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
	if !r.whole || r.Len() > longestPrompt || len(r.words) < 2 {
		return false
	}
	holds := r.holds()
	if has(holds, oursWord|ownWord) && (foot || !r.quotes) && r.namesOwn(text) {
		return true
	}
	if holds&(offersWord|platformWord|pageWord|viewWord|termsWord) == 0 {
		return false
	}
	if r.quotes { // perhaps of the name of a channel
		return holds&(offersWord|platformWord) != 0 && quotesNamesOnly(text[r.Start:r.End]) && r.requests(text, false, true)
	}
	if r.notice(holds) {
		return true
	}
	return foot && r.asksAboutArticle(text, holds) || r.requested(text, holds)
}

// quotesNamesOnly reports whether all that stands in quotation marks is the names of things, a few words each of which the first has a
// capital letter, and no mark that ends a sentence: join the group "Harbour Update".
func quotesNamesOnly(s string) bool {
	const most, marks = 4, "\"“”„«»" // words
	names, begin := 0, -1
	for i, r := range s {
		switch {
		case !strings.ContainsRune(marks, r):
		case begin < 0:
			begin = i + utf8.RuneLen(r)
		default:
			name := s[begin:i]
			first, _ := utf8.DecodeRuneInString(name)
			if !unicode.IsUpper(first) || strings.Count(name, " ") >= most || strings.ContainsAny(name, ".!?,") {
				return false
			}
			names, begin = names+1, -1
		}
	}
	return names > 0 && begin < 0
}

// asksAboutArticle reports whether the paragraph asks the reader something about the article
// or the site: What do you think of this story? Questions about it? Write to our editors.
func (r *reading) asksAboutArticle(text string, holds promptClass) bool {
	if holds&(offersWord|platformWord|pageWord) == 0 {
		return false
	}
	s := text[r.Start:r.End]
	k := strings.IndexByte(s, '?')
	return k >= 0 && (holds&youWord != 0 || holds&newsroomWord != 0 && k < len(s)-1)
}

// notice reports whether the paragraph says what its reader consents to, what a page may
// not show, or, as a short line, for whom the article is: Content for subscribers.
func (r *reading) notice(holds promptClass) bool {
	const most = 7 // words
	if has(holds, agreeWord|termsWord) || has(holds, viewWord|cookieWord) {
		return true
	}
	return holds&subscriberWord != 0 && holds&(pageWord|viewWord) != 0 && len(r.words) <= most && !r.ended
}

// asksBehindColon reports whether the paragraph, a line, holds a colon and a request
// beyond doubt behind it: Business today: sign up for a morning shot of news.
func (r *reading) asksBehindColon(text string) bool {
	for i := 1; i < len(r.words); i++ {
		if strings.TrimSpace(text[r.words[i-1].end:r.words[i].start]) != ":" {
			continue
		}
		return slices.ContainsFunc(r.words[i].term.requests, func(q *request) bool { return !q.perhaps && q.match(text, r.words, i) })
	}
	return false
}

// requested reports whether the paragraph, whose words hold so much of prompts, holds a
// request that goes with it.
func (r *reading) requested(text string, holds promptClass) bool {
	s := text[r.Start:r.End]
	certain := holds&offersWord != 0 || has(holds, oursWord|platformWord) || holds&pageWord != 0 && strings.ContainsAny(s, "?!")
	return r.requests(text, certain, certain || holds&platformWord != 0)
}

// holds returns the parts in prompts that the words of the paragraph may play.
func (r *reading) holds() promptClass {
	var holds promptClass
	for i := range r.words {
		holds |= r.words[i].term.prompt
	}
	return holds
}

// has reports whether holds has all of the classes.
func has(holds, classes promptClass) bool { return holds&classes == classes }

// namesOwn reports whether the paragraph names, outside quotation marks, what only a
// site can call ours: in our newsletter, unserer kostenlosen App.
func (r *reading) namesOwn(text string) bool {
	const most = 4 // words from ours on
	for i := range r.words {
		if r.words[i].term.prompt&oursWord == 0 {
			continue
		}
		for _, w := range r.words[i+1 : min(len(r.words), i+1+most)] {
			if w.term.prompt&ownWord != 0 {
				return !r.quotes || !strings.ContainsAny(text[r.Start:r.words[i].start], "\"“„«»”")
			}
		}
	}
	return false
}

// tellsOfPiece reports whether the paragraph tells how the piece itself came to be:
// This article was first published ..., An earlier version of this story misstated ...,
// Artykuł ukazał się ... It names the piece at its beginning and holds a word that is
// said of pieces.
func (r *reading) tellsOfPiece(text string) bool {
	const before, behind = 5, 14 // words
	if !r.whole || r.quotes || r.Len() > longestPrompt || len(r.words) < 3 {
		return false
	}
	said := false
	for i := range r.words[:min(len(r.words)-2, before)] {
		if end := r.namesPiece(text, i, said); end > 0 {
			return said || slices.ContainsFunc(r.words[end:min(len(r.words), end+behind)], saidOfPieces)
		}
		said = said || saidOfPieces(r.words[i])
	}
	return false
}

// saidOfPieces reports whether w is said of articles.
func saidOfPieces(w token) bool { return w.term.prompt&saidWord != 0 }

// namesPiece returns the number of the word behind the article's name for itself, which
// begins at word i: this article; or at the beginning of the paragraph the word alone. It
// is 0 if there is none. Behind other words the name opens a clause, unless a version of
// it is spoken of before.
func (r *reading) namesPiece(text string, i int, version bool) int {
	name, classes := i, pageWord
	switch {
	case r.words[i].term.prompt&thisWord != 0:
		name, classes = i+1, pageWord|pieceWord
		if !version && !r.opensClause(text, i) {
			return 0
		}
	case i > 0 || r.words[0].shape&shapeCapital == 0:
		return 0
	}
	if r.words[name].term.prompt&classes == 0 || r.words[name+1].shape&shapeDigit != 0 { // Article 7
		return 0
	}
	return name + 1
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
