package credit

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// What stands between quotation marks is somebody's words or not: a title, a
// nickname, a word held with tongs. A logistic model over a few dozen signs
// decides, each of them one value of one group below or of two groups crossed.
// Its weights are in data/quote-weights.tsv, which says how they were fitted.

// A group is one thing asked of a stretch between marks, with its answers.
type group struct {
	name   string
	values []string
}

// The groups, in the order of a signs.
const (
	groupBias = iota
	groupLength
	groupEnd
	groupCase
	groupPerson
	groupVerb
	groupSentences
	groupBefore
	groupAfter
	groupCueBefore
	groupCueAfter
	groupNear
	groupPlace
	groupSibling
	groupShape
	groupOpen
	groupSubject
	groupTitled
	groupAgain
	groupMarks
	groupTalk
	groupTongs
	groupAhead
	groupBehind
	groupCount
)

var groups = [groupCount]group{
	groupBias:      {"bias", []string{"1"}},
	groupLength:    {"words", []string{"1", "2", "3", "4", "5-6", "7-9", "10-14", "15-24", "25+"}},
	groupEnd:       {"ends", []string{"comma", "stop", "query", "bare", "comma-outside", "stop-outside", "colon-outside", "dash"}},
	groupCase:      {"case", []string{"lower", "sentence", "title", "one-capital", "shout", "number", "bracket"}},
	groupPerson:    {"first-person", []string{"no", "yes"}},
	groupVerb:      {"auxiliary", []string{"no", "yes"}},
	groupSentences: {"sentences", []string{"1", "2+"}},
	groupBefore: {"before", []string{
		"paragraph", "sentence", "quotation", "comma", "colon", "dash", "bracket", "genitive", "say", "gerund", "label", "think", "name", "according",
		"media", "be", "article", "possessive", "as", "preposition", "conjunction", "that", "pronoun", "adverb", "capital", "number", "word", "site",
	}},
	groupAfter: {"after", []string{
		"paragraph", "sentence", "quotation", "comma", "colon", "dash", "bracket", "say", "pronoun", "capital", "conjunction", "preposition", "that",
		"be", "according", "article", "word", "attached", "cue", "gerund",
	}},
	groupCueBefore: {"cue-before", []string{
		"none", "say-0", "say-3", "say-8", "say-far", "gerund-0", "gerund-3", "gerund-far", "label-0", "label-3", "label-far", "think-0", "think-3", "think-far",
		"according-3", "according-far", "name-0", "name-3", "media-3", "media-far",
	}},
	groupCueAfter: {"cue-after", []string{"none", "say-0", "say-3", "say-8", "say-far", "other-3", "other-far", "according-3", "according-far"}},
	groupNear:     {"previous-sentence", []string{"none", "say", "quotation", "other"}},
	groupPlace:    {"place", []string{"inside", "begins", "ends", "whole"}},
	groupSibling:  {"sibling", []string{"none", "quotation", "scare", "quotation-joined", "scare-joined"}},
	groupShape:    {"shape", []string{"double", "single"}},
	groupOpen:     {"closed", []string{"yes", "no", "no-reopened", "begun"}},
	groupSubject:  {"subject", []string{"none", "pronoun", "capital", "noun"}},
	groupTitled:   {"titled", []string{"no", "word", "word-comma", "near"}},
	groupAgain:    {"again", []string{"no", "yes"}},
	groupMarks:    {"in-paragraph", []string{"1", "2", "3", "4+"}},
	groupTalk:     {"long-in-article", []string{"none", "few", "half", "most"}},
	groupTongs:    {"noun-behind", []string{"no", "article", "adjective", "other"}},
	groupAhead:    {"cue-ahead", []string{"none", "no-subject", "close", "name", "pronoun", "noun", "name-thought", "pronoun-thought", "noun-thought"}},
	groupBehind:   {"cue-behind", []string{"none", "no-subject", "close", "name", "pronoun", "noun"}},
}

