package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
)

// In Chinese whoever speaks stands before the phrase of saying, be it before
// the quotation (市长王伟5日在会上表示：“…”) or behind it (“…。”62岁的渔民沈桂芳说。).
// A name is a family name with one or two signs behind a title, or at the
// beginning of a clause; names from abroad are written with few signs.

const (
	chineseFillers = " \u3000·：:，,、"
	chineseStops   = "，；：,;:”」』》"
	chineseDots    = "·・‧•．"

	chineseBehindName = "，。、（说說到去将把被已给让带率从走站拿看想今现则介透表指强的" // what no name goes on with
)

// judgeChinese judges stretch k by the words before and behind it.
func judgeChinese(t *telling, k int) saying {
	if s, told := t.chineseAhead(k); told {
		return s
	}
	if s := t.chineseBehind(k); s.said {
		return s
	}
	return t.alone(k)
}

// chineseAhead judges stretch k by the words before it: 沈桂芳说：“…”. It reports
// whether they tell.
func (t *telling) chineseAhead(k int) (s saying, told bool) {
	q := &t.out[k]
	words := t.pairing.text[q.Start:q.End]
	ahead := strings.TrimRight(bare(t.before(k)), " \u3000")
	mark, size := utf8.DecodeLastRuneInString(ahead)
	if size == 0 {
		return s, false
	}
	introduced := strings.ContainsRune("：:", mark)
	if introduced || strings.ContainsRune("，,", mark) {
		ahead = strings.TrimRight(ahead[:len(ahead)-size], " \u3000")
	} else {
		mark = 0
	}
	cue := t.say.suffix(ahead)
	if t.weak.suffix(ahead) != "" && len(t.weak.suffix(ahead)) > len(cue) {
		if mark == 0 && !whole(words) {
			return s, true // 人称“活地图”
		}
		cue = t.weak.suffix(ahead)
	}
	if n := t.never.suffix(ahead); len(n) > len(cue) {
		return s, true
	}
	if cue == "" {
		return t.chineseTold(ahead, q, &introduced)
	}
	if !introduced && !ended(words) && !t.standsFree(k) {
		return s, true // 他表示，“双减”政策
	}
	return saying{true, t.chineseSubject(strings.TrimSuffix(ahead, cue), true)}, true
}

// standsFree reports whether a mark of punctuation stands behind stretch k.
func (t *telling) standsFree(k int) bool {
	c, n := utf8.DecodeRuneInString(strings.TrimLeft(t.after(k), " "))
	return n == 0 || strings.ContainsRune("。，；！？,;.!?\n", c)
}

// chineseTold judges the stretch q behind words without a phrase of saying. It reports
// whether they tell: 那件事过后，沈桂芳记住了一句话：“…”
func (t *telling) chineseTold(ahead string, q *quoted, introduced *bool) (saying, bool) {
	words := t.pairing.text[q.Start:q.End]
	name, _, tells := strings.Cut(ahead, "告诉")
	if !tells {
		name, _, tells = strings.Cut(ahead, "告訴")
	}
	const whom = 40 // bytes
	if tells && len(ahead)-len(name) < whom && (*introduced || ended(words)) {
		return saying{true, t.chineseSubject(name, true)}, true
	}
	if !*introduced || !whole(words) {
		return saying{}, false
	}
	at := strings.LastIndexAny(ahead, "，,")
	w := t.chineseClause(strings.TrimLeft(ahead[max(at, 0):], "，,"))
	if w.kind == byName || w.kind == pronoun && at < 0 {
		return saying{true, w}, true
	}
	return saying{}, false
}

// chineseBehind judges stretch k by the words behind it: “…，”王伟说。
func (t *telling) chineseBehind(k int) saying {
	q := &t.out[k]
	words := t.pairing.text[q.Start:q.End]
	behind := strings.TrimLeft(bare(t.after(k)), " \u3000")
	free := strings.TrimLeft(behind, "，,")
	if len(free) == len(behind) && !ended(words) {
		return saying{}
	}
	clause := free
	if i := strings.IndexAny(clause, "，。！？；：“「『,;:\n\""); i >= 0 {
		clause = clause[:i]
	}
	clause = strings.TrimRight(strings.TrimSpace(clause), ".")
	cue := t.say.suffix(clause)
	if n := t.never.suffix(clause); len(n) > len(cue) {
		return saying{}
	}
	if cue == "" {
		for _, tell := range [...]string{"告诉", "告訴"} {
			const whom = 40 // bytes
			if i := strings.Index(clause, tell); i >= 0 && len(clause)-i < whom {
				cue = clause[i:]
			}
		}
	}
	if cue == "" {
		return saying{}
	}
	return saying{true, t.chineseSubject(strings.TrimSuffix(clause, cue), false)}
}

