package quote

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang"
)

// In Chinese, Japanese, Korean and Arabic neither capital letters nor, in part,
// spaces tell what a name is. There no model judges the stretches between marks:
// one is a quotation if a phrase of saying stands beside it, and whoever speaks is what
// a name, a title or a noun for a person shows to be the subject of that phrase. The
// phrases are those of lang/sayings; what is done with them is the
// language's own, in chinese.go, japanese.go, korean.go and arabic.go.

// A grammar says how a language tells who speaks.
type grammar struct {
	meet  func(t *telling, s article.Span)              // notes the people whom a sentence names
	judge func(t *telling, k int) saying                // of a stretch between marks
	short func(t *telling, name string, of string) bool // reports whether name is a short form of another
}

var grammars = map[string]grammar{
	"zh": {meetChinese, judgeChinese, shortChinese},
	"ja": {meetJapanese, judgeJapanese, shortJapanese},
	"ko": {meetKorean, judgeKorean, shortKorean},
	"ar": {meetArabic, judgeArabic, shortArabic},
}

// phrasesOf returns the phrases of a language that is read by phrases, else nil.
func phrasesOf(language string) *phrasebook {
	if len(language) > 2 {
		language = lang.Base(language)
	}
	if read := phrasebooks[language]; read != nil {
		return read()
	}
	return nil
}

// phrasebooks are read when a text of their language first comes.
var phrasebooks = func() map[string]func() *phrasebook {
	all := map[string]func() *phrasebook{}
	for code := range grammars {
		all[code] = sync.OnceValue(func() *phrasebook { return newPhrasebook(code) })
	}
	return all
}()

// A teller is who speaks, as far as the words beside a quotation tell.
type teller struct {
	kind  tellerKind
	name  string // of a person, as far as it is told there
	shown string // what to call somebody whose name is not told in full anywhere; words for somebody without a name
}

// fullest returns what to call a person who is named nowhere else.
func (w teller) fullest() string {
	if w.shown != "" {
		return w.shown
	}
	return w.name
}

type tellerKind uint8

const (
	nobody  tellerKind = iota
	unsaid             // the verb has no subject: who spoke last
	pronoun            // the person last named
	byWords            // somebody without a name
	byName             // a person
)

// A saying is what the words beside a stretch between marks tell of it.
type saying struct {
	said bool // it is a quotation
	who  teller
}

// A telling is a text of such a language while its quotations are read.
type telling struct {
	*reading
	*phrasebook
	grammar
	people   []person
	mentions []mention // in order
	sentence int       // the one at hand
	lastName string    // who spoke last
	lastPara int32     // and where
}

// findPhrased is Find for a text that is read by phrases.
func (r *reading) findPhrased(dst []Quote, words *Words, text string, blocks []article.Block, x *phrasebook) []Quote {
	r.corners, r.table = true, nil
	found := r.split(text, "", blocks)
	r.corners = false
	r.tokens.text = text
	for i := range r.paras {
		if p := &r.paras[i]; p.Kind == article.Post {
			words.Statements = append(words.Statements, p.Span)
		}
	}
	if !found {
		return dst
	}
	t := &telling{reading: r, phrasebook: x, grammar: grammars[x.code], lastPara: -1}
	t.meetAll()
	t.attributeAll()
	words.Marks, words.Left = r.marks(words.Marks), r.left
	for i := range r.out {
		if q := &r.out[i]; q.Len() > 0 && !q.scare {
			dst = append(dst, Quote{Span: q.Span, Speaker: q.speaker, Post: q.post})
		}
	}
	return dst
}

// meetAll notes the people whom the sentences outside quotation marks name.
func (t *telling) meetAll() {
	for i := range t.paras {
		p := &t.paras[i]
		if p.Kind == article.Post {
			continue
		}
		from := p.Start
		for k := p.q; k <= p.qEnd; k++ {
			to := p.End
			if k < p.qEnd {
				to = t.out[k].from
			}
			t.meetBetween(from, to)
			if k < p.qEnd {
				from = t.out[k].to
			}
		}
	}
}