// crossed are the pairs of groups of which each pair of answers is a sign of its own.
var crossed = [...][2]int{
	{groupLength, groupCueBefore},
	{groupLength, groupBefore},
	{groupLength, groupCase},
	{groupLength, groupAfter},
	{groupCase, groupBefore},
	{groupEnd, groupCueBefore},
	{groupBefore, groupCueBefore},
	{groupLength, groupCueAfter},
	{groupLength, groupEnd},
	{groupCase, groupCueBefore},
	{groupSibling, groupCueBefore},
	{groupAfter, groupCueBefore},
	{groupAfter, groupBefore},
	{groupSibling, groupCase},
	{groupLength, groupSubject},
	{groupSubject, groupCueBefore},
	{groupTitled, groupCase},
	{groupTitled, groupLength},
	{groupAgain, groupLength},
	{groupMarks, groupLength},
	{groupTalk, groupLength},
	{groupTongs, groupCueBefore},
	{groupTongs, groupLength},
	{groupTongs, groupCase},
	{groupAhead, groupLength},
	{groupAhead, groupBefore},
	{groupAhead, groupCase},
	{groupAhead, groupBehind},
	{groupBehind, groupLength},
	{groupAhead, groupTongs},
	{groupAhead, groupTitled},
	{groupAgain, groupPlace},
	{groupPlace, groupLength},
	{groupNear, groupPlace},
	{groupPerson, groupLength},
	{groupVerb, groupLength},
	{groupEnd, groupBefore},
	{groupPlace, groupBehind},
	{groupOpen, groupLength},
	{groupNear, groupLength},
	{groupTitled, groupCase},
	{groupTitled, groupLength},
	{groupAgain, groupLength},
	{groupMarks, groupLength},
	{groupTalk, groupLength},
	{groupTongs, groupCueBefore},
	{groupTongs, groupLength},
	{groupTongs, groupCase},
}

// What a word says beside a stretch is asked of three words: the ones next to
// it and the one that tells of speech. It differs for short stretches and long ones.
const (
	wordBefore = iota
	wordAfter
	wordCue
	wordBeforeLong
	wordAfterLong
	wordCueLong
	wordPlaces
)

// wordNames are the names of the places, in the file of weights.
var wordNames = [wordPlaces]string{"word-before", "word-after", "word-cue", "word-before-long", "word-after-long", "word-cue-long"}

// A signs is what a stretch shows: one answer for each group, and the words
// beside it as rows of the table of words, -1 where there is none. Words count
// in English only, the language the weights were fitted on.
type signs struct {
	group [groupCount]uint8
	word  [wordPlaces]int32
}

// A quoteModel is the weights of all signs.
type quoteModel struct {
	start   [groupCount]int   // of each group's weights
	crosses [len(crossed)]int // of each pair's
	words   int               // start of the weights of words, a table's length for each place
	rows    int
	weight  []float32
}

//go:embed data/quote-weights.tsv
var quoteWeights string

// quotation returns the model of the embedded weights.
var quotation = sync.OnceValue(func() *quoteModel {
	m := newQuoteModel()
	if err := m.load(quoteWeights); err != nil {
		panic("credit: data/quote-weights.tsv: " + err.Error()) // part of the program: a programmer's mistake
	}
	return m
})

// newQuoteModel returns a model whose weights are all zero.
func newQuoteModel() *quoteModel {
	m := new(quoteModel)
	n := 0
	for g := range groups {
		m.start[g] = n
		n += len(groups[g].values)
	}
	for c, pair := range crossed {
		m.crosses[c] = n
		n += len(groups[pair[0]].values) * len(groups[pair[1]].values)
	}
	m.words, m.rows = n, len(speech().rows)
	m.weight = make([]float32, n+wordPlaces*m.rows)
	return m
}

// each calls f with the index of the weight of each sign in s.
func (m *quoteModel) each(s *signs, f func(int)) {
	for g, v := range s.group {
		f(m.start[g] + int(v))
	}
	for c, pair := range crossed {
		f(m.crosses[c] + int(s.group[pair[0]])*len(groups[pair[1]].values) + int(s.group[pair[1]]))
	}
	for place, row := range s.word {
		if row >= 0 {
			f(m.words + place*m.rows + int(row))
		}
	}
}

