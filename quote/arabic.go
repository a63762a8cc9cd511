package quote

import (
	"slices"
	"strings"
	"unicode/utf8"

	"wiretrace/article"
)

// In Arabic the verb of saying stands before its subject: وقال رئيس البلدية أحمد سالم: "…". The
// subject goes on until a colon, a conjunction or a preposition; what it begins with is an
// office, behind which the name stands.

// judgeArabic judges stretch k by the words before and behind it.
func judgeArabic(t *telling, k int) saying {
	ahead := arabicWords(t.before(k))
	if s, told := t.arabicAhead(k, ahead); told {
		return s
	}
	if s := t.arabicBehind(k); s.said {
		return s
	}
	return t.alone(k)
}

var arabicMarks = strings.NewReplacer("،", " ، ", ",", " ، ", "؛", " ؛ ", ":", " : ", "(", " ( ", ")", " ) ", ". ", " . ", ".\n", " . ", "د. ", "د. ",
	"\u200f", "", "\u200e", "", "\u0640", "")

// arabicWords returns the words of s, with marks of punctuation as words of their own.
func arabicWords(s string) []string {
	return strings.Fields(arabicMarks.Replace(s + " "))
}

// arabicAhead judges stretch k by the words before it. It reports whether they tell.
func (t *telling) arabicAhead(k int, words []string) (s saying, told bool) {
	q := &t.out[k]
	text := t.pairing.text[q.Start:q.End]
	introduced := len(words) > 0 && words[len(words)-1] == ":"
	if n := len(words); n > 1 && introduced && t.marker.has(words[n-2]) { // نقلت الوكالة عن مسؤول قوله
		for i := n - 3; i >= 0; i-- {
			if t.topic.has(words[i]) {
				s.who, _ = t.arabicWho(words[i+1 : n-2])
				break
			}
		}
		s.said = true
		return s, true
	}
	const farthest = 24 // words from the verb to the quotation
	at := -1
	for i := len(words) - 1; i >= max(0, len(words)-farthest); i-- {
		if words[i] == "؛" {
			break
		}
		if t.say.has(words[i]) {
			at = i
			break
		}
	}
	if at < 0 {
		return s, false
	}
	if !introduced && (t.never.has(words[len(words)-1]) || !t.arabicTold(words[at:], text) && !t.arabicApposed(words[at:], text)) { // قال إن فيلم "…"
		return s, true
	}
	return saying{true, t.arabicSubject(words, at)}, true
}

// arabicTold reports whether the words from a verb of saying on, without a colon, lead to a
// quotation: they end with that, or with the verb or its subject, and it is long.
func (t *telling) arabicTold(words []string, quoted string) bool {
	const least = 30 // bytes
	last := words[len(words)-1]
	if len(quoted) < least {
		return false
	}
	return len(words) == 1 || t.that.has(last) || whole(quoted) || t.that.has(words[len(words)-2])
}

// arabicApposed reports whether the words from a verb of saying on are an office and, between commas, the name of who holds it, with nothing
// behind but what was said: وقال رئيس اللجنة، سالم العتيبي، «…»
func (t *telling) arabicApposed(words []string, quoted string) bool {
	const least, comma = 30, "،" // bytes
	n := len(words)
	if len(quoted) < least || n < 5 || words[n-1] != comma || !t.arabicTitle(words[1:], nil) {
		return false
	}
	first := slices.Index(words, comma)
	if first == n-1 {
		return false
	}
	for _, w := range words[first+1 : n-1] {
		if t.stopsArabic(w) {
			return false
		}
	}
	w, _ := t.arabicWho(words[1:])
	return w.kind == byName
}

// arabicBehind judges stretch k by the verb of saying behind it: "…"، قال سالم.
func (t *telling) arabicBehind(k int) saying {
	words := arabicWords(t.after(k))
	i := 0
	for i < len(words) && (words[i] == "،" || words[i] == "." || t.lead.has(words[i])) {
		i++
	}
	if i == 0 || i >= len(words) || !t.say.has(words[i]) {
		return saying{}
	}
	w := t.arabicSubject(words, i)
	if w.kind == unsaid {
		return t.arabicAdded(k, words[0])
	}
	return saying{w.kind != nobody, w}
}

// arabicAdded judges stretch k, behind which a verb of saying without a subject stands: a comma parts them, it is as long as what
// somebody says, and one person is named before it in its paragraph: روى سالم أنه … "…"، أضاف وهو …
func (t *telling) arabicAdded(k int, first string) saying {
	const least = 40 // bytes
	q := &t.out[k]
	from := t.paras[q.para].Start
	if k > 0 && t.out[k-1].to > from && !t.out[k-1].scare {
		return saying{}
	}
	if first != "،" || q.Len() < least || t.latest(q.from) == "" || !t.namedSince(from, q.from) {
		return saying{}
	}
	return saying{true, teller{kind: pronoun}}
}