// chineseSubject returns who has a phrase of saying with ahead before it in its
// sentence. Where its clause has no subject, that of the clause before is looked for: if clauses is set.
func (t *telling) chineseSubject(ahead string, clauses bool) teller {
	const most = 4
	for n := range most {
		ahead = strings.TrimRightFunc(ahead, func(r rune) bool {
			return strings.ContainsRune(chineseStops, r) || strings.ContainsRune(chineseFillers, r)
		})
		clause := ahead
		if i := strings.LastIndexAny(ahead, chineseStops); i >= 0 {
			_, size := utf8.DecodeRuneInString(ahead[i:])
			clause = ahead[i+size:]
		}
		if w := t.chineseClause(clause); w.kind != nobody {
			return w
		}
		rest := t.leadless(t.unadverbed(clause))
		if rest == "" && ahead == clause {
			return teller{kind: unsaid}
		}
		if !clauses || ahead == clause || rest != "" && t.turn.prefix(rest) == "" {
			return teller{}
		}
		if n > 0 && rest != "" && t.turn.prefix(rest) == "" {
			return teller{}
		}
		ahead = ahead[:len(ahead)-len(clause)]
	}
	return teller{}
}

// leadless returns s without the phrases with which it leads up to a subject.
func (t *telling) leadless(s string) string {
	for {
		was := s
		s = strings.TrimLeft(s, chineseFillers)
		if s = strings.TrimPrefix(s, t.lead.prefix(s)); s == was {
			return s
		}
	}
}

// unadverbed returns s without the adverbs and times at its end.
func (t *telling) unadverbed(s string) string {
	for {
		was := s
		s = strings.TrimRight(s, chineseFillers)
		if p := t.adverb.suffix(s); p != "" {
			s = s[:len(s)-len(p)]
		}
		if s == was {
			return s
		}
	}
}

// chineseClause returns the subject of a clause of which the verb is left out.
func (t *telling) chineseClause(clause string) teller {
	const longest = 240 // bytes
	clause = t.leadless(validTail(clause[max(0, len(clause)-longest):]))
	found := teller{}
	for i, c := range clause {
		turn := t.turn.prefix(clause[i:])
		if i == 0 || turn == "" && !unicode.IsDigit(c) && !lasting(clause[i:]) {
			continue
		}
		if len(t.title.prefix(clause[i:])) > len(turn) {
			continue // 发言人
		}
		w := t.chineseWho(t.unadverbed(clause[:i]))
		if w.kind == byName || w.kind == pronoun {
			return w
		}
		if found.kind == nobody && (t.family.prefix(clause[i:]) == "" || utf8.RuneCountInString(turn) > 1) {
			found = w // not 院长|周其凤
		}
	}
	if w := t.chineseWho(t.unadverbed(clause)); w.kind == byName || w.kind == pronoun || found.kind == nobody {
		return w
	}
	return found
}

// lasting reports whether s begins with a verb of one sign that goes on: 指着.
func lasting(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("着著", rune1(s[n:]))
}

// chineseWho returns who s is, which ends with the subject: a name, a pronoun or
// a noun for somebody.
func (t *telling) chineseWho(s string) teller {
	switch {
	case s == "":
		return teller{}
	case t.he.has(s):
		return teller{kind: pronoun}
	case t.outlet.suffix(s) != "":
		return teller{}
	}
	if name := t.chineseName(s); name != "" {
		return teller{kind: byName, name: name}
	}
	if name := lastRunes(s, 2); name != "" && strings.ContainsRune("小老阿", rune1(name)) && t.family.has(lastRunes(s, 1)) && t.chineseBound(s[:len(s)-len(name)]) {
		return teller{kind: byName, name: name} // 小李
	}
	if title := t.title.suffix(s); title != "" {
		if w := t.chineseTitled(s[:len(s)-len(title)], title); w.kind != nobody {
			return w
		}
	}
	if t.title.suffix(s) == "" && t.someone.suffix(s) == "" && t.body.suffix(s) == "" {
		return teller{}
	}
	const longest = 66 // bytes
	s = strings.TrimSpace(s[strings.LastIndex(s, hidden)+1:])
	s = strings.TrimLeft(strings.TrimPrefix(s, hidden[1:]), "”")
	for p := t.drop.prefix(s); p != "" && len(p) < len(s); p = t.drop.prefix(s) {
		s = s[len(p):]
	}
	if len(s) > longest {
		return teller{}
	}
	return teller{kind: byWords, shown: s}
}