// score returns the logarithm of the odds that a stretch with signs s is somebody's words.
func (m *quoteModel) score(s *signs) float32 {
	sum := float32(0)
	for g, v := range s.group {
		sum += m.weight[m.start[g]+int(v)]
	}
	for c, pair := range crossed {
		sum += m.weight[m.crosses[c]+int(s.group[pair[0]])*len(groups[pair[1]].values)+int(s.group[pair[1]])]
	}
	for place, row := range s.word {
		if row >= 0 {
			sum += m.weight[m.words+place*m.rows+int(row)]
		}
	}
	return sum
}

// names returns the name of every sign, in the order of the weights:
// group=answer or group=answer&group=answer.
func (m *quoteModel) names() []string {
	var names []string
	for _, g := range groups {
		for _, v := range g.values {
			names = append(names, g.name+"="+v)
		}
	}
	for _, pair := range crossed {
		a, b := groups[pair[0]], groups[pair[1]]
		for _, v := range a.values {
			for _, w := range b.values {
				names = append(names, a.name+"="+v+"&"+b.name+"="+w)
			}
		}
	}
	words := make([]string, m.rows)
	for w, row := range speech().index {
		words[row] = w
	}
	for _, place := range wordNames {
		for _, w := range words {
			names = append(names, place+"="+w)
		}
	}
	return names
}

// load reads weights: one sign a line, its name, a tab and its weight. Signs
// left out weigh nothing; lines that begin with # are remarks.
func (m *quoteModel) load(text string) error {
	index := make(map[string]int, len(m.weight))
	for i, name := range m.names() {
		index[name] = i
	}
	line := 0
	for l := range strings.Lines(text) {
		line++
		l = strings.TrimSpace(l)
		if l == "" || l[0] == '#' {
			continue
		}
		name, weight, _ := strings.Cut(l, "\t")
		i, ok := index[name]
		if !ok {
			return fmt.Errorf("line %d: unknown sign %q", line, name)
		}
		w, err := strconv.ParseFloat(weight, 32)
		if err != nil {
			return fmt.Errorf("line %d: weight of %s: %w", line, name, err)
		}
		m.weight[i] = float32(w)
	}
	return nil
}

// judge sets scare for each stretch of r that is nobody's words.
func (r *reading) judge() {
	m := quotation()
	r.names.fill(r)
	r.talks()
	for k := range r.out {
		q := &r.out[k]
		if q.post {
			continue
		}
		s := r.signs(k)
		q.score = m.score(&s)
		q.scare = q.score < 0
	}
}

// talks sets r.talk to how many of the stretches of the text are of ten words or so.
func (r *reading) talks() {
	long := 0
	for k := range r.out {
		if r.out[k].Len() >= 50 {
			long++
		}
	}
	switch {
	case long == 0:
		r.talk = 0
	case 3*long < len(r.out):
		r.talk = 1
	case 3*long < 2*len(r.out):
		r.talk = 2
	default:
		r.talk = 3
	}
}

