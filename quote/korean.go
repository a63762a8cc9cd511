package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
)

// In Korean a particle behind the closing mark ties the quotation to its verb, and
// particles mark the subject, which mostly stands before it: 최만석(71) 씨는 "…"이라고 말했다.
// A name is known by the office, or 씨, behind it.

// judgeKorean judges stretch k by the words behind and before it.
func judgeKorean(t *telling, k int) saying {
	behind := t.after(k)
	that := t.that.prefix(behind)
	if that == "" {
		if w := t.koreanApart(k, behind); w.kind == byName {
			return saying{true, w}
		}
		return t.alone(k)
	}
	rest := behind[len(that):]
	cue, at := t.koreanCue(rest)
	never, from := t.never.within(rest)
	joined := t.topic.has(that) // 라며: what is said goes on
	switch {
	case never != "" && (cue == "" || from < at):
		return saying{}
	case cue == "" && !joined:
		return saying{}
	case cue == "":
		at = 0
	}
	if w := t.koreanSubject(rest[:at]); w.kind != nobody {
		return saying{true, w}
	}
	ahead := t.before(k)
	if w := t.koreanSubject(ahead); w.kind != nobody {
		return saying{true, w}
	}
	const opening = 40 // bytes of what leads from one quotation to the next: 이어, 그러면서
	if len(strings.ReplaceAll(ahead, hidden, "")) > opening || strings.ContainsAny(ahead, ",") {
		return saying{said: true}
	}
	return saying{true, teller{kind: unsaid}}
}

// koreanApart returns the subject of behind, the sentence behind stretch k, if the stretch is whole sentences and begins
// its paragraph: who speaks is told by what he does: “….” 최만석(71) 씨는 웃음을 터뜨렸다.
func (t *telling) koreanApart(k int, behind string) teller {
	const least = 24 // bytes
	q, text := &t.out[k], t.pairing.text
	p := &t.paras[q.para]
	if p.Kind == article.Headline || q.Len() < least || !whole(text[q.Start:q.End]) || strings.TrimSpace(text[p.Start:q.from]) != "" {
		return teller{}
	}
	return t.koreanSubject(behind)
}

// koreanCue returns the first word of s that says something and where it begins, or "".
func (t *telling) koreanCue(s string) (cue string, at int) {
	for i := range s {
		if i > 0 && s[i-1] != ' ' {
			continue
		}
		if p := t.say.prefix(s[i:]); p != "" {
			return p, i
		}
	}
	return "", -1
}

// koreanSubject returns the subject of s: whoever the last particle of a topic
// marks, else the last of a subject.
func (t *telling) koreanSubject(s string) teller {
	words := strings.Fields(strings.NewReplacer(",", " ", hidden, " ", "·", " ").Replace(bare(s)))
	const most = 60
	words = words[max(0, len(words)-most):]
	found := teller{}
	for i := len(words) - 1; i >= 0; i-- {
		m := t.marker.suffix(words[i])
		if len(m) == len(words[i]) { // 운영사 | 측은: a word of its own with a particle
			m = t.marker.suffix(strings.TrimPrefix(m, firstRuneOf(m)))
		}
		if m == "" {
			continue
		}
		w := t.koreanWho(words[:i], strings.TrimSuffix(words[i], m))
		topic := t.turn.has(m)
		switch {
		case w.kind == nobody:
		case topic && w.kind != byWords:
			return w
		case found.kind == nobody || topic && found.kind == byWords:
			found = w
			if topic {
				return w
			}
		}
	}
	return found
}

