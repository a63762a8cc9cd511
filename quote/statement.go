package quote

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
)

// Words are quoted without marks as well: embedded posts, statements and letters
// set off as paragraphs of their own, transcripts. Outlets that print the same
// ones have them from whoever spoke, not from each other.

const (
	introTokens     = 16 // of the end of a paragraph with a colon, among which its cue stands
	statementBlocks = 8  // paragraphs of one statement at most
	selfAlone       = 2  // words for the writer or speaker that make a statement of a paragraph nobody introduces
	selfRare        = 4  // of so many paragraphs one at most speaks of itself where the text as a whole does not
	transcriptLines = 3  // paragraphs that begin with the name of the speaker make a transcript
	transcriptGap   = 3  // paragraphs between two of them at most
)

// statements appends to dst the paragraphs of a text that are somebody's words
// without quotation marks.
func (r *reading) statements(dst []article.Span) []article.Span {
	if len(r.paras) == 0 || len(r.list) == 0 {
		return dst
	}
	words := make([]bool, len(r.paras))
	self := make([]int, len(r.paras))
	speaking := 0
	for i := range r.paras {
		self[i] = r.self(i)
		if self[i] > 0 {
			speaking++
		}
	}
	for i := range r.paras {
		p := &r.paras[i]
		switch {
		case p.Kind == article.Post, r.accountFirst(p), r.bulletin(i):
			words[i] = true
		case r.opensLetter(i):
			fill(words[i:r.closesLetter(i)])
		case i > 0 && r.headsWords(i-1) && r.salutes(i):
			fill(words[i:r.letterTo(i+1, self)])
		case i > 0 && r.headsWords(i-1) && r.unmarkedWords(i) && (self[i] > 0 || r.headsPerson(i-1)):
			words[i] = true
			for k := i + 1; k < min(len(r.paras), i+statementBlocks) && self[k] > 0 && r.plain(k); k++ {
				words[k] = true
			}
		case self[i] >= selfAlone && selfRare*speaking <= len(r.paras) && r.plain(i):
			words[i] = true
		}
	}
	r.transcript(words)
	r.recited(words)
	for i, is := range words {
		if is {
			dst = append(dst, r.paras[i].Span)
		}
	}
	return dst
}

// fill sets all of words.
func fill(words []bool) {
	for k := range words {
		words[k] = true
	}
}

// salutes reports whether paragraph i is the line that greets whom a letter is for: Dear parents and carers,
func (r *reading) salutes(i int) bool {
	const longest = 80 // bytes
	p := &r.paras[i]
	text := strings.TrimSpace(r.tokens.text[p.Start:p.End])
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return r.plain(i) && len(text) <= longest && unicode.IsUpper(first) && (last == ',' || last == '!' || last == ':')
}

// bulletin reports whether paragraph i is the warning of an authority, which all print as it is: A Status Yellow
// wind warning is in place for Clare until 06:00.
func (r *reading) bulletin(i int) bool {
	const longest = 400 // bytes
	p := &r.paras[i]
	if p.Kind != article.Prose || p.q != p.qEnd || p.Len() > longest {
		return false
	}
	text := strings.ToLower(r.tokens.text[p.Start:p.End])
	return warnings().of.In(text) && warnings().hold.In(text)
}

// warnings are the words of warnings in all languages.
var warnings = sync.OnceValue(func() (w struct{ of, hold *word.Phrases }) {
	var of, hold []string
	for _, l := range lang.All() {
		of = slices.AppendSeq(of, l.Phrases("bulletin"))
		hold = slices.AppendSeq(hold, l.Phrases("bulletin-holds"))
	}
	w.of, w.hold = word.NewPhrases(of), word.NewPhrases(hold)
	return w
})

// opensLetter reports whether paragraph i begins with a mark that opens a quotation and is not closed in it, and
// greets whom a letter is for, or stands below words that announce one: “Dear all,
func (r *reading) opensLetter(i int) bool {
	p := &r.paras[i]
	if p.Kind != article.Prose || p.qEnd-p.q != 1 || i == 0 {
		return false
	}
	q := &r.out[p.q]
	text := r.tokens.text[p.Start:p.End]
	blank := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	return q.open && q.from == p.Start+blank && (r.headsWords(i-1) || strings.HasSuffix(r.tokens.text[q.Start:q.End], ","))
}

// closesLetter returns the paragraph behind the one that closes what opens in paragraph i and is not opened
// again in between; i if there is none.
func (r *reading) closesLetter(i int) int {
	for k := i + 1; k < min(len(r.paras), i+1+statementBlocks); k++ {
		p := &r.paras[k]
		last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(r.tokens.text[p.Start:p.End], unicode.IsSpace))
		ends := isMark(last)
		if p.qEnd > p.q && !(ends && p.qEnd-p.q == 1 && r.out[p.q].begun) {
			return i
		}
		if ends || r.signsLetter(k) {
			return k + 1
		}
	}
	return i
}

// signsLetter reports whether a line behind paragraph i that is no prose, a name, closes a quotation: Grace”
func (r *reading) signsLetter(i int) bool {
	const longest = 60 // bytes
	text, from := r.tokens.text, r.paras[i].End
	to := min(len(text), from+longest)
	if i+1 < len(r.paras) {
		to = min(to, r.paras[i+1].Start)
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text[from:max(from, to)], unicode.IsSpace))
	return isMark(last)
}