// arabicSubject returns the subject of the verb words[at]: behind it, else, where it has
// none there, the name right before it, else who spoke last.
func (t *telling) arabicSubject(words []string, at int) teller {
	w, some := t.arabicWho(words[at+1:])
	if some || w.kind != nobody {
		return w
	}
	from := at
	for from > 0 && !strings.Contains("،؛:", words[from-1]) {
		from--
	}
	const least, most = 3, 9 // words
	beside := from < at && at-from <= most
	if beside {
		if w := t.arabicOpens(words[from : at+1]); w.kind == byName {
			return w
		}
	}
	if w, told := t.arabicEarlier(words, at); told {
		return w
	}
	switch {
	case beside && at-from >= least:
		return teller{}
	case from > 0 && strings.HasPrefix(words[from], "و") && t.say.has(words[from]):
		return t.arabicJoined(words[:from])
	}
	return teller{kind: unsaid}
}

// arabicOpens returns the person with whom words begin, who has the verb of saying at their end, which no and joins to another.
func (t *telling) arabicOpens(words []string) teller {
	last := len(words) - 1
	w, _ := t.arabicWho(words[:last])
	if w.kind == byName && (t.title.has(words[0]) || t.known(w.name)) && !strings.HasPrefix(words[last], "و") {
		return w
	}
	return teller{}
}

// arabicJoined returns the person named in the clause words, which the verb behind it shares its subject with, if there is only one:
// خبزت سلوى القرقوري أرغفة، | وعلقت قائلة: "…" Whoever spoke before is not meant.
func (t *telling) arabicJoined(words []string) teller {
	clause := strings.Join(words, " ")
	var found teller
	for i := range t.people {
		name := t.people[i].name
		if !strings.Contains(clause, name) {
			continue
		}
		if found.kind != nobody {
			return teller{}
		}
		found = teller{kind: byName, name: name}
	}
	return found
}

// arabicEarlier returns the subject of the verb of saying before the one words[at], which has none, in its sentence, and reports whether
// there is such a verb with anything that may be its subject: وتحكي رئيسة الفريق، سلوى القرقوري، أنها …، | وتضيف: "…"
func (t *telling) arabicEarlier(words []string, at int) (w teller, told bool) {
	for i := at - 1; i >= 0 && words[i] != "؛" && words[i] != "."; i-- {
		if !t.say.has(words[i]) {
			continue
		}
		if w, some := t.arabicWho(words[i+1 : at]); some || w.kind != nobody {
			return w, true
		}
	}
	return teller{}, false
}

// arabicWho returns who is named at the beginning of words, and reports whether anything
// stands there that may be a subject.
func (t *telling) arabicWho(words []string) (w teller, some bool) {
	var title, name []string
	for i := 0; i < len(words) && i < 16; i++ {
		word := words[i]
		switch {
		case word == "،" && len(name) == 0 && len(title) > 0 && i+1 < len(words) && !t.turn.has(words[i+1]):
			continue // رئيسة الجمعية، سلوى القرقوري
		case t.he.has(word) && i == 0:
			return teller{kind: pronoun}, true
		case len(name) == 0 && (t.arabicTitle(words[i:], title) || i == 0 && t.arabicTrade(words)):
			title = append(title, word)
			if n := t.construct(words[i:]); n > 0 {
				i++
				if words[i] != hidden {
					title = append(title, words[i]) // بلدية صفاقس
				}
			}
			continue
		case t.stopsArabic(word):
			i = len(words)
			continue
		}
		if len(name) > 0 && (t.governs(words[i:]) || strings.HasPrefix(name[0], "ال") || objectBehind(name, word)) {
			break
		}
		name = append(name, word)
		const most = 5 // words of a name
		if len(name) == most {
			break
		}
	}
	return t.arabicNamed(title, name)
}

// objectBehind reports whether word, with the ending of a feminine noun and no article, is rather what somebody made than part of the name
// before it, which ends with an article as family names do: خبزت سلوى القرقوري | أرغفة.
func objectBehind(name []string, word string) bool {
	return len(name) > 1 && strings.HasPrefix(name[len(name)-1], "ال") && (strings.HasSuffix(word, "ة") || strings.HasSuffix(word, "ات"))
}