// signs returns the signs of stretch k. Those before it are judged already.
func (r *reading) signs(k int) signs {
	q := &r.out[k]
	p := &r.paras[q.para]
	var s signs
	r.inner(&s, q)
	r.outer(&s, q, p)
	cue := int32(-1)
	s.group[groupCueBefore], s.group[groupSubject], cue = r.cueBefore(q, p)
	s.group[groupCueAfter] = r.cueAfter(q, p)
	begins, ends := q.first == p.tok, s.group[groupAfter] == 0
	switch {
	case begins && ends:
		s.group[groupPlace] = 3
	case begins:
		s.group[groupPlace] = 1
	case ends:
		s.group[groupPlace] = 2
	}
	s.group[groupSibling] = r.sibling(k, p)
	s.group[groupNear] = r.near(q, p)
	if q.single {
		s.group[groupShape] = 1
	}
	switch {
	case q.begun:
		s.group[groupOpen] = 3
	case q.open && k+1 < len(r.out) && r.out[k+1].para == q.para+1 && r.out[k+1].first == r.paras[q.para+1].tok:
		s.group[groupOpen] = 2
	case q.open:
		s.group[groupOpen] = 1
	}
	s.group[groupTitled] = r.titled(q, p)
	s.group[groupAgain] = r.again(k)
	s.group[groupMarks] = bucket(int(p.qEnd-p.q), 1, 2, 3)
	s.group[groupTalk] = r.talk
	s.group[groupTongs] = r.tongs(&s, q, p)
	q.behind, q.ahead = r.cueBehind(q, p), r.cueAhead(q, p)
	s.group[groupAhead], s.group[groupBehind] = ahead(&q.ahead), behind(&q.behind)
	for i := range s.word {
		s.word[i] = -1
	}
	if r.lang == 0 {
		long := 0
		if s.group[groupLength] > 3 {
			long = wordBeforeLong
		}
		if i := q.first - 1; i >= p.tok {
			s.word[long+wordBefore] = r.list[i].row
			if r.list[i].kind != wordToken {
				s.word[long+wordBefore] = -1
			}
		}
		if i := q.last + 1; i < p.tokEnd && r.list[i].kind == wordToken {
			s.word[long+wordAfter] = r.list[i].row
		}
		if cue >= 0 {
			s.word[long+wordCue] = r.list[cue].row
		}
	}
	return s
}

// ahead returns the answer for the cue before a stretch.
func ahead(c *cue) uint8 {
	switch {
	case c.tok < 0:
		return 0
	case c.subject.kind == noPhrase:
		return 1
	case c.close:
		return 2
	case c.thought:
		return 5 + uint8(c.subject.kind)
	}
	return 2 + uint8(c.subject.kind)
}

// behind returns the answer for the cue behind a stretch.
func behind(c *cue) uint8 {
	switch {
	case c.tok < 0:
		return 0
	case c.subject.kind == noPhrase:
		return 1
	case c.close:
		return 2
	}
	return 2 + uint8(c.subject.kind)
}

// titled tells of a word before q that titles and nicknames follow.
func (r *reading) titled(q *quoted, p *paragraph) uint8 {
	i := q.first - 1
	if i < p.tok {
		return 0
	}
	v := uint8(1)
	if r.list[i].kind == commaToken {
		v = 2
		i--
	}
	for n := 0; i >= p.tok && n < 3; i-- {
		if r.list[i].kind != wordToken {
			return 0
		}
		if r.role(i)&roleName != 0 {
			return v
		}
		v = 3
		n++
	}
	return 0
}

// again reports whether another stretch nearby says the same as k, or begins
// so: a phrase that is taken up again, a quotation set once more in large type.
func (r *reading) again(k int) uint8 {
	const near, most = 12, 40
	text := r.tokens.text
	say := openingWords(text, &r.out[k], most)
	for j := max(0, k-near); j < min(len(r.out), k+near+1); j++ {
		if j != k && len(say) > 1 && strings.EqualFold(openingWords(text, &r.out[j], most), say) {
			return 1
		}
	}
	return 0
}

// openingWords returns the first bytes of q, at most so many, without punctuation at their end.
func openingWords(text string, q *quoted, most int) string {
	return strings.TrimRight(text[q.Start:min(q.End, q.Start+most)], ",.;:!?")
}

// tongs tells of a noun behind q that q describes: the “gun violence” narrative.
func (r *reading) tongs(s *signs, q *quoted, p *paragraph) uint8 {
	i := q.last + 1
	if i >= p.tokEnd || r.list[i].kind != wordToken || r.list[i].first || r.role(i)&(roleFunction|roleSay|roleGer|roleAcc|roleAdv) != 0 {
		return 0
	}
	switch s.group[groupBefore] {
	case 16, 17, 7:
		return 1
	case 26, 24, 25:
		return 2
	}
	return 3
}

