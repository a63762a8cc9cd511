package credit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// head reads the mark at the head of the block that has no brackets: UPI. — Des;
// SEATTLE, 23. — ATS — Six; МОСКВА. 3 мая. ИНТЕРФАКС - ; 新华社北京5月3日电.
func (m *markReader) head() {
	const farthest, leastText = 60, 20 // bytes
	text := m.a.Text[:m.block.End]
	if unspaced(firstRune(text[m.block.Start:])) {
		m.dispatch()
		return
	}
	words := m.wordsOf(m.block.Span)
	if len(words) == 0 {
		return
	}
	start := int(words[0].Start)
	for k := range words {
		i := int(words[k].Start)
		if i-start >= farthest {
			return
		}
		if i > start+1 && text[i-1] == ' ' && word.ASCII[text[i-2]] == 1 { // as before most words
			continue
		}
		if i > start && !strings.ContainsRune("—–-.,/|―", lastRune(strings.TrimRight(text[start:i], " \u00a0\n"))) {
			continue
		}
		if !m.gazetteer.MaySign(words[k:min(k+2, len(words))]) { // the first of two may be an article
			continue
		}
		o, end := m.longest(i)
		if o == nil {
			continue
		}
		seg := text[start:i]
		day := strings.ContainsAny(seg, "0123456789")
		goesOn := len(text)-end >= leastText && dashed(behindWriter(text[end:], day), day) && !m.pictureHouse(end)
		if (goesOn || m.top && day && end == len(text)) && (seg == "" || m.dated(seg)) {
			m.credit([]*outlet.Outlet{o}, article.Span{Start: start, End: end}, CueDateline)
		}
		return
	}
}

// longest returns the agency of the longest mark that begins at text[i], and
// where it ends.
func (m *markReader) longest(i int) (o *outlet.Outlet, end int) {
	const most = 3 // words
	text := m.a.Text[:m.block.End]
	for n, at := 0, i; n < most; n++ {
		at = word.End(text, at)
		if found := m.mark(text[i:at]); found != nil {
			o, end = found, at
		}
		next := word.SkipGap(text, at)
		host := text[at:next] == "." // INTERFAX.RU
		if next >= len(text) || next-at > 3 || !host && strings.ContainsAny(text[at:next], "\n(,:.") {
			break
		}
		at = next
	}
	return o, end
}

// behindWriter returns t, what follows a mark behind a date, without the name between a comma and
// a full stop that says who wrote it: РИА Новости, Иван Петров.
func behindWriter(t string, behindDate bool) string {
	const mostWords = 3
	rest, ok := strings.CutPrefix(t, ", ")
	name, _, stopped := strings.Cut(rest, ". ")
	if !ok || !stopped || !behindDate {
		return t
	}
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > mostWords {
		return t
	}
	for _, w := range words {
		if !word.Capital(w) {
			return t
		}
	}
	return rest[len(name):]
}

// dashed reports whether t goes on from a mark as text does from a dateline:
// with a dash or, behind a date, a full stop.
func dashed(t string, behindDate bool) bool {
	colon := strings.HasPrefix(strings.TrimLeft(t, " \u00a0"), ":") // AP: Bridge was rusting
	return startsDash(t) && !colon || behindDate && strings.HasPrefix(t, ". ")
}

// dispatch reads a dateline that is written without spaces: the mark, a place,
// a day and a word for what was wired.
func (m *markReader) dispatch() {
	const longest, longestMark = 40, 6 // code points
	text := m.a.Text[m.block.Start:m.block.End]
	var agency *outlet.Outlet
	mark, n := 0, 0
	begins := 0 // of the mark, behind a word for according to: 据新华社北京5月3日电
	if r := firstRune(text); r == '据' || r == '據' {
		begins = utf8.RuneLen(r)
	}
	for i, r := range text {
		if n++; n > longest {
			return
		}
		if agency == nil && n > 2 && n <= longestMark+2 && i > begins {
			if o := m.mark(text[begins:i]); o != nil {
				agency, mark = o, i
			}
		}
		if strings.ContainsRune("。！？!?\n，,", r) {
			return
		}
		if end := i + utf8.RuneLen(r); agency != nil && i >= mark && m.x.lookup(text[i:end]).class&cDispatch != 0 && endsDispatch(text, i, end) {
			span := article.Span{Start: m.block.Start, End: m.block.Start + end}
			m.credit([]*outlet.Outlet{agency}, span, CueDateline)
			return
		}
	}
}