// firstRuneOf returns the first sign of s.
func firstRuneOf(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// koreanWho returns who a word without its particle is, with those before it.
func (t *telling) koreanWho(ahead []string, w string) teller {
	if t.he.has(w) {
		return teller{kind: pronoun}
	}
	if t.outlet.suffix(w) != "" {
		return teller{}
	}
	if name := t.koreanTitled(ahead, w); name != "" {
		shown := ""
		if t.family.has(name) {
			if shown = w; !strings.HasPrefix(w, name) {
				shown = name + " " + w
			}
		}
		return teller{kind: byName, name: name, shown: shown}
	}
	if t.koreanFull(w) && (t.known(w) || t.koreanAhead(ahead) && !t.koreanThing(w)) {
		return teller{kind: byName, name: w}
	}
	if t.title.suffix(w) == w && utf8.RuneCountInString(w) == 1 {
		return teller{}
	}
	if t.someone.suffix(w) == "" && t.body.suffix(w) == "" && t.title.suffix(w) == "" {
		return teller{}
	}
	words := w
	if n := len(ahead); n > 0 && t.noun(ahead[n-1]) {
		words = ahead[n-1] + " " + w // 경찰 관계자
	}
	return teller{kind: byWords, shown: words}
}

// koreanAhead reports whether words end with an office or a noun for a person, behind which its
// name may stand: 배우 송강민.
func (t *telling) koreanAhead(words []string) bool {
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return t.title.suffix(last) != "" && !t.drop.has(t.title.suffix(last)) || t.someone.has(last)
}

// noun reports whether w may be a noun before another: it has no particle, and is no
// word such as this.
func (t *telling) noun(w string) bool {
	return !t.drop.has(w) && t.adverb.suffix(w) == "" && strings.IndexFunc(w, func(c rune) bool { return !unicode.Is(unicode.Hangul, c) }) < 0
}

// koreanTitled returns the name that is called by the title w, or by that with which w
// ends; "" if there is none: 홍길동 강릉시장, 박 시장, 최씨.
func (t *telling) koreanTitled(ahead []string, w string) string {
	title := t.title.suffix(w)
	if title == "" {
		return ""
	}
	stem := w[:len(w)-len(title)]
	if t.family.has(stem) || t.koreanFull(stem) && !t.koreanThing(stem) {
		return stem
	}
	if stem != "" && t.drop.has(title) {
		if utf8.RuneCountInString(stem) <= 4 && !t.koreanThing(stem) {
			return stem // 트럼프씨
		}
		return ""
	}
	return t.koreanName(ahead)
}

// koreanName returns the name among the last words of ahead, behind which an office stands.
func (t *telling) koreanName(ahead []string) string {
	const most = 5 // words between a name and its office, that one counted
	for n, w := range slices.Backward(ahead) {
		if n < len(ahead)-most {
			break
		}
		switch {
		case t.family.has(w) && n == len(ahead)-1 && (!t.place.has(w) && !t.drop.has(w) || t.known(w)):
			return w // 박 시장, but 전 시장 only where somebody is called so
		case t.koreanThing(w) || t.title.suffix(w) != "" && len(t.title.suffix(w)) >= len("대표"):
			continue
		case strings.HasSuffix(w, "대") && n > 0 && t.koreanFull(ahead[n-1]):
			continue // 윤서정 한빛대 교수
		case t.koreanFull(w) && (n == 0 || !t.soundsForeign(w) || !t.soundsForeign(ahead[n-1])):
			return w
		case t.marker.suffix(w) != "" || !t.noun(w):
			return ""
		case t.soundsForeign(w):
			if n > 0 && t.soundsForeign(ahead[n-1]) && !t.koreanThing(ahead[n-1]) {
				return ahead[n-1] + " " + w
			}
			return w
		}
	}
	return ""
}

// koreanThing reports whether w is a place, an office or another thing that stands before a title.
func (t *telling) koreanThing(w string) bool {
	return t.place.has(w) || t.someone.suffix(w) != "" || t.body.suffix(w) != "" || t.outlet.suffix(w) != "" || t.drop.has(w) || endsWithin(w, t.unending)
}

// koreanFull reports whether w has the shape of a whole name: a family name and two syllables.
func (t *telling) koreanFull(w string) bool {
	f := t.family.prefix(w)
	if n := utf8.RuneCountInString(w); f == "" || n != 3 && (n != 4 || utf8.RuneCountInString(f) != 2) {
		return false
	}
	return strings.IndexFunc(w, func(c rune) bool { return !unicode.Is(unicode.Hangul, c) }) < 0
}

// soundsForeign reports whether w has syllables that names from abroad are written with.
func (t *telling) soundsForeign(w string) bool {
	n := utf8.RuneCountInString(w)
	return n >= 2 && n <= 7 && strings.ContainsAny(w, t.sound)
}

// shortKorean reports whether name is the family name of full, or the last of its words.
func shortKorean(t *telling, name, full string) bool {
	if name == "" || len(name) >= len(full) {
		return false
	}
	return strings.HasSuffix(full, " "+name) || t.family.has(name) && strings.HasPrefix(full, name) && t.koreanFull(full)
}

// meetKorean notes who is named with an office in a sentence.
func meetKorean(t *telling, s article.Span) {
	const most = 200 // words of a sentence
	text := t.pairing.text[s.Start:s.End]
	for w := range strings.FieldsSeq(text) {
		if name, rest, aged := strings.Cut(w, "("); aged && t.koreanFull(name) && unicode.IsDigit(rune1(rest)) {
			t.note(teller{kind: byName, name: name}, s.Start) // 손미라(33)
		}
	}
	words := strings.Fields(bare(text))
	words = words[:min(len(words), most)]
	for i, w := range words {
		w = strings.TrimRight(w, ".,\"'”’")
		if m := t.marker.suffix(w); m != "" && t.title.suffix(w) == "" {
			w = strings.TrimSuffix(w, m)
		}
		if name := t.koreanTitled(words[:i], w); name != "" && !t.family.has(name) {
			t.note(teller{kind: byName, name: name}, s.Start)
		}
	}
}