// letterTo returns the paragraph behind the last of a letter that speaks of its writer, whose first is i.
func (r *reading) letterTo(i int, self []int) int {
	end := i
	for k := i; k < min(len(r.paras), i+statementBlocks); k++ {
		p := &r.paras[k]
		switch {
		case p.Kind == article.Prose && p.q == p.qEnd && self[k] > 0:
			end = k + 1
		case !r.plain(k):
			return end
		}
	}
	return end
}

// self returns how many words of paragraph i outside quotation marks stand for
// whoever writes or speaks.
func (r *reading) self(i int) (n int) {
	r.outside(i, func(t *token) bool {
		if t.role&roleI != 0 && !t.shout { // the US is a country
			n++
		}
		return true
	})
	return n
}

// outside calls use with the tokens of paragraph i that stand outside quotation
// marks, until it returns false.
func (r *reading) outside(i int, use func(t *token) bool) {
	p := &r.paras[i]
	within := false
	for k := p.tok; k < p.tokEnd; k++ {
		t := &r.list[k]
		switch {
		case t.kind == quoteToken:
			within = true
		case t.kind == unquoteToken:
			within = false
		case !within && !use(t):
			return
		}
	}
}

// plain reports whether paragraph i is prose without quotation marks in which
// nobody is said to speak but the writer or speaker.
func (r *reading) plain(i int) bool {
	p := &r.paras[i]
	if p.Kind != article.Prose || p.q != p.qEnd {
		return false
	}
	says, self := false, false
	r.outside(i, func(t *token) bool {
		says = t.role&roleSay != 0 && t.role&roleNounToo == 0 && !self
		self = t.role&roleI != 0
		return !says
	})
	return !says
}

// unmarkedWords reports whether paragraph i is prose that does not begin with a
// quotation mark: what a colon before it introduces has none.
func (r *reading) unmarkedWords(i int) bool {
	p := &r.paras[i]
	return p.Kind == article.Prose && p.tok < p.tokEnd && r.list[p.tok].kind != quoteToken && !r.headsWords(i)
}

// headsWords reports whether paragraph i ends with a colon and a word of saying
// or of something said before it: "She continued:", "Read the letter:".
func (r *reading) headsWords(i int) bool {
	t := r.intro(i)
	return slices.ContainsFunc(t, func(t token) bool { return t.role&(roleSay|rolePost|roleMedia) != 0 })
}

// headsPerson reports whether the words before the colon of paragraph i
// say that a person speaks, and not an outlet: a pronoun and a verb of saying.
func (r *reading) headsPerson(i int) bool {
	t := r.intro(i)
	for k := 0; k+1 < len(t); k++ {
		if t[k].role&(roleHe|roleShe) != 0 && t[k+1].role&(roleSay|rolePost) != 0 {
			return true
		}
	}
	return false
}

// intro returns the last tokens of paragraph i if it ends with a colon.
func (r *reading) intro(i int) []token {
	p := &r.paras[i]
	if p.Kind.Furniture() || p.Kind == article.Post || !strings.HasSuffix(strings.TrimRightFunc(r.tokens.text[p.Start:p.End], unicode.IsSpace), ":") {
		return nil
	}
	return r.list[max(p.tok, p.tokEnd-introTokens):p.tokEnd]
}

// accountFirst reports whether p is a post that begins with the name of its
// account: Rosa Quill (@rosaquill) The harbour is closed.
func (r *reading) accountFirst(p *paragraph) bool {
	text := r.tokens.text[p.Start:p.End]
	const longestName = 50 // bytes
	at := strings.Index(text[:min(len(text), longestName+2)], "(@")
	if at < 0 {
		return false
	}
	end := strings.IndexByte(text[at:], ')')
	if end < 0 || end > 30 {
		return false
	}
	for _, word := range strings.Fields(text[:at]) {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
			return false
		}
	}
	rest := strings.TrimLeft(text[at+end+1:], " :")
	first, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(first) || isMark(first) || first == '.' || first == '…'
}

// transcript marks the paragraphs of a transcript as somebody's words.
func (r *reading) transcript(words []bool) {
	var lines []int
	for i := range r.paras {
		if r.paras[i].Kind == article.Prose && speakerLine(r.tokens.text[r.paras[i].Start:r.paras[i].End]) {
			lines = append(lines, i)
		}
	}
	if len(lines) < transcriptLines || !r.repeated(lines) {
		return
	}
	for n, i := range lines {
		words[i] = true
		if n == 0 || i-lines[n-1] > transcriptGap+1 {
			continue
		}
		for k := lines[n-1] + 1; k < i; k++ {
			words[k] = words[k] || r.plain(k)
		}
	}
}

// repeated reports whether one speaker has two of the lines, as in an exchange.
// Labels of other kinds (READ, WATCH) are repeated too, but stand alone.
func (r *reading) repeated(lines []int) bool {
	seen := map[string]bool{}
	again := false
	for _, i := range lines {
		label, _, _ := strings.Cut(r.tokens.text[r.paras[i].Start:r.paras[i].End], ":")
		again = again || seen[label]
		seen[label] = true
	}
	return again && len(seen) > 1
}

// speakerLine reports whether a paragraph begins with the name of who speaks, in
// capitals, or with Q or A: "MR. HALE: We do not know." A speaker says a sentence.
func speakerLine(text string) bool {
	const longestLabel = 40 // bytes
	at := strings.IndexByte(text[:min(len(text), longestLabel)], ':')
	if at < 1 || len(text) < at+12 {
		return false
	}
	letters := 0
	for _, c := range text[:at] {
		switch {
		case unicode.IsLower(c) || unicode.IsDigit(c):
			return false
		case unicode.IsUpper(c):
			letters++
		}
	}
	return letters > 0
}
