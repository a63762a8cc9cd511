package quote

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
)

// In Japanese a particle behind the quotation ties it to its verb, and one behind the
// subject marks that, be it before the quotation or behind it: グラントさんは「…」と話した;
// 「…」とグラントさんは話す. Most of what stands between 「 and 」 is a name or a term. A name is
// known by what it is called with: さん, 氏, an office.

// judgeJapanese judges stretch k by the words behind and before it.
func judgeJapanese(t *telling, k int) saying {
	behind := t.after(k)
	rest := strings.TrimLeft(behind, " 、\u3000")
	that := t.that.prefix(rest)
	if that == "" {
		return t.japaneseApart(k, rest)
	}
	rest = rest[len(that):]
	if n := t.never.prefix(rest); n != "" && len(n) >= len(t.say.prefix(rest)) {
		return saying{}
	}
	cue, at := t.say.within(rest)
	if cue == "" {
		return t.japaneseEnd(k, rest)
	}
	if n, from := t.never.within(rest); n != "" && from < at {
		return saying{}
	}
	if w := t.japaneseSubject(rest[:at]); w.kind != nobody {
		return saying{true, w}
	}
	if w := t.japaneseSubject(t.before(k)); w.kind != nobody {
		return saying{true, w}
	}
	if t.weak.has(cue) || strings.ContainsAny(t.before(k)+rest[:at], "はが") {
		return saying{said: !t.weak.has(cue) && t.wordy(k)}
	}
	if !t.wordy(k) {
		return saying{}
	}
	if w := t.toldBefore(k); w.kind != nobody {
		return saying{true, w}
	}
	return saying{true, teller{kind: unsaid}}
}

// toldBefore returns the subject of the verb of saying with which the sentence before stretch k ends,
// in whose paragraph no other stretch stands between: Xはこう話す。「…」
func (t *telling) toldBefore(k int) teller {
	q := &t.out[k]
	from := t.paras[q.para].Start
	if k > 0 && t.out[k-1].to > from {
		from = t.out[k-1].to
	}
	last := strings.TrimRight(t.pairing.text[from:q.from], " \u3000\n")
	if strings.HasSuffix(last, "。") {
		last = strings.TrimSuffix(last, "。")
		last = last[max(lastEnd(last), 0):]
	}
	cue, at := t.say.within(last)
	for next := cue; next != ""; {
		var n int
		next, n = t.say.within(last[at+len(cue):])
		if next != "" {
			cue, at = next, at+len(cue)+n
		}
	}
	if cue == "" || t.weak.has(cue) || len(last)-at-len(cue) > len("ている") {
		return teller{}
	}
	return t.japaneseSubject(last[:at])
}

// wordy reports whether stretch k is as long as what somebody says.
func (t *telling) wordy(k int) bool {
	const least = 18 // bytes: six signs
	return t.out[k].Len() >= least
}

// japaneseEnd judges stretch k, behind which its sentence ends with who spoke: 「…」とグラントさん。
func (t *telling) japaneseEnd(k int, rest string) saying {
	if c, _ := utf8.DecodeLastRuneInString(rest); c != '。' {
		return saying{}
	}
	if rest == "。" { // 「…」とも。
		return saying{t.wordy(k) && t.lastPara == t.out[k].para, teller{kind: unsaid}}
	}
	w := t.japaneseWho(strings.TrimRight(rest, "。"))
	if w.kind == nobody || w.kind == byWords && !t.wordy(k) {
		return saying{}
	}
	return saying{true, w}
}

// japaneseApart judges stretch k, which no particle ties to a verb: グラントさん「…」; Xはこう話す。「…」
func (t *telling) japaneseApart(k int, rest string) saying {
	ahead := t.before(k)
	if !t.wordy(k) || rest != "" && !strings.HasPrefix(rest, "。") {
		return saying{}
	}
	if ahead != "" {
		ahead = strings.TrimRight(ahead, "：: ")
		if w := t.japaneseWho(strings.TrimSuffix(ahead, t.topic.suffix(ahead))); w.kind == byName {
			return saying{true, w}
		}
		if cue, at := t.say.within(ahead); cue != "" && !t.weak.has(cue) && strings.HasSuffix(strings.TrimSpace(t.before(k)), "：") {
			return saying{true, t.japaneseSubject(ahead[:at])}
		}
		return saying{}
	}
	if w := t.toldBefore(k); w.kind != nobody {
		return saying{true, w}
	}
	if w := t.toldBehind(k); w.kind != nobody {
		return saying{true, w}
	}
	return t.alone(k)
}