// chineseTitled returns who is called by a title behind the name with which ahead ends: 王市长.
func (t *telling) chineseTitled(ahead, title string) teller {
	if name := t.chineseNamed(ahead, true); name != "" {
		return teller{kind: byName, name: name}
	}
	family := t.family.suffix(ahead)
	before := ahead[:len(ahead)-len(family)]
	if family != "" && (before == "" || t.title.suffix(before) != "" || strings.HasSuffix(before, "的")) && t.drop.suffix(ahead) == "" {
		return teller{kind: byName, name: family, shown: family + title}
	}
	return teller{}
}

// chineseBound reports whether a name may begin behind s.
func (t *telling) chineseBound(s string) bool {
	return s == "" || t.title.suffix(s) != "" || t.someone.suffix(s) != "" || endsWithin(s, t.endings) || strings.HasSuffix(s, "的") || endsWithin(s, "、）)”")
}

// chineseName returns the name with which s ends, or "".
func (t *telling) chineseName(s string) string { return t.chineseNamed(s, false) }

// chineseNamed is chineseName for what may stand before a title, which tells that it is a name.
func (t *telling) chineseNamed(s string, titled bool) string {
	if name := t.dottedName(s); name != "" {
		return name
	}
	if name := latinName(s); name != "" {
		return name
	}
	for _, n := range [...]int{4, 3, 2} {
		name := lastRunes(s, n)
		family := t.family.prefix(name)
		if family == "" || len(name)-len(family) < len("伟") || len(name)-len(family) > len("家明") || endsWithin(name, t.unending) {
			continue
		}
		if ahead := s[:len(s)-len(name)]; t.chineseBound(ahead) && t.mayBeName(ahead, name, titled) {
			return name
		}
	}
	if t.titledBefore(s) {
		return s
	}
	run := tailIn(s, t.sound)
	for i := range run {
		name := run[i:]
		if n := utf8.RuneCountInString(name); n < 2 || n > 8 {
			continue
		}
		if ahead := s[:len(s)-len(name)]; t.chineseBound(ahead) && !t.place.has(name) && t.body.suffix(name) == "" && !t.title.has(name) {
			return name
		}
	}
	return ""
}

// titledBefore reports whether s, which begins with no family name that is known, is one all the same, as those of other peoples are: the
// beginning of the text has the same signs right behind what somebody is: 厨师玉香拉.
func (t *telling) titledBefore(s string) bool {
	const least, most, beginning = 3, 5, 6000 // signs; bytes
	if n := utf8.RuneCountInString(s); n < least || n > most || run(s, kanji) != s || !t.mayBeName("", s, true) || endsWithin(s, t.unending) {
		return false
	}
	text := t.pairing.text[:min(len(t.pairing.text), beginning)]
	for {
		ahead, rest, again := strings.Cut(text, s)
		if !again {
			return false
		}
		if title := cmp.Or(t.title.suffix(ahead), t.someone.suffix(ahead)); utf8.RuneCountInString(title) > 1 {
			return true
		}
		text = rest
	}
}

// mayBeName reports whether name, with a family name first, is one behind ahead. At the
// beginning of a clause a word may look like it.
func (t *telling) mayBeName(ahead, name string, titled bool) bool {
	if t.place.has(name) || t.title.suffix(name) != "" || t.someone.suffix(name) != "" || t.body.suffix(name) != "" || t.turn.suffix(name) != "" {
		return false
	}
	const least = 3 // signs of a name that stands once and without a title
	if ahead == "" && endsWithin(name, "中上下里内外间前后人时价等") {
		return false // 会议中
	}
	return ahead != "" || titled || utf8.RuneCountInString(name) >= least || t.known(name) || t.again(name)
}

// again reports whether the beginning of the text has name twice.
func (t *telling) again(name string) bool {
	const beginning = 6000 // bytes
	text := t.pairing.text
	return strings.Count(text[:min(len(text), beginning)], name) > 1
}

