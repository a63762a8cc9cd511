package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// In many languages a dash begins a paragraph that somebody speaks, and nothing closes it but the
// words that tell who does: – Vi ska gå, säger X. | — Да, — сказал X. — Идём. | – Tak – mówi X.

// A dashWalk divides a paragraph that begins with a dash into what is spoken and what tells who speaks.
type dashWalk struct {
	text   string // up to the end of the paragraph
	table  *speechTable
	slots  []slot // of the table, for the language
	runsOn bool   // such a paragraph goes on with his words behind the sentence that tells who speaks
	joined bool   // the dash may stand right before the words that tell who speaks, and right behind: —Sí —dijo X—. No.
	para   int32
	out    []quoted
	told   bool // words in it tell who speaks
}

// dashes are the signs that stand for one.
const dashes = "-–—―−"

// dashAt returns the size of the dash that text begins with, 0 if there is none.
func dashAt(text string) int {
	c, size := utf8.DecodeRuneInString(text)
	if size == 0 || !strings.ContainsRune(dashes, c) {
		return 0
	}
	return size
}

// beginsSpoken returns where the words begin that somebody speaks behind the dash at text[start], -1 if none
// does. Behind a hyphen they begin with a capital letter, so that it is no minus and hardly a list.
func beginsSpoken(text string, start int) int {
	size := dashAt(text[start:])
	i := skipSpace(text, start+size)
	if size == 0 || i == len(text) {
		return -1
	}
	c, n := utf8.DecodeRuneInString(text[i:])
	if isMark(c) || c == '…' || c == '¿' || c == '¡' {
		c, _ = utf8.DecodeRuneInString(text[i+n:])
	}
	if unicode.IsUpper(c) || size > 1 && i > start+size && (unicode.IsLetter(c) || unicode.IsDigit(c)) {
		return i
	}
	return -1
}

func skipSpace(text string, i int) int {
	for i < len(text) {
		c, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(c) {
			break
		}
		i += size
	}
	return i
}

// dashed divides text[start:end], paragraph n, and reports whether a dash begins somebody's words in it. Unless words in
// it tell who speaks, all of it is one stretch, which the dash begins.
func (w *dashWalk) dashed(text string, start, end int, n int32) bool {
	w.text, w.para, w.out, w.told = text[:end], n, w.out[:0], false
	from := start
	if strings.HasPrefix(w.text[start:], "•") {
		from = skipSpace(w.text, start+len("•"))
	}
	i := beginsSpoken(w.text, from)
	if i < 0 {
		if from = w.later(start); from < 0 {
			return false
		}
		i = beginsSpoken(w.text, from)
	}
	first := from
	for i < end {
		stop, clause, plain := w.spoken(i)
		if clause < 0 && !w.told && first > start {
			return false
		}
		w.emit(from, i, stop)
		if clause < 0 {
			break
		}
		w.told = true
		if from = w.resumes(clause, plain); from < 0 {
			break
		}
		i = skipSpace(w.text, from+dashAt(w.text[from:]))
	}
	return len(w.out) > 0
}

// later returns where a dash begins somebody's words within the paragraph, behind the end of a sentence or a colon; -1
// if none does: Opozycja chce dymisji. | – Albo odejdzie, albo … – mówi X.
func (w *dashWalk) later(i int) int {
	last := rune(0)
	for i < len(w.text) {
		c, size := utf8.DecodeRuneInString(w.text[i:])
		if strings.ContainsRune(dashes, c) && strings.ContainsRune(".?!…:", last) && spaceBefore(w.text, i) {
			if next := beginsSpoken(w.text, i); (next > i+size || w.joined && next == i+size && c != '-') && !lowerAt(w.text, next) {
				return i
			}
		}
		if !unicode.IsSpace(c) {
			last = c
		}
		i += size
	}
	return -1
}

// lowerAt reports whether text has a small letter at i.
func lowerAt(text string, i int) bool {
	c, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLower(c)
}