// toldBehind returns the subject of the sentence behind that of stretch k, which tells no more than
// that somebody said it: 「…」。田村さんは力を込める。
func (t *telling) toldBehind(k int) teller {
	const longest = 180 // bytes
	q := &t.out[k]
	next, ok := strings.CutPrefix(t.pairing.text[q.to:t.paras[q.para].End], "。")
	if !ok {
		return teller{}
	}
	next = next[:firstEnd(next)]
	cue, at := t.say.within(next)
	if cue == "" || t.weak.has(cue) || len(next) > longest || len(next)-at-len(cue) > len("ている。") || strings.ContainsAny(next, "「『") {
		return teller{}
	}
	w := t.japaneseSubject(next[:at])
	if w.kind != byName && t.lead.prefix(next) == "" && !strings.HasSuffix(next[:at], "そう") && !strings.HasSuffix(next[:at], "こう") {
		return teller{}
	}
	return w
}

// japaneseSubject returns the subject that a particle marks in s: the last that is a
// person, else the last that is anybody.
func (t *telling) japaneseSubject(s string) teller {
	s = bare(s)
	found := teller{}
	for i := len(s); i > 0; {
		_, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
		m := t.marker.prefix(s[i:])
		if m == "" {
			continue
		}
		w := t.japaneseWho(s[:i])
		if w.kind == byName || w.kind == pronoun {
			return w
		}
		if found.kind == nobody {
			found = w
		}
	}
	return found
}

// japaneseWho returns who s is, which ends with the subject.
func (t *telling) japaneseWho(s string) teller {
	s = strings.TrimRight(bare(s), " \u3000、")
	clause := s
	if i := strings.LastIndexAny(s, "、。，」』”\n"); i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		clause = s[i+n:]
	}
	if he := t.he.suffix(clause); he != "" && t.japaneseBound(clause[:len(clause)-len(he)]) {
		return teller{kind: pronoun}
	}
	if title := t.title.suffix(clause); len(title) > len(t.someone.suffix(clause)) {
		if name := t.japaneseName(clause[:len(clause)-len(title)]); name != "" {
			return teller{kind: byName, name: name}
		}
	}
	if name := t.japaneseKnown(clause); name != "" {
		return teller{kind: byName, name: name}
	}
	if t.outlet.suffix(clause) != "" {
		return teller{}
	}
	if name := strings.TrimSpace(run(clause, func(c rune) bool { return unicode.Is(unicode.Latin, c) || c == ' ' })); unicode.IsUpper(rune1(name)) {
		return teller{kind: byWords, shown: name}
	}
	return t.japaneseWords(clause)
}

// japaneseWords returns who a clause is that ends with a noun for somebody.
func (t *telling) japaneseWords(clause string) teller {
	end := t.someone.suffix(clause)
	if utf8.RuneCountInString(end) == 1 && !t.japaneseBound(clause[:len(clause)-len(end)]) {
		end = "" // 義男は
	}
	if end == "" {
		end = t.title.suffix(clause)
		if utf8.RuneCountInString(end) < 2 || t.drop.has(end) { // さん
			end = ""
		}
	}
	if end == "" {
		if end = t.body.suffix(clause); end == "" || utf8.RuneCountInString(end) == 1 && !t.japaneseBound(clause[:len(clause)-len(end)]) && !endsInKanji(clause[:len(clause)-len(end)]) {
			return teller{}
		}
	}
	start := len(clause) - len(end)
	start -= len(run(clause[:start], nameSign))
	if ahead, ok := strings.CutSuffix(clause[:start], "の"); ok {
		start = len(ahead) - len(run(ahead, nameSign)) // 市の担当者
	}
	if i := strings.LastIndexAny(clause, "はがを"); i >= start {
		return teller{}
	}
	const longest = 60 // bytes
	words := strings.TrimPrefix(clause[start:], "の")
	if words == "" || len(words) > longest {
		words = end
	}
	return teller{kind: byWords, shown: words}
}