// dottedName returns the name with dots in it with which s ends: 蒂姆·库克.
func (t *telling) dottedName(s string) string {
	const most = 6 // signs of each of its parts
	dot := strings.LastIndexAny(s, chineseDots)
	if dot < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s[dot:])
	last := s[dot+size:]
	if n := utf8.RuneCountInString(last); n == 0 || n > most || strings.Contains(last, "的") || run(last, kanji) != last {
		return ""
	}
	head := run(s[:dot], func(c rune) bool { return kanji(c) || strings.ContainsRune(chineseDots, c) })
	from := len(head) - len(tailIn(head, t.sound+chineseDots))
	first := len(head)
	if i := strings.IndexAny(head[from:], chineseDots); i >= 0 {
		first = from + i
	}
	for i := range head {
		if i >= from && i < first && t.chineseBound(s[:dot-len(head)+i]) {
			return s[dot-len(head)+i:] // 总理|阿比
		}
	}
	for i := from; i > 0; i -= len("官") {
		if utf8.RuneCountInString(head[i:first]) <= most && t.chineseBound(s[:dot-len(head)+i]) {
			return s[dot-len(head)+i:]
		}
	}
	return s[dot-len(head)+from:]
}

// latinName returns the name in Latin letters with which s ends, or "".
func latinName(s string) string {
	name := strings.TrimSpace(run(s, func(c rune) bool { return unicode.Is(unicode.Latin, c) || strings.ContainsRune(" -'’.", c) }))
	if !unicode.IsUpper(rune1(name)) || strings.ToUpper(name) == name {
		return ""
	}
	return name
}

// shortChinese reports whether name is a part of full by which somebody is called
// later: the family name, or the last one of a name from abroad.
func shortChinese(t *telling, name, full string) bool {
	if name == "" || len(name) >= len(full) {
		return false
	}
	if rest, ok := strings.CutSuffix(full, name); ok {
		return endsWithin(rest, chineseDots)
	}
	return t.family.has(name) && strings.HasPrefix(full, name) && t.family.prefix(full) == name
}

// meetChinese notes the people whom the subjects of a sentence name: whoever says something, is given
// with a title or with an age.
func meetChinese(t *telling, s article.Span) {
	text := t.pairing.text[:s.End]
	start := s.Start
	t.meetFirst(s)
	for i := s.Start; i < s.End; {
		c, n := utf8.DecodeRuneInString(text[i:])
		rest := text[i:]
		switch {
		case strings.ContainsRune(chineseStops, c):
			start = i + n
		case c == '（' || c == '(':
			if name := t.chineseName(text[start:i]); name != "" && strings.IndexFunc(rest[:min(len(rest), 24)], unicode.IsDigit) >= 0 {
				t.note(teller{kind: byName, name: name}, i)
			}
		default:
			if cue := t.say.prefix(rest); cue != "" {
				if w := t.chineseClause(text[start:i]); w.kind == byName {
					t.note(w, i)
				}
				n = len(cue)
			} else if title := t.title.prefix(rest); title != "" {
				t.meetTitled(text, i, i+len(title))
			}
		}
		i += n
	}
}

// meetFirst notes the person with whose name the sentence s begins: one named before or, where the text has the name again and a verb or
// an adverb may stand behind it, of three signs: 陈惠珍是…
func (t *telling) meetFirst(s article.Span) {
	const longest = 4 // signs
	text := t.pairing.text[s.Start:s.End]
	from := len(text) - len(strings.TrimLeft(text, " \u3000\n\r\t"))
	text = text[from:]
	for n := longest; n > 1; n-- {
		name := firstRunes(text, n)
		if name == "" || t.family.prefix(name) == "" || endsWithin(name, t.unending) || !t.mayBeName("", name, false) {
			continue
		}
		rest := text[len(name):]
		named := slices.ContainsFunc(t.people, func(p person) bool { return p.name == name })
		if named || n == longest-1 && t.again(name) && (t.turn.prefix(rest) != "" || t.adverb.prefix(rest) != "") {
			t.note(teller{kind: byName, name: name}, s.Start+from)
			return
		}
	}
}

// meetTitled notes who is named behind the title text[from:at], where what stands behind
// the name shows its end: 局长陶立群在.
func (t *telling) meetTitled(text string, from, at int) {
	const longest = 40 // bytes of a name
	for i := range text[at:min(len(text), at+longest)] {
		if i == 0 || t.turn.prefix(text[at+i:]) == "" && t.adverb.prefix(text[at+i:]) == "" && !strings.ContainsRune(chineseBehindName, rune1(text[at+i:])) {
			continue
		}
		if name := t.chineseName(text[from : at+i]); name == text[at:at+i] {
			t.note(teller{kind: byName, name: name}, at)
			return
		}
	}
}

// rune1 returns the first sign of s.
func rune1(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}