// inner sets the signs that the words of q give.
func (r *reading) inner(s *signs, q *quoted) {
	words, capitals, small, shouts, digits, stops := 0, 0, 0, 0, 0, 0
	for i := q.first + 1; i < q.last; i++ {
		t := &r.list[i]
		if t.kind == stopToken && i+1 < q.last {
			stops++
		}
		if t.kind != wordToken {
			continue
		}
		words++
		rl := r.role(i)
		switch {
		case t.shout:
			shouts++
			capitals++
		case t.upper:
			capitals++
		case t.digit:
			digits++
		case rl&(roleArt|rolePrep|roleConj|rolePart) == 0 || int(t.end-t.start) > 4:
			small++
		}
		if rl&roleI != 0 && !t.genitive {
			s.group[groupPerson] = 1
		}
		if rl&roleAux != 0 {
			s.group[groupVerb] = 1
		}
	}
	s.group[groupLength] = bucket(words, 1, 2, 3, 4, 6, 9, 14, 24)
	if stops > 0 {
		s.group[groupSentences] = 1
	}
	text := r.tokens.text
	first, _ := utf8.DecodeRuneInString(text[q.Start:])
	switch {
	case first == '[' || first == '(' || first == '…' || first == '.':
		s.group[groupCase] = 6
	case words > 0 && shouts == words:
		s.group[groupCase] = 4
	case words > 1 && small == 0 && capitals > 1:
		s.group[groupCase] = 2
	case words == 1 && capitals == 1:
		s.group[groupCase] = 3
	case words == digits:
		s.group[groupCase] = 5
	case unicode.IsUpper(first) || isMark(first):
		s.group[groupCase] = 1
	}
	last, _ := lastRune(text[q.Start:q.End])
	behind := byte(0)
	if q.to < len(text) {
		behind = text[q.to]
	}
	switch {
	case last == ',':
		s.group[groupEnd] = 0
	case last == '.' || last == '…':
		s.group[groupEnd] = 1
	case last == '?' || last == '!':
		s.group[groupEnd] = 2
	case last == '-' || last == '–' || last == '—':
		s.group[groupEnd] = 7
	case behind == ',' || behind == ';':
		s.group[groupEnd] = 4
	case behind == '.' || behind == '?' || behind == '!':
		s.group[groupEnd] = 5
	case behind == ':':
		s.group[groupEnd] = 6
	default:
		s.group[groupEnd] = 3
	}
}

// lastRune returns the last code point of s and its size, closing marks left
// out: that of what a quotation within the quotation ends with.
func lastRune(s string) (rune, int) {
	last, n := utf8.DecodeLastRuneInString(s)
	if isMark(last) && n < len(s) {
		return utf8.DecodeLastRuneInString(s[:len(s)-n])
	}
	return last, n
}

// bucket returns the number of bounds that n exceeds.
func bucket(n int, bounds ...int) uint8 {
	for i, b := range bounds {
		if n <= b {
			return uint8(i)
		}
	}
	return uint8(len(bounds))
}

// outer sets the signs of the words on either side of q.
func (r *reading) outer(s *signs, q *quoted, p *paragraph) {
	s.group[groupBefore] = r.kindBefore(q, p)
	i := q.last + 1
	if i >= p.tokEnd {
		return
	}
	t := &r.list[i]
	rl := r.role(i)
	var v uint8
	switch {
	case t.kind == stopToken:
		v = 1
	case t.kind == quoteToken:
		v = 2
	case t.kind == commaToken:
		v = 3
		if i+1 < p.tokEnd {
			if n := r.role(i + 1); n&(roleSay|rolePronoun) != 0 {
				v = 18
			}
		}
	case t.kind == colonToken:
		v = 4
	case t.kind == dashToken:
		v = 5
	case t.kind == openToken || t.kind == closeToken:
		v = 6
	case t.kind != wordToken:
		v = 1
	case int(t.start) == q.to:
		v = 17
	case t.first:
		v = 1
	case rl&roleSay != 0:
		v = 7
	case rl&roleGer != 0:
		v = 19
	case rl&(rolePronoun|roleI|roleWho) != 0 && rl&roleArt == 0:
		v = 8
	case rl&roleAcc != 0:
		v = 14
	case rl&roleAux != 0:
		v = 13
	case rl&roleSub != 0 && rl&rolePrep == 0:
		v = 12
	case rl&roleConj != 0 && rl&rolePrep == 0:
		v = 10
	case rl&rolePrep != 0:
		v = 11
	case rl&roleDet != 0:
		v = 15
	case t.upper:
		v = 9
	default:
		v = 16
	}
	s.group[groupAfter] = v
}