// meetBetween notes the people named in the sentences of text[from:to].
func (t *telling) meetBetween(from, to int) {
	for from < to {
		end := from + firstEnd(t.pairing.text[from:to])
		t.sentence++
		t.grammar.meet(t, article.Span{Start: from, End: end})
		from = end
	}
}

// firstEnd returns where the first sentence of text ends.
func firstEnd(text string) int {
	for i, c := range text {
		if endsSentence(text, i, c) {
			return i + utf8.RuneLen(c)
		}
	}
	return len(text)
}

// lastEnd returns where the last sentence of text that ends there does, -1 if none ends.
func lastEnd(text string) int {
	for i := len(text); i > 0; {
		c, n := utf8.DecodeLastRuneInString(text[:i])
		if i -= n; c != utf8.RuneError && endsSentence(text, i, c) {
			return i + n
		}
	}
	return -1
}

// endsSentence reports whether c, at text[i], ends a sentence.
func endsSentence(text string, i int, c rune) bool {
	switch c {
	case '。', '！', '？', '!', '?', '؟', '\n':
		return true
	case '.':
		return i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n'
	}
	return false
}

// ended reports whether the words of a stretch end as a sentence does.
func ended(words string) bool {
	c, _ := lastRune(words)
	return c != 0 && strings.ContainsRune("。！？!?؟.…，,、—~～", c)
}

// whole reports whether the words of a stretch end with a full stop.
func whole(words string) bool {
	c, _ := lastRune(words)
	return c != 0 && strings.ContainsRune("。！？!?؟.…", c)
}

// reach is how many bytes before and behind a quotation are looked at.
const reach = 480

// hidden stands for what is between marks in the words beside a quotation.
const hidden = "“”"

// before returns the sentence before stretch k, other stretches in it hidden.
func (t *telling) before(k int) string {
	q := &t.out[k]
	p := &t.paras[q.para]
	text := t.pairing.text
	var parts []string
	for to, j := q.from, k-1; ; j-- {
		low := max(p.Start, q.from-reach)
		other := j >= int(p.q) && t.out[j].to > low
		if other {
			low = t.out[j].to
		}
		part := validTail(text[low:max(low, to)])
		end := lastEnd(part)
		parts = append(parts, part[max(end, 0):])
		if end >= 0 || !other || whole(text[t.out[j].Start:t.out[j].End]) {
			break
		}
		parts = append(parts, hidden)
		to = t.out[j].from
	}
	slices.Reverse(parts)
	return strings.TrimSpace(strings.Join(parts, ""))
}

// after returns what stands between stretch k and the end of its sentence, or the
// next stretch, unless that is a term.
func (t *telling) after(k int) string {
	const term = 36 // bytes
	q := &t.out[k]
	p := &t.paras[q.para]
	text := t.pairing.text
	var b strings.Builder
	for from, j := q.to, k+1; ; j++ {
		high := min(p.End, q.to+reach)
		other := j < int(p.qEnd) && t.out[j].from < high
		if other {
			high = t.out[j].from
		}
		part := validHead(text[from:max(from, high)])
		end := firstEnd(part)
		b.WriteString(part[:end])
		if end < len(part) || !other || t.out[j].Len() > term || ended(text[t.out[j].Start:t.out[j].End]) {
			break
		}
		if c, _ := utf8.DecodeLastRuneInString(part); end > 0 && endsSentence(part, end-utf8.RuneLen(c), c) {
			break
		}
		b.WriteString(hidden)
		from = t.out[j].to
	}
	return b.String()
}

// validTail returns s from its first whole sign on.
func validTail(s string) string {
	for len(s) > 0 && !utf8.RuneStart(s[0]) {
		s = s[1:]
	}
	return s
}

