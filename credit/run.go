package credit

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// In Chinese, Japanese and Korean, words are not divided, or particles are
// joined to them. There a credit is a run of signs: the name of an outlet with a
// phrase before or behind it in the same sentence.

// A runCue is a phrase that makes a credit of the name of an outlet.
type runCue struct {
	text  string
	where string // one of the places below
}

// The places of a phrase of a run.
const (
	runBefore = "before" // ends where the name begins: 援引
	runAfter  = "after"  // begins where the name ends, what may be skipped left out: によると
	runLater  = "later"  // behind the name in the same clause, or sentence, where the name is marked as its subject: 報じた
	runMark   = "mark"   // marks a name as the subject of a sentence: は
	runSkip   = "skip"   // may stand between the name and what is behind it: 网站
	runPast   = "past"   // beside a name, that what it is credited for came long before: 去年
	runBack   = "back"   // begins a sentence that goes on with what the outlet credited last has: 该报

	runWhole    = "whole"    // begins a line that says whose the text is: 来源
	runSent     = "sent"     // what a station sends, behind its name: 라디오
	runAir      = "air"      // behind that, or behind its title: に出演し
	runSpoken   = "spoken"   // behind runAir in the same sentence, where it says that somebody spoke: と述べ
	runListener = "listener" // two parts, before and behind the name of whoever is told: 向 表示
)

// addRun adds phrases of one place.
func (x *lexicon) addRun(phrases []string, where string) error {
	switch where {
	case runBefore, runAfter, runLater, runMark, runSkip, runPast, runBack, runWhole, runSent, runAir, runSpoken:
	case runListener:
		for _, p := range phrases {
			if strings.Count(p, " ") != 1 {
				return fmt.Errorf("%q is not of two parts", p)
			}
		}
	default:
		return fmt.Errorf("unknown place %q of a phrase", where)
	}
	for _, p := range phrases {
		if p == "" {
			return fmt.Errorf("empty phrase")
		}
		x.runs = append(x.runs, runCue{p, where})
	}
	return nil
}

// runs appends the credits of the running text of a script that does not divide
// words. The time it takes is linear in the text: of each sentence only so much
// is looked at.
func (s *reading) runs(dst []Credit) []Credit {
	if len(s.x.runs) == 0 {
		return dst
	}
	for _, b := range s.l.Blocks {
		if b.Kind != article.Prose && b.Kind != article.Headline {
			continue
		}
		for at := b.Start; at < b.End; {
			end := at + runEnd(s.a.Text[at:b.End])
			dst = s.runSentence(dst, article.Span{Start: at, End: end})
			at = end
		}
	}
	return dst
}

// runEnd returns the end of the sentence that t begins with. Only Korean ends one with a full stop, behind
// a syllable: 보도했다. What stands in another sentence is said of others: 신문은 쉬었다. 경찰은 밝혔다.
func runEnd(t string) int {
	for from := 0; ; {
		k := strings.IndexAny(t[from:], "。！？!?\n.")
		if k < 0 {
			return len(t)
		}
		k += from
		_, n := utf8.DecodeRuneInString(t[k:])
		if t[k] != '.' {
			return k + n
		}
		before, _ := utf8.DecodeLastRuneInString(t[:k])
		if unicode.Is(unicode.Hangul, before) && (k+1 == len(t) || t[k+1] == ' ' || t[k+1] == '\n') {
			return k + 1
		}
		from = k + 1
	}
}

// runSentence appends the credits of one sentence.
func (s *reading) runSentence(dst []Credit, sent article.Span) []Credit {
	text, named := s.a.Text[:sent.End], false
	for i := sent.Start; i < sent.End; {
		o, end := s.gazetteer.NameAt(text, i)
		if o == nil {
			i = nextSign(text, i)
			continue
		}
		named = true
		if cue, span := s.runCueOf(o, sent, i, end); cue != "" {
			known := len(dst)
			if dst = s.runCredit(dst, o, cue, span); len(dst) > known {
				dst[known].Background = s.longBefore(text[sent.Start:i], text[end:])
			}
		}
		i = end
	}
	if named {
		return dst
	}
	return s.runBack(dst, sent)
}

// longBefore reports whether a name, before and behind which these words stand, is credited for what came long
// before the news: 去年，财新曾披露.
func (s *reading) longBefore(before, behind string) bool {
	before = strings.TrimRight(before, " ，、,에にはも《「『“")
	if s.yearEnds(before) {
		return true
	}
	behind = strings.TrimLeft(behind, " 》」』”はがも은는이가")
	return slices.ContainsFunc(s.x.runs, func(c runCue) bool {
		return c.where == runPast && (strings.HasSuffix(before, c.text) || strings.HasPrefix(behind, c.text))
	})
}

// yearEnds reports whether t ends with a year other than the article's: 2021年.
func (s *reading) yearEnds(t string) bool {
	const digits = 4
	for _, sign := range [...]string{"年", "년"} {
		if d, ok := strings.CutSuffix(t, sign); ok && len(d) >= digits {
			year := yearOf(d[len(d)-digits:])
			return year != 0 && (s.a.Published.Precision == 0 || year != s.a.Published.When.Year())
		}
	}
	return false
}