// kindBefore returns the answer for the token before q.
func (r *reading) kindBefore(q *quoted, p *paragraph) uint8 {
	i := q.first - 1
	if i < p.tok {
		return 0
	}
	t := &r.list[i]
	switch t.kind {
	case stopToken:
		return 1
	case quoteToken, unquoteToken:
		return 2
	case commaToken:
		return 3
	case colonToken:
		return 4
	case dashToken:
		return 5
	case openToken, closeToken:
		return 6
	}
	rl := r.role(i)
	switch {
	case t.genitive:
		return 7
	case rl&roleLabel != 0:
		return 10
	case rl&roleName != 0:
		return 12
	case rl&(roleSay|rolePost) != 0:
		return 8
	case rl&roleGer != 0:
		return 9
	case rl&roleThink != 0:
		return 11
	case rl&roleAcc != 0:
		return 13
	case rl&roleMedia != 0:
		return 14
	case rl&rolePoss != 0:
		return 17
	case rl&rolePrep != 0 && rl&roleSub != 0:
		return 18
	case rl&roleArt != 0 && rl&roleSub == 0:
		return 16
	case rl&roleAux != 0:
		return 15
	case rl&roleSub != 0:
		return 21
	case rl&rolePrep != 0:
		return 19
	case rl&roleConj != 0:
		return 20
	case rl&(rolePronoun|roleI|roleWho) != 0:
		return 22
	case rl&roleAdv != 0:
		return 23
	case rl&roleSite != 0 && t.upper:
		return 27
	case t.upper:
		return 24
	case t.digit:
		return 25
	}
	return 26
}

// cueBefore looks in the sentence of q, backwards from it, for the words that
// tell of speech, and for what may be their subject.
func (r *reading) cueBefore(q *quoted, p *paragraph) (cue, subject uint8, at int32) {
	at = -1
	const far = 60
	media, name := -1, -1
	n := 0
	for i := q.first - 1; i >= p.tok && n < far; i-- {
		t := &r.list[i]
		if t.kind == unquoteToken {
			i = r.out[t.row].first
			n++
			continue
		}
		if t.kind == stopToken {
			break
		}
		if t.kind != wordToken {
			continue
		}
		rl := r.role(i)
		if cue == 0 {
			switch {
			case rl&roleAcc != 0:
				cue = 14 + bucket(n, 6)
			case rl&roleLabel != 0 && !r.nounAt(i, p):
				cue = 8 + bucket(n, 0, 3)
			case rl&(roleSay|rolePost) != 0 && !r.nounAt(i, p):
				cue = 1 + bucket(n, 0, 3, 8)
			case rl&roleGer != 0:
				cue = 5 + bucket(n, 0, 3)
			case rl&roleThink != 0 && !r.nounAt(i, p):
				cue = 11 + bucket(n, 0, 3)
			}
			if cue != 0 {
				at = i
			}
			if rl&roleMedia != 0 && media < 0 {
				media = n
			}
			if rl&roleName != 0 && name < 0 && n < 4 {
				name = n
			}
		} else if subject == 0 {
			switch {
			case rl&rolePronoun != 0 && rl&roleArt == 0:
				subject = 1
			case t.upper && !t.first && rl&(roleCap|roleFunction) == 0, t.upper && t.first && rl&(roleFunction|roleAdv|roleCap) == 0:
				subject = 2
			case rl&roleNoun != 0:
				subject = 3
			}
		}
		n++
		if t.first {
			break
		}
	}
	if cue == 0 || name >= 0 && name < 3 && (cue == 4 || cue == 3 || cue == 7 || cue == 13) {
		switch {
		case name >= 0:
			cue = 16 + bucket(name, 0)
		case media >= 0:
			cue = 18 + bucket(media, 4)
		}
	}
	return cue, subject, at
}