// validHead returns s up to its last whole sign.
func validHead(s string) string {
	for len(s) > 0 {
		if c, n := utf8.DecodeLastRuneInString(s); c != utf8.RuneError || n != 1 {
			return s
		}
		s = s[:len(s)-1]
	}
	return s
}

// attributeAll judges every stretch and finds who speaks.
func (t *telling) attributeAll() {
	for k := range t.out {
		q := &t.out[k]
		if q.post {
			t.signPost(k)
			continue
		}
		s := saying{}
		if !q.single {
			s = t.grammar.judge(t, k)
		}
		if q.scare = !s.said; q.scare {
			continue
		}
		if q.speaker = t.speaker(s.who, q); q.speaker != "" || s.who.kind == nobody {
			t.lastName, t.lastPara = q.speaker, q.para
		}
	}
	t.echoHeadlines()
}

// signPost sets who wrote the post k, and its words.
func (t *telling) signPost(k int) {
	q := &t.out[k]
	s, ok := t.signature(q)
	if !ok {
		q.Span = t.unmarked(q.Span)
		return
	}
	q.speaker = s.name
	if q.scare = s.words.Len() == 0; !q.scare {
		q.Span = s.words
	}
}

// speaker returns the name of who, who speaks q.
func (t *telling) speaker(who teller, q *quoted) string {
	switch who.kind {
	case byName:
		if n := t.person(who); n >= 0 {
			return t.people[n].name
		}
		return who.fullest()
	case byWords:
		if name := t.officeHolder(who.shown, q.from); name != "" {
			return name
		}
		return who.shown
	case pronoun:
		return t.latest(q.from)
	case unsaid:
		if q.para-t.lastPara <= 1 && t.lastPara >= 0 {
			return t.lastName
		}
		return t.subjectBefore(q)
	}
	return ""
}

// alone judges stretch k, which no words beside it tell of: whole sentences by themselves
// are somebody's words, of who spoke last if nothing stands between.
func (t *telling) alone(k int) saying {
	const least = 24 // bytes
	q := &t.out[k]
	p := &t.paras[q.para]
	text := t.pairing.text
	if q.Len() < least || p.Kind == article.Headline || !whole(text[q.Start:q.End]) && !q.open {
		return saying{}
	}
	follows := t.follows(k)
	if !follows && strings.TrimSpace(text[p.Start:q.from]) != "" || strings.Trim(t.after(k), " 。.؟?!！？\n\u3000") != "" {
		return saying{}
	}
	if !follows {
		return saying{said: true}
	}
	return saying{said: true, who: teller{kind: unsaid}}
}

// follows reports whether stretch k follows the quotation before it, or the words that tell who
// speaks that, with nothing else between.
func (t *telling) follows(k int) bool {
	q := &t.out[k]
	if k == 0 || t.lastPara < 0 || q.para-t.lastPara > 1 {
		return false
	}
	o := &t.out[k-1]
	if o.scare || q.open && !o.open {
		return false
	}
	between := strings.TrimSpace(t.pairing.text[o.to:q.from])
	return firstEnd(between) == len(between)
}

// echoHeadlines gives the stretches of headlines that are said below their speaker.
func (t *telling) echoHeadlines() {
	const least, most = 9, 64 // bytes that prove a quotation the same; quotations compared
	text := t.pairing.text
	list := t.out[:min(len(t.out), most)]
	for k := range list {
		q := &list[k]
		if t.paras[q.para].Kind != article.Headline || q.Len() < least || q.speaker != "" {
			continue
		}
		words := strings.TrimRight(text[q.Start:q.End], "。.，,!！?？")
		for j := range list {
			o := &list[j]
			if j != k && !o.scare && o.speaker != "" && t.paras[o.para].Kind != article.Headline && strings.Contains(text[o.Start:o.End], words) {
				q.scare, q.speaker = false, o.speaker
				break
			}
		}
	}
}