// endsDispatch reports whether text[i:end], a word for what was wired, is that and not the beginning of a longer
// one: 5月3日电, but not 新华社报道电梯停用.
func endsDispatch(text string, i, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	next, _ := utf8.DecodeRuneInString(text[end:])
	return before == '日' || unicode.IsDigit(before) || end == len(text) || !unicode.IsLetter(next)
}

// tail reads the marks behind the last sentence of the block: ... coupée. ATS;
// ... rapports. / ats; ... money. PTI.
func (m *markReader) tail() {
	const longest, leastText = 40, 120 // bytes; less may be a caption with its credit
	text := m.a.Text[m.block.Start:m.block.End]
	t := unedited(strings.TrimRight(text, " \u00a0\n"))
	if m.signature(t) {
		return
	}
	cut := max(0, len(t)-longest)
	for cut < len(t) && !utf8.RuneStart(t[cut]) {
		cut++
	}
	k := lastSentenceEnd(t[cut:])
	if k < 0 || listItem(text) {
		return
	}
	_, n := utf8.DecodeRuneInString(t[cut+k:])
	sign := t[cut+k+n:]
	before := strings.TrimRight(t[:cut+k+n], " \n")
	inner := unexplained(strings.Trim(sign, " \u00a0/-–—|"))
	if inner == sign || strings.ContainsAny(inner, "()[]") || len(before) < leastText && (!m.foot || m.top) {
		return
	}
	if !m.endsSentence(before) {
		return
	}
	agencies := m.list(inner, false)
	if len(agencies) == 0 || m.namesPeople(m.unlabelled(inner)) {
		return
	}
	at := m.block.Start + cut + k + n
	at += len(sign) - len(strings.TrimLeft(sign, " \u00a0"))
	m.credit(agencies, article.Span{Start: at, End: m.block.End}, CueCreditLine)
}

// unedited returns t without the brackets behind an agency's mark that say who
// wrote and edited: AGERPRES/(AS - autor: Ion Pop).
func unedited(t string) string {
	if !strings.HasSuffix(t, ")") {
		return t
	}
	if k := strings.LastIndex(t, "/("); k > 0 {
		return t[:k]
	}
	return t
}

// unexplained returns t without the abbreviation in brackets behind a name: African
// News Agency (ANA).
func unexplained(t string) string {
	if k := strings.IndexByte(t, '('); k > 0 && strings.IndexByte(t, ')') == len(t)-1 {
		return strings.TrimRight(t[:k], " ")
	}
	return t
}

// lastSentenceEnd returns where the last sentence of t ends, or -1. Thai ends its
// sentences with a space.
func lastSentenceEnd(t string) int {
	k := strings.LastIndexAny(t, ".!?»”\"。…\n।")
	if k < 0 && unicode.Is(unicode.Thai, lastRune(t)) {
		k = strings.LastIndexByte(t, ' ')
	}
	return k
}

// endsSentence reports whether t ends with the end of a sentence rather than
// with an initial: Michael R.
func (m *markReader) endsSentence(t string) bool {
	if !strings.ContainsRune(".!?»”\"。…।", lastRune(t)) && !unicode.Is(unicode.Thai, lastRune(t)) {
		return false
	}
	a, b, ok := word.Before(t, 0, len(t))
	return !strings.HasSuffix(t, ".") || !ok || b < len(t)-1 || utf8.RuneCountInString(t[a:b]) > 1
}

// namesPeople reports whether t, behind the last sentence, has a word that is
// neither a mark nor joined to one, so that it goes on rather than signs.
func (m *markReader) namesPeople(t string) bool {
	if m.mark(t) != nil {
		return false
	}
	t = strings.ReplaceAll(strings.ReplaceAll(t, "/ ", "/"), " /", "/") // bas/ PAP
	for sub := range strings.FieldsSeq(t) {
		if len(m.list(sub, false)) == 0 && m.x.lookup(sub).class&(cAnd|cWith|cFill) == 0 && strings.Trim(sub, "/+") != "" {
			return true
		}
	}
	return false
}

func lastRune(t string) rune {
	r, _ := utf8.DecodeLastRuneInString(t)
	return r
}