// emit adds the stretch of text[i:stop], whose dash is at from.
func (w *dashWalk) emit(from, i, stop int) {
	s := article.Span{Start: i, End: i + len(strings.TrimRight(w.text[i:stop], ",; \u00a0\t\n"+dashes))}
	if s.End > s.Start {
		w.out = append(w.out, quoted{Span: s, from: from, to: s.End, para: w.para, dash: true})
	}
}

// spoken returns where the words end that are spoken from i on, and where the clause begins that tells who
// speaks, -1 if there is none; plain says that only a dash parts the two.
func (w *dashWalk) spoken(i int) (stop, clause int, plain bool) {
	for at := i; at < len(w.text); {
		c, size := utf8.DecodeRuneInString(w.text[at:])
		next := skipSpace(w.text, at+size)
		switch {
		case next == at+size && c != ',' && !(w.joined && strings.ContainsRune(dashes, c)):
		case strings.ContainsRune(dashes, c) && at > i && spaceBefore(w.text, at):
			if w.tells(next, true) {
				b, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(w.text[:at], unicode.IsSpace))
				return at, next, unicode.IsLetter(b) || unicode.IsDigit(b)
			}
		case strings.ContainsRune(",.?!…", c) || isMark(c):
			if w.tells(next, false) {
				return at + size, next, false
			}
		}
		at += size
	}
	return len(w.text), -1, false
}

// spaceBefore reports whether white space or a comma stands before text[i].
func spaceBefore(text string, i int) bool {
	c, _ := utf8.DecodeLastRuneInString(text[:i])
	return c == ',' || unicode.IsSpace(c)
}

// tells reports whether a clause that tells who speaks begins at i, behind a dash or behind another mark: a verb
// of saying stands near its beginning, in small letters, and neither I nor one is its subject.
func (w *dashWalk) tells(i int, behindDash bool) bool {
	const most = 5 // words up to the verb
	for k := range most {
		end := wordEnd(w.text, i)
		if end == i {
			return false
		}
		rl := w.role(w.text[i:end])
		c, _ := utf8.DecodeRuneInString(w.text[i:])
		next := skipSpace(w.text, end)
		after, _ := utf8.DecodeRuneInString(w.text[next:])
		switch {
		case unicode.IsUpper(c):
			if !behindDash {
				return false
			}
		case rl&roleSay != 0:
			return w.role(w.text[next:wordEnd(w.text, next)])&(roleI|roleImpersonal) == 0 || unicode.IsUpper(after)
		case rl&roleAcc != 0 && k == 0:
			return unicode.IsUpper(after)
		case rl&(roleConj|roleSub|roleWho|roleI) != 0, !behindDash && rl&(roleAux|roleAdv) == 0:
			return false
		}
		if next == end {
			return false
		}
		i = next
	}
	return false
}

// resumes returns where the words go on that are spoken, behind the clause at i that tells who speaks; -1 if
// they do not. Behind a clause that is plain any dash goes on with them; else one behind a mark.
func (w *dashWalk) resumes(i int, plain bool) int {
	over := false // the sentence of the clause
	for last := rune(0); i < len(w.text); {
		c, size := utf8.DecodeRuneInString(w.text[i:])
		switch {
		case strings.ContainsRune(dashes, c) && spaceBefore(w.text, i) && skipSpace(w.text, i+size) > i+size:
			if speechGoesOn(last, plain, over) {
				return i
			}
		case w.joined && c != '-' && strings.ContainsRune(dashes, c) && !over:
			return w.behindMark(i + size)
		case strings.ContainsRune(".?!…", c) && !over:
			if over = w.endsHere(i, size); over && w.runsOn && dashAt(w.text[skipSpace(w.text, i+size):]) == 0 {
				return skipSpace(w.text, i+size)
			}
		}
		if !unicode.IsSpace(c) {
			last = c
		}
		i += size
	}
	return -1
}

// behindMark returns where words begin behind the dash that ends at i and the mark that follows it, -1 if none do: dijo X—|. No.
func (w *dashWalk) behindMark(i int) int {
	for i < len(w.text) && strings.IndexByte(".,;:?!", w.text[i]) >= 0 {
		i++
	}
	if i = skipSpace(w.text, i); i == len(w.text) {
		return -1
	}
	return i
}