// nameSign reports whether names and nouns may have c in them: it is no kana but katakana.
func nameSign(c rune) bool {
	return kanji(c) || katakana(c) || unicode.IsDigit(c)
}

func katakana(c rune) bool {
	return unicode.Is(unicode.Katakana, c) || strings.ContainsRune("ー・＝゠", c)
}

func kanji(c rune) bool { return unicode.Is(unicode.Han, c) || c == '々' || c == 'ヶ' }

func hiragana(c rune) bool { return unicode.Is(unicode.Hiragana, c) }

func endsInKanji(s string) bool { c, n := utf8.DecodeLastRuneInString(s); return n > 0 && kanji(c) }

// run returns the longest end of s whose signs are all such.
func run(s string, such func(rune) bool) string {
	i := len(s)
	for i > 0 {
		c, n := utf8.DecodeLastRuneInString(s[:i])
		if !such(c) {
			break
		}
		i -= n
	}
	return s[i:]
}

// japaneseBound reports whether a name may begin behind s.
func (t *telling) japaneseBound(s string) bool {
	c, n := utf8.DecodeLastRuneInString(s)
	return n == 0 || hiragana(c) || strings.ContainsRune("、。」』” \u3000", c)
}

// japaneseName returns the name with which s ends, before さん or an office, or "".
func (t *telling) japaneseName(s string) string {
	s = strings.TrimRight(s, " \u3000")
	for p := t.place.suffix(s); p != ""; p = t.place.suffix(s) {
		s = s[:len(s)-len(p)] // トランプ米大統領
	}
	if utf8.RuneCountInString(t.someone.suffix(s)) > 1 || t.body.suffix(s) != "" && !t.known(s) && t.known(run(s, kanji)) {
		return ""
	}
	if name := strings.Trim(run(s, katakana), "・＝゠"); utf8.RuneCountInString(name) >= 2 {
		return t.familyBefore(s, name) + name
	}
	if name := run(s, kanji); name != "" {
		return cmp.Or(t.mixedName(s, name), t.kanjiName(name))
	}
	const least, most = 2, 4 // kana of a given name
	name := run(s, hiragana)
	if n := utf8.RuneCountInString(name); n > most {
		return ""
	}
	if rest, ok := strings.CutPrefix(name, "の"); ok && utf8.RuneCountInString(rest) >= least {
		return rest
	}
	family := run(s[:len(s)-len(name)], kanji)
	if n := utf8.RuneCountInString(family); n < 2 || n > 3 || utf8.RuneCountInString(name) < least || strings.ContainsRune("のとはがにをでもやな", rune1(name)) {
		return ""
	}
	return family + name
}

// familyBefore returns the family name in kanji before the given name in kana with which s ends, "" if what stands there
// may be what somebody is: 谷島 | トメ; but 歌手 | トメ.
func (t *telling) familyBefore(s, given string) string {
	const most, least, longest = 4, 2, 3 // kana of a given name; signs of a family name
	if utf8.RuneCountInString(given) > most || strings.ContainsAny(given, "・＝゠") || !strings.HasSuffix(s, given) {
		return ""
	}
	family := run(s[:len(s)-len(given)], kanji)
	if utf8.RuneCountInString(family) > longest {
		family = t.behindTrade(family)
	}
	if n := utf8.RuneCountInString(family); n < least || n > longest {
		return ""
	}
	for _, none := range [...]phraseSet{t.someone, t.title, t.body, t.outlet, t.place, t.lead} {
		if none.suffix(family) != "" {
			return ""
		}
	}
	return family
}