// runBack appends the credit of a sentence that names no outlet and begins with a phrase for the one credited
// last, or for its report: 该报称; 보도에 따르면.
func (s *reading) runBack(dst []Credit, sent article.Span) []Credit {
	if len(s.credited) == 0 {
		return dst
	}
	text := strings.TrimLeft(s.a.Text[sent.Start:sent.End], " \t\u3000\u00a0")
	for _, c := range s.x.runs {
		if c.where == runBack && strings.HasPrefix(text, c.text) {
			at := sent.End - len(text)
			s.indexed.add(len(dst), article.Span{Start: at, End: at + len(c.text)})
			return append(dst, s.credited[len(s.credited)-1].credit(article.Span{Start: at, End: at + len(c.text)}, c.text))
		}
	}
	return dst
}

// runCredit appends the credit of o at span, unless it is the article's own, a
// platform, or known.
func (s *reading) runCredit(dst []Credit, o *outlet.Outlet, cue string, span article.Span) []Credit {
	if s.isHome(o) || o.Kind == outlet.Platform {
		return dst
	}
	for k := firstBehind(s.mentions, span.Start); k < len(s.mentions) && s.mentions[k].Start < span.End; k++ {
		s.spent[k] = true
	}
	if s.indexed.credits(dst, o.Name, span) {
		return dst
	}
	s.indexed.add(len(dst), span)
	s.remind(sourceOf(o))
	return append(dst, sourceOf(o).credit(span, cue))
}

// nextSign returns where the sign or the word of ASCII that begins at text[i] ends.
func nextSign(text string, i int) int {
	if c := text[i]; c < utf8.RuneSelf && word.ASCII[c] != 0 {
		return asciiEnd(text, i)
	}
	_, n := utf8.DecodeRuneInString(text[i:])
	return i + n
}

// asciiEnd returns the end of the run of letters and digits of ASCII at text[i].
func asciiEnd(text string, i int) int {
	for i < len(text) && word.ASCII[text[i]] == 1 {
		i++
	}
	return i
}

// runCueOf returns the phrase that makes a credit of the name text[i:end] of o in a
// sentence, and the span from the first to the last of both; "" if there is none.
func (s *reading) runCueOf(o *outlet.Outlet, sent article.Span, i, end int) (string, article.Span) {
	const marks = "《》「」『』“”\"'〈〉 \u3000（）()"
	text := s.a.Text
	before := strings.TrimRight(text[sent.Start:i], marks)
	rest := text[end:sent.End]
	after := s.skipped(strings.TrimLeft(behindShort(rest), marks), marks)
	at := sent.End - len(after)
	for _, c := range s.x.runs {
		switch {
		case c.where == runBefore && strings.HasSuffix(before, c.text):
			return c.text, article.Span{Start: sent.Start + len(before) - len(c.text), End: end}
		case c.where == runAfter && strings.HasPrefix(after, c.text):
			return c.text, article.Span{Start: i, End: at + len(c.text)}
		}
	}
	if cue, n := s.runLater(after); cue != "" {
		return cue, article.Span{Start: i, End: at + n}
	}
	if cue, n := s.runTold(before, after); cue != "" {
		return cue, article.Span{Start: i, End: at + n}
	}
	if cue, n := s.runAired(o, text[i:end], behindShort(rest)); cue != "" {
		return cue, article.Span{Start: i, End: sent.End - len(behindShort(rest)) + n}
	}
	return "", article.Span{}
}

// runLater returns the phrase behind a name, of which after is what follows it,
// whose subject the name is, and where the phrase ends; "" if there is none.
func (s *reading) runLater(after string) (cue string, end int) {
	const farthest, nearest = 360, 45 // bytes
	marked := slices.ContainsFunc(s.x.runs, func(c runCue) bool { return c.where == runMark && strings.HasPrefix(after, c.text) })
	if !marked && s.x.marksSubjects() {
		return "", 0
	}
	reach := nearest
	if marked {
		reach = farthest
	}
	after = after[:min(len(after), reach)]
	if k := strings.IndexAny(after, "，,；;"); k >= 0 && !marked {
		after = after[:k]
	}
	for _, c := range s.x.runs {
		if k := strings.Index(after, c.text); c.where == runLater && k >= 0 {
			return c.text, k + len(c.text)
		}
	}
	return "", 0
}

// marksSubjects reports whether a particle marks the subject of a sentence.
func (x *lexicon) marksSubjects() bool {
	for _, c := range x.runs {
		if c.where == runMark {
			return true
		}
	}
	return false
}

// skipped returns t without what may stand between a name and what is behind
// it: what the outlet is, a day, brackets.
func (s *reading) skipped(t, marks string) string {
	const most = 6
	behind := func() bool { // 报道 begins with 报
		return slices.ContainsFunc(s.x.runs, func(c runCue) bool { return c.where == runAfter && strings.HasPrefix(t, c.text) })
	}
	for range most {
		was := t
		if behind() {
			break
		}
		if t = strings.TrimLeft(t, marks+"0123456789０１２３４５６７８９日月年"); behind() {
			break
		}
		for _, c := range s.x.runs {
			if c.where == runSkip {
				t = strings.TrimPrefix(t, c.text)
			}
		}
		if t == was {
			break
		}
	}
	return t
}

// unspaced reports whether r belongs to a script whose words are not divided by
// spaces or, as in Korean, are joined to what follows.
func unspaced(r rune) bool {
	return r >= 0x3040 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