// nounAt reports whether the word at i, which could be a verb, is a noun in
// its place: an article, a possessive or a genitive stands before it, or, of a
// word that is a noun as often, nothing that could be its subject.
func (r *reading) nounAt(i int32, p *paragraph) bool {
	rl := r.role(i)
	if r.list[i].upper && !r.list[i].first && !r.ends(i, "ed") {
		return true
	}
	j := i - 1
	for j > p.tok && r.list[j].kind == wordToken && r.role(j)&roleAdv != 0 && r.role(j)&(roleDet|rolePrep|roleNoun) == 0 && !r.list[j].upper {
		j--
	}
	if j < p.tok || r.list[j].kind != wordToken {
		return false
	}
	t := &r.list[j]
	before := r.role(j)
	if t.genitive && before&roleFunction == 0 {
		return true
	}
	if before&roleDet != 0 && before&(rolePronoun|roleWho|roleSub) == 0 {
		return true
	}
	if rl&roleNounToo == 0 || t.upper && r.inName(j) || before&(rolePronoun|roleI|roleWho|roleNoun|roleMedia|roleOrg|roleConj) != 0 {
		return false
	}
	if before&roleAux != 0 {
		return false
	}
	w := r.word(j)
	if before&rolePrep != 0 {
		return w != "to"
	}
	return !(len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 'u' && w[len(w)-2] != 's' && w[len(w)-2] != 'i' && r.word(i)[r.list[i].end-r.list[i].start-1] != 's') // voters want
}

// cueAfter looks in the sentence of q, onwards from it.
func (r *reading) cueAfter(q *quoted, p *paragraph) uint8 {
	const far = 40
	n := 0
	for i := q.last + 1; i < p.tokEnd && n < far; i++ {
		t := &r.list[i]
		if t.kind == quoteToken {
			break
		}
		if t.kind == stopToken || t.first {
			break
		}
		if t.kind != wordToken {
			continue
		}
		rl := r.role(i)
		switch {
		case rl&roleAcc != 0:
			return 7 + bucket(n, 3)
		case rl&(roleSay|rolePost) != 0 && !r.nounAt(i, p):
			return 1 + bucket(n, 0, 3, 8)
		case rl&(roleGer|roleThink|roleLabel) != 0 && !r.nounAt(i, p):
			return 5 + bucket(n, 3)
		}
		n++
	}
	return 0
}

// sibling tells of the stretch before k in its sentence, and whether only a
// comma or a conjunction parts them.
func (r *reading) sibling(k int, p *paragraph) uint8 {
	if k == int(p.q) {
		return 0
	}
	q, b := &r.out[k], &r.out[k-1]
	words := 0
	for i := b.last + 1; i < q.first; i++ {
		t := &r.list[i]
		if t.kind == stopToken || t.first && i > b.last+1 {
			return 0
		}
		if t.kind == wordToken {
			if r.role(i)&roleConj == 0 {
				words++
			}
			if words > 12 {
				return 0
			}
		}
	}
	v := uint8(1)
	if b.scare {
		v = 2
	}
	if words == 0 {
		v += 2
	}
	return v
}

// near tells of the sentence before that of q in its paragraph.
func (r *reading) near(q *quoted, p *paragraph) uint8 {
	i := q.first - 1
	n := 0
	for ; i >= p.tok && n < 60; i-- {
		t := &r.list[i]
		if t.kind == stopToken {
			break
		}
		if t.kind == unquoteToken {
			if !r.out[t.row].scare {
				return 2
			}
			i = r.out[t.row].first
		}
		n++
	}
	if i < p.tok {
		return 0
	}
	for i--; i >= p.tok && n < 60; i-- {
		t := &r.list[i]
		if t.kind == stopToken {
			break
		}
		if t.kind == unquoteToken {
			if !r.out[t.row].scare {
				return 2
			}
			i = r.out[t.row].first
			continue
		}
		if t.kind == wordToken && r.role(i)&roleSay != 0 && !r.nounAt(i, p) {
			return 1
		}
		n++
	}
	return 3
}