// behindTrade returns what stands in the run of kanji s behind what somebody is, two signs or more, "" if it begins with nothing such:
// 無職 | 影山.
func (t *telling) behindTrade(s string) string {
	const least = 2
	for i := range s {
		if trade := s[:i]; utf8.RuneCountInString(trade) >= least && (t.someone.has(trade) || t.lead.has(trade) || t.title.has(trade)) {
			return s[i:]
		}
	}
	return ""
}

// mixedName returns the name with which s ends, whose given name is kana and one kanji, last, at the end of such names: 森田ゆう子; "" if
// it is none.
func (t *telling) mixedName(s, last string) string {
	const most = 3 // kana
	if utf8.RuneCountInString(last) != 1 || !strings.Contains("子美代江香奈恵世", last) {
		return ""
	}
	ahead := s[:len(s)-len(last)]
	kana := run(ahead, hiragana)
	if kana == "" {
		kana = run(ahead, katakana)
	}
	if n := utf8.RuneCountInString(kana); n == 0 || n > most || strings.ContainsRune("のとはがにをでもやなだ", rune1(kana)) {
		return ""
	}
	if family := t.familyBefore(ahead, kana); family != "" {
		return family + kana + last
	}
	return ""
}

// kanjiName returns the name at the end of a run of kanji, which an office may precede.
func (t *telling) kanjiName(s string) string {
	const most = 5 // signs of a name
	for i := range s {
		if i == 0 {
			continue
		}
		if n := utf8.RuneCountInString(s[i:]); n < 2 {
			break
		} else if n <= most && (t.someone.suffix(s[:i]) != "" || t.lead.suffix(s[:i]) != "") {
			return s[i:]
		}
	}
	if n := utf8.RuneCountInString(s); n > most || t.body.has(s) || t.drop.has(s) {
		return ""
	}
	return s
}

// japaneseKnown returns the name of a person named before with which s ends, without
// anything behind it: 大谷は.
func (t *telling) japaneseKnown(s string) string {
	name := run(s, kanji)
	if name == "" {
		name = run(s, katakana)
	}
	n := utf8.RuneCountInString(name)
	if n < 2 || t.body.suffix(name) != "" || utf8.RuneCountInString(t.someone.suffix(name)) > 1 {
		return ""
	}
	if t.known(name) {
		return name
	}
	const least, most = 3, 5 // signs of a whole name
	if n < least || n > most || !kanji(rune1(name)) || t.title.suffix(name) != "" || t.outlet.suffix(name) != "" {
		return ""
	}
	if ahead, of := strings.CutSuffix(s[:len(s)-len(name)], "の"); of && (t.title.suffix(ahead) != "" || t.someone.suffix(ahead) != "") {
		return name // 選手会長の森下翔太
	}
	return ""
}

// shortJapanese reports whether name is the family name of full, or its last one between dots.
func shortJapanese(_ *telling, name, full string) bool {
	if name == "" || len(name) >= len(full) {
		return false
	}
	if rest, ok := strings.CutSuffix(full, name); ok && endsWithin(rest, "・＝゠") {
		return true
	}
	if rest, ok := strings.CutPrefix(full, name); ok && !strings.ContainsAny(full, "ー・＝゠") {
		return kanji(rune1(name)) && utf8.RuneCountInString(rest) <= 3
	}
	return false
}

// meetJapanese notes who is named with an office or さん in a sentence.
func meetJapanese(t *telling, s article.Span) {
	text := t.pairing.text
	for i := s.Start; i < s.End; {
		c, n := utf8.DecodeRuneInString(text[i:s.End])
		if title := t.title.prefix(text[i:s.End]); title != "" && (katakana(c) || !hiragana(c) || t.drop.has(title)) {
			if name := t.japaneseName(bare(text[max(s.Start, back(text, i, 60)):i])); name != "" {
				t.note(teller{kind: byName, name: name}, i)
			}
			n = len(title)
		}
		i += n
	}
}

// back returns where a sign begins that lies n bytes at most before text[at].
func back(text string, at, n int) int {
	i := max(at-n, 0)
	for i < at && !utf8.RuneStart(text[i]) {
		i++
	}
	return i
}