// speechGoesOn reports whether a dash behind last goes on with what is spoken, in a clause that is plain or not, or behind
// its sentence if that is over.
func speechGoesOn(last rune, plain, over bool) bool {
	switch {
	case last == ':' || strings.ContainsRune(".?!…", last):
		return true
	case over:
		return false
	}
	return plain || last == ','
}

// endsHere reports whether the mark of so many bytes at i ends a sentence: no short word stands before it, and
// no small letter behind.
func (w *dashWalk) endsHere(i, size int) bool {
	next := skipSpace(w.text, i+size)
	c, _ := utf8.DecodeRuneInString(w.text[next:])
	if next == i+size || next == len(w.text) || unicode.IsLower(c) {
		return false
	}
	from := strings.LastIndexFunc(w.text[:i], unicode.IsSpace) + 1
	return w.role(w.text[from:i])&roleAbbr == 0 && utf8.RuneCountInString(w.text[from:i]) > 2
}

// wordEnd returns the end of the word at text[i], which is i if there is none.
func wordEnd(text string, i int) int {
	for i < len(text) {
		c, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(c) && !unicode.Is(unicode.Mn, c) && c != '-' && c != '\'' && c != '’' {
			break
		}
		i += size
	}
	return i
}

// role returns the parts that the word s can play in the language.
func (w *dashWalk) role(s string) role {
	if f := w.table.find(w.slots, word.HashOf(strings.ToLower(s))); f != nil {
		return f.role
	}
	return 0
}

// spokenParagraph puts the stretches of p, paragraph n, that a dash begins among those between marks, which
// stay where they lie in none of them. A paragraph in which no words tell who speaks is one if others of the
// text do, and if it ends as a sentence does.
func (r *reading) spokenParagraph(w *dashWalk, p *paragraph, n int32) {
	if w == nil || !w.dashed(r.pairing.text, p.Start, p.End, n) || r.full() {
		return
	}
	if !w.told {
		if r.table.own == nil {
			return
		}
		last, _ := lastRune(strings.TrimSpace(r.pairing.text[p.Start:p.End]))
		if !strings.ContainsRune(".?!…", last) {
			return
		}
	}
	marked := append([]quoted(nil), r.out[p.q:]...)
	r.out, r.carry = r.out[:p.q], false
	k := 0
	for _, s := range w.out {
		for ; k < len(marked) && marked[k].from < s.to; k++ {
			if marked[k].to <= s.from {
				r.out = append(r.out, marked[k])
			}
		}
		r.out = append(r.out, s)
	}
	r.out = append(r.out, marked[k:]...)
}

// dashWalk returns what divides the paragraphs that begin with a dash; nil in a language that does not begin
// somebody's words so, and in a text none of whose paragraphs does and tells who speaks.
func (r *reading) dashWalk(language string) *dashWalk {
	if r.table == nil {
		return nil
	}
	_, n := speechOf(language)
	if n < 0 || !r.table.dashes[n] {
		return nil
	}
	w := &dashWalk{table: r.table, slots: r.table.spoken[n]()}
	if r.table.own != nil {
		w.runsOn = r.table.own.runsOn
	} else {
		w.joined = true
	}
	for i := range r.paras {
		p := &r.paras[i]
		if w.dashed(r.pairing.text, p.Start, p.End, 0) && (w.told || r.table.own != nil && i > 0 && w.leadsTo(&r.paras[i-1])) {
			return w
		}
	}
	return nil
}

// leadsTo reports whether the paragraph p tells who speaks the one behind it: Det siger X. | Han husker:
func (w *dashWalk) leadsTo(p *paragraph) bool {
	own := dashWalk{text: w.text[:p.End], table: w.table, slots: w.slots}
	return dashAt(w.text[p.Start:]) == 0 && (strings.HasSuffix(own.text, ":") || own.tells(p.Start, true))
}