// governs reports whether the first of words is an office without an article that what it is of follows, so that it belongs to no name
// before it: سالم | رئيس البلدية; but سامي | حداد.
func (t *telling) governs(words []string) bool {
	return t.title.has(words[0]) && !strings.HasPrefix(words[0], "ال") && len(words) > 1 && !t.stopsArabic(words[1]) && words[1] != ":"
}

// arabicTrade reports whether the first of words, of which nothing is known, is what somebody is whose name, of two words or more,
// follows up to the end or to whom it is told: السماك | ماهر الطائي للصحيفة:
func (t *telling) arabicTrade(words []string) bool {
	const least, most = 2, 4 // words of the name
	if !strings.HasPrefix(words[0], "ال") || len(words) < 1+least || strings.HasPrefix(words[1], "ال") || t.arabicFull(words[0]) != "" {
		return false
	}
	n := 1
	for n < len(words) && n <= most && words[n] != ":" && !t.stopsArabic(words[n]) && !t.arabicTitle(words[n:], nil) {
		n++
	}
	switch {
	case n <= least:
		return false
	case n == len(words):
		return true
	}
	return words[n] == ":" || strings.HasPrefix(words[n], "لل")
}

// construct returns how many words, none or one, the first of words has behind it to say which it
// is: the name of a town, of a company.
func (t *telling) construct(words []string) int {
	if len(words) < 2 || !t.place.has(strings.TrimPrefix(words[0], "ل")) {
		return 0
	}
	if next := words[1]; next == hidden || !strings.HasPrefix(next, "ال") && !t.stopsArabic(next) && !t.place.has(next) {
		return 1
	}
	return 0
}

// arabicTitle reports whether the first of words belongs to the office before a name, of which title
// stands before it.
func (t *telling) arabicTitle(words, title []string) bool {
	word := words[0]
	if t.drop.has(word) { // المتحدث باسم الوزارة, but باسم نعيم
		return len(title) > 0 && len(words) > 1 && (strings.HasPrefix(words[1], "ال") || t.place.has(words[1]))
	}
	if t.turn.has(word) {
		return false
	}
	if t.title.has(word) || t.someone.has(word) || t.place.has(word) || t.body.has(word) || t.outlet.has(word) {
		return true
	}
	if len(title) == 0 {
		return false
	}
	return strings.HasPrefix(word, "ال") || strings.HasPrefix(word, "لل") || t.adverb.has(word) || t.place.has(strings.TrimPrefix(word, "ل"))
}

// stopsArabic reports whether word ends a subject.
func (t *telling) stopsArabic(word string) bool {
	switch {
	case strings.HasSuffix(word, hidden), word[0] < utf8.RuneSelf, strings.Contains("؛،", word):
		return true
	case t.turn.has(word), t.that.has(word), t.say.has(word), t.turn.has(strings.TrimPrefix(word, "و")):
		return true
	}
	for _, joined := range [...]string{"لل", "بال", "وال", "كال"} { // prepositions and and, with an article
		if strings.HasPrefix(word, joined) && len(word) > len(joined)+len("ال") {
			return true
		}
	}
	return false
}

// arabicNamed returns who has the office and the name, either of which may be missing.
func (t *telling) arabicNamed(title, name []string) (w teller, some bool) {
	const most = 3 // words of a name with an article within it
	for i, word := range name {
		if t.someone.has(word) || len(name) > most && i > 0 && i+1 < len(name) && strings.HasPrefix(word, "ال") && name[i-1] != "عبد" {
			return teller{}, true // على المبعوث مغادرة مربع الصمت
		}
	}
	switch {
	case len(name) == 1 && len(title) > 0 && t.someone.has(title[0]) && !t.known(name[0]):
		return teller{kind: byWords, shown: strings.Join(append(title, name[0]), " ")}, true // شاهد عيان
	case len(name) == 1 && len(title) == 0:
		if full := t.arabicFull(name[0]); full != "" {
			return teller{kind: byName, name: full}, true
		}
		return teller{}, true
	case len(name) > 0:
		full := t.arabicFull(strings.Join(name, " "))
		if full == "" {
			full = name[0] // of which no more is told
		}
		return teller{kind: byName, name: full}, true
	case len(title) == 0:
		return teller{}, false
	}
	for _, word := range title {
		if t.outlet.has(word) {
			return teller{}, true
		}
	}
	if !t.someone.has(title[0]) && !t.title.has(title[0]) && !t.body.has(title[0]) && !t.place.has(title[0]) {
		return teller{}, true
	}
	return teller{kind: byWords, shown: strings.Join(title, " ")}, true
}

// arabicFull returns a name as the text gives it in full, by the words before the place where
// it stands first: المهندس رياض الحلواني makes رياض الحلواني of الحلواني. A name of one word that
// stands nowhere behind another of the same person is none, unless it is known.
func (t *telling) arabicFull(name string) string {
	if strings.Contains(name, " ") || t.known(name) {
		return name
	}
	const tries, beginning = 4, 12_000 // bytes
	text := validHead(t.pairing.text[:min(len(t.pairing.text), beginning)])
	for range tries {
		i := strings.Index(text, " "+name)
		if i < 0 {
			break
		}
		end := i + 1 + len(name)
		if first := t.firstNames(arabicWords(lineBefore(text, i))); first != "" && (end == len(text) || strings.ContainsRune(" ،.,:)؛\n", rune1(text[end:]))) {
			return first + " " + name
		}
		text = text[i+1:]
	}
	return ""
}

// lineBefore returns what stands right before text[at:] in its line, with a stop before it where the line begins.
func lineBefore(text string, at int) string {
	const farthest = 90 // bytes
	from := back(text, at, farthest)
	s := text[from:at]
	if i := strings.LastIndexByte(s, '\n'); i >= 0 {
		return "." + s[i:]
	}
	if from == 0 {
		return ". " + s
	}
	return s
}

// firstNames returns the given names with which words end, behind an office, a verb of saying or
// a comma; "" if there are none.
func (t *telling) firstNames(words []string) string {
	const most = 2
	for n := len(words) - 1; n > 0 && n >= len(words)-1-most; n-- { // the first word may be cut
		w := words[n]
		if w == "،" || t.say.has(w) || t.behindOffice(words[:n+1]) || t.opensVerb(words, n) {
			return strings.Join(words[n+1:], " ")
		}
		if servant := servantOf(words[n-1:]); servant == 0 {
			continue
		} else if servant > 0 {
			return strings.Join(words[n+1:], " ")
		}
		if joined := strings.TrimLeft(w, "وبلكف"); strings.HasPrefix(w, "ال") || t.stopsArabic(w) || t.arabicTitle([]string{w}, nil) || t.place.has(joined) || t.title.has(joined) || t.place.has(words[n-1]) {
			break
		}
	}
	return ""
}

// opensVerb reports whether words[n], of which nothing is known, opens a sentence, as its verb does, and a given name that can be nothing
// else follows: جاء | عبد الغني أوراغ.
func (t *telling) opensVerb(words []string, n int) bool {
	w := words[n]
	if n == 0 || n+2 >= len(words) || words[n-1] != "." || servantOf(words[n+1:n+3]) != 0 || strings.HasPrefix(w, "ال") {
		return false
	}
	return !t.stopsArabic(w) && !t.title.has(w) && !t.someone.has(w) && !t.place.has(w) && !t.body.has(w) && !t.outlet.has(w)
}

// servantOf returns where the given name of two words stands of which one is next to the second of words, with its article: 0 if it ends
// there, عبد | الرحيم; 1 if it follows, البستاني | عبد الرحيم; -1 if there is none.
func servantOf(words []string) int {
	const servant = "عبد"
	switch {
	case !strings.HasPrefix(words[1], "ال"):
	case words[0] == servant:
		return 0
	case len(words) > 2 && words[2] == servant:
		return 1
	}
	return -1
}

// behindOffice reports whether words end with an office and the words that say which.
func (t *telling) behindOffice(words []string) bool {
	const most = 6
	for n := len(words) - 1; n >= 0 && n >= len(words)-most; n-- {
		w := words[n]
		if t.title.has(w) {
			return true
		}
		if !strings.HasPrefix(w, "ال") && !strings.HasPrefix(w, "لل") && !t.place.has(w) && !t.drop.has(w) && !t.adverb.has(w) {
			break
		}
	}
	return false
}

// shortArabic reports whether name is the last words of full.
func shortArabic(_ *telling, name, full string) bool {
	return name != "" && len(name) < len(full) && strings.HasSuffix(full, " "+name)
}

// meetArabic notes whom the verbs of saying of a sentence have for their subject.
func meetArabic(t *telling, s article.Span) {
	words := arabicWords(t.pairing.text[s.Start:s.End])
	const most = 120
	words = words[:min(len(words), most)]
	for i, w := range words {
		if !t.say.has(w) && !(t.title.has(w) && (i == 0 || !t.say.has(words[i-1]))) {
			continue
		}
		from := i
		if t.say.has(w) {
			from++
		}
		who, _ := t.arabicWho(words[from:])
		if who.kind == byName && from < len(words) && (t.title.has(words[from]) || t.known(who.name) || who.name != words[from] && strings.HasSuffix(who.name, " "+words[from])) {
			t.note(who, s.Start)
		}
	}
}
